using System.Data.Common;

namespace Konon.Store;

/// <summary>What the ledger needs of a database engine, and all that differs between engines.</summary>
/// <remarks>
/// Everything else is SQL that SQLite and PostgreSQL share: <c>ON CONFLICT</c>, <c>RETURNING</c>, <c>@name</c> parameters, integers for
/// times (milliseconds since 1970, UTC) and truth, text for days. Implementations are thread-safe; connections are not.
/// </remarks>
public interface ILedgerDatabase : IDisposable
{
    /// <summary>The ledger as the user named it.</summary>
    string Location { get; }

    /// <summary>Whether anything is there yet.</summary>
    bool Exists { get; }

    /// <summary>Opens a connection that is ready for use; cheap, for one short piece of work each.</summary>
    /// <exception cref="LedgerException">The ledger cannot be opened.</exception>
    DbConnection Open();

    /// <summary>Begins a transaction that may write, waiting for another writer to end.</summary>
    /// <param name="connection">A connection of this database.</param>
    /// <exception cref="LedgerException">Another writer takes too long, or writing is not allowed.</exception>
    DbTransaction BeginWrite(DbConnection connection);

    /// <summary>Begins a transaction that only reads and sees the ledger as it is now until it ends, whatever others write.</summary>
    /// <param name="connection">A connection of this database.</param>
    DbTransaction BeginRead(DbConnection connection);

    /// <summary>Sets what holds for the whole database; done once, before the first table is made.</summary>
    void Prepare(DbConnection connection);

    /// <summary>What the engine itself finds damaged, and references that lead nowhere; reads everything.</summary>
    IEnumerable<string> Damages(DbConnection connection);

    /// <summary>The rows that an index holds words of, in order.</summary>
    IEnumerable<long> IndexedRows(DbConnection connection, WordIndex index);

    /// <summary>Whether a row is indexed with these words, one after the other.</summary>
    bool HasPhrase(DbConnection connection, WordIndex index, long id, string words);

    /// <summary>Copies the database as it is now, while others may write; the destination is replaced whole or not at all.</summary>
    /// <param name="destination">A path.</param>
    void CopyTo(string destination);

    /// <summary>The names of the tables that are there.</summary>
    IReadOnlyList<string> Tables(DbConnection connection);

    /// <summary>The schema's words in this engine's dialect.</summary>
    /// <param name="script">A script in the words that the engines share.</param>
    string Dialect(string script);

    /// <summary>Creates the word indexes, which every engine has in a way of its own.</summary>
    void CreateWordIndexes(DbConnection connection, DbTransaction transaction);

    /// <summary>Adds words to an index.</summary>
    /// <param name="transaction">The transaction to do it in.</param>
    /// <param name="index">Which index.</param>
    /// <param name="id">The row that the words stand in.</param>
    /// <param name="words">What <see cref="Konon.Ledger.SearchWords"/> made of it.</param>
    void AddWords(DbTransaction transaction, WordIndex index, long id, string words);

    /// <summary>Takes a row out of an index; nothing happens where it is not in it.</summary>
    void RemoveWords(DbTransaction transaction, WordIndex index, long id);

    /// <summary>The fault that an exception of this engine's driver stands for; null where it is none of the engine's.</summary>
    LedgerFault? FaultOf(Exception fault);
}

/// <summary>The full-text indexes of a ledger.</summary>
public enum WordIndex
{
    /// <summary>Title and text of each current reading, by the reading's id.</summary>
    Readings,

    /// <summary>The words of each current claim, its speakers and roles, by the claim's id.</summary>
    Claims,
}
