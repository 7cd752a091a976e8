using System.CommandLine;
using System.Globalization;
using Konon.Views;
using Konon.Web.Access;

namespace Konon.Cli;

/// <summary><c>konon token</c>: who may read and decide over HTTP.</summary>
internal static class TokenCommand
{
    public static Option<string?> File { get; } = new("--tokens")
    {
        Description = "The file of tokens; beside the ledger, with .tokens behind its name",
        HelpName = "file",
    };

    public static Command New(Terminal terminal)
    {
        var command = new Command("token", "Makes and revokes the tokens with which konon serve lets programs and people in.")
        {
            Add(terminal), List(terminal), Revoke(terminal),
        };
        HelpWithExamples.Add(command, "konon token list");
        return command;
    }

    /// <summary>The tokens that go with the ledger that the user named.</summary>
    public static TokenBook Open(ParseResult parsed) => new(
        parsed.GetValue(File) ?? TokenBook.PathOf(parsed.GetValue(LedgerArguments.Ledger)!), TimeProvider.System);

    private static Command Add(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "Whose it is: what is decided with it is written down under this name" };
        var scope = new Option<string>("--scope") { Description = "read, or review: read and decide", DefaultValueFactory = _ => "read" };
        scope.AcceptOnlyFromAmong("read", "review");
        var command = new Command("add", "Makes a token and prints it, this once: only its digest is kept.") { name, scope, File };
        command.SetAction(parsed =>
        {
            var kind = parsed.GetValue(scope) == "review" ? TokenScope.Review : TokenScope.Read;
            if (Open(parsed).TryAdd(parsed.GetValue(name)!, kind, out var token) is { } refusal) return Fail(refusal, parsed.GetValue(name)!, terminal);
            using var page = terminal.NewPage();
            page.WriteLine(token);
            return ExitCode.AllRead;
        });
        HelpWithExamples.Add(command, "konon token add rani --scope review");
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "Lists the tokens that count: whose, what for, since when.") { File };
        command.SetAction(parsed =>
        {
            using var page = terminal.NewPage();
            foreach (var token in Open(parsed).All())
            {
                var day = token.AddedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
                page.WriteLine($"{(token.Scope == TokenScope.Review ? "review" : "read  ")}  {day}  {PlainText.OneLine(token.Name)}");
            }

            return ExitCode.AllRead;
        });
        HelpWithExamples.Add(command, "konon token list");
        return command;
    }

    private static Command Revoke(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "Whose it is" };
        var command = new Command("revoke", "Takes a token out: servers that run refuse it from now on.") { name, File };
        command.SetAction(parsed => Open(parsed).TryRevoke(parsed.GetValue(name)!) is { } refusal
            ? Fail(refusal, parsed.GetValue(name)!, terminal)
            : ExitCode.AllRead);
        HelpWithExamples.Add(command, "konon token revoke rani");
        return command;
    }

    private static int Fail(TokenRefusal refusal, string name, Terminal terminal)
    {
        terminal.Error.WriteLine("konon: " + PlainText.OneLine(refusal switch
        {
            TokenRefusal.BadName => "NAME: one line of 1 to 100 letters",
            TokenRefusal.NameTaken => "there is a token of " + name + " already; konon token revoke takes it out",
            _ => "there is no token of " + name,
        }));
        return ExitCode.WrongUsage;
    }
}
