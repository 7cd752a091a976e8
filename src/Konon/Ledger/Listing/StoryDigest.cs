namespace Konon.Ledger.Listing;

/// <summary>What a list shows of a story beside its row.</summary>
/// <param name="Id">The story's id.</param>
/// <param name="Revised">How many of its articles stood at their address in more than one wording.</param>
/// <param name="Days">How many claims its reports of a day hold, in order of days; undated reports are not among them.</param>
public sealed record StoryDigest(string Id, int Revised, IReadOnlyList<ClaimsOfDay> Days);

/// <summary>The claims of one day's reports.</summary>
/// <param name="Day">The day, <c>2025-06-10</c>.</param>
/// <param name="Claims">How many.</param>
public readonly record struct ClaimsOfDay(string Day, long Claims);
