using System.CommandLine;
using Konon.Ledger.Review;
using Konon.Store.Versions;

namespace Konon.Cli;

/// <summary><c>konon versions ARTICLE</c>: how an article stood over time.</summary>
internal static class VersionsCommand
{
    public static Command New(Terminal terminal)
    {
        var article = new Argument<string>("ARTICLE") { Description = "The article: its address, its id, a row's id or an input" };
        var page = new PageArguments();
        var format = new Option<string>("--format", "-f") { Description = "text, json, jsonl or csv", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(TableOutput.Formats);
        var command = new Command(
            "versions", "Lists the versions of an article: when each was seen, and how it differs from the one before it.");
        command.Arguments.Add(article);
        command.Options.Add(format);
        page.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            var name = parsed.GetValue(article)!;
            var versions = store.Versions(name);
            if (versions.Count == 0) return DiffCommand.Fail(terminal, "the ledger has no article called " + name);
            var options = page.Of(parsed, terminal);
            var isText = parsed.GetValue(format) == "text";
            new TableOutput(Columns, terminal).Write(
                parsed.GetValue(format)!,
                [.. versions.Select(version => isText
                    ? Row(version, TableOutput.Minute, options.Words.Optional("versions." + VersionNames.Of(version.Change))!)
                    : Row(version, DecisionRecord.Time, VersionNames.Of(version.Change)))],
                options);
            return ExitCode.AllRead;
        });
        HelpWithExamples.Add(command, "konon versions coverage/a.txt", "konon versions --format csv coverage/a.txt");
        return command;
    }

    private static TableColumn[] Columns =>
    [
        new("version", "versions.number"), new("seen_first", "versions.from"), new("seen_last", "versions.to"), new("fetched", null),
        new("claims", "versions.claims"), new("change", "versions.change"), new("current", null), new("sha256", null),
    ];

    private static object?[] Row(ArticleVersion version, Func<DateTimeOffset, string> time, string change) =>
    [
        version.Number, time(version.FirstSeen), time(version.LastSeen), version.WasFetched, version.Reading.Claims.Count, change, version.IsCurrent,
        version.Sha256,
    ];
}
