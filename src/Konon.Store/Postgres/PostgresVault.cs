using System.IO.Compression;
using Dapper;
using Konon.Bytes;

namespace Konon.Store.Postgres;

/// <summary>The kept documents as rows of the ledger's server, so that every machine that reaches it has them.</summary>
/// <remarks>Each is kept in a transaction of its own: when <see cref="Keep"/> returns it is on the server's disk.</remarks>
internal sealed class PostgresVault(ILedgerDatabase database, TimeProvider time) : IDocumentVault
{
    private const int DigestLength = 64;
    private const int Piece = 10_000;

    public string Place => database.Location;

    public void Keep(string sha256, ReadOnlySpan<byte> bytes)
    {
        Check(sha256);
        var body = Pack(bytes);
        var at = time.GetUtcNow().ToUnixTimeMilliseconds();
        Use(connection => connection.Execute(
            "INSERT INTO kept_documents (sha256, kept_at, body) VALUES (@sha256, @at, @body) ON CONFLICT (sha256) DO NOTHING",
            new { sha256, at, body }));
    }

    public void Sync()
    {
        // The commit of each brought it to the disk.
    }

    public byte[]? Get(string sha256)
    {
        Check(sha256);
        var body = Use(connection => connection.QueryFirstOrDefault<byte[]>("SELECT body FROM kept_documents WHERE sha256 = @sha256", new { sha256 }));
        if (body is null) return null;
        using var packed = new GZipStream(new MemoryStream(body, writable: false), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        var kept = bytes.ToArray();
        return DocumentDigest.Of(kept) == sha256
            ? kept
            : throw new InvalidDataException("the kept document has another digest than its name");
    }

    public bool Has(string sha256) => Missing([sha256]).Count == 0;

    public IReadOnlyCollection<string> Missing(IReadOnlyCollection<string> digests)
    {
        if (digests.Count == 0) return [];
        var wanted = digests.ToArray();
        var there = Use(connection => connection.Query<string>("SELECT sha256 FROM kept_documents WHERE sha256 IN @wanted", new { wanted }));
        return [.. digests.Except(there, StringComparer.Ordinal)];
    }

    public void Erase(string sha256) =>
        Use(connection => connection.Execute("DELETE FROM kept_documents WHERE sha256 = @sha256", new { sha256 }));

    public DateTimeOffset? KeptAt(string sha256)
    {
        const string Sql = "SELECT kept_at FROM kept_documents WHERE sha256 = @sha256";
        return Use(connection => connection.QueryFirstOrDefault<long?>(Sql, new { sha256 })) is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;
    }

    public IEnumerable<string> All()
    {
        for (var after = ""; ;)
        {
            var from = after;
            var piece = Use(connection => connection.Query<string>(
                "SELECT sha256 FROM kept_documents WHERE sha256 > @from ORDER BY sha256 LIMIT @Piece", new { from, Piece }).ToList());
            foreach (var sha256 in piece) yield return sha256;
            if (piece.Count < Piece) yield break;
            after = piece[^1];
        }
    }

    public IEnumerable<string> Unfinished() => [];

    public void Tidy(DateTimeOffset before)
    {
        // A row is there whole or not at all.
    }

    public long Size() => Use(connection => connection.QuerySingle<long>("SELECT pg_total_relation_size('kept_documents')"));

    private T Use<T>(Func<System.Data.Common.DbConnection, T> work)
    {
        try
        {
            return database.Persist(
                () =>
                {
                    using var connection = database.Open();
                    return work(connection);
                },
                mayRepeat: true);
        }
        catch (Exception fault) when (database.FaultOf(fault) is { } reason)
        {
            throw new LedgerException(database.Location, reason, fault);
        }
    }

    private static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var file = new MemoryStream((bytes.Length / 3) + 64);
        using (var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true)) packed.Write(bytes);
        return file.ToArray();
    }

    private static void Check(string sha256)
    {
        if (sha256.Length != DigestLength || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("not a SHA-256 in small hexadecimal digits", nameof(sha256));
        }
    }
}
