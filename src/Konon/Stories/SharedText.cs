using Konon.Text;

namespace Konon.Stories;

/// <summary>What two reports have in common.</summary>
public enum SharedTextKind
{
    /// <summary>The outlet's own words: only these show that one copies the other, or both a third.</summary>
    Narrative,

    /// <summary>Somebody's quoted words: two outlets that quote one person share them and may have heard them apart.</summary>
    Quotation,

    /// <summary>The name of the other's outlet, given as where the words come from: one builds on the other and says so.</summary>
    Relay,

    /// <summary>Names with titles, credits, datelines: everybody writes them alike.</summary>
    Credit,
}

/// <summary>Text that two reports have in common.</summary>
/// <param name="Kind">What kind of text it is.</param>
/// <param name="One">The report with the smaller number.</param>
/// <param name="Other">The other.</param>
/// <param name="Share">How much of the shorter one's text of this kind stands in the other, 0 to 1; 1 for a relay.</param>
/// <param name="Evidence">The longest shared stretch, or the outlet's name where it is credited.</param>
/// <param name="In">The report in whose text the evidence stands.</param>
public sealed record SharedText(SharedTextKind Kind, Report One, Report Other, double Share, TextSpan Evidence, Report In);
