namespace Konon.Stories.Lineage;

/// <summary>The knobs of <see cref="LineageBuilder"/>.</summary>
public sealed record LineageOptions
{
    /// <summary>The defaults: the reports of one story.</summary>
    public static LineageOptions Default { get; } = new();

    /// <summary>
    /// Whether the reports tell one event. Then a credit alone ties a report to the named outlet's; else only where they share words,
    /// for an agency has many reports.
    /// </summary>
    public bool IsOneStory { get; init; } = true;

    /// <summary>How candidates are found; the window is at least as long as the list of reports.</summary>
    public CopyOptions Copies { get; init; } = CopyOptions.Default;
}
