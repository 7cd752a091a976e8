using System.Data.Common;

namespace Konon.Store.Sqlite;

/// <summary>The changes of the word indexes in one transaction, held back to its end and written in order of their numbers.</summary>
/// <remarks>FTS5 collects words in memory as long as the numbers rise, and writes all it has when one does not.</remarks>
internal sealed class WordChanges(DbTransaction transaction)
{
    private readonly Dictionary<WordIndex, Dictionary<long, (long Number, string Words)>> _added =
        new() { [WordIndex.Readings] = [], [WordIndex.Claims] = [] };
    private readonly Dictionary<WordIndex, HashSet<long>> _removed = new() { [WordIndex.Readings] = [], [WordIndex.Claims] = [] };
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public void Add(WordIndex index, long id, string words) => _added[index][id] = (SqliteWords.Number(id, DayOf(index, id) ?? ""), words);

    public void Remove(WordIndex index, long id)
    {
        // What is still held back stands nowhere else: had it been indexed before, it was taken out before it was added again.
        if (!_added[index].Remove(id) && NumberOf(index, id) is { } number) _removed[index].Add(number);
    }

    public void Write()
    {
        foreach (var (index, numbers) in _removed)
        {
            foreach (var number in numbers.Order()) Get($"DELETE FROM {SqliteWords.Table(index)} WHERE rowid = @0", 1).Run(number);
            numbers.Clear();
        }

        foreach (var (index, rows) in _added)
        {
            foreach (var (number, words) in rows.Values.OrderBy(row => row.Number))
            {
                Get($"INSERT INTO {SqliteWords.Table(index)} (rowid, words) VALUES (@0, @1)", 2).Run(number, words);
            }

            rows.Clear();
        }

        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
    }

    // The number under which a row was indexed. Where the row is gone, or has another day now, every number is looked at: whoever
    // forgets the row must not keep its words.
    private long? NumberOf(WordIndex index, long id)
    {
        var sizes = SqliteWords.Table(index) + "_docsize";
        return DayOf(index, id) is { } day && Get($"SELECT id FROM {sizes} WHERE id = @0", 1).Number(SqliteWords.Number(id, day)) is { } number
            ? number
            : Get($"SELECT id FROM {sizes} WHERE (id & @0) = @1", 2).Number(SqliteWords.IdMask, id);
    }

    private string? DayOf(WordIndex index, long id) =>
        Get(index == WordIndex.Readings ? "SELECT day FROM readings WHERE id = @0" : "SELECT day FROM claims WHERE id = @0", 1).Value(id) as string;

    private Statement Get(string sql, int parameters)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements.Add(sql, statement = new Statement(transaction.Connection!, transaction, sql, parameters));
        }

        return statement;
    }
}
