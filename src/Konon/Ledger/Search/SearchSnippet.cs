using Konon.Text;

namespace Konon.Ledger.Search;

/// <summary>A stretch of a text in which what was sought stands.</summary>
/// <param name="Text">The words; an ellipsis stands where something was left out.</param>
/// <param name="Marks">Where the sought words stand in <paramref name="Text"/>, in order, not overlapping.</param>
public sealed record SearchSnippet(string Text, IReadOnlyList<TextSpan> Marks);
