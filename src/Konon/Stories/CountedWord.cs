namespace Konon.Stories;

/// <summary>A row of what is counted.</summary>
/// <param name="Kind">noun, member, people, classifier, status, doing or number.</param>
/// <param name="FiledUnder">The word that its group is filed under, the same in every language.</param>
/// <param name="Change">How counts of a status change (grows, varies, settles, ruled), or whether a noun is counted whole; null.</param>
internal sealed record CountedWord(string Kind, string FiledUnder, string? Change);
