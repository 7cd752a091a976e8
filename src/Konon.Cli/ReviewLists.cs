using System.CommandLine;
using Konon.Ledger.Review;
using Konon.Store.Review;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon review list</c> and <c>konon review log</c>.</summary>
internal static class ReviewLists
{
    public static Command Queue(Terminal terminal)
    {
        var state = new Option<string>("--state") { Description = "suggested, confirmed, rejected or all", DefaultValueFactory = _ => "suggested" };
        state.AcceptOnlyFromAmong("suggested", "confirmed", "rejected", "all");
        var speaker = new Option<string?>("--speaker") { Description = "Part of the speaker's name, or the id" };
        var party = new Option<string?>("--party") { Description = "The speaker's party" };
        var stance = new Option<string?>("--stance") { Description = "asserts, confirms, denies, doubts, declines or urges" };
        stance.AcceptOnlyFromAmong("asserts", "confirms", "denies", "doubts", "declines", "urges");
        var outlet = new Option<string?>("--outlet") { Description = "The outlet" };
        var since = new Option<string?>("--since") { Description = "The first day", HelpName = "yyyy-mm-dd" };
        var limit = Limit(20);
        var (page, format) = (new PageArguments(), Format());
        var command = new Command("list", "Lists the claims that nobody has looked at yet, the least sure first.");
        foreach (var option in (Option[])[state, speaker, party, stance, outlet, since, limit, format]) command.Options.Add(option);
        page.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            var rows = store.ReviewQueue(new ReviewQuery
            {
                State = Enum.TryParse<ReviewState>(parsed.GetValue(state), ignoreCase: true, out var wanted) ? wanted : null,
                Speaker = parsed.GetValue(speaker),
                Party = parsed.GetValue(party),
                Stance = parsed.GetValue(stance),
                Outlet = parsed.GetValue(outlet),
                Since = parsed.GetValue(since),
                Limit = parsed.GetValue(limit),
            });
            TableColumn[] columns =
            [
                new("claim", "review.claim"), new("article", null), new("outlet", null), new("day", "review.day"),
                new("state", parsed.GetValue(state) == "all" ? "review.state" : null), new("corrected", null),
                new("confidence", "review.sure"), new("stance", "review.stance"), new("speakers", "review.speaker"),
                new("words", "review.words"),
            ];
            new TableOutput(columns, terminal).Write(
                parsed.GetValue(format)!,
                [.. rows.Select(row => new object?[]
                {
                    row.Id, row.Article, row.Outlet, row.Day, row.State, row.Corrected, row.Confidence, row.Stance, row.Speakers, row.Words,
                })],
                page.Of(parsed, terminal));
            return ExitCode.AllRead;
        });
        HelpWithExamples.Add(command, "konon review list", "konon review list --speaker rina --limit 5 --format csv");
        return command;
    }

    public static Command Log(Terminal terminal)
    {
        var by = new Option<string?>("--by") { Description = "Of this person alone" };
        var on = new Option<string?>("--on") { Description = "On this claim, speaker or figure alone", HelpName = "id" };
        var detached = new Option<bool>("--detached") { Description = "Only those whose words are gone from what the article says now" };
        var limit = Limit(50);
        var (page, format) = (new PageArguments(), Format());
        var command = new Command("log", "Lists what people decided, the latest first.");
        foreach (var option in (Option[])[by, on, detached, limit, format]) command.Options.Add(option);
        page.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            var rows = store.Decisions(new DecisionQuery
            {
                By = parsed.GetValue(by),
                Target = parsed.GetValue(on),
                Detached = parsed.GetValue(detached),
                Limit = parsed.GetValue(limit),
            });
            var options = page.Of(parsed, terminal);
            var isText = parsed.GetValue(format) == "text";
            TableColumn[] columns =
            [
                new("decision", "review.decision"), new("at", "review.when"), new("by", "review.who"), new("action", null), new("on", null), new("target", null),
                new("other", null), new("field", null), new("before", null), new("value", null), new("undoes", null), new("undone", null),
                new("detached", null), new("why", null), new("line", isText ? "review.what" : null),
            ];
            new TableOutput(isText ? columns : columns[..^1], terminal).Write(
                parsed.GetValue(format)!, [.. rows.Select(row => isText ? [.. Cells(row, TableOutput.Minute), Text(row, options)] : Cells(row, DecisionRecord.Time))], options);
            return ExitCode.AllRead;
        });
        HelpWithExamples.Add(command, "konon review log", "konon review log --by rani --format jsonl");
        return command;
    }

    private static object?[] Cells(LoggedDecision row, Func<DateTimeOffset, string> time)
    {
        var made = row.Decision;
        return
        [
            made.Id, time(made.At), made.By, DecisionNames.Of(made.Action), DecisionNames.Of(made.On), made.Target, made.Other, made.Field,
            made.Before, made.Value, made.Undoes, row.IsUndone, row.IsDetached, made.Why,
        ];
    }

    private static string Text(LoggedDecision row, BriefOptions options)
    {
        var line = ReviewPrinting.Line(row.Decision);
        if (row.IsUndone) line = "[" + options.Words.Optional("review.undone") + "] " + line;
        if (row.IsDetached) line = "[" + options.Words.Optional("review.detached") + "] " + line;
        return row.Decision.Why is { } why ? line + " (" + why + ")" : line;
    }

    private static Option<int> Limit(int most)
    {
        var limit = new Option<int>("--limit", "-n") { Description = "The most rows", HelpName = "n", DefaultValueFactory = _ => most };
        InputArguments.RequireOneOrMore(limit);
        return limit;
    }

    private static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f") { Description = "text, json, jsonl or csv", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(TableOutput.Formats);
        return format;
    }
}
