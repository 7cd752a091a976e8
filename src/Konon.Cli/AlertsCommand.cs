using System.CommandLine;
using System.Globalization;
using Konon.Cli.Alerting;
using Konon.Ledger.Alerts;
using Konon.Ledger.Search;
using Konon.Store.Alerts;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon alerts</c>: tells somebody else's program when something happens in a story.</summary>
internal static class AlertsCommand
{
    public static Command New(Terminal terminal)
    {
        var command = new Command(
            "alerts",
            "Sends a signed message when a figure changes, a party changes its position, a conflict opens or a correction appears.")
        {
            Add(terminal),
            AlertLists.Alerts(terminal),
            Test(terminal),
            AlertLists.Log(terminal),
            Remove(terminal),
            Run(terminal),
        };
        HelpWithExamples.Add(
            command,
            "konon alerts add --story kali wening --to https://desk.example/hook",
            "konon alerts list",
            "konon alerts run",
            "konon alerts log --format json");
        return command;
    }

    /// <summary>The alert that the user named; says so where there is none.</summary>
    public static Alert? Find(AlertBook book, string id, Terminal terminal)
    {
        var found = book.Find(id);
        if (found is null) terminal.Error.WriteLine("konon: no alert, or more than one, is called " + PlainText.OneLine(id));
        return found;
    }

    public static Argument<string> NewId() => new("ID") { Description = "The alert's id, or enough of its start" };

    private static Command Add(Terminal terminal)
    {
        var story = new Option<string[]>("--story")
        {
            Description = "A story: its id, an article's id or address, or words that its name alone holds",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "story",
        };
        var search = new Option<string?>("--search")
        {
            Description = "A search as konon search takes it: every story with an article that it finds",
            HelpName = "query",
        };
        var to = new Option<string>("--to")
        {
            Description = "The address that messages are sent to",
            Required = true,
            HelpName = "address",
        };
        var on = new Option<string>("--on")
        {
            Description = "What is told, parted by commas: " + string.Join(", ", StoryEventKinds.All.Select(kind => kind.Name())),
            HelpName = "kinds",
            DefaultValueFactory = _ => string.Join(',', StoryEventKinds.All.Select(kind => kind.Name())),
        };
        on.Validators.Add(result =>
        {
            var kinds = string.Join(',', StoryEventKinds.All.Select(kind => kind.Name()));
            if (KindsOf(result.GetValueOrDefault<string>()) is null) result.AddError("--on: some of " + kinds);
        });
        to.Validators.Add(result =>
        {
            var address = result.GetValueOrDefault<string>();
            var isWeb = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
            if (!isWeb) result.AddError("--to: an http or https address");
        });
        var command = new Command(
            "add", "Makes an alert, and prints its secret this once. What the ledger holds by now is not told.")
        {
            story, search, to, on,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(story) is null == result.GetResult(search) is null) result.AddError("either --story or --search");
        });
        command.SetAction(parsed => Add(
            parsed, string.Join(' ', parsed.GetValue(story) ?? []), parsed.GetValue(search), parsed.GetValue(to)!,
            KindsOf(parsed.GetValue(on)!)!, terminal));
        HelpWithExamples.Add(
            command,
            "konon alerts add --story kali wening --to https://desk.example/hook",
            "konon alerts add --search \"feri party:ID\" --on figure,correction --to https://desk.example/hook");
        return command;
    }

    private static int Add(
        ParseResult parsed, string story, string? search, string to, IReadOnlyList<StoryEventKind> kinds, Terminal terminal)
    {
        if (search is not null && SearchQuery.TryParse(search, out _) is { } fault)
        {
            terminal.Error.WriteLine("konon: " + fault);
            return ExitCode.WrongUsage;
        }

        using var store = LedgerArguments.Open(parsed);
        StoriesCommand.Settle(store, terminal);
        string? id = null;
        if (search is null)
        {
            var found = store.FindStories(story);
            if (found.Count != 1) return LedgerStory.Fail(story, found, terminal);
            id = found[0].Id;
        }

        var alert = new AlertBook(store, TimeProvider.System).Add(id, search, to, kinds, out var secret);
        using var page = terminal.NewPage();
        page.WriteLine("alert   " + alert.Id);
        page.WriteLine("secret  " + secret);
        terminal.Error.WriteLine("konon: the secret is not shown again; it lies beside the ledger, for its owner to read");
        return ExitCode.AllRead;
    }

    private static Command Test(Terminal terminal)
    {
        var (id, allowPrivate) = (NewId(), AlertArguments.NewAllowPrivate());
        var command = new Command(
            "test", "Sends a message that only says that it is a test, and says what came of it.") { id, allowPrivate };
        command.SetAction(async (parsed, cancel) =>
        {
            using var store = LedgerArguments.Open(parsed);
            var book = new AlertBook(store, TimeProvider.System);
            if (Find(book, parsed.GetValue(id)!, terminal) is not { } alert) return ExitCode.NothingRead;
            using var fetcher = AlertArguments.NewFetcher(parsed.GetValue(allowPrivate));
            var attempt = await AlertArguments.NewRunner(store, fetcher, _ => { }).TestAsync(alert, cancel);
            if (attempt is { Fault: null })
            {
                using var page = terminal.NewPage();
                page.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"taken (HTTP {attempt.Status}) in {attempt.Took.TotalMilliseconds:0} ms"));
                return ExitCode.AllRead;
            }

            terminal.Error.WriteLine(
                $"konon: {PlainText.OneLine(alert.Address)}: {attempt?.Fault ?? "its secret is not beside this ledger"}");
            return ExitCode.SomeRefused;
        });
        HelpWithExamples.Add(command, "konon alerts test 0123456789abcdef");
        return command;
    }

    private static Command Remove(Terminal terminal)
    {
        var id = NewId();
        var command = new Command(
            "remove", "Takes an alert away, with its secret and its log; what was still to be sent is not sent.") { id };
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            var book = new AlertBook(store, TimeProvider.System);
            if (Find(book, parsed.GetValue(id)!, terminal) is not { } alert) return ExitCode.NothingRead;
            book.Remove(alert);
            return ExitCode.AllRead;
        });
        HelpWithExamples.Add(command, "konon alerts remove 0123456789abcdef");
        return command;
    }

    private static Command Run(Terminal terminal)
    {
        var allowPrivate = AlertArguments.NewAllowPrivate();
        var command = new Command(
            "run",
            "Looks once at what every alert is about, and sends what is due; for cron. konon serve and watch do it all the time.")
        {
            allowPrivate,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            using var store = LedgerArguments.Open(parsed);
            using var fetcher = AlertArguments.NewFetcher(parsed.GetValue(allowPrivate));
            var runner = AlertArguments.NewRunner(store, fetcher, line => terminal.Error.WriteLine("konon: " + PlainText.OneLine(line)));
            var counts = await runner.RunAsync(cancel);
            using var page = terminal.NewPage();
            page.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{counts.Found} found, {counts.Delivered} sent, {counts.Failed} not taken"));
            return counts.Failed == 0 ? ExitCode.AllRead : ExitCode.SomeRefused;
        });
        HelpWithExamples.Add(command, "konon alerts run", "konon --ledger konon.db alerts run --allow-private");
        return command;
    }

    private static List<StoryEventKind>? KindsOf(string? names)
    {
        var kinds = (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(StoryEventKinds.TryRead).ToList();
        return kinds.Count == 0 || kinds.Contains(null) ? null : [.. kinds.OfType<StoryEventKind>().Distinct()];
    }
}
