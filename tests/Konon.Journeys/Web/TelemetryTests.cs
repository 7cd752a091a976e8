using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Konon.Journeys.Web;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Requests_and_the_size_of_the_ledger_are_sent_to_a_collector()
    {
        var received = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/v1/metrics", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            received.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        var site = await ApiSite.StartAsync(options => options with { Telemetry = new Uri(collector.Urls.First()) });
        Assert.NotNull(await site.Json("/api/v1/claims?limit=1"));
        await site.DisposeAsync();
        // The names stand in the protocol's bytes as they are.
        var sent = string.Concat(received);
        Assert.All(
            (string[])["konon.ledger.articles", "konon.ledger.claims", "konon.ledger.stories", "http.server.request.duration",
                "/api/v1/claims"],
            name => Assert.Contains(name, sent, StringComparison.Ordinal));
    }
}
