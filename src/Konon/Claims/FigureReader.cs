using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>Finds every number with what it counts; dates, ordinals and names with numbers in them are none.</summary>
/// <remarks>Pure; one pass with looks of bounded length to both sides, nothing allocated where nothing is found.</remarks>
internal static class FigureReader
{
    /// <summary>Reads the figures of a stretch of tokens.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="tokens">All its tokens; what stands around the stretch helps to tell dates and names.</param>
    /// <param name="first">The first token of the stretch.</param>
    /// <param name="end">One past its last token.</param>
    /// <param name="language">The language.</param>
    /// <param name="habits">How the article writes numbers: <see cref="FigureHabits.Of"/>.</param>
    /// <param name="into">Where the figures go, in order; their spans are disjoint and lie inside the stretch.</param>
    public static void Read(
        string text, Token[] tokens, int first, int end, Language language, FigureHabits habits, List<Figure> into) =>
        new FigureScan(text, tokens, first, end, language.Numbers, habits).Run(into);
}
