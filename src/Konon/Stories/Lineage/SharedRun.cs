using Konon.Text;

namespace Konon.Stories.Lineage;

/// <summary>Words that stand in two texts in the same order.</summary>
/// <param name="InFrom">Where they stand in the text that the edge leads from.</param>
/// <param name="InTo">Where they stand in the text that it leads to.</param>
/// <param name="Kind">What they are; of words that the two texts type apart, what proves less.</param>
/// <param name="Words">How many words.</param>
public readonly record struct SharedRun(TextSpan InFrom, TextSpan InTo, TextKind Kind, int Words)
{
    /// <summary>The same run seen from the other text.</summary>
    internal SharedRun Turned => this with { InFrom = InTo, InTo = InFrom };
}
