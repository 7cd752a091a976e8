using System.Data.Common;
using Dapper;
using Konon.Ledger.Review;

namespace Konon.Store.Review;

/// <summary>Which speakers are one.</summary>
internal static class SpeakerMerges
{
    /// <summary>Writes into the speakers' rows who was merged into whom.</summary>
    public static void Settle(DbTransaction transaction)
    {
        var connection = transaction.Connection!;
        var heads = MergeGroups.Of(Decision.Standing(DecisionTable.OfKind(connection, transaction, DecisionTarget.Speaker)));
        connection.Execute("UPDATE speakers SET merged_into = NULL WHERE merged_into IS NOT NULL", transaction: transaction);
        foreach (var (member, head) in heads)
        {
            connection.Execute(
                "UPDATE speakers SET merged_into = (SELECT id FROM speakers AS heads WHERE heads.public_id = @head) WHERE public_id = @member",
                new { member, head },
                transaction);
        }
    }

    /// <summary>How many were merged into a speaker.</summary>
    public static long Members(DbConnection connection, DbTransaction? transaction, long head) =>
        connection.QuerySingle<long>("SELECT COUNT(*) FROM speakers WHERE merged_into = @head", new { head }, transaction);

    /// <summary>The name of the head for each merged speaker's key.</summary>
    public static IReadOnlyDictionary<string, string> Names(DbConnection connection) => connection.Query<(string Key, string Name)>(
        """
        SELECT speakers.key,
          (SELECT name FROM speaker_names WHERE speaker_names.speaker_id = speakers.merged_into ORDER BY uses DESC, name LIMIT 1)
        FROM speakers WHERE merged_into IS NOT NULL
        """).Where(row => row.Name is not null).ToDictionary(row => row.Key, row => row.Name, StringComparer.Ordinal);

    /// <summary>The rows of speakers with that id, the start of one, or else that name; the first few.</summary>
    public static IReadOnlyList<SpeakerRow> Find(DbConnection connection, DbTransaction? transaction, string idOrName)
    {
        const string Columns = "SELECT id AS Id, public_id AS PublicId, key AS Key, merged_into AS MergedInto FROM speakers ";
        var id = idOrName.ToLowerInvariant();
        var found = connection.Query<SpeakerRow>(
            Columns + "WHERE public_id >= @id AND public_id < @after ORDER BY public_id LIMIT 5", new { id, after = id + "g" }, transaction).ToList();
        return found.Count > 0
            ? found
            : [.. connection.Query<SpeakerRow>(
                Columns + "WHERE id IN (SELECT speaker_id FROM speaker_names WHERE LOWER(name) = @id) ORDER BY public_id LIMIT 5",
                new { id },
                transaction)];
    }
}

/// <summary>A speaker's row; Dapper fills it by name.</summary>
internal sealed class SpeakerRow
{
    public long Id { get; init; }

    public string PublicId { get; init; } = "";

    public string Key { get; init; } = "";

    public long? MergedInto { get; init; }
}
