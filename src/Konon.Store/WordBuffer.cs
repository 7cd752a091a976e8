using System.Data.Common;

namespace Konon.Store;

/// <summary>Holds the changes of the word indexes back to the end of a transaction: an index takes many rows together far faster.</summary>
internal sealed class WordBuffer(ILedgerDatabase database, DbTransaction transaction)
{
    private readonly Dictionary<(WordIndex Index, long Id), WordRow> _added = [];
    private readonly HashSet<(WordIndex Index, long Id)> _removed = [];

    public void Add(WordIndex index, WordRow row) => _added[(index, row.Id)] = row;

    public void Remove(WordIndex index, long id)
    {
        if (!_added.Remove((index, id))) _removed.Add((index, id));
    }

    public void Write()
    {
        foreach (var (index, id) in _removed) database.RemoveWords(transaction, index, id);
        foreach (var same in _added.GroupBy(row => row.Key.Index, row => row.Value)) database.AddWords(transaction, same.Key, [.. same]);
        _removed.Clear();
        _added.Clear();
    }
}
