using System.Data.Common;
using System.Globalization;

namespace Konon.Store;

/// <summary>Adds each row by a statement of its own, at once.</summary>
internal sealed class EvidenceStatements(DbTransaction transaction) : IEvidenceWriter
{
    private readonly Dictionary<EvidenceTable, Statement> _statements = [];

    public long AddClaim(params ReadOnlySpan<object?> values) => For(EvidenceTable.Claims).Number(values)!.Value;

    public void Add(EvidenceTable table, params ReadOnlySpan<object?> values) => For(table).Run(values);

    public void Flush()
    {
        // Nothing is held back.
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
    }

    private Statement For(EvidenceTable table)
    {
        if (_statements.TryGetValue(table, out var statement)) return statement;
        var columns = EvidenceColumns.Of(table);
        var places = string.Join(", ", columns.Select((_, i) => "@" + i.ToString(CultureInfo.InvariantCulture)));
        var sql = $"INSERT INTO {EvidenceColumns.NameOf(table)} ({string.Join(", ", columns)}) VALUES ({places})"
            + (table == EvidenceTable.Claims ? " RETURNING id" : "");
        statement = new Statement(transaction.Connection!, transaction, sql, columns.Count);
        _statements.Add(table, statement);
        return statement;
    }
}
