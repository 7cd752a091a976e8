using System.Data.Common;
using Dapper;
using Konon.Ledger.Search;
using Konon.Text;

namespace Konon.Store.Search;

/// <summary>A filter in the ledger's own terms: names looked up.</summary>
internal sealed record ResolvedFilter(
    LedgerFilter Filter,
    IReadOnlyList<string> Outlets,
    IReadOnlyList<string> NotOutlets,
    IReadOnlyList<long> Speakers,
    IReadOnlyList<long> NotSpeakers,
    IReadOnlyList<string> Parties,
    IReadOnlyList<string> NotParties)
{
    /// <summary>Whether there are claims to be left out because a person rejected them.</summary>
    public bool LeavesOutRejected { get; init; }

    /// <summary>Whether something is asked for that the ledger does not have.</summary>
    public bool FindsNothing =>
        (Filter.Outlets.Only.Count > 0 && Outlets.Count == 0)
        || (Filter.Speakers.Only.Count > 0 && Speakers.Count == 0)
        || (Filter.Parties.Only.Count > 0 && Parties.Count == 0);

    public string? Since => IsoDay.Of(Filter.Since);

    public string? Until => IsoDay.Of(Filter.Until);

    /// <summary>Whether it narrows by more than days.</summary>
    public bool Narrows =>
        !(Filter.Outlets.IsAny && Filter.Speakers.IsAny && Filter.Parties.IsAny && Filter.Stances.IsAny && Filter.Languages.IsAny)
        || Filter.NeedsFigure
        || LeavesOutRejected;

    /// <summary>What is left to ask of claims that were looked up by their speakers.</summary>
    public ResolvedFilter WithoutSpeakers() =>
        this with { Speakers = [], Filter = Filter with { Speakers = Filter.Speakers with { Only = FilterValues.Any.Only } } };

    /// <summary>What is left to ask of claims that were looked up by their parties.</summary>
    public ResolvedFilter WithoutParties() =>
        this with { Parties = [], Filter = Filter with { Parties = Filter.Parties with { Only = FilterValues.Any.Only } } };

    public static ResolvedFilter Of(DbConnection connection, SpeakerGroups groups, LedgerFilter filter) => new(
        filter,
        OutletNames.Find(connection, filter.Outlets.Only),
        OutletNames.Find(connection, filter.Outlets.Not),
        SpeakersOf(connection, groups, filter.Speakers.Only),
        SpeakersOf(connection, groups, filter.Speakers.Not),
        PartyNames.Find(connection, filter.Parties.Only),
        PartyNames.Find(connection, filter.Parties.Not))
    {
        LeavesOutRejected = !filter.WithRejected && AnyRejected(connection),
    };

    // Where nobody ever rejected a claim, none is looked at for it.
    private static bool AnyRejected(DbConnection connection) =>
        connection.QueryFirstOrDefault<int>("SELECT 1 FROM decisions WHERE kind = 'claim' AND action = 'reject' LIMIT 1") == 1;

    private static IReadOnlyList<long> SpeakersOf(DbConnection connection, SpeakerGroups groups, IReadOnlyList<string> values) =>
        [.. values.SelectMany(value => SpeakerNames.Find(connection, groups, value)).Distinct().Order()];
}
