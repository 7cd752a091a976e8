using System.Data.Common;
using Dapper;
using Konon.Ledger.Search;
using Konon.Text;

namespace Konon.Store.Sqlite;

/// <summary>The word indexes in SQLite: FTS5 without the content, which stands in the rows.</summary>
/// <remarks>
/// FTS5 walks over its rows in order of their number, forwards or backwards, and stops wherever one wants it to. So the number of a row
/// here begins with its day: the newest matches of a frequent word cost as little as those of a rare one, a range of days is a range
/// of numbers, and the order does not depend on what was added first. Ranking by bm25 would have to see every match.
/// </remarks>
internal static class SqliteWords
{
    // A row's number: days since 1970 (0 where there is none) above, the row's id below. 2^40 rows, days to the year 9999.
    private const int IdBits = 40;
    public const long IdMask = (1L << IdBits) - 1;
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static void Create(DbTransaction transaction)
    {
        using var create = transaction.Connection!.CreateCommand();
        create.Transaction = transaction;
        // The words are stems in small letters already, so that cutting at blanks is all there is to do.
        create.CommandText = """
            CREATE VIRTUAL TABLE reading_words USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
            CREATE VIRTUAL TABLE claim_words USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
            """;
        create.ExecuteNonQuery();
    }

    public static IReadOnlyList<WordHit> Find(DbConnection connection, WordIndex index, SearchNode words, WordRange range, int limit)
    {
        var least = range.Since is { } since ? Number(0, IsoDay.Of(since)) : 0;
        var most = range.Until is { } until ? Number(IdMask, IsoDay.Of(until)) : long.MaxValue;
        if (range.Until is not null && least == 0) least = 1L << IdBits;
        if (range.After is { } after) most = Math.Min(most, Number(after.Id, after.Day) - 1);
        if (most < least) return [];
        var table = Table(index);
        var found = connection.Query<long>(
            $"SELECT rowid FROM {table} WHERE {table} MATCH @match AND rowid BETWEEN @least AND @most ORDER BY rowid DESC LIMIT @limit",
            new { match = FtsExpression.Of(words), least, most, limit });
        return [.. found.Select(number => new WordHit(number & IdMask, DayOf(number)))];
    }

    /// <summary>The rows that an index holds words of, in order.</summary>
    public static IEnumerable<long> Rows(DbConnection connection, WordIndex index) => connection.Query<long>(
        $"SELECT id & @IdMask AS row_id FROM {Table(index)}_docsize ORDER BY row_id", new { IdMask }, buffered: false);

    /// <summary>Whether a row is indexed under its day with these words, one after the other.</summary>
    public static bool HasPhrase(DbConnection connection, WordIndex index, long id, string words)
    {
        var table = Table(index);
        var rows = index == WordIndex.Readings ? "readings" : "claims";
        if (connection.QueryFirstOrDefault<string>($"SELECT day FROM {rows} WHERE id = @id", new { id }) is not { } day) return false;
        return connection.QueryFirstOrDefault<long?>(
            $"SELECT 1 FROM {table} WHERE rowid = @number AND {table} MATCH @phrase",
            new { number = Number(id, day), phrase = '"' + words.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' }) is not null;
    }

    /// <summary>The table of an index.</summary>
    public static string Table(WordIndex index) => index == WordIndex.Readings ? "reading_words" : "claim_words";

    /// <summary>The number of a row; what was before 1970 stands with its first day, which no coverage that is read here is.</summary>
    public static long Number(long id, string day)
    {
        var days = day.Length == 0 ? 0 : Math.Max(1, IsoDay.Read(day).DayNumber - Epoch);
        return ((long)days << IdBits) | id;
    }

    private static string DayOf(long number) =>
        number >> IdBits is > 0 and var days ? IsoDay.Of(DateOnly.FromDayNumber((int)days + Epoch)) : "";

}
