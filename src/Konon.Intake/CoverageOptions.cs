namespace Konon.Intake;

/// <summary>What a reading of coverage may be told.</summary>
public sealed record CoverageOptions
{
    /// <summary>The defaults.</summary>
    public static CoverageOptions Default { get; } = new();

    /// <summary>The most bytes that one document may have: a text file, a row, a whole JSON array; 64 MB.</summary>
    public int MaxDocumentBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// The most bytes that one container may unpack to; 64 GB. A container is read row by row, so this bounds time and
    /// not memory.
    /// </summary>
    public long MaxContainerBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>Which columns a table has for Konon's fields.</summary>
    public ColumnMap Columns { get; init; } = ColumnMap.Default;
}
