using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Konon.Journeys.Queue;

/// <summary>The servers that these tests start from installed packages.</summary>
internal static class Services
{
    public const string RabbitMq = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const string PostgreSql = "/usr/lib/postgresql";

    /// <summary>Where PostgreSQL's programs lie; null where it is not installed.</summary>
    public static string? PostgreSqlPrograms => Directory.Exists(PostgreSql)
        ? Directory.GetDirectories(PostgreSql).Select(version =>
            Path.Combine(version, "bin")).Where(Directory.Exists).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    /// <summary>Whether both are installed; where they must be, their absence is a failure.</summary>
    public static bool AreHere()
    {
        var missing = new List<string>();
        if (!File.Exists(RabbitMq)) missing.Add("rabbitmq-server");
        if (PostgreSqlPrograms is null) missing.Add("postgresql");
        var mustBe = Environment.GetEnvironmentVariable("KONON_REQUIRE_SERVICES") == "1";
        if (mustBe && missing.Count > 0) Assert.Fail("not installed: " + string.Join(", ", missing));
        return missing.Count == 0;
    }

    /// <summary>A port of this machine that nobody listens at now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until something holds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan patience, Func<string> otherwise, CancellationToken cancel)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(watch.Elapsed < patience, otherwise());
            await Task.Delay(50, cancel);
        }
    }
}
