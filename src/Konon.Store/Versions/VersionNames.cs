namespace Konon.Store.Versions;

/// <summary>What changes of versions are called in files: lower case, never translated.</summary>
public static class VersionNames
{
    /// <summary>The name of a change.</summary>
    public static string Of(VersionChange change) => change switch
    {
        VersionChange.First => "first",
        VersionChange.OnlyFurniture => "only-furniture",
        VersionChange.Corrected => "corrected",
        VersionChange.Silent => "silent",
        _ => "unknown",
    };
}
