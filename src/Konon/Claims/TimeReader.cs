using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>Finds the times that a stretch of text names, and the days they mean against the article's own date.</summary>
/// <remarks>Pure; one pass with looks of bounded length, nothing allocated where nothing is found.</remarks>
internal static class TimeReader
{
    /// <summary>Reads the times of a stretch of tokens.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="tokens">All its tokens.</param>
    /// <param name="first">The first token of the stretch.</param>
    /// <param name="end">One past its last token.</param>
    /// <param name="language">The language.</param>
    /// <param name="published">The article's own date; null when nothing says.</param>
    /// <param name="into">Where the times go, in order; their spans are disjoint and lie inside the stretch.</param>
    public static void Read(
        string text, Token[] tokens, int first, int end, Language language, DateOnly? published, List<TimeRead> into) =>
        new TimeScan(text, tokens, first, end, language, published).Run(into);
}
