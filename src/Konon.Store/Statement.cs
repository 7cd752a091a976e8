using System.Data.Common;

namespace Konon.Store;

/// <summary>One SQL statement, prepared once and run many times, its parameters by position (<c>@0</c>, <c>@1</c> …).</summary>
internal sealed class Statement : IDisposable
{
    private readonly DbCommand _command;

    public Statement(DbConnection connection, DbTransaction? transaction, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = "@" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Runs it; how many rows it changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Set(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; null where there is no row.</summary>
    public object? Value(params ReadOnlySpan<object?> values)
    {
        Set(values);
        return _command.ExecuteScalar();
    }

    /// <summary>The first column of the first row as a number; null where there is no row.</summary>
    public long? Number(params ReadOnlySpan<object?> values) =>
        Value(values) is { } value and not DBNull ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : null;

    public void Dispose() => _command.Dispose();

    private void Set(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
