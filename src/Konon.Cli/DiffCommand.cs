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
            return VersionPair.TryCompare(name, versions, parsed.GetValue(from), parsed.GetValue(to), out var revision) switch
            {
                VersionRefusal.NoSuchVersion => Fail(terminal, $"{name} has the versions 1 to {versions[^1].Number}"),
                VersionRefusal.NotComparable => Fail(terminal,
                    "different versions of Konon read these, and the kept bytes to read both alike are gone"),
                _ => Write(revision!, parsed.GetValue(format)!, page.Of(parsed, terminal), terminal),
            };
        });
        HelpWithExamples.Add(
            command,
            "konon diff coverage/a.txt",
            "konon diff --from 1 --to 1 --format json coverage/a.txt",
            "konon diff --format markdown https://outlet.example/berita/1");
        return command;
    }

    private static int Write(RevisionPage revision, string format, BriefOptions options, Terminal terminal)
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
        return ExitCode.AllRead;
    }

    internal static int Fail(Terminal terminal, string why)
    {
        terminal.Error.WriteLine("konon: " + PlainText.OneLine(why));
        return ExitCode.NothingRead;
    }
}
