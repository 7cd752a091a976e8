using Konon.Text;

namespace Konon.Stories.Series;

/// <summary>A word or mark of a sentence that holds figures.</summary>
/// <param name="Folded">In lower case.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="IsMark">Whether it is no word and no number.</param>
/// <param name="IsCapital">Whether it starts with a capital.</param>
internal readonly record struct SentenceWord(string Folded, TextSpan Span, bool IsMark, bool IsCapital)
{
    /// <summary>Whether what stands behind it is another part of the sentence.</summary>
    public bool EndsClause => IsMark && Folded is "," or ";" or ":" or "(" or ")" or "–" or "—" or "/" or ".";
}
