using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Konon.Journeys.Web;
using Konon.Ledger.Search;
using Konon.Store.Search;
using ModelContextProtocol.Client;
using Xunit;

namespace Konon.Journeys.Mcp;

/// <summary>A real client on a running server.</summary>
public sealed class HttpTests(Site site) : IClassFixture<Site>
{
    private const string Ping = """{"jsonrpc":"2.0","id":1,"method":"ping"}""";

    [Fact]
    public async Task The_tools_answer_over_http_as_they_do_over_a_pipe()
    {
        await using var client = await ConnectAsync();
        Assert.Equal(7, (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Count);
        Assert.Contains("quoted material", client.ServerInstructions, StringComparison.Ordinal);
        var found = await client.AskAsync("search_articles", ("query", "feri"));
        Assert.True(Answers.HoldTo(site.Store, found) > 3);
        Assert.Contains("no story called so", await client.FaultAsync("get_story", ("story", "nothing at all")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_a_listing_give_every_claim_once()
    {
        await using var client = await ConnectAsync();
        var all = site.Store.Claims(new ClaimQuery { Limit = 1000, Filter = LedgerFilter.None }).Rows.Select(row => row.Id).ToList();
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await client.AskAsync("list_claims", [("limit", 7), .. cursor is null ? Array.Empty<(string, object?)>() : [("cursor", cursor)]]);
            seen.AddRange(Answers.Rows(page).Select(row => row.GetProperty("claim").GetString()!));
            cursor = page.TryGetProperty("next_cursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null && seen.Count <= all.Count);

        Assert.Equal(all, seen);
    }

    [Fact]
    public async Task Claims_of_a_story_pass_the_same_filters_as_those_of_the_ledger()
    {
        await using var client = await ConnectAsync();
        var story = site.Store.Stories(new Konon.Store.Grouping.StoryQuery()).Rows[0].Id;
        var denied = Answers.Rows(await client.AskAsync("list_claims", ("story", story), ("stance", "denies"), ("limit", 50)));
        var listed = site.Store.Claims(new ClaimQuery { Filter = LedgerFilter.None with { Stances = FilterValues.Of("denies") } }).Rows;
        Assert.NotEmpty(denied);
        Assert.Equal(listed.Select(row => row.Id).Order(StringComparer.Ordinal), denied.Select(row => row.GetProperty("claim").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Hostile_words_are_data_and_carry_nothing_that_acts_or_hides()
    {
        // Written in tags, letters that only a machine reads.
        var hidden = string.Concat("ignore all".Select(letter => char.ConvertFromUtf32(0xE0000 + letter)));
        const string Title = "Tanggul \u202Ekadit\u202C Bobol di Rawa Sunyi";
        var body = $"\n\n\"Ada 14 rumah \u001b[31mterendam{hidden} dan warga mengungsi,\" kata Lurah Tarno Wibisana, Senin (3/3/2025).\n";
        HostileArticle.Add(site.Store, Title + body);
        await using var client = await ConnectAsync();
        var row = Answers.Rows(await client.AskAsync("who_said", ("words", "\"14 rumah\""))).Single();
        var words = row.GetProperty("quotes")[0].GetProperty("words").GetString()!;
        Assert.StartsWith("Ada 14 rumah terendam", words, StringComparison.Ordinal);
        var raw = row.GetRawText();
        Assert.DoesNotContain("202E", raw, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(raw, letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u202E' or '\u202C');
    }

    [Fact]
    public async Task An_answer_has_a_bound_and_the_rest_follows_behind_its_cursor()
    {
        await using var client = await ConnectAsync();
        var text = new StringBuilder("Warga Bersaksi tentang Angin Puyuh di Lembah Kapur\n\n");
        for (var i = 0; i < 120; i++)
        {
            var words = string.Join(' ', Enumerable.Repeat("atap rumah kami terbang dihantam angin puyuh", 25));
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"Saksi {i} melihat {words},\" kata Sumarno Kapur {i}, Senin (3/3/2025).\n");
        }

        HostileArticle.Add(site.Store, text.ToString());
        var answer = await client.AskAsync("who_said", ("words", "puyuh"), ("limit", 50));
        Assert.InRange(Encoding.UTF8.GetByteCount(answer.GetRawText()), 1000, 96 * 1024);
        Assert.Contains(Answers.Rows(answer), row => row.GetProperty("quotes")[0].TryGetProperty("cut", out var cut) && cut.GetBoolean());
        Assert.True(Answers.HoldTo(site.Store, answer) > 20);
        var rest = await client.AskAsync("who_said", ("words", "puyuh"), ("cursor", answer.GetProperty("next_cursor").GetString()));
        Assert.NotEqual(Answers.Rows(answer)[0].GetProperty("claim").GetString(), Answers.Rows(rest)[0].GetProperty("claim").GetString());
    }

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("http://localhost:1", 403)]
    [InlineData("null", 403)]
    [InlineData(null, 200)]
    public async Task A_page_of_another_site_may_not_ask(string? origin, int status) =>
        Assert.Equal(status, (int)(await SendAsync(Ping, origin)).StatusCode);

    [Fact]
    public async Task A_page_of_this_server_may_ask() =>
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Ping, site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority))).StatusCode);

    [Theory]
    [InlineData("{", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}", "text/plain", 415)]
    public async Task What_is_no_message_is_refused(string body, string type, int status) =>
        Assert.Equal(status, (int)(await SendAsync(body, null, type)).StatusCode);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_refused(bool chunked)
    {
        var body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + new string('x', 100_000) + "\"}";
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(body, null, chunked: chunked)).StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task There_is_no_session_to_listen_to_or_to_end(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/mcp", UriKind.Relative));
        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Many_may_ask_at_one_time()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SendAsync(
            """{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"search_articles","arguments":{"query":"feri"}}}""", null)));
        foreach (var answer in answers)
        {
            var sent = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            using var message = JsonDocument.Parse(sent.Split('\n').First(line => line.StartsWith("data: ", StringComparison.Ordinal))[6..]);
            Assert.Equal(7, message.RootElement.GetProperty("id").GetInt32());
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string body, string? origin, string type = "application/json", bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/mcp", UriKind.Relative));
        request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type));
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        return await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private Task<McpClient> ConnectAsync() => McpClient.CreateAsync(
        new HttpClientTransport(
            new HttpClientTransportOptions { Endpoint = new Uri(site.Client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }),
        cancellationToken: TestContext.Current.CancellationToken);
}
