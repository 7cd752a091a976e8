using Konon.Cli;
using Konon.Store;
using Konon.Web;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Konon.Journeys.Web;

/// <summary>The server on the samples, on a port of its own, for all tests of a class.</summary>
public class Site : IAsyncLifetime
{
    private DemoLedger? _demo;
    private WebApplication? _app;

    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public LedgerStore Store => _demo!.Store;

    protected virtual WebOptions Options => WebOptions.Default;

    public async ValueTask InitializeAsync()
    {
        _demo = DemoLedger.Make();
        Fill(_demo.Store);
        _app = KononWeb.Build(_demo.Store, Options with { Urls = "http://127.0.0.1:0" });
        await _app.StartAsync();
        Client.BaseAddress = new Uri(_app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        _demo?.Dispose();
    }

    /// <summary>Puts more into the ledger than the samples; nothing where they are enough.</summary>
    protected virtual void Fill(LedgerStore store)
    {
    }

    public async Task<string> Page(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
