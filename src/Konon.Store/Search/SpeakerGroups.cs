using System.Data.Common;
using Dapper;

namespace Konon.Store.Search;

/// <summary>Which speakers a person has said are one; few, so that all are read at once.</summary>
internal sealed class SpeakerGroups
{
    // A chain of merges is followed so far; a ring, which nobody should have made, ends there.
    private const int LongestChain = 32;

    private readonly Dictionary<long, long> _into;
    private readonly ILookup<long, long> _members;

    private SpeakerGroups(Dictionary<long, long> into)
    {
        _into = into;
        _members = into.Keys.ToLookup(RootOf);
    }

    public static SpeakerGroups Read(DbConnection connection) => new(connection
        .Query<(long Id, long Into)>("SELECT id, merged_into FROM speakers WHERE merged_into IS NOT NULL")
        .ToDictionary(pair => pair.Id, pair => pair.Into));

    /// <summary>The speaker that stands for the group.</summary>
    public long RootOf(long speaker)
    {
        for (var i = 0; i < LongestChain && _into.TryGetValue(speaker, out var next); i++) speaker = next;
        return speaker;
    }

    /// <summary>Everybody in the group of a speaker, itself first.</summary>
    public IReadOnlyList<long> MembersOf(long root) => [root, .. _members[root].Where(member => member != root)];

    /// <summary>The groups of many speakers, everybody in them once.</summary>
    public IReadOnlyList<long> WholeGroups(IEnumerable<long> speakers) => [.. speakers.Select(RootOf).Distinct().SelectMany(MembersOf).Order()];
}
