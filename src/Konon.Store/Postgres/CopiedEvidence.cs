using System.Globalization;
using NpgsqlTypes;

namespace Konon.Store.Postgres;

/// <summary>Holds rows of evidence back and copies them in together (<c>COPY … FROM STDIN BINARY</c>).</summary>
/// <remarks>Numbers are drawn in blocks; those that are left over are never used.</remarks>
internal sealed class CopiedEvidence(NpgSqlConnection connection) : IEvidenceWriter
{
    // As many rows as stay in memory; an import is one transaction.
    private const int MostHeld = 5_000;
    private const int Block = 256;

    // One table's rows must be there before those that refer to them.
    private static readonly EvidenceTable[] InOrder =
        [EvidenceTable.Sketches, EvidenceTable.ReadingParts, EvidenceTable.Claims, EvidenceTable.ClaimSpeakers, EvidenceTable.Figures];

    private readonly Dictionary<EvidenceTable, List<object?[]>> _held = InOrder.ToDictionary(table => table, _ => new List<object?[]>());
    private readonly Queue<long> _numbers = [];
    private int _count;

    public long AddClaim(params ReadOnlySpan<object?> values)
    {
        var id = Next();
        Hold(EvidenceTable.Claims, [id, .. values]);
        return id;
    }

    public void Add(EvidenceTable table, params ReadOnlySpan<object?> values)
    {
        // Figures are numbered as claims are; drawn here, so that copying need not ask.
        if (table == EvidenceTable.Figures) Hold(table, [Next(), .. values]);
        else Hold(table, values.ToArray());
    }

    public void Flush()
    {
        if (_count == 0) return;
        foreach (var table in InOrder)
        {
            Copy(table, _held[table]);
            _held[table].Clear();
        }

        _count = 0;
    }

    // The transaction owns it, and it holds nothing of the server's.
    public void Dispose()
    {
    }

    private void Hold(EvidenceTable table, object?[] values)
    {
        _held[table].Add(values);
        if (++_count >= MostHeld) Flush();
    }

    private void Copy(EvidenceTable table, List<object?[]> rows)
    {
        if (rows.Count == 0) return;
        var number = table is EvidenceTable.Claims or EvidenceTable.Figures ? "id, " : "";
        using var copy = connection.Inner.BeginBinaryImport(
            $"COPY {EvidenceColumns.NameOf(table)} ({number}{string.Join(", ", EvidenceColumns.Of(table))}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var value in row) Write(copy, value);
        }

        copy.Complete();
    }

    private static void Write(Npgsql.NpgsqlBinaryImporter copy, object? value)
    {
        switch (value)
        {
            case null: copy.WriteNull(); break;
            case string text: copy.Write(PostgresCommand.Holdable(text), NpgsqlDbType.Text); break;
            case byte[] bytes: copy.Write(bytes, NpgsqlDbType.Bytea); break;
            case double number: copy.Write(number, NpgsqlDbType.Double); break;
            default: copy.Write(Convert.ToInt64(value, CultureInfo.InvariantCulture), NpgsqlDbType.Bigint); break;
        }
    }

    private long Next()
    {
        if (_numbers.TryDequeue(out var number)) return number;
        using var command = connection.Inner.CreateCommand();
        command.CommandText = $"""
            SELECT (current_setting('konon.month')::BIGINT << 40) | nextval('ledger_ids') FROM generate_series(1, {Block})
            """;
        using var reader = command.ExecuteReader();
        while (reader.Read()) _numbers.Enqueue(reader.GetInt64(0));
        return _numbers.Dequeue();
    }
}
