namespace Konon.Ledger.Listing;

/// <summary>How many of what was found stand under each value of a field.</summary>
/// <param name="Counted">How many were counted: the newest.</param>
/// <param name="IsPartial">Whether there are more than were counted.</param>
/// <param name="Fields">The fields: outlet, speaker, party, stance, language, month; each with its most frequent values.</param>
public sealed record Facets(int Counted, bool IsPartial, IReadOnlyList<Facet> Fields);

/// <summary>One field.</summary>
/// <param name="Name">The name of the filter that narrows to one of the values; <c>month</c> goes with <c>date:</c>.</param>
/// <param name="Values">The most frequent values, the first by name among equals; months by time.</param>
public sealed record Facet(string Name, IReadOnlyList<FacetValue> Values);

/// <summary>One value.</summary>
/// <param name="Value">What the filter takes: of a speaker the id.</param>
/// <param name="Label">What a reader calls it: of a speaker the name.</param>
/// <param name="Count">How many.</param>
public sealed record FacetValue(string Value, string Label, int Count);
