using Konon.Store.Versions;

namespace Konon.Web.Parts;

/// <summary>The keys of the words for what a version is.</summary>
internal static class VersionWords
{
    public static string Of(VersionChange change) => change switch
    {
        VersionChange.First => "first",
        VersionChange.OnlyFurniture => "same",
        VersionChange.Corrected => "corrected",
        VersionChange.Silent => "silent",
        _ => "unknown",
    };
}
