using Konon.Text;

namespace Konon.Ledger;

/// <summary>Turns offsets in UTF-16 code units into offsets in Unicode code points, for one text.</summary>
/// <remarks>
/// The one place where this happens. Linear in the text to build; a lookup is constant where the text stays inside the
/// basic multilingual plane, as news mostly does, else logarithmic in the pairs. A lone surrogate counts as one code
/// point, which is what a reader of the JSON sees: it is written as U+FFFD.
/// </remarks>
internal sealed class CodePoints
{
    // Where the second unit of each surrogate pair stands, in order.
    private readonly int[] _seconds;

    public CodePoints(string text) => _seconds = Seconds(text);

    /// <summary>How many code points stand before <paramref name="offset"/>; inside a pair, before the pair.</summary>
    public int Before(int offset)
    {
        if (_seconds.Length == 0) return offset;
        var index = Array.BinarySearch(_seconds, offset);
        return index >= 0 ? offset - index - 1 : offset - ~index;
    }

    /// <summary>The first code point of a span and the one after its last.</summary>
    public (int Start, int End) Of(TextSpan span) => (Before(span.Start), Before(span.End));

    private static int[] Seconds(string text)
    {
        var next = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF');
        if (next < 0) return [];
        var found = new List<int>();
        for (var i = next; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1])) found.Add(++i);
        }

        return [.. found];
    }
}
