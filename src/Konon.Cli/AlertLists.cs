using System.CommandLine;
using Konon.Ledger.Alerts;
using Konon.Ledger.Review;
using Konon.Store.Alerts;

namespace Konon.Cli;

/// <summary><c>konon alerts list</c> and <c>konon alerts log</c>.</summary>
internal static class AlertLists
{
    public static Command Alerts(Terminal terminal)
    {
        var (page, format) = (new PageArguments(), Format());
        var command = new Command(
            "list", "Lists the alerts: about what, to whom, how many messages were sent. Never the secrets.") { format };
        page.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            var rows = new AlertBook(store, TimeProvider.System).All();
            var time = Time(parsed.GetValue(format)!);
            TableColumn[] columns =
            [
                new("alert", "alerts.alert"), new("story", null), new("query", null), new("about", "alerts.about"), new("on", "alerts.on"),
                new("to", "alerts.to"), new("added_at", "alerts.added"), new("sent", "alerts.sent"),
                new("waiting", "alerts.waiting"), new("given_up", "alerts.given-up"),
            ];
            new TableOutput(columns, terminal).Write(
                parsed.GetValue(format)!,
                [.. rows.Select(row => new object?[]
                {
                    row.Id, row.Story, row.Query, row.Query ?? store.Story(row.Story!)?.Name ?? row.Story,
                    string.Join(',', row.Kinds.Select(kind => kind.Name())),
                    row.Address, time(row.AddedAt), (int)row.Delivered, (int)row.Waiting, (int)row.GivenUp,
                })],
                page.Of(parsed, terminal));
            return ExitCode.AllRead;
        });
        HelpWithExamples.Add(command, "konon alerts list", "konon alerts list --format csv");
        return command;
    }

    public static Command Log(Terminal terminal)
    {
        var id = new Argument<string?>("ID")
        {
            Description = "Of this alert alone: its id, or enough of its start",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var limit = new Option<int>("--limit", "-n")
        {
            Description = "The most rows; at most 1000",
            HelpName = "n",
            DefaultValueFactory = _ => 50,
        };
        InputArguments.RequireOneOrMore(limit);
        var (page, format) = (new PageArguments(), Format());
        var command = new Command(
            "log", "Lists what was sent, when, and what the receiver answered; the latest first.") { id, limit, format };
        page.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            var book = new AlertBook(store, TimeProvider.System);
            var alert = parsed.GetValue(id) is { } named ? AlertsCommand.Find(book, named, terminal) : null;
            if (alert is null && parsed.GetValue(id) is not null) return ExitCode.NothingRead;
            var time = Time(parsed.GetValue(format)!);
            TableColumn[] columns =
            [
                new("at", "alerts.when"), new("alert", "alerts.alert"), new("event", "alerts.event"), new("kind", "alerts.kind"),
                new("status", "alerts.status"), new("took_ms", "alerts.took"), new("fault", "alerts.fault"),
            ];
            new TableOutput(columns, terminal).Write(
                parsed.GetValue(format)!,
                [.. new AlertOutbox(store, TimeProvider.System).Log(alert, parsed.GetValue(limit)).Select(row => new object?[]
                {
                    time(row.At), row.Alert, row.Event, row.Kind, row.Status, (int)row.Took.TotalMilliseconds, row.Fault,
                })],
                page.Of(parsed, terminal));
            return ExitCode.AllRead;
        });
        HelpWithExamples.Add(command, "konon alerts log", "konon alerts log --limit 10 --format jsonl");
        return command;
    }

    private static Func<DateTimeOffset, string> Time(string format) => format == "text" ? TableOutput.Minute : DecisionRecord.Time;

    private static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f") { Description = "text, json, jsonl or csv", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(TableOutput.Formats);
        return format;
    }
}
