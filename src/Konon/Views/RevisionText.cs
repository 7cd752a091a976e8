using Konon.Ledger.Revisions;

namespace Konon.Views;

/// <summary>The change of an article as a page to read: first claims, figures, speakers and stances, then the words.</summary>
/// <remarks>
/// Words that went stand in <c>[-…-]</c>, words that came in <c>{+…+}</c>, as wdiff prints them, with colours and without.
/// </remarks>
public sealed class RevisionText
{
    private const int Indent = 4;
    private readonly RevisionPage _revision;
    private readonly UiWords _words;
    private readonly Page _page;

    private RevisionText(RevisionPage revision, BriefOptions options, TextWriter output)
    {
        _revision = revision;
        _words = options.Words;
        _page = new Page(output, options.Width, options.Colours);
    }

    /// <summary>Writes the page; lines end in a line feed on every system.</summary>
    public static void Write(RevisionPage revision, BriefOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(revision);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        new RevisionText(revision, options, output).WriteAll();
    }

    private void WriteAll()
    {
        var found = _revision.Revision;
        _page.Line(new Run(PlainText.OneLine(_revision.Title ?? _revision.Article), Ink.Strong));
        _page.Line(new Run(RevisionWords.Versions(_revision, _words), Ink.Faint));
        _page.Line(new Run(RevisionWords.Kind(found, _words), found.IsSilent ? Ink.Doubt : Ink.Plain));
        foreach (var note in found.Notes) Wrapped("  ", PlainText.OneLine(note.Exact), Ink.Confirmation);
        foreach (var change in found.Head) Field(change, 2);
        WriteClaims(found);
        WriteSpeakers(found);
        WriteWords(found);
    }

    private void WriteClaims(Revision found)
    {
        if (found.Claims.Count == 0) return;
        Heading("claims", RevisionWords.Counts(found, _words));
        foreach (var change in found.Claims)
        {
            var (mark, ink) = change switch
            {
                { Before: null } => ("+ ", Ink.Confirmation),
                { After: null } => ("- ", Ink.Denial),
                _ => ("~ ", Ink.Plain),
            };
            var shown = change.After ?? change.Before!;
            var who = RevisionWords.Who(shown.Claim, _words);
            _page.Line([new Run(mark, ink), new Run(who, Ink.Strong), new Run(" " + _words.Stance(shown.Claim.Stance), Ink.Faint)]);
            Wrapped(new string(' ', Indent), PlainText.OneLine(shown.Words), ink);
            foreach (var field in change.Fields.Where(field => field.Field != "words")) Field(field, Indent);
        }
    }

    private void WriteSpeakers(Revision found)
    {
        if (found.SpeakersAdded.Count + found.SpeakersRemoved.Count == 0) return;
        Heading("speakers", "");
        foreach (var name in found.SpeakersAdded) _page.Line(new Run("+ " + PlainText.OneLine(name), Ink.Confirmation));
        foreach (var name in found.SpeakersRemoved) _page.Line(new Run("- " + PlainText.OneLine(name), Ink.Denial));
    }

    private void WriteWords(Revision found)
    {
        if (found.Words.Count == 0) return;
        Heading("words", "");
        foreach (var snippet in WordSnippets.Of(_revision.Before, _revision.After, found.Words))
        {
            Flow([.. snippet.SelectMany(piece => piece.Fate switch
            {
                WordFate.Removed => Marked("[-", piece.Words, "-]", Ink.Denial),
                WordFate.Added => Marked("{+", piece.Words, "+}", Ink.Confirmation),
                _ => Marked("", piece.Words, "", Ink.Plain),
            })]);
            _page.Gap();
        }
    }

    private static IEnumerable<Run> Marked(string open, string words, string close, Ink ink) =>
        (open + words + close).Split(' ').Select(word => new Run(word, ink));

    // Words one behind the other, broken at the page's edge.
    private void Flow(List<Run> words)
    {
        var line = new List<Run>();
        var taken = 0;
        foreach (var word in words)
        {
            var columns = Columns.Of(word.Text) + 1;
            if (taken > 0 && taken + columns > _page.Width - 2)
            {
                _page.Line(line);
                (line, taken) = ([], 0);
            }

            line.Add(new Run(taken == 0 ? "  " : " "));
            line.Add(word);
            taken += columns;
        }

        if (line.Count > 0) _page.Line(line);
    }

    private void Field(FieldChange change, int indent)
    {
        var none = _words["revision.none"];
        _page.Line(
        [
            new Run(new string(' ', indent) + RevisionWords.Field(change.Field, _words) + "  ", Ink.Faint),
            new Run(PlainText.OneLine(change.Before ?? none), Ink.Denial),
            new Run(" → "),
            new Run(PlainText.OneLine(change.After ?? none), Ink.Confirmation),
        ]);
    }

    private void Heading(string key, string note)
    {
        _page.Gap();
        _page.Line([new Run(_words["revision.heading." + key].ToUpperInvariant(), Ink.Heading), new Run(note.Length == 0 ? "" : "  " + note, Ink.Faint)]);
    }

    private void Wrapped(string indent, string text, Ink ink)
    {
        foreach (var line in Columns.Wrap(text, _page.Width - indent.Length, 6)) _page.Line([new Run(indent), new Run(line, ink)]);
    }
}
