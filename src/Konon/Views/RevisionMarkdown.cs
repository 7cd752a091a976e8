using System.Text;

namespace Konon.Views;

/// <summary>The change of an article as Markdown (CommonMark; what went is struck as GitHub does it).</summary>
/// <remarks>What stands in an article is escaped: it can make no link, no heading and no HTML of the page.</remarks>
public static class RevisionMarkdown
{
    /// <summary>Writes the page; lines end in a line feed on every system.</summary>
    public static void Write(RevisionPage page, UiWords words, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(output);
        var found = page.Revision;
        Line("# " + Safe(page.Title ?? page.Article));
        Line("");
        Line(RevisionWords.Versions(page, words) + "  ");
        Line("**" + RevisionWords.Kind(found, words) + "**");
        foreach (var note in found.Notes) Line("\n> " + Safe(note.Exact));
        if (found.Head.Count > 0) Line("");
        foreach (var change in found.Head) Line("- " + Change(change, words));
        if (found.Claims.Count > 0)
        {
            Heading("claims");
            foreach (var change in found.Claims)
            {
                var shown = change.After ?? change.Before!;
                var mark = change.Before is null ? "revision.added" : change.After is null ? "revision.removed" : "revision.changed";
                var who = Safe(RevisionWords.Who(shown.Claim, words));
                Line($"- **{words.Fill(mark, "").Trim()}** {who} {words.Stance(shown.Claim.Stance)}: {Safe(shown.Words)}");
                foreach (var field in change.Fields.Where(field => field.Field != "words")) Line("  - " + Change(field, words));
            }
        }

        if (found.SpeakersAdded.Count + found.SpeakersRemoved.Count > 0)
        {
            Heading("speakers");
            foreach (var name in found.SpeakersAdded) Line("- **" + Safe(name) + "**");
            foreach (var name in found.SpeakersRemoved) Line("- ~~" + Safe(name) + "~~");
        }

        if (found.Words.Count == 0) return;
        Heading("words");
        foreach (var snippet in WordSnippets.Of(page.Before, page.After, found.Words))
        {
            Line("- " + string.Join(' ', snippet.Select(piece => piece.Fate switch
            {
                WordFate.Removed => "~~" + Safe(piece.Words) + "~~",
                WordFate.Added => "**" + Safe(piece.Words) + "**",
                _ => Safe(piece.Words),
            })));
        }

        void Line(string text) => output.Write(text + "\n");

        void Heading(string key) => Line("\n## " + words["revision.heading." + key] + "\n");
    }

    private static string Change(Ledger.Revisions.FieldChange change, UiWords words) =>
        $"{RevisionWords.Field(change.Field, words)}: {Safe(change.Before ?? words["revision.none"])} → {Safe(change.After ?? words["revision.none"])}";

    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in PlainText.OneLine(text))
        {
            if (letter is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '!' or '&')
            {
                safe.Append('\\');
            }
            safe.Append(letter);
        }

        return safe.ToString();
    }
}
