using System.CommandLine;
using System.Text.Json;
using Konon.Store.Versions;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon diff ARTICLE</c>: what changed from one version of an article to another, claims first.</summary>
internal static class DiffCommand
{
    public static Command New(Terminal terminal)
    {
        var article = new Argument<string>("ARTICLE") { Description = "The article: its address, its id, a row's id or an input" };
        var from = new Option<int?>("--from") { Description = "The older version's number; the one before the newer", HelpName = "n" };
        var to = new Option<int?>("--to") { Description = "The newer version's number; the last", HelpName = "n" };
        var page = new PageArguments();
        var format = new Option<string>("--format", "-f") { Description = "text, json or markdown", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var command = new Command("diff", "Shows what changed in an article: first claims, figures, speakers and stances, then the words.");
        command.Arguments.Add(article);
        command.Options.Add(from);
        command.Options.Add(to);
        command.Options.Add(format);
        page.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            var name = parsed.GetValue(article)!;
            var versions = store.Versions(name);
            if (versions.Count == 0) return Fail(terminal, "the ledger has no article called " + name);
            var last = parsed.GetValue(to) ?? versions[^1].Number;
            var first = parsed.GetValue(from) ?? (last > 1 ? last - 1 : 1);
            var newer = versions.LastOrDefault(version => version.Number == last);
            var older = versions.FirstOrDefault(version => version.Number == first);
            if (older is null || newer is null) return Fail(terminal, $"{name} has the versions 1 to {versions[^1].Number}");
            var between = versions.SkipWhile(version => version != older).TakeWhile(version => version != newer).Append(newer);
            if (between.Any(version => version.Change == VersionChange.Unknown))
            {
                return Fail(terminal, "different versions of Konon read these, and the kept bytes to read both alike are gone");
            }

            Write(PageOf(name, older, newer), parsed.GetValue(format)!, page.Of(parsed, terminal), terminal);
            return ExitCode.AllRead;
        });
        HelpWithExamples.Add(
            command,
            "konon diff coverage/a.txt",
            "konon diff --from 1 --to 1 --format json coverage/a.txt",
            "konon diff --format markdown https://outlet.example/berita/1");
        return command;
    }

    private static RevisionPage PageOf(string name, ArticleVersion older, ArticleVersion newer) => new()
    {
        Article = name,
        Title = newer.Reading.Article.Title,
        From = new VersionLabel(older.Number, older.FirstSeen, older.Sha256),
        To = new VersionLabel(newer.Number, newer.FirstSeen, newer.Sha256),
        Before = older.Reading.Article.Text,
        After = newer.Reading.Article.Text,
        Revision = Ledger.Revisions.RevisionFinder.Compare(older.Reading, newer.Reading),
    };

    private static void Write(RevisionPage revision, string format, BriefOptions options, Terminal terminal)
    {
        using var output = terminal.NewPage();
        if (format == "text") RevisionText.Write(revision, options, output);
        else if (format == "markdown") RevisionMarkdown.Write(revision, options.Words, output);
        output.Flush();
        if (format == "json")
        {
            using (var json = new Utf8JsonWriter(terminal.Output, ArticleJson.WriterOptions with { Indented = true })) RevisionJson.Write(
                json, revision);
            terminal.Output.WriteByte((byte)'\n');
        }

        terminal.Output.Flush();
    }

    internal static int Fail(Terminal terminal, string why)
    {
        terminal.Error.WriteLine("konon: " + PlainText.OneLine(why));
        return ExitCode.NothingRead;
    }
}
