using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Konon.Journeys.Web;

/// <summary>Somebody who reviews in a browser: keeps cookies and sends forms as they stand in pages.</summary>
internal sealed class Reviewer : IDisposable
{
    private readonly HttpClient _client;

    public Reviewer(Uri site) => _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site };

    public static async Task<Reviewer> SignedIn(Uri site, string name)
    {
        var reviewer = new Reviewer(site);
        using var answer = await reviewer.Send("/review/sign-in", await reviewer.Page("/review"), ("name", name), ("back", "/review"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return reviewer;
    }

    public async Task<string> Page(string path)
    {
        using var answer = await Get(path);
        return await Text(answer);
    }

    public Task<HttpResponseMessage> Get(string path) =>
        _client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Sends a form with the token of a page.</summary>
    public async Task<HttpResponseMessage> Send(string path, string page, params (string Name, string Value)[] fields)
    {
        var token = WebUtility.HtmlDecode(Regex.Match(page, "name=\"token\" value=\"([^\"]+)\"").Groups[1].Value);
        return await Post(path, null, [("token", token), .. fields]);
    }

    public async Task<HttpResponseMessage> Post(string path, string? origin, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = form };
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<string> Text(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public void Dispose() => _client.Dispose();
}
