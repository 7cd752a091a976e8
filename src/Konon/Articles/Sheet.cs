using System.Buffers;
using System.Diagnostics;
using System.Text;
using Konon.Text;

namespace Konon.Articles;

/// <summary>One document's lines on the desk: normalised, with the stretches that are struck out.</summary>
/// <remarks>
/// The passes of <see cref="ArticleReader"/> strike out; nothing is cut before the end, so every pass sees the whole
/// and may ask what another has struck. Cost is linear in the text and in the strikes.
/// </remarks>
internal sealed class Sheet
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029\u0085\f\v");

    private readonly List<SheetLine> _lines;

    private Sheet(List<SheetLine> lines) => _lines = lines;

    /// <summary>The lines that hold anything, in order.</summary>
    public IReadOnlyList<SheetLine> Lines => _lines;

    /// <summary>
    /// Splits and normalises: line ends of every kind, blanks of every kind to one blank, marks of direction and
    /// width dropped.
    /// </summary>
    public static Sheet Read(string text)
    {
        var lines = new List<SheetLine>();
        var buffer = new StringBuilder();
        var afterBlank = false;
        var at = 0;
        while (at <= text.Length)
        {
            var end = text.AsSpan(at).IndexOfAny(LineEnds);
            end = end < 0 ? text.Length : at + end;
            var line = Normalise(text.AsSpan(at, end - at), buffer);
            if (line.Length == 0)
            {
                // "\r\n" is one line end.
                afterBlank |= !(at > 0 && end == at && end < text.Length && text[end] == '\n' && text[at - 1] == '\r');
            }
            else
            {
                lines.Add(new SheetLine(line, afterBlank));
                afterBlank = false;
            }

            at = end + 1;
        }

        return new Sheet(lines);
    }

    /// <summary>The title, a blank line and the lines from <paramref name="from"/> on, without what is struck out.</summary>
    public string Compose(string? title, int from)
    {
        var body = new StringBuilder();
        if (title is not null) body.Append(title).Append("\n\n");
        var start = body.Length;
        for (var i = from; i < _lines.Count; i++)
        {
            var before = body.Length;
            if (before > start) body.Append('\n');
            var first = body.Length;
            _lines[i].AppendKept(body);
            if (body.Length == first) body.Length = before;
        }

        if (body.Length == start && title is not null) body.Length = title.Length;
        return body.ToString();
    }

    /// <summary>Everything struck out, in the order in which it stood.</summary>
    public IReadOnlyList<RemovedText> Removed() => [.. _lines.SelectMany(line => line.Removed())];

    private static string Normalise(ReadOnlySpan<char> line, StringBuilder buffer)
    {
        buffer.Clear();
        var blank = false;
        foreach (var c in line)
        {
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' || (char.IsControl(c) && c != '\0'))
            {
                blank = true;
            }
            else if (c is not ('\u200E' or '\u200F' or '\u2060' or '\u2063' or '\u00AD' or '\0')
                && c is not (>= '\u202A' and <= '\u202E'))
            {
                if (blank && buffer.Length > 0) buffer.Append(' ');
                blank = false;
                buffer.Append(c);
            }
        }

        return buffer.ToString();
    }
}

/// <summary>One line of a <see cref="Sheet"/>.</summary>
internal sealed class SheetLine(string text, bool afterBlank)
{
    private List<(int Start, int End, string Reason)> _cuts = [];

    /// <summary>The line, normalised, with what is struck out.</summary>
    public string Text { get; } = text;

    /// <summary>Whether an empty line stood before it.</summary>
    public bool AfterBlank { get; } = afterBlank;

    /// <summary>Whether nothing of the line is left.</summary>
    public bool IsStruck { get; private set; }

    /// <summary>Whether something of the line is struck out.</summary>
    public bool IsCut => _cuts.Count > 0;

    /// <summary>Strikes the whole line out.</summary>
    public void Strike(string reason) => Strike(0, Text.Length, reason);

    /// <summary>Strikes <c>[start, end)</c> out.</summary>
    public void Strike(int start, int end, string reason)
    {
        Debug.Assert(start >= 0 && end <= Text.Length && start <= end, "A strike lies inside its line.");
        if (start == end) return;
        _cuts.Add((start, end, reason));
        if (start == 0 && end == Text.Length) IsStruck = true;
    }

    /// <summary>Whether <paramref name="position"/> is struck out; linear in the line's strikes.</summary>
    public bool IsStruckAt(int position)
    {
        foreach (var cut in _cuts)
        {
            if (position >= cut.Start && position < cut.End) return true;
        }

        return false;
    }

    /// <summary>The stretches that are struck out, in order and disjoint.</summary>
    public TextSpan[] StruckInOrder() => [.. Merged().Select(cut => new TextSpan(cut.Start, cut.End))];

    /// <summary>Where the kept part of the line ends: its length, or the start of the strikes that reach its end.</summary>
    public int KeptEnd()
    {
        var end = Text.Length;
        foreach (var cut in Merged().AsEnumerable().Reverse())
        {
            if (Text.AsSpan(cut.End, end - cut.End).Trim().Length > 0) break;
            end = cut.Start;
        }

        while (end > 0 && Text[end - 1] == ' ') end--;
        return end;
    }

    /// <summary>What is left, as a string.</summary>
    public string Kept()
    {
        if (!IsCut) return Text;
        var kept = new StringBuilder();
        AppendKept(kept);
        return kept.ToString();
    }

    /// <summary>Appends what is left, without blanks at either end or two in a row.</summary>
    public void AppendKept(StringBuilder target)
    {
        var first = target.Length;
        var at = 0;
        foreach (var cut in Merged())
        {
            AppendPiece(target, first, Text.AsSpan(at, cut.Start - at));
            at = cut.End;
        }

        AppendPiece(target, first, Text.AsSpan(at));
    }

    /// <summary>What is struck out, in order.</summary>
    public IEnumerable<RemovedText> Removed() =>
        Merged().Select(cut => new RemovedText(Text[cut.Start..cut.End].Trim(), cut.Reason)).Where(cut => cut.Exact.Length > 0);

    private static void AppendPiece(StringBuilder target, int first, ReadOnlySpan<char> piece)
    {
        piece = piece.Trim(' ');
        if (piece.IsEmpty) return;
        // What stood around an insert is two sentences, so a blank goes between them; a full stop that it had stays with its own.
        if (target.Length > first && piece[0] is not ('.' or ',' or ';')) target.Append(' ');
        target.Append(piece);
    }

    private List<(int Start, int End, string Reason)> Merged()
    {
        if (_cuts.Count < 2) return _cuts;
        _cuts.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var merged = new List<(int Start, int End, string Reason)> { _cuts[0] };
        foreach (var cut in _cuts.Skip(1))
        {
            var last = merged[^1];
            if (cut.Start > last.End) merged.Add(cut);
            else if (cut.End > last.End) merged[^1] = (last.Start, cut.End, last.Reason);
        }

        return _cuts = merged;
    }
}
