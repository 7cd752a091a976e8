using System.Data.Common;
using Konon.Ledger.Search;

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

    /// <summary>Commits a transaction, the word indexes first, which take many changes together far faster than one by one.</summary>
    /// <param name="transaction">A transaction of <see cref="BeginWrite"/>.</param>
    void Commit(DbTransaction transaction);

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

    /// <summary>
    /// Copies the database as it is now into an SQLite file, while others may write; the destination is replaced whole or not at all.
    /// </summary>
    /// <param name="destination">A path.</param>
    /// <returns>False where the engine is no file, so that the rows are to be carried over one by one.</returns>
    bool TryCopyTo(string destination);

    /// <summary>The names of the tables that are there.</summary>
    IReadOnlyList<string> Tables(DbConnection connection);

    /// <summary>The schema's words in this engine's dialect.</summary>
    /// <param name="script">A script in the words that the engines share.</param>
    string Dialect(string script);

    /// <summary>Creates what every engine has in a way of its own, the word indexes above all; before the first script.</summary>
    void BeforeTables(DbConnection connection, DbTransaction transaction);

    /// <summary>Creates what an engine has beside the tables of the first script; after it.</summary>
    void AfterTables(DbConnection connection, DbTransaction transaction);

    /// <summary>Adds rows of evidence, of which there are many, in the way that is fastest here.</summary>
    /// <param name="transaction">A transaction of <see cref="BeginWrite"/>.</param>
    IEvidenceWriter Evidence(DbTransaction transaction);

    /// <summary>Does work and, where the engine asks for it, does it again: after a deadlock, or when the server was away for a while.</summary>
    /// <param name="work">Opens its own connection, and leaves nothing behind when it fails.</param>
    /// <param name="mayRepeat">Whether it may be done twice, should the answer to its commit be lost.</param>
    T Persist<T>(Func<T> work, bool mayRepeat);

    /// <summary>Rows whose words match, the newest day first, on one day the highest id first; undated ones last.</summary>
    /// <param name="connection">A connection of this database.</param>
    /// <param name="index">Which index.</param>
    /// <param name="words">What must match.</param>
    /// <param name="range">From which day to which, and behind which row.</param>
    /// <param name="limit">The most rows.</param>
    /// <remarks>Costs as much as there are rows to pass until the limit is reached, and never sorts.</remarks>
    IReadOnlyList<WordHit> FindWords(DbConnection connection, WordIndex index, SearchNode words, WordRange range, int limit);

    /// <summary>Adds words to an index, at the latest at <see cref="Commit"/>; the row must stand in its table.</summary>
    /// <param name="transaction">The transaction to do it in.</param>
    /// <param name="index">Which index.</param>
    /// <param name="id">The row that the words stand in.</param>
    /// <param name="words">What <see cref="Konon.Ledger.SearchWords"/> made of it.</param>
    void AddWords(DbTransaction transaction, WordIndex index, long id, string words);

    /// <summary>
    /// Takes a row out of an index, at the latest at <see cref="Commit"/>; nothing happens where it is not in it. Fast while the row
    /// stands in its table as it was when its words were added.
    /// </summary>
    void RemoveWords(DbTransaction transaction, WordIndex index, long id);

    /// <summary>Which columns refer to the rows of other tables.</summary>
    IReadOnlyList<TableReference> References(DbConnection connection, DbTransaction? transaction);

    /// <summary>Takes out of the database's own files what erased rows and words left there. Takes as long as writing it anew.</summary>
    /// <returns>Whether nothing is left; false where another connection still reads an old state.</returns>
    bool Scrub(DbConnection connection);

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
