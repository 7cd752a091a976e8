using System.Collections;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NpgsqlTypes;

namespace Konon.Store.Postgres;

/// <summary>A command that says <c>IN @list</c> as PostgreSQL does, with an array, and gives the server only text that it can hold.</summary>
internal sealed partial class PostgresCommand(NpgSqlConnection connection, Npgsql.NpgsqlCommand inner) : DbCommand
{
    private NpgSqlConnection? _connection = connection;
    private DbTransaction? _transaction;
    private string _text = "";

    [AllowNull]
    public override string CommandText
    {
        get => _text;
        set
        {
            _text = value ?? "";
            inner.CommandText = _text.Contains(" IN @", StringComparison.Ordinal)
                ? Lists().Replace(_text, static list => (list.Groups["not"].Success ? "<> ALL(" : "= ANY(") + list.Groups["name"].Value + ")")
                : _text;
        }
    }

    public override int CommandTimeout
    {
        get => inner.CommandTimeout;
        set => inner.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => inner.CommandType;
        set => inner.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource
    {
        get => inner.UpdatedRowSource;
        set => inner.UpdatedRowSource = value;
    }

    protected override DbConnection? DbConnection
    {
        get => _connection;
        set
        {
            _connection = (NpgSqlConnection?)value;
            inner.Connection = _connection?.Inner;
        }
    }

    protected override DbParameterCollection DbParameterCollection => inner.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => _transaction;
        set
        {
            _transaction = value;
            inner.Transaction = (value as PostgresTransaction)?.Inner;
        }
    }

    public override void Cancel() => inner.Cancel();

    public override int ExecuteNonQuery()
    {
        Settle();
        return inner.ExecuteNonQuery();
    }

    public override object? ExecuteScalar()
    {
        Settle();
        return inner.ExecuteScalar();
    }

    public override void Prepare() => inner.Prepare();

    protected override DbParameter CreateDbParameter() => inner.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        Settle();
        return inner.ExecuteReader(behavior);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    // A statement that the server keeps prepared keeps the types of its first run, and Npgsql does not look again: a position must have
    // one type for good. So every whole number is one of 64 bits, as every column is.
    private void Settle()
    {
        foreach (Npgsql.NpgsqlParameter parameter in inner.Parameters)
        {
            if (parameter.Value is int or short or byte || (parameter.Value is DBNull && parameter.DbType == DbType.Int32))
            {
                parameter.Value = parameter.Value is DBNull ? DBNull.Value : Convert.ToInt64(parameter.Value, CultureInfo.InvariantCulture);
                parameter.NpgsqlDbType = NpgsqlDbType.Bigint;
                continue;
            }

            parameter.Value = parameter.Value switch
            {
                string text => Holdable(text),
                byte[] or Array => parameter.Value,
                IEnumerable<long> numbers => numbers.ToArray(),
                IEnumerable<string> texts => texts.Select(Holdable).ToArray(),
                IEnumerable other => throw new ArgumentException($"a list of {other.GetType()} has no type here", parameter.ParameterName),
                _ => parameter.Value,
            };
        }
    }

    /// <summary>The text as the server can hold it: U+0000 and halves of characters, which it refuses, become U+FFFD.</summary>
    internal static string Holdable(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal) && IsWhole(text)) return text;
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
    }

    private static bool IsWhole(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }

        return true;
    }

    [GeneratedRegex(@"(?<not>\bNOT )?\bIN (?<name>@\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Lists();
}
