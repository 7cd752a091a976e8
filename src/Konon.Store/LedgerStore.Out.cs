using Konon.Store.Out;
using Konon.Views.Exports;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    /// <summary>Hands out what every article says now, all as of one moment, whatever others write meanwhile.</summary>
    /// <param name="filter">Which articles, in which order.</param>
    /// <param name="each">Given one article after the other.</param>
    /// <returns>How many there were.</returns>
    public long Export(ExportFilter filter, Action<ExportedArticle> each)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(each);
        return UseOnce(connection =>
        {
            using var transaction = Database.BeginRead(connection);
            long count = 0;
            using var articles = new ArticleWalk(connection, transaction, filter).Articles().GetEnumerator();
            while (Sound(Location, articles.MoveNext))
            {
                each(articles.Current);
                count++;
            }

            return count;
        });
    }

    /// <summary>Writes all that cannot be made again: what <see cref="Import"/> makes an equal ledger of.</summary>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="withDocuments">Whether the kept bytes go along.</param>
    /// <param name="progress">Told how many lines are written; null where nobody asks.</param>
    public void ExportHistory(Stream output, bool withDocuments, Action<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        UseOnce(connection =>
        {
            using var transaction = Database.BeginRead(connection);
            using var writer = new HistoryWriter(connection, transaction, output);
            return Sound(Location, () =>
            {
                writer.Write(withDocuments ? Documents : null, progress);
                return 0;
            });
        });
    }

    /// <summary>Puts a history back, all of it or nothing; what the ledger has already stays as it is.</summary>
    /// <param name="input">What <see cref="ExportHistory"/> wrote.</param>
    /// <param name="progress">Told how many lines are read; null where nobody asks.</param>
    /// <exception cref="InvalidDataException">It is no history, or damaged: nothing was added. The message says in which line.</exception>
    public ImportCounts Import(Stream input, Action<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return WriteOnce((_, transaction) =>
        {
            using var reader = new HistoryReader(Database, transaction, Documents);
            var counts = default(ImportCounts);
            GuardFiles(() =>
            {
                counts = reader.Read(input, progress);
                Documents.Sync();
            });
            return counts;
        });
    }

    // A record or a document that cannot be read back is a damage, not an exception of whoever happens to unpack it.
    private static T Sound<T>(string place, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException)
        {
            throw new LedgerException(place, LedgerFault.Damaged, fault);
        }
    }
}
