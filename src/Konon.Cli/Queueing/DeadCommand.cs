using System.CommandLine;
using System.Globalization;
using Konon.Queue;
using Konon.Views;
using Microsoft.Extensions.Logging;

namespace Konon.Cli.Queueing;

/// <summary><c>konon dead</c>: the documents of the queue that could not be read.</summary>
internal static class DeadCommand
{
    private static readonly BrokerArguments Broker = new();
    private static readonly LogArguments Log = new();

    public static Command New(Terminal terminal)
    {
        var command = new Command("dead",
            "The documents of the queue that could not be read, and why: lists them, shows one, sends them again, drops them.");
        command.Subcommands.Add(List(terminal));
        command.Subcommands.Add(Show(terminal));
        command.Subcommands.Add(Take("retry", "Sends them to be read again, as if they had just come", "sent again",
            (dead, chosen, cancel) => dead.RetryAsync(chosen, cancel), terminal));
        command.Subcommands.Add(Take("drop", "Takes them out of the queue for good; what is kept of them stays until konon verify --tidy",
            "dropped", (dead, chosen, cancel) => dead.DropAsync(chosen, cancel), terminal));
        HelpWithExamples.Add(command, "konon dead list", "konon dead show 3f2a9c01bb7e-04d1", "konon dead retry --all");
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var limit = new Option<int>("--limit") { Description = "How many at most, the oldest", HelpName = "n", DefaultValueFactory = _ =>
            100 };
        InputArguments.RequireOneOrMore(limit);
        var format = new Option<string>("--format", "-f") { Description = "text, json, jsonl or csv", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(TableOutput.Formats);
        var command = new Command("list", "Lists them, the oldest first") { limit, format };
        AddTo(command, async (parsed, dead, cancel) =>
        {
            var letters = await dead.ListAsync(parsed.GetValue(limit), cancel);
            Print(letters, parsed.GetValue(format)!, terminal);
            return ExitCode.AllRead;
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "What konon dead list calls it" };
        var command = new Command("show", "Shows all that is known of one") { id };
        AddTo(command, async (parsed, dead, cancel) =>
        {
            var wanted = parsed.GetValue(id)!;
            var letters = await dead.ListAsync(int.MaxValue, cancel);
            if (letters.FirstOrDefault(letter => letter.Id == wanted) is not { } found)
            {
                terminal.Error.WriteLine("konon: there is no such: " + PlainText.OneLine(wanted));
                return ExitCode.NothingRead;
            }

            using var page = terminal.NewPage();
            foreach (var (name, value) in Fields(found)) page.WriteLine($"{name,-10} {PlainText.OneLine(value)}");
            return ExitCode.AllRead;
        });
        return command;
    }

    private static Command Take(
        string name, string words, string done, Func<DeadLetters, Func<DeadLetter, bool>, CancellationToken, Task<int>> act,
            Terminal terminal)
    {
        var ids = new Argument<string[]>("ID") { Description = "What konon dead list calls them", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "All of them" };
        var command = new Command(name, words) { ids, all };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == (result.GetValue(ids) is { Length: > 0 })) result.AddError("name some, or say --all");
        });
        AddTo(command, async (parsed, dead, cancel) =>
        {
            var wanted = parsed.GetValue(ids)!.ToHashSet(StringComparer.Ordinal);
            var everything = parsed.GetValue(all);
            var count = await act(dead, letter => everything || wanted.Contains(letter.Id), cancel);
            using var page = terminal.NewPage();
            page.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {done}"));
            return everything || count == wanted.Count ? ExitCode.AllRead : count > 0 ? ExitCode.SomeRefused : ExitCode.NothingRead;
        });
        return command;
    }

    private static void AddTo(Command command, Func<ParseResult, DeadLetters, CancellationToken, Task<int>> act)
    {
        Broker.AddTo(command);
        Log.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using var loggers = Log.Of(parsed, LogLevel.Warning);
            var log = loggers.CreateLogger("konon.dead");
            await using var dead =
                await DeadLetters.OpenAsync(Broker.BrokerOf(parsed), Broker.QueueOf(parsed), log, TimeProvider.System, cancel);
            return await act(parsed, dead, cancel);
        });
    }

    private static void Print(IReadOnlyList<DeadLetter> letters, string format, Terminal terminal)
    {
        if (format != "text")
        {
            TableColumn[] columns = [new("id", null), new("at", null), new("input", null), new("sha256", null), new("reason", null)];
            new TableOutput(columns, terminal).Write(format, [.. letters.Select(Row)], new BriefOptions());
            return;
        }

        using var page = terminal.NewPage();
        foreach (var letter in letters)
        {
            page.WriteLine($"{letter.Id}  {(letter.At is { } at ? TableOutput.Minute(at) : "")}  {PlainText.OneLine(letter.Reason)}");
            if (letter.Message is { } message) page.WriteLine("  " + PlainText.OneLine(message.Input));
        }
    }

    private static object?[] Row(DeadLetter letter) =>
        [letter.Id, letter.At is { } at ? TableOutput.Minute(at) : null, letter.Message?.Input, letter.Message?.Sha256, letter.Reason];

    private static IEnumerable<(string Name, string Value)> Fields(DeadLetter letter)
    {
        yield return ("id", letter.Id);
        yield return ("reason", letter.Reason);
        if (letter.At is { } at) yield return ("at", TableOutput.Minute(at));
        if (letter.Worker is { } worker) yield return ("worker", worker);
        if (letter.Message is not { } message) yield break;
        yield return ("input", message.Input);
        yield return ("sha256", message.Sha256);
        yield return ("run", message.Run.ToString(CultureInfo.InvariantCulture));
        yield return ("sent", TableOutput.Minute(DateTimeOffset.FromUnixTimeMilliseconds(message.SentAt)));
        if (!message.Label.IsEmpty) yield return ("label", System.Text.Encoding.UTF8.GetString(message.Label.Span));
    }
}
