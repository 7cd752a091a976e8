using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>When something was said, and the words that tell.</summary>
/// <param name="Days">The day, or the days of "pekan lalu".</param>
/// <param name="Span">Where the text says so.</param>
/// <param name="Note">A note for the claim's notes; null without one.</param>
internal readonly record struct SaidOn(DayRange Days, TextSpan Span, string? Note);

/// <summary>Decides when a claim was said, from the words around its cue.</summary>
/// <remarks>
/// A date counts that stands beside the cue or closes its clause: "kata X, Senin (28/10)", "X pada Rabu mengatakan". The
/// date beside an outlet's credit ("dikutip dari Antara, Senin") is the day of quoting; that of a release quoted is the day of
/// speaking. Dates inside the content do not count.
/// </remarks>
internal static class SaidOnReader
{
    // Beyond this a date tells of something else.
    private const int Reach = 60;
    // "mengatakan pada 2023", "Pada Juni lalu, ia mengumumkan": a year or month farther off tells of something else.
    private const int NearYear = 1;
    private const int NearMonth = 2;

    /// <summary>Finds the day of saying.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="tokens">All its tokens.</param>
    /// <param name="first">The first token of the sentence that holds the cue.</param>
    /// <param name="end">One past its last token.</param>
    /// <param name="content">The claim's content; times inside it do not count.</param>
    /// <param name="cueFirst">The cue's first token.</param>
    /// <param name="cueEnd">One past its last.</param>
    /// <param name="speaker">The speaker's mention beside the cue; null without one.</param>
    /// <param name="language">The language.</param>
    /// <param name="published">The article's own date; null when nothing says.</param>
    /// <param name="buffer">An empty list for the work, so that a caller's is used again; it is left empty.</param>
    /// <returns>The days, or null when the text does not say.</returns>
    public static SaidOn? Read(
        string text,
        Token[] tokens,
        int first,
        int end,
        IReadOnlyList<TextSpan> content,
        int cueFirst,
        int cueEnd,
        TextSpan? speaker,
        Language language,
        DateOnly? published,
        List<TimeRead> buffer)
    {
        var from = Math.Max(first, cueFirst - Reach);
        var to = Math.Min(end, cueEnd + Reach);
        // The closing clause may lie behind a long content: look on from the content's end too.
        buffer.Clear();
        TimeReader.Read(text, tokens, from, Math.Max(from, cueFirst), language, published, buffer);
        var before = Nearest(text, tokens, buffer, content, cueFirst, speaker, language);
        buffer.Clear();
        TimeReader.Read(text, tokens, cueEnd, to, language, published, buffer);
        var after = Following(text, tokens, buffer, content, cueFirst, cueEnd, language);
        if (after is null && ContentBehind(tokens, content, cueEnd, end, out var behind) && behind > to)
        {
            buffer.Clear();
            TimeReader.Read(text, tokens, behind, Math.Min(end, behind + Reach), language, published, buffer);
            after = Following(text, tokens, buffer, content, cueFirst, behind, language);
        }

        buffer.Clear();
        return after ?? before;
    }

    private static bool ContentBehind(Token[] tokens, IReadOnlyList<TextSpan> content, int cueEnd, int end, out int behind)
    {
        behind = cueEnd;
        if (content.Count == 0 || cueEnd >= tokens.Length || content[^1].Start < tokens[cueEnd].Start) return false;
        while (behind < end && tokens[behind].Start < content[^1].End) behind++;
        return behind < end;
    }

    private static bool Inside(IReadOnlyList<TextSpan> content, TextSpan span)
    {
        for (var i = 0; i < content.Count; i++)
        {
            if (content[i].Overlaps(span)) return true;
        }

        return false;
    }

    /// <summary>The first time behind the cue, in its clause.</summary>
    private static SaidOn? Following(
        string text, Token[] tokens, List<TimeRead> times, IReadOnlyList<TextSpan> content, int cueFirst, int from, Language language)
    {
        foreach (var time in times)
        {
            if (time.Days is not { } days || Inside(content, time.Span)) continue;
            if (time.First - from > Near(time.Kind) || IsSpell(time)) continue;
            var comma = time.First > 0 && text[tokens[time.First - 1].Start] == ',';
            if (Leads(text, tokens, cueFirst, time.First, content, language, comma)) return new SaidOn(days, time.Span, time.NoteText);
            return null;
        }

        return null;
    }

    /// <summary>The time nearest before the cue, in its clause.</summary>
    private static SaidOn? Nearest(
        string text, Token[] tokens, List<TimeRead> times, IReadOnlyList<TextSpan> content, int cueFirst, TextSpan? speaker, Language language)
    {
        for (var i = times.Count - 1; i >= 0; i--)
        {
            var time = times[i];
            if (time.Days is not { } days || Inside(content, time.Span)) continue;
            if (cueFirst - time.Next > Near(time.Kind) || IsSpell(time)) continue;
            if (SentenceEndBetween(text, tokens, time.Next, cueFirst) || ContentBetween(tokens, content, time.Next, cueFirst)) return null;
            if (!Fronted(text, tokens, time, cueFirst, speaker, language)) return null;
            return new SaidOn(days, time.Span, time.NoteText);
        }

        return null;
    }

    // "(5-8 Juni 2025)" is the time of what is told.
    private static bool IsSpell(TimeRead time) => time is { Kind: TimeKind.Date, Days: { } days } && days.From != days.To;

    private static int Near(TimeKind kind) => kind switch
    {
        TimeKind.Year or TimeKind.Offset => NearYear,
        TimeKind.Month => NearMonth,
        _ => int.MaxValue,
    };

    /// <summary>Whether the words between the cue and a time behind it lead to the time of saying.</summary>
    private static bool Leads(
        string text, Token[] tokens, int from, int to, IReadOnlyList<TextSpan> content, Language language, bool comma)
    {
        var credit = false;
        for (var at = from; at < to; at++)
        {
            if (Inside(content, tokens[at].Span)) continue;
            if (EndsSentence(text, tokens, at)) return false;
            var role = language.Times[tokens[at].Word];
            if ((role & TimeRole.Credit) != 0) credit = true;
            if ((role & TimeRole.Release) != 0) credit = false;
            if ((role & TimeRole.Barrier) != 0 && !comma
                && !(at + 1 < to && (language.Times[tokens[at + 1].Word] & TimeRole.Occasion) != 0)) return false;
        }

        return !credit;
    }

    private static bool Fronted(string text, Token[] tokens, TimeRead time, int cueFirst, TextSpan? speaker, Language language)
    {
        // "Harga naik pada Selasa setelah Trump menyerukan …" dates another event; "Pada Rabu, setelah pertemuan, X mengatakan" does not.
        var commaBehind = false;
        var barred = false;
        for (var at = time.Next; at < cueFirst; at++)
        {
            if (text[tokens[at].Start] == ',') (commaBehind, barred) = (true, false);
            if ((language.Times[tokens[at].Word] & TimeRole.Barrier) != 0) barred = true;
        }

        if (barred) return false;

        // Back to the start of the clause: a credit, or an event that the time belongs to.
        var steps = 0;
        for (var at = time.First - 1; at >= 0 && steps < Reach && !tokens[at + 1].OpensParagraph; at--, steps++)
        {
            if (EndsSentence(text, tokens, at)) break;
            var token = tokens[at];
            var role = language.Times[token.Word];
            if ((role & TimeRole.Release) != 0) return true;
            if ((role & TimeRole.Credit) != 0) return false;
            if ((role & TimeRole.Barrier) != 0 && commaBehind) return at + 1 < time.First && (language.Times[tokens[at + 1].Word] & TimeRole.Occasion) != 0;
            if (speaker is { } who && who.Contains(token.Start)) break;
            if (text[token.Start] == ',' && steps > 1) break;
        }

        return true;
    }

    private static bool SentenceEndBetween(string text, Token[] tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (EndsSentence(text, tokens, at)) return true;
        }

        return false;
    }

    private static bool ContentBetween(Token[] tokens, IReadOnlyList<TextSpan> content, int from, int to)
    {
        for (var i = 0; i < content.Count; i++)
        {
            if (from < to && content[i].Start >= tokens[from].Start && content[i].End <= tokens[to - 1].End) return true;
        }

        return false;
    }

    private static bool EndsSentence(string text, Token[] tokens, int at) =>
        tokens[at].Kind == TokenKind.Mark && tokens[at].Length == 1 && text[tokens[at].Start] is '.' or '!' or '?'
        && at + 1 < tokens.Length && (tokens[at + 1].OpensParagraph || tokens[at + 1].IsCapital || tokens[at + 1].Kind == TokenKind.Quote);
}
