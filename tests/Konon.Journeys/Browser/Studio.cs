using Microsoft.Playwright;
using Xunit;

namespace Konon.Journeys.Browser;

/// <summary>The machine's own Chromium and the served ledgers, for all tests of a run.</summary>
/// <remarks>
/// Where the package is missing a test is skipped and says so, unless <c>KONON_REQUIRE_SERVICES=1</c> asks for it. Nothing is downloaded:
/// Playwright drives the browser that Debian brings.
/// </remarks>
public sealed class Studio : IAsyncLifetime
{
    private const string Required = "KONON_REQUIRE_SERVICES";
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly List<IDisposable> _open = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Server? _demo;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        for (var i = _open.Count - 1; i >= 0; i--) _open[i].Dispose();
    }

    /// <summary>The browser; skips the test where there is none.</summary>
    internal async Task<IBrowser> Browser()
    {
        if (_browser is not null) return _browser;
        if (!File.Exists(Chromium))
        {
            if (Environment.GetEnvironmentVariable(Required) == "1") Assert.Fail("Chromium is not installed, and " + Required + " asks for it.");
            Assert.Skip("Chromium is not installed.");
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Switches });
        return _browser;
    }

    /// <summary>The samples that come with the program, with review.</summary>
    internal async Task<Server> Demo()
    {
        await Browser();
        return _demo ??= Keep(await Server.Start(ReadmeTests.Root, "serve", "--demo", "--review"));
    }

    /// <summary>Disposes of it when all tests are over.</summary>
    internal T Keep<T>(T something)
        where T : IDisposable
    {
        _open.Add(something);
        return something;
    }
}
