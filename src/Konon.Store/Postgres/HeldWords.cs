using System.Data.Common;
using Dapper;

namespace Konon.Store.Postgres;

/// <summary>The changes of the word indexes in one transaction, held back and written together.</summary>
internal sealed class HeldWords(PostgresTransaction transaction)
{
    private const int MostHeld = 2_000;
    private readonly Dictionary<WordIndex, Dictionary<long, string>> _added = new() { [WordIndex.Readings] = [], [WordIndex.Claims] = [] };
    private readonly Dictionary<WordIndex, HashSet<long>> _removed = new() { [WordIndex.Readings] = [], [WordIndex.Claims] = [] };

    public void Add(WordIndex index, long id, string words)
    {
        _added[index][id] = words;
        if (_added[index].Count >= MostHeld) Write();
    }

    // What is still held back may stand there from before, too: it is taken out before it is added again.
    public void Remove(WordIndex index, long id)
    {
        _added[index].Remove(id);
        _removed[index].Add(id);
    }

    public void Write()
    {
        // A row's day is asked for, so that the row must be there.
        transaction.Evidence.Flush();
        DbConnection connection = transaction.Connection!;
        foreach (var (index, ids) in _removed)
        {
            if (ids.Count > 0) connection.Execute($"DELETE FROM {PostgresWords.Table(index)} WHERE id IN @ids", new { ids = ids.ToArray() }, transaction);
            ids.Clear();
        }

        foreach (var (index, rows) in _added)
        {
            if (rows.Count > 0) Add(connection, index, rows);
            rows.Clear();
        }
    }

    private void Add(DbConnection connection, WordIndex index, Dictionary<long, string> rows) => connection.Execute(
        $"""
        INSERT INTO {PostgresWords.Table(index)} (id, day, words)
        SELECT named.id, named.day, held.words
        FROM unnest(CAST(@ids AS BIGINT[]), CAST(@words AS TEXT[])) AS held (id, words)
        JOIN {PostgresWords.Rows(index)} AS named ON named.id = held.id ORDER BY named.id
        """,
        new { ids = rows.Keys.ToArray(), words = rows.Values.Select(PostgresCommand.Holdable).ToArray() },
        transaction);
}
