using Konon.Claims;
using Konon.Ledger.Listing;

namespace Konon.Store.Search;

/// <summary>One thing of the ledger with all there is of it.</summary>
public abstract record LedgerItem;

/// <summary>An article.</summary>
/// <param name="Row">What listings show.</param>
/// <param name="Stored">What it says now, or the version that was asked for.</param>
/// <param name="Reading">The same, unpacked.</param>
/// <param name="Versions">All versions, the current one first.</param>
/// <param name="Sightings">When and where it was seen, in order of time; the first 1,000.</param>
public sealed record ArticleItem(
    ArticleRow Row,
    StoredReading Stored,
    Reading Reading,
    IReadOnlyList<ArticleVersion> Versions,
    IReadOnlyList<ArticleSighting> Sightings) : LedgerItem;

/// <summary>A claim.</summary>
/// <param name="Row">What listings show.</param>
/// <param name="Ordinal">Which claim of the reading, from 0.</param>
/// <param name="Stored">The reading it stands in.</param>
/// <param name="Reading">The same, unpacked.</param>
public sealed record ClaimItem(ClaimRow Row, int Ordinal, StoredReading Stored, Reading Reading) : LedgerItem
{
    /// <summary>The claim with its spans.</summary>
    public Claim Claim => Reading.Claims[Ordinal];
}

/// <summary>A figure.</summary>
/// <param name="Ordinal">Which figure of the claim, from 0.</param>
/// <param name="Claim">The claim that gives it.</param>
public sealed record FigureItem(int Ordinal, ClaimItem Claim) : LedgerItem;

/// <summary>A speaker.</summary>
/// <param name="Row">What listings show.</param>
/// <param name="Names">The names with how often each was used, the most used first.</param>
/// <param name="Merged">The ids of those who were merged into it.</param>
/// <param name="Claims">The newest claims.</param>
public sealed record SpeakerItem(
    SpeakerRow Row, IReadOnlyList<SpeakerName> Names, IReadOnlyList<string> Merged, IReadOnlyList<ClaimRow> Claims) : LedgerItem;

/// <summary>A name of a speaker.</summary>
/// <param name="Name">As it stands in articles.</param>
/// <param name="Uses">In how many claims it was read, those of older versions included.</param>
public sealed record SpeakerName(string Name, long Uses);
