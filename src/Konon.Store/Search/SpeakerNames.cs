using System.Data.Common;
using Dapper;
using Konon.Stories;

namespace Konon.Store.Search;

/// <summary>Finds speakers by name, and the name by which to show one.</summary>
internal static class SpeakerNames
{
    // A first name that thousands share finds so many of them; who wants another one writes more of the name.
    private const int MostSpeakers = 2000;

    /// <summary>The speakers whom a user means: by id, by a name in any spelling, or by words out of a name; whole groups.</summary>
    public static IReadOnlyList<long> Find(DbConnection connection, SpeakerGroups groups, string value)
    {
        var byId = connection.Query<long>("SELECT id FROM speakers WHERE public_id = @value", new { value }).ToList();
        if (byId.Count > 0) return groups.WholeGroups(byId);
        var words = SpeakerWords.Of(value);
        if (words.Count == 0) return [];
        var found = ByWords(connection, words).ToHashSet();
        // "Kim Jongun" and "Kim Jong-un" have other words but one key.
        found.UnionWith(connection.Query<long>("SELECT id FROM speakers WHERE key = @key", new { key = "person/" + NameKey.Of(value) }));
        return groups.WholeGroups(found);
    }

    /// <summary>The name that is most used for each group, the first by letters among equals.</summary>
    public static Dictionary<long, string> Of(DbConnection connection, SpeakerGroups groups, IEnumerable<long> roots)
    {
        var members = roots.Distinct().SelectMany(groups.MembersOf).ToList();
        var names = new List<(long Speaker, string Name, long Uses)>();
        foreach (var piece in members.Chunk(Listings.Piece))
        {
            names.AddRange(connection.Query<(long, string, long)>(
                "SELECT speaker_id, name, uses FROM speaker_names WHERE speaker_id IN @piece", new { piece }));
        }

        return names
            .GroupBy(name => groups.RootOf(name.Speaker))
            .ToDictionary(same => same.Key, same => same
                .GroupBy(name => name.Name, name => name.Uses, StringComparer.Ordinal)
                .OrderByDescending(uses => uses.Sum())
                .ThenBy(uses => uses.Key, StringComparer.Ordinal)
                .First().Key);
    }

    private static IEnumerable<long> ByWords(DbConnection connection, IReadOnlyList<string> words)
    {
        // The longest word is mostly the rarest; the others are looked up in the names that it has.
        var rare = words.MaxBy(word => word.Length)!;
        const string Names = """
            SELECT speaker_words.speaker_id, speaker_words.name FROM speaker_words
            JOIN speaker_names ON speaker_names.speaker_id = speaker_words.speaker_id AND speaker_names.name = speaker_words.name
            WHERE speaker_words.word = @rare ORDER BY speaker_names.uses DESC, speaker_words.speaker_id
            """;
        return connection.Query<(long Speaker, string Name)>(Names, new { rare })
            .Where(name => SpeakerWords.StandIn(words, name.Name))
            .Select(name => name.Speaker)
            .Distinct()
            .Take(MostSpeakers);
    }
}
