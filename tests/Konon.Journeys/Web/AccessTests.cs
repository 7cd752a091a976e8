using System.Net;
using Konon.Store;
using Konon.Web;
using Konon.Web.Access;
using Xunit;

namespace Konon.Journeys.Web;

public sealed class AccessTests
{
    [Fact]
    public async Task A_server_that_asks_for_tokens_shows_nothing_without_one()
    {
        await using var site = await ApiSite.StartAsync(options => options with { RequireToken = true });
        var story = site.Store.Stories(new Konon.Store.Grouping.StoryQuery()).Rows[0];
        foreach (var path in (string[])["/", "/claims", "/stories/" + story.Id, "/feed.atom", "/api/v1/claims", "/openapi/v1.json",
            "/health", "/nothing", "/API/v1/claims"])
        {
            using var answer = await site.Get(path);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.DoesNotContain(story.Name, await ApiSite.Text(answer), StringComparison.Ordinal);
            using var page = await site.Get(path, null, ("Accept", "text/html"));
            Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        }

        using var alive = await site.Get("/alive");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        Assert.NotNull(await site.Json("/api/v1/claims", site.Read));
    }

    [Fact]
    public async Task A_person_signs_in_with_the_token_and_out_again()
    {
        await using var site = await ApiSite.StartAsync(options => options with { RequireToken = true });
        using var wrong = await SignIn(site, "konon_guess", "/claims");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.False(wrong.Headers.Contains("Set-Cookie"));
        using var right = await SignIn(site, site.Read, "/claims?stance=denies");
        Assert.Equal("/claims?stance=denies", right.Headers.Location!.ToString());
        var cookie = right.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var kept = ("Cookie", cookie.Split(';')[0]);
        using var page = await site.Get("/claims", null, kept);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        site.Book.TryRevoke("mirror");
        using var revoked = await site.Get("/claims", null, kept);
        Assert.Equal(HttpStatusCode.Unauthorized, revoked.StatusCode);
    }

    [Theory]
    [InlineData("//attacker.example/")]
    [InlineData("https://attacker.example/")]
    [InlineData("/\\attacker.example/")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    public async Task Signing_in_never_leads_to_another_host(string back)
    {
        await using var site = await ApiSite.StartAsync(options => options with { RequireToken = true });
        using var answer = await SignIn(site, site.Read, back);
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_in()
    {
        await using var site = await ApiSite.StartAsync(options => options with { RequireToken = true });
        using var answer = await SignIn(site, site.Read, "/", ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_may_only_read_sends_no_form()
    {
        await using var site = await ApiSite.StartAsync(options => options with { RequireToken = true });
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("a", "b")]);
        using var answer = await site.Send(HttpMethod.Post, "/anything", site.Read, form);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_token_is_told_also_where_none_is_needed()
    {
        await using var site = await ApiSite.StartAsync();
        using var answer = await site.Get("/api/v1/claims", "konon_guess");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_go_on()
    {
        await using var site = await ApiSite.StartAsync(options => options with { RequestsPerSecond = 1 });
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 40 && refused is null; i++)
        {
            var answer = await site.Get("/api/v1/");
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) refused = answer;
            else answer.Dispose();
        }

        Assert.NotNull(refused);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        refused.Dispose();
        // Another's requests, and the pages, go on.
        Assert.NotNull(await site.Json("/api/v1/", site.Read));
        using var page = await site.Get("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public void The_program_makes_lists_and_revokes_tokens_and_keeps_only_their_digest()
    {
        using var desk = new Desk();
        var made = desk.Run("token", "add", "Rani Astuti", "--scope", "review");
        var token = made.Output.Trim();
        Assert.Matches("^konon_[A-Za-z0-9_-]{43}$", token);
        var file = Path.Combine(desk.Folder, "konon.db.tokens");
        Assert.DoesNotContain(token, File.ReadAllText(file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(TokenScope.Review, new TokenBook(file, TimeProvider.System).Find(token)!.Scope);
        Assert.Equal(2, desk.Run("token", "add", "Rani Astuti").Code);
        Assert.Contains("review", desk.Run("token", "list").Output, StringComparison.Ordinal);
        Assert.Equal(0, desk.Run("token", "revoke", "Rani Astuti").Code);
        Assert.Equal("", desk.Run("token", "list").Output);
        Assert.Null(new TokenBook(file, TimeProvider.System).Find(token));
        Assert.Equal(2, desk.Run("token", "revoke", "Rani Astuti").Code);
    }

    [Fact]
    public void A_line_that_was_cut_off_takes_no_other_token_along()
    {
        using var desk = new Desk();
        var file = Path.Combine(desk.Folder, "t.tokens");
        Assert.Null(new TokenBook(file, TimeProvider.System).TryAdd("one", TokenScope.Read, out var one));
        File.AppendAllText(file, "{\"sha256\":\"00");
        Assert.Null(new TokenBook(file, TimeProvider.System).TryAdd("two", TokenScope.Read, out var two));
        var book = new TokenBook(file, TimeProvider.System);
        Assert.Equal(("one", "two"), (book.Find(one)?.Name, book.Find(two)?.Name));
    }

    [Fact]
    public void Others_are_not_served_before_there_is_a_token()
    {
        using var desk = new Desk();
        Assert.Equal(0, desk.Run("add", "coverage").Code);
        using var store = LedgerStore.Open(Path.Combine(desk.Folder, "konon.db"), TimeProvider.System, LedgerOptions.Default);
        var options = WebOptions.Default with { Urls = "http://0.0.0.0:0", Tokens = TokenBook.PathOf(store.Location) };
        Assert.Throws<ArgumentException>(() => KononWeb.Build(store, options));
        Assert.Equal(2, desk.Run("serve", "--urls", "http://0.0.0.0:0").Code);
    }

    private static async Task<HttpResponseMessage> SignIn(ApiSite site, string token, string back,
        params (string Name, string Value)[] headers)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", token), KeyValuePair.Create("back", back)]);
        return await site.Send(HttpMethod.Post, "/access", null, form, headers);
    }
}
