namespace Konon.Store.Checks;

/// <summary>Something that is not as it should be.</summary>
/// <param name="Where">The row or file: <c>article 0123…, reading 4567…, claim 89ab…</c>.</param>
/// <param name="What">What is wrong with it.</param>
/// <param name="IsNote">Whether nothing is lost or wrong by it: a kept file that no row needs.</param>
public readonly record struct LedgerProblem(string Where, string What, bool IsNote = false)
{
    /// <inheritdoc/>
    public override string ToString() => Where + ": " + What;
}
