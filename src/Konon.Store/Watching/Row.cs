using System.Data.Common;
using Dapper;

namespace Konon.Store.Watching;

/// <summary>What the rows of feeds and of entries have in common.</summary>
internal static class Row
{
    /// <summary>Ends a hold.</summary>
    /// <returns>False where somebody else has taken it over.</returns>
    public static bool Release(DbTransaction transaction, string table, long id, long holds) => transaction.Connection!.Execute(
        $"UPDATE {table} SET held_until = 0 WHERE id = @id AND holds = @holds", new { id, holds }, transaction) == 1;

    public static DateTimeOffset? Time(long? milliseconds) =>
        milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;

    public static string HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.IdnHost.ToLowerInvariant() : "";
}
