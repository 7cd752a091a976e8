using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Konon.Cli;
using Konon.Store;
using Konon.Web;
using Konon.Web.Access;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Konon.Journeys.Web;

/// <summary>A server on the samples with two tokens, for one test that changes something or wants options of its own.</summary>
internal sealed class ApiSite : IAsyncDisposable
{
    private readonly DemoLedger _demo = DemoLedger.Make();
    private readonly WebApplication _app;

    private ApiSite(Func<WebOptions, WebOptions>? change)
    {
        Book = new TokenBook(TokenBook.PathOf(_demo.Store.Location)!, TimeProvider.System);
        Assert.Null(Book.TryAdd("Rani", TokenScope.Review, out var review));
        Assert.Null(Book.TryAdd("mirror", TokenScope.Read, out var read));
        (Review, Read) = (review, read);
        var options = WebOptions.Default with { Urls = "http://127.0.0.1:0", Tokens = Book.Path };
        _app = KononWeb.Build(_demo.Store, change is null ? options : change(options));
    }

    public string Review { get; }

    public string Read { get; }

    public TokenBook Book { get; }

    public LedgerStore Store => _demo.Store;

    public IServiceProvider Services => _app.Services;

    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public static async Task<ApiSite> StartAsync(Func<WebOptions, WebOptions>? change = null)
    {
        var site = new ApiSite(change);
        await site._app.StartAsync();
        site.Client.BaseAddress = new Uri(site._app.Urls.First());
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _demo.Dispose();
    }

    public async Task<HttpResponseMessage> Get(string path, string? token = null, params (string Name, string Value)[] headers) =>
        await Send(HttpMethod.Get, path, token, null, headers);

    public async Task<HttpResponseMessage> Post(string path, string? token, string body, params (string Name, string Value)[] headers)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        return await Send(HttpMethod.Post, path, token, content, headers);
    }

    public async Task<JsonNode> Json(string path, string? token = null)
    {
        using var answer = await Get(path, token);
        var text = await Text(answer);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, string? token, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
