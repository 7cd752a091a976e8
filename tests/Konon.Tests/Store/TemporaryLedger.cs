using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Konon.Articles;
using Konon.Bytes;
using Konon.Claims;
using Konon.Ledger;
using Konon.Store;
using Konon.Tests.Store.Postgres;
using Xunit;
using Xunit.v3;

namespace Konon.Tests.Store;

/// <summary>A ledger in a folder of its own, or in a database of its own for tests on a server; it goes with it.</summary>
internal sealed class TemporaryLedger : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("konon-ledger-");

    /// <summary>Makes a ledger.</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onServer">Whether it is on a server; null for what the running class of tests is about.</param>
    public TemporaryLedger(string reader = "konon 0.1.0", TimeProvider? time = null, bool? onServer = null)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "konon.db");
        IsFile = !(onServer ?? IsClassOnServer);
        Location = IsFile ? Path : PostgresServer.Shared.NewLedger();
        Store = Open(reader, time);
    }

    /// <summary>The ledger's file, or where it would be.</summary>
    public string Path { get; }

    /// <summary>How the ledger is opened.</summary>
    public string Location { get; }

    /// <summary>Whether it is an SQLite file, its documents beside it.</summary>
    public bool IsFile { get; }

    /// <summary>Whether the running class of tests is about servers.</summary>
    public static bool IsClassOnServer => TestContext.Current.TestClass is IXunitTestClass running && typeof(IOnPostgres).IsAssignableFrom(running.Class);

    public LedgerStore Store { get; }

    public LedgerStore Open(string reader = "konon 0.1.0", TimeProvider? time = null) =>
        LedgerStore.Open(Location, time ?? TimeProvider.System, LedgerOptions.Default with { Create = true, Reader = reader });

    /// <summary>
    /// Changes rows behind the ledger's back. <c>{claims:3}</c> is the number of the third claim; <c>x'00'</c> a byte.
    /// </summary>
    public void Change(string sql)
    {
        sql = Regex.Replace(sql, @"\{(\w+):(\d+)\}", row => string.Create(
            CultureInfo.InvariantCulture,
            $"(SELECT id FROM {row.Groups[1].Value} ORDER BY id LIMIT 1 OFFSET {int.Parse(row.Groups[2].Value, CultureInfo.InvariantCulture) - 1})"));
        if (!IsFile) sql = sql.Replace("x'00'", "'\\x00'::BYTEA", StringComparison.Ordinal);
        Store.Use(connection => Dapper.SqlMapper.Execute(connection, sql));
    }

    /// <summary>A document as a file of that name would give it.</summary>
    public static Document Document(string input, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new Document { Input = input, Bytes = bytes, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)) };
    }

    /// <summary>A document as a row with an address would give it.</summary>
    public static Document Row(string input, string url, string text, string? published = null) =>
        Document(input, url + "\n" + text) with { Row = new RowFields(null, url, null, null, published, text) };

    public static LedgerEntry Read(Document document)
    {
        Assert.Null(ArticleReader.TryRead(document, ArticleOptions.Default, out var article));
        return new LedgerEntry(document.Input, [document], ClaimFinder.Read(article!));
    }

    /// <summary>Adds documents as one run of a command would.</summary>
    public static AppendCounts Add(LedgerStore store, params IEnumerable<Document> documents)
    {
        var entries = documents.Select(Read).ToList();
        foreach (var entry in entries) store.KeepDocuments(entry.Documents);
        var run = store.BeginRun("test", Guid.NewGuid().ToString());
        var counts = store.Append(run, [.. entries.Select(PreparedEntry.Of)], []);
        store.EndRun(run);
        return counts;
    }

    public void Dispose()
    {
        Store.Dispose();
        if (!IsFile) PostgresServer.Shared.Drop(Location);
        _folder.Delete(recursive: true);
    }
}
