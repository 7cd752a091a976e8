using System.CommandLine;
using Konon.Web;

namespace Konon.Cli;

/// <summary>The options of <c>konon serve</c> that say who may ask it, how much, and where it reports how it does.</summary>
internal sealed class ServeAccess
{
    private readonly Option<bool> _requireToken = new("--require-token")
    {
        Description = "Ask for a token on this machine, too: behind a proxy that others reach",
    };

    private readonly Option<int> _rate = new("--rate")
    {
        Description = "How many requests a second to the API and feeds one token or address has in the long run; 0 for no limit",
        HelpName = "n",
        DefaultValueFactory = _ => WebOptions.Default.RequestsPerSecond,
    };

    private readonly Option<string?> _telemetry = new("--telemetry")
    {
        Description = "Send measurements by OTLP over HTTP to this collector, such as http://127.0.0.1:4318; else where "
            + "OTEL_EXPORTER_OTLP_ENDPOINT says",
        HelpName = "address",
    };

    public ServeAccess()
    {
        _rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 1_000_000) result.AddError("--rate: from 0 to 1000000");
        });
        _telemetry.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } address
                && Collector(address) is null) result.AddError("--telemetry: an address such as http://127.0.0.1:4318");
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[TokenCommand.File, _requireToken, _rate, _telemetry]) command.Options.Add(option);
    }

    /// <summary>The server's options with these.</summary>
    public WebOptions Of(ParseResult parsed, WebOptions options, bool isDemo) => options with
    {
        // The samples have no file beside which tokens could lie.
        Tokens = isDemo && parsed.GetValue(TokenCommand.File) is null ? null : TokenCommand.PathOf(parsed),
        RequireToken = parsed.GetValue(_requireToken),
        RequestsPerSecond = parsed.GetValue(_rate),
        Telemetry = Collector(parsed.GetValue(_telemetry) ?? Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")),
    };

    /// <summary>Why the server is not started; null where it is.</summary>
    public static string? Refusal(WebOptions options) => !options.NeedsToken || KononWeb.HasTokens(options) ? null
        : options.IsLoopback ? "--require-token: there is no token; konon token add makes one"
        : "--urls: addresses of this machine alone, such as http://127.0.0.1:5080, until konon token add has made a token";

    private static Uri? Collector(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
}
