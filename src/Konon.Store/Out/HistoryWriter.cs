using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Konon.Views;

namespace Konon.Store.Out;

/// <summary>Writes everything that a ledger holds and that cannot be made again, one row a line: docs/formats/history.md.</summary>
/// <remarks>Two ledgers with the same history give the same bytes. Memory stays flat but for one number a run.</remarks>
internal sealed class HistoryWriter(DbConnection connection, DbTransaction transaction, Stream output) : IDisposable
{
    /// <summary>The number of the format; a reader refuses a higher one.</summary>
    public const int Version = 1;

    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Dictionary<string, Dictionary<long, long>> _numbers = new(StringComparer.Ordinal);
    private long _lines;

    public void Dispose() => _digest.Dispose();

    /// <summary>Writes all of it.</summary>
    /// <param name="documents">The kept bytes, to go along; null where they stay out.</param>
    /// <param name="progress">Told how many lines are written, now and then; null where nobody asks.</param>
    public void Write(IDocumentVault? documents, Action<long>? progress)
    {
        WriteLine(json =>
        {
            json.WriteString("konon"u8, "history");
            json.WriteNumber("version"u8, Version);
        });
        foreach (var table in HistoryTables.Facts)
        {
            WriteTable(table, progress);
            if (table.Name == "documents" && documents is not null) WriteBytes(documents, progress);
        }

        WriteEnd();
        progress?.Invoke(_lines);
    }

    private void WriteTable(HistoryTable table, Action<long>? progress)
    {
        var numbers = table.IsNumbered ? _numbers[table.Name] = [] : null;
        using var rows = connection.ExecuteReader(SqlOf(table), transaction: transaction);
        while (rows.Read())
        {
            numbers?.Add(rows.GetInt64(table.Columns.Count), numbers.Count + 1);
            WriteLine(json =>
            {
                json.WriteString("table"u8, table.Name);
                if (numbers is not null) json.WriteNumber("number"u8, numbers.Count);
                for (var i = 0; i < table.Columns.Count; i++) WriteValue(json, table.Columns[i], rows.GetValue(i));
            });
            progress?.Invoke(_lines);
        }
    }

    // Each reference as the name of what it refers to; by identity, so that the order in which rows were added does not show.
    private static string SqlOf(HistoryTable table)
    {
        var columns = new List<string>();
        var joins = new List<string>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in table.Columns)
        {
            var by = column.Of is { } of ? HistoryTables.Of(of).NamedBy : null;
            var name = by is null ? $"{table.Name}.{column.Name}" : $"of_{column.Name}.{by}";
            names.Add(column.Name, name);
            columns.Add(name);
            if (column.Of is null) continue;
            joins.Add($"LEFT JOIN {column.Of} AS of_{column.Name} ON of_{column.Name}.id = {table.Name}.{column.Name}");
        }

        if (table.IsNumbered) columns.Add(table.Name + ".id");
        var order = table.IsNumbered ? table.Name + ".id" : string.Join(", ", table.Identity.Select(column => names[column]));
        return $"SELECT {string.Join(", ", columns)} FROM {table.Name} {string.Join(' ', joins)} ORDER BY {order}";
    }

    private void WriteValue(Utf8JsonWriter json, HistoryColumn column, object value)
    {
        switch (value)
        {
            case DBNull: break;
            case byte[] packed:
                var body = Packed.Unpack(packed);
                if (body.Length == 0) break;
                json.WritePropertyName(column.Key);
                json.WriteRawValue(body, skipInputValidation: true);
                break;
            case string text: json.WriteString(column.Key, text); break;
            case double number: json.WriteNumber(column.Key, number); break;
            default:
                var whole = Convert.ToInt64(value, CultureInfo.InvariantCulture);
                var numbered = column.Of is { } of && HistoryTables.Of(of).IsNumbered;
                json.WriteNumber(column.Key, numbered ? _numbers[column.Of!][whole] : whole);
                break;
        }
    }

    private void WriteBytes(IDocumentVault documents, Action<long>? progress)
    {
        var digests = connection.Query<string>("SELECT sha256 FROM documents ORDER BY sha256", transaction: transaction, buffered: false);
        foreach (var sha256 in digests)
        {
            if (documents.Get(sha256) is not { } bytes) continue;
            WriteLine(json =>
            {
                json.WriteString("bytes_of"u8, sha256);
                json.WriteBase64String("base64"u8, bytes);
            });
            progress?.Invoke(_lines);
        }
    }

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, ArticleJson.WriterOptions))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        _line.Write("\n"u8);
        _digest.AppendData(_line.WrittenSpan);
        output.Write(_line.WrittenSpan);
        _lines++;
    }

    // The digest is of all lines before this one: a file that was cut off has no such line, a damaged one another digest.
    private void WriteEnd()
    {
        var sha256 = Convert.ToHexStringLower(_digest.GetCurrentHash());
        var lines = _lines;
        WriteLine(json =>
        {
            json.WriteNumber("lines"u8, lines);
            json.WriteString("sha256"u8, sha256);
        });
        output.Flush();
    }
}
