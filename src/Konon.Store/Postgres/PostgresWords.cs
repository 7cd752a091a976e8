using System.Data.Common;
using Dapper;
using Konon.Ledger.Search;
using Konon.Text;

namespace Konon.Store.Postgres;

/// <summary>The word indexes in PostgreSQL: the words of a row beside the set of them, which GIN indexes.</summary>
/// <remarks>
/// The set finds rows, the words in their order tell whether a phrase stands there. The planner chooses by what it knows of how frequent
/// words are: rare ones are looked up and sorted, frequent ones met soon enough on a walk from the newest row backwards.
/// </remarks>
internal static class PostgresWords
{
    /// <summary>The table of an index.</summary>
    public static string Table(WordIndex index) => index == WordIndex.Readings ? "reading_words" : "claim_words";

    /// <summary>The table of the rows that an index is of.</summary>
    public static string Rows(WordIndex index) => index == WordIndex.Readings ? "readings" : "claims";

    public static IReadOnlyList<WordHit> Find(DbConnection connection, WordIndex index, SearchNode words, WordRange range, int limit)
    {
        var values = new DynamicParameters();
        var conditions = new List<string> { WordExpression.Of(words, values) };
        if (range.Since is { } since)
        {
            conditions.Add("day >= @since");
            values.Add("since", IsoDay.Of(since));
        }

        if (range.Until is { } until)
        {
            conditions.Add("day <= @until AND day > ''");
            values.Add("until", IsoDay.Of(until));
        }

        if (range.After is { } after)
        {
            conditions.Add("(day, id) < (@afterDay, @afterId)");
            values.Add("afterDay", after.Day);
            values.Add("afterId", after.Id);
        }

        values.Add("limit", limit);
        var sql = $"SELECT id, day FROM {Table(index)} WHERE {string.Join(" AND ", conditions)} ORDER BY day DESC, id DESC LIMIT @limit";
        return [.. connection.Query<(long Id, string Day)>(sql, values).Select(row => new WordHit(row.Id, row.Day))];
    }

    /// <summary>The rows that an index holds words of, in order.</summary>
    public static IEnumerable<long> Indexed(DbConnection connection, WordIndex index) =>
        connection.Query<long>($"SELECT id FROM {Table(index)} ORDER BY id", buffered: false);

    /// <summary>Whether a row is indexed under its day with these words, one after the other.</summary>
    public static bool HasPhrase(DbConnection connection, WordIndex index, long id, string words) => connection.QueryFirstOrDefault<long?>(
        $"""
        SELECT 1 FROM {Table(index)} AS held JOIN {Rows(index)} AS named ON named.id = held.id
        WHERE held.id = @id AND held.day = named.day AND strpos(' ' || held.words || ' ', ' ' || @words || ' ') > 0
        """,
        new { id, words }) is not null;
}
