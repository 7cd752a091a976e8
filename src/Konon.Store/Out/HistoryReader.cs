using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Konon.Bytes;
using Konon.Ledger;
using Konon.Ledger.Review;
using Konon.Store.Review;

namespace Konon.Store.Out;

/// <summary>Puts back what <see cref="HistoryWriter"/> wrote, in one transaction: all of it or nothing.</summary>
/// <remarks>What the ledger has already stays as it is, so that the same file a second time changes nothing.</remarks>
internal sealed class HistoryReader : IDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly ILedgerDatabase _database;
    private readonly IDocumentVault _documents;
    private readonly Appender _appender;
    private readonly CurrentReadings _current;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Table, long Number), long> _numbered = [];
    private readonly Dictionary<string, int> _alike = new(StringComparer.Ordinal);
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _rows;
    private long _added;
    private long _kept;

    public HistoryReader(ILedgerDatabase database, DbTransaction transaction, IDocumentVault documents)
    {
        (_database, _transaction, _documents) = (database, transaction, documents);
        _connection = transaction.Connection!;
        _appender = new Appender(database, transaction, reader: null, now: 0);
        _current = new CurrentReadings(database, transaction);
    }

    public void Dispose()
    {
        _appender.Dispose();
        _current.Dispose();
        _digest.Dispose();
        foreach (var statement in _statements.Values) statement.Dispose();
    }

    /// <summary>Reads it to its end.</summary>
    /// <exception cref="InvalidDataException">It is no history export, or damaged; the message says in which line.</exception>
    public ImportCounts Read(Stream input, Action<long>? progress)
    {
        var lines = new LineReader(input);
        long number = 0;
        var isWhole = false;
        try
        {
            while (lines.Next() is { } line)
            {
                number++;
                if (isWhole) throw new InvalidDataException("something stands behind the end");
                isWhole = ReadLine(line, number);
                progress?.Invoke(number);
            }

            number++;
            if (!isWhole) throw new InvalidDataException(number == 1 ? "it is empty" : "it is cut off");
        }
        catch (Exception fault) when (IsOfTheFile(fault))
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"line {number}: {fault.Message}"), fault);
        }

        Settle();
        return new ImportCounts(_rows, _added, _kept, MissingDocuments());
    }

    private static bool IsOfTheFile(Exception fault) =>
        fault is InvalidDataException or JsonException or FormatException or KeyNotFoundException or InvalidOperationException;

    // Whether it was the last line.
    private bool ReadLine(ReadOnlyMemory<byte> line, long number)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        if (number == 1)
        {
            ReadHead(root);
        }
        else if (root.TryGetProperty("lines"u8, out var lines))
        {
            ReadEnd(root, lines.GetInt64(), number);
            return true;
        }
        else if (root.TryGetProperty("bytes_of"u8, out var sha256))
        {
            Keep(sha256.GetString()!, root.GetProperty("base64"u8).GetBytesFromBase64());
        }
        else
        {
            _rows++;
            if (Add(TableOf(root), root)) _added++;
        }

        _digest.AppendData(line.Span);
        _digest.AppendData("\n"u8);
        return false;
    }

    private static void ReadHead(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("konon"u8, out var what) || what.GetString() != "history")
        {
            throw new InvalidDataException("this is no history of a ledger; konon export --with-history writes one");
        }

        var version = root.GetProperty("version"u8).GetInt32();
        if (version > HistoryWriter.Version) throw new InvalidDataException("a newer version of Konon wrote this");
    }

    private void ReadEnd(JsonElement root, long lines, long number)
    {
        if (lines != number - 1) throw new InvalidDataException("lines are missing or too many");
        var sha256 = Convert.ToHexStringLower(_digest.GetCurrentHash());
        var stated = root.GetProperty("sha256"u8).GetString();
        if (stated != sha256) throw new InvalidDataException("its digest does not fit: the file is damaged");
    }

    private static HistoryTable TableOf(JsonElement root)
    {
        var name = root.GetProperty("table"u8).GetString();
        return HistoryTables.Facts.FirstOrDefault(table => table.Name == name)
            ?? throw new InvalidDataException($"there is no table called \"{name}\"");
    }

    private void Keep(string sha256, byte[] bytes)
    {
        var digest = DocumentDigest.Of(bytes);
        if (digest != sha256) throw new InvalidDataException("a document has another digest than it should");
        if (_documents.Has(sha256)) return;
        _documents.Keep(sha256, bytes);
        _kept++;
    }

    private bool Add(HistoryTable table, JsonElement row)
    {
        Check(table, row);
        var values = table.Columns.ToDictionary(column => column.Name, column => ValueOf(column, row), StringComparer.Ordinal);
        var known = Find(table, values);
        if (table.Name == "readings") RefuseOther(row, values);
        var id = known ?? (table.Name == "readings" ? AddReading(row, values) : Insert(table, values));
        if (table.IsNumbered) _numbered.Add((table.Name, row.GetProperty("number"u8).GetInt64()), id);
        return known is null;
    }

    private object? ValueOf(HistoryColumn column, JsonElement row)
    {
        if (!row.TryGetProperty(column.Key, out var value)) return column.Kind == HistoryKind.Json ? Packed.Pack([]) : null;
        return column.Kind switch
        {
            HistoryKind.Json => Packed.Pack(Encoding.UTF8.GetBytes(value.GetRawText())),
            HistoryKind.Reference => IdOf(HistoryTables.Of(column.Of!), value),
            _ when value.ValueKind == JsonValueKind.String => value.GetString(),
            // Each as what it is: of two numbers C# would make the wider one.
            _ => value.TryGetInt64(out var whole) ? (object)whole : value.GetDouble(),
        };
    }

    private long IdOf(HistoryTable table, JsonElement name)
    {
        if (table.IsNumbered)
        {
            return _numbered.TryGetValue((table.Name, name.GetInt64()), out var id)
                ? id
                : throw new InvalidDataException($"refers to a row of {table.Name} that is not there");
        }

        return Prepared($"SELECT id FROM {table.Name} WHERE {table.NamedBy} = @0", 1).Number(name.GetString())
            ?? throw new InvalidDataException($"refers to a row of {table.Name} that is not there");
    }

    // Of rows that are alike the second of the file is the second of the ledger.
    private long? Find(HistoryTable table, Dictionary<string, object?> values)
    {
        var identity = table.Identity.Select(column => values[column]).ToArray();
        var equal = table.Identity.Select((column, i) => string.Create(CultureInfo.InvariantCulture, $"{column} = @{i}"));
        var where = string.Join(" AND ", equal);
        if (!table.IsNumbered) return Prepared($"SELECT {Key(table)} FROM {table.Name} WHERE {where}", identity.Length).Number(identity);
        var like = table.Name + "\u001f" + string.Join('\u001f', identity);
        var before = _alike[like] = _alike.GetValueOrDefault(like) + 1;
        var sql = $"SELECT id FROM {table.Name} WHERE {where} ORDER BY id LIMIT 1 OFFSET @{identity.Length}";
        return Prepared(sql, identity.Length + 1).Number([.. identity, before - 1]);
    }

    // Tables that join others have no id of their own.
    private static string Key(HistoryTable table) => table.Name is "reading_parts" or "reads" ? "1" : "id";

    private long Insert(HistoryTable table, Dictionary<string, object?> values)
    {
        var columns = string.Join(", ", table.Columns.Select(column => column.Name));
        var places = string.Join(", ", table.Columns.Select((_, i) => "@" + i.ToString(CultureInfo.InvariantCulture)));
        // Whether its words are gone is told at the end.
        var (more, value) = table.Name == "decisions" ? (", detached", ", 0") : ("", "");
        var sql = $"INSERT INTO {table.Name} ({columns}{more}) VALUES ({places}{value}) RETURNING {Key(table)}";
        return Prepared(sql, table.Columns.Count).Number([.. table.Columns.Select(column => values[column.Name])])!.Value;
    }

    // The record gives the claims, figures, speakers and words; and it must give the names that the row has.
    private long AddReading(JsonElement row, Dictionary<string, object?> values)
    {
        var record = Encoding.UTF8.GetBytes(row.GetProperty("body"u8).GetRawText());
        var sha256 = row.GetProperty("document"u8).GetString()!;
        var reading = ReadingParser.Parse(record, "", sha256);
        var entry = PreparedEntry.Of(new LedgerEntry("", [], reading));
        var digest = row.GetProperty("digest"u8).GetString();
        if (entry.Digest != digest) throw new InvalidDataException("a reading has another digest than its record");
        if (!Equals(entry.PublicId, values["public_id"])) throw new InvalidDataException("a reading has another id than it should");
        if (entry.Key.Id != row.GetProperty("article"u8).GetString()) throw new InvalidDataException("a reading is of another article");
        return _appender.AddReading(
            entry, (long)values["article_id"]!, (long)values["document_id"]!, (long)values["reader_id"]!, Equals(values["current"], 1L));
    }

    private static void Check(HistoryTable table, JsonElement row)
    {
        var fits = table.Name switch
        {
            "labels" => DigestOfBody(row) == row.GetProperty("digest"u8).GetString(),
            "decisions" => IsOf(DecisionRecord.Parse(Encoding.UTF8.GetBytes(row.GetProperty("body"u8).GetRawText())), row),
            "articles" => ContentId.Of(row.GetProperty("key"u8).GetString()!) == row.GetProperty("public_id"u8).GetString(),
            _ => true,
        };
        if (!fits) throw new InvalidDataException($"a row of {table.Name} has another digest than it should");
    }

    private static bool IsOf(Decision decision, JsonElement row) =>
        DecisionRecord.IsNamed(decision)
        && row.GetProperty("public_id"u8).GetString() == decision.Id
        && row.GetProperty("at"u8).GetInt64() == decision.At.ToUnixTimeMilliseconds()
        && row.GetProperty("by_name"u8).GetString() == decision.By
        && row.GetProperty("action"u8).GetString() == DecisionNames.Of(decision.Action)
        && row.GetProperty("kind"u8).GetString() == DecisionNames.Of(decision.On)
        && row.GetProperty("target"u8).GetString() == decision.Target;

    private static string DigestOfBody(JsonElement row) =>
        DocumentDigest.Of(row.TryGetProperty("body"u8, out var body) ? Encoding.UTF8.GetBytes(body.GetRawText()) : []);

    // What a person had erased here does not come back by a file that was written before.
    private void RefuseOther(JsonElement row, Dictionary<string, object?> values)
    {
        var key = Prepared("SELECT key FROM articles WHERE id = @0", 1).Value(values["article_id"]);
        var forgotten = Prepared(
            "SELECT 1 FROM tombstones WHERE (kind = 'document' AND digest = @0) OR (kind = 'article' AND digest = @1)", 2)
            .Number(row.GetProperty("document"u8).GetString(), key);
        if (forgotten is not null) throw new InvalidDataException("it holds an article that was forgotten: a person had it erased");
    }

    private void Settle()
    {
        _appender.Flush();
        var articles = _connection.Query<long>(
            """
            SELECT article_id FROM readings GROUP BY article_id HAVING COUNT(*) > 1 OR MAX(current) = 0
            UNION SELECT article_id FROM decisions WHERE article_id IS NOT NULL ORDER BY article_id
            """,
            transaction: _transaction).ToList();
        foreach (var article in articles) _current.Settle(article);
        // What its own reader gives no longer stands behind what that reader gives of the same document now.
        _connection.Execute(
            """
            UPDATE readings SET superseded_by =
              (SELECT MAX(other.id) FROM readings AS other JOIN reads ON reads.reading_id = other.id
                WHERE other.document_id = readings.document_id)
            WHERE superseded_by IS NULL AND current = 0 AND NOT EXISTS (SELECT 1 FROM reads WHERE reads.reading_id = readings.id)
            """,
            transaction: _transaction);
        SpeakerMerges.Settle(_transaction);
        new FigureMerges(_transaction).Settle();
    }

    private long MissingDocuments() => _connection
        .Query<string>("SELECT sha256 FROM documents", transaction: _transaction, buffered: false)
        .LongCount(sha256 => !_documents.Has(sha256));

    private Statement Prepared(string sql, int parameters)
    {
        if (_statements.TryGetValue(sql, out var statement)) return statement;
        statement = new Statement(_connection, _transaction, sql, parameters);
        _statements.Add(sql, statement);
        return statement;
    }
}

/// <summary>What came of an import.</summary>
/// <param name="Rows">Rows in the file.</param>
/// <param name="Added">Those that the ledger did not have.</param>
/// <param name="Documents">Kept documents that it did not have.</param>
/// <param name="Missing">Documents of the ledger whose bytes are neither in the file nor kept.</param>
public readonly record struct ImportCounts(long Rows, long Added, long Documents, long Missing);
