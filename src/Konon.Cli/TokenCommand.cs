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
        Description = "The file of tokens; else beside the ledger's, with .tokens behind its name",
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

    /// <summary>Where the tokens lie that go with the ledger that the user named; null where nothing says.</summary>
    public static string? PathOf(ParseResult parsed) => parsed.GetValue(File) ?? TokenBook.PathOf(parsed.GetValue(LedgerArguments.Ledger)!);

    private static void Run(Command command, Terminal terminal, Func<ParseResult, TokenBook, int> run) => command.SetAction(parsed =>
    {
        if (PathOf(parsed) is { } path) return run(parsed, new TokenBook(path, TimeProvider.System));
        terminal.Error.WriteLine("konon: --tokens: the file in which the tokens of a ledger on a server lie");
        return ExitCode.WrongUsage;
    });

    private static Command Add(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "Whose it is: what is decided with it is written down under this name" };
        var scope = new Option<string>("--scope") { Description = "read, or review: read and decide", DefaultValueFactory = _ => "read" };
        scope.AcceptOnlyFromAmong("read", "review");
        var command = new Command("add", "Makes a token and prints it, this once: only its digest is kept.") { name, scope, File };
        Run(command, terminal, (parsed, book) =>
        {
            var kind = parsed.GetValue(scope) == "review" ? TokenScope.Review : TokenScope.Read;
            if (book.TryAdd(parsed.GetValue(name)!, kind, out var token) is { } refusal) return Fail(refusal, parsed.GetValue(name)!,
                terminal);
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
        Run(command, terminal, (_, book) =>
        {
            using var page = terminal.NewPage();
            foreach (var token in book.All())
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
        Run(command, terminal, (parsed, book) => book.TryRevoke(parsed.GetValue(name)!) is { } refusal
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
