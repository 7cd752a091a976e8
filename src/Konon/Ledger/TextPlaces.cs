using Konon.Text;

namespace Konon.Ledger;

/// <summary>Tells where a span stands as readers count: in characters (Unicode code points).</summary>
public static class TextPlaces
{
    /// <summary>The first character of a span, from 0, and the one behind its last. Linear in the text.</summary>
    public static (int Start, int End) Of(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CodePoints(text).Of(span);
    }
}
