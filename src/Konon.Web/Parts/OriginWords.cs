using Konon.Stories.Lineage;
using Konon.Web.Http;

namespace Konon.Web.Parts;

/// <summary>Says from how many origins reports come: a number, or from which to which.</summary>
internal static class OriginWords
{
    public static string Of(OriginCount origins, WebWords words) => origins switch
    {
        { Min: var least, Max: var most } when least == most =>
            words.Fill(least == 1 ? "story.origins.1" : "story.origins", words.Number(least)),
        _ => words.Fill("story.origins.range", words.Number(origins.Min), words.Number(origins.Max)),
    };
}
