using System.Text;
using Konon.Text;

namespace Konon.Articles;

/// <summary>What stands above the first paragraph: headline, byline, date, marks of the page.</summary>
/// <param name="Title">The headline; null where none stands.</param>
/// <param name="BodyFrom">The first line of the body.</param>
/// <param name="Published">The date line's time; null where none stands.</param>
/// <param name="Byline">Who is named beside the date.</param>
internal sealed record Head(string? Title, int BodyFrom, Timestamp? Published, IReadOnlyList<string> Byline);

/// <summary>Reads a page's head.</summary>
internal static class HeadReader
{
    private const int MaxTitle = 250;
    private const int MaxMetaWords = 14;

    // The head of the longest page seen had nine lines before its first paragraph.
    private const int MaxHeadLines = 15;
    private const int ParagraphLength = 140;

    /// <summary>Reads the head, striking out what is not the article's.</summary>
    /// <param name="sheet">The document.</param>
    /// <param name="stated">The headline that the row or page states; null for a plain text.</param>
    /// <param name="language">The text's language.</param>
    public static Head Read(Sheet sheet, string? stated, string language)
    {
        var byline = new List<string>();
        var from = SkipAboveTitle(sheet, language, byline, out var published);
        var title = stated;
        if (title is null && IsTitle(sheet, from)) title = Unmasted(sheet.Lines[from++]);

        for (var i = from; i < Math.Min(sheet.Lines.Count, from + MaxHeadLines); i++)
        {
            var line = sheet.Lines[i];
            if (line.IsStruck) continue;
            if (title is not null && Same(line.Text, title))
            {
                line.Strike("repeated headline");
            }
            else if (ReadMeta(line.Text, language, out var when, out var who))
            {
                published ??= when;
                if (who is not null) byline.Add(who);
                line.Strike("date line");
            }
            else if (line.Text.Length > ParagraphLength || Dateline.Read(line.Text) is { Outlet: not null })
            {
                break;
            }
        }

        return new Head(title, from, published, byline);
    }

    /// <summary>Passes over what may stand above a headline: the outlet's domain, the address, the date.</summary>
    private static int SkipAboveTitle(Sheet sheet, string language, List<string> byline, out Timestamp? published)
    {
        published = null;
        var at = 0;
        for (; at < Math.Min(sheet.Lines.Count - 1, MaxHeadLines); at++)
        {
            var line = sheet.Lines[at];
            if (line.IsStruck) continue;
            if (Dateline.IsDomain(line.Text) || line.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                line.Strike("credit");
            }
            else if (ReadMeta(line.Text, language, out var when, out var who))
            {
                published ??= when;
                if (who is not null) byline.Add(who);
                line.Strike("date line");
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>Whether the line is the document's headline and not its first paragraph.</summary>
    private static bool IsTitle(Sheet sheet, int at)
    {
        if (at + 1 >= sheet.Lines.Count) return false;
        var text = sheet.Lines[at].Kept();
        if (text.Length is < 8 or > MaxTitle || text[^1] is '.' or ',' or ':' or '—' or '–' or '-') return false;
        if (!text.Contains(' ', StringComparison.Ordinal) || Dateline.Read(text) is { Outlet: not null }) return false;
        var next = sheet.Lines[at + 1];
        return next.AfterBlank || Dateline.Read(next.Text) is not null || (next.Text.Length > text.Length && !text.Contains(". ", StringComparison.Ordinal));
    }

    /// <summary>The headline without a masthead in capitals before it ("CONTOH NEWS Judul Berita").</summary>
    private static string Unmasted(SheetLine line)
    {
        var text = line.Kept();
        if (line.IsCut || !text.Any(char.IsLower)) return text;
        var (end, words, mast) = (0, 0, false);
        while (end < text.Length)
        {
            var space = text.IndexOf(' ', end);
            if (space < 0) return text;
            var word = text[end..space];
            if (word.Any(char.IsLower) || !word.Any(char.IsLetter)) break;
            mast |= Dateline.IsMasthead(word);
            words++;
            end = space + 1;
        }

        if (words < 2 || !mast) return text;
        line.Strike(0, end, "masthead");
        return text[end..];
    }

    /// <summary>A line that is a date and who wrote: "Nama Penulis • 1 November 2024 10:29".</summary>
    private static bool ReadMeta(string text, string language, out Timestamp? when, out string? who)
    {
        (when, who) = (null, null);
        if (text.Length > ParagraphLength || text.AsSpan().Count(' ') + 1 > MaxMetaWords) return false;
        foreach (var date in DateReader.For(language).Find(text))
        {
            if (!date.IsFull || TimestampReader.At(text, date, TimeOrigin.Text, out var end) is not { } found) continue;
            var rest = text[end..].Trim(" |•·-–—,()".ToCharArray());
            if (rest.Length > 25 || (text[^1] == '.' && found.Precision == TimePrecision.Day)) return false;
            var before = text[..date.Span.Start].Trim(" |•·-–—,:()/".ToCharArray());
            if (before.Length > 0 && !IsByline(before)) return false;
            when = found;
            who = before.Length > 0 && before.Contains(' ', StringComparison.Ordinal) ? before : null;
            return true;
        }

        return false;
    }

    private static bool IsByline(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length <= 7 && parts.All(part => char.IsUpper(part[0]) || !char.IsLetter(part[0]) || part is "oleh" or "by" or "di" or "pada");
    }

    /// <summary>Whether two lines are the same words, whatever marks and letter case they use.</summary>
    internal static bool Same(string first, string second) =>
        Math.Abs(first.Length - second.Length) < 40 && first.Length <= MaxTitle * 2
        && string.Equals(Fold(first), Fold(second), StringComparison.Ordinal);

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
