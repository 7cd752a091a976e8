using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Konon.Web.Metrics;

/// <summary>Sends what is measured to a collector, by OTLP over HTTP.</summary>
internal static class Telemetry
{
    // ASP.NET Core's own: requests by route and status, connections, refusals of the rate limiter.
    private static readonly string[] Meters =
        [LedgerMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting"];

    public static void AddTelemetry(this IServiceCollection services, WebOptions options)
    {
        services.AddSingleton<LedgerMeter>();
        if (options.Telemetry is not { } collector) return;
        services.AddSingleton<IHostedService>(new Sending(collector));
    }

    /// <summary>Sends while the server runs, and what is left when it ends.</summary>
    private sealed class Sending(Uri collector) : IHostedService, IDisposable
    {
        private MeterProvider? _provider;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _provider = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(resource => resource.AddService("konon", serviceVersion: Konon.Ledger.Reader.Name))
                .AddMeter(Meters)
                .AddOtlpExporter(otlp =>
                {
                    otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
                    // Given by hand, the address is taken as it is; the standard's path stands behind the collector's.
                    otlp.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/v1/metrics");
                })
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            // A collector that does not answer must not keep the server from ending.
            _provider?.Shutdown(timeoutMilliseconds: 2000);
            return Task.CompletedTask;
        }

        public void Dispose() => _provider?.Dispose();
    }
}
