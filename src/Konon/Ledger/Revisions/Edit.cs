using Konon.Text;

namespace Konon.Ledger.Revisions;

/// <summary>A stretch of one text that stands where another stood.</summary>
/// <param name="Before">Where it stood; empty where words were only added.</param>
/// <param name="After">What stands there now; empty where words were only taken out.</param>
public readonly record struct TextEdit(TextSpan Before, TextSpan After);

/// <summary>The same between two lists: items <c>[start, end)</c> of each.</summary>
internal readonly record struct ListEdit(int BeforeStart, int BeforeEnd, int AfterStart, int AfterEnd);
