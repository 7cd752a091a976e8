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

    /// <summary>The most articles read for one feed or sitemap, its first or newest; 50. Lists of feeds count each feed by itself.</summary>
    public int MaxEntries { get; init; } = 50;

    /// <summary>In an archive, records that begin before this offset are passed over; 0 reads from its beginning.</summary>
    public long Skip { get; init; }

    /// <summary>Told which address is waited for, before the wait; null where nobody wants to know.</summary>
    public Action<string>? Waiting { get; init; }
}
