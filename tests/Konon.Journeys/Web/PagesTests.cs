using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Konon.Articles;
using Konon.Bytes;
using Konon.Claims;
using Konon.Ledger;
using Konon.Store;
using Konon.Store.Grouping;
using Xunit;

namespace Konon.Journeys.Web;

public sealed class PagesTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Listings =
        ["/", "/claims", "/figures", "/speakers", "/search?q=feri", "/search?q=feri&in=articles", "/?least=2&name=feri&since=2025-01-01"];

    [Fact]
    public async Task The_first_page_counts_outlets_and_reports_of_each_story()
    {
        var story = site.Store.Stories(new StoryQuery()).Rows[0];
        var page = await site.Page("/");
        Assert.Contains($"<span>{story.Articles} reports</span>", page, StringComparison.Ordinal);
        Assert.Contains($"{story.Outlets} outlets · {story.Claims} claims", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/stories/" + story.Id + "\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_leads_with_origins_and_shows_figures_conflicts_positions_and_lineage()
    {
        var page = await site.Page("/stories/" + site.Store.Stories(new StoryQuery { Least = 2 }).Rows[0].Id);
        Assert.Matches("class=\"counts lead\">\\s*<span>\\d+( to \\d+)? origins", page);
        Assert.All(
            (string[])["id=\"now\"", "<svg", "<desc", "class=\"steps\"", "id=\"conflicts\"", "class=\"board\"", "class=\"voice\"", "class=\"tree\""],
            part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = new Queue<string>(Listings);
        while (left.TryDequeue(out var path) && seen.Count < 150)
        {
            if (!seen.Add(path)) continue;
            foreach (Match link in Regex.Matches(await site.Page(path), "href=\"(/[^\"#]*)"))
            {
                var to = WebUtility.HtmlDecode(link.Groups[1].Value);
                if (!to.StartsWith("/ui", StringComparison.Ordinal)) left.Enqueue(to);
            }
        }

        Assert.True(seen.Count > 30);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/claims")]
    [InlineData("/nowhere")]
    public async Task Who_asks_for_the_head_alone_gets_the_headers_of_the_whole(string path)
    {
        using var whole = await site.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(whole.Headers.GetValues("Content-Security-Policy"), head.Headers.GetValues("Content-Security-Policy"));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_link_to_a_claim_leads_to_its_card()
    {
        var link = Regex.Match(await site.Page("/claims"), "href=\"(/articles/[0-9a-f]{16})#(c-[0-9a-f]{16})\"");
        Assert.Contains($"id=\"{link.Groups[2].Value}\"", await site.Page(link.Groups[1].Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_asks_another_host_for_anything_or_brings_script_or_style_of_its_own()
    {
        foreach (var path in Listings.Append("/stories/" + site.Store.Stories(new StoryQuery()).Rows[0].Id))
        {
            var page = await site.Page(path);
            Assert.DoesNotMatch("(src|action|srcset)=\"(https?:)?//", page);
            Assert.DoesNotMatch("<link[^>]+href=\"(https?:)?//", page);
            Assert.DoesNotMatch("<script(?![^>]+src=\"/assets/)|<style|style=\"|\\son[a-z]+=\"", page);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing-here")]
    [InlineData("/stories/0000000000000000")]
    [InlineData("/search?q=%22open")]
    [InlineData("/alive")]
    public async Task Every_answer_has_the_policy_that_keeps_script_out(string path)
    {
        using var answer = await Get(path);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/stories/0000000000000000")]
    [InlineData("/articles/0000000000000000")]
    [InlineData("/speakers/0000000000000000")]
    [InlineData("/outlets/nobody.example")]
    public async Task What_is_not_there_is_told_with_404(string path)
    {
        using var answer = await Get(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>Nothing is here</h1>", await Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=%22open", "the query, at character 1")]
    [InlineData("/claims?stance=lies", "no stance is called")]
    [InlineData("/claims?cursor=x", "no longer leads anywhere")]
    [InlineData("/?cursor=x", "no longer leads anywhere")]
    public async Task What_is_wrong_with_a_question_is_told_in_a_line(string path, string message)
    {
        using var answer = await Get(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, WebUtility.HtmlDecode(await Text(answer)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_marks_what_was_sought_and_counts_by_outlet()
    {
        var page = await site.Page("/search?q=feri");
        Assert.Matches("<mark>[^<]*feri[^<]*</mark>", page.ToLowerInvariant());
        Assert.Contains("class=\"facets\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_speak_Indonesian_to_whoever_asks_so()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Add("Accept-Language", "id-ID,id;q=0.9,en;q=0.5");
        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var page = await Text(answer);
        Assert.Contains("<html lang=\"id\">", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Peristiwa</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_told_to_whoever_watches()
    {
        Assert.Equal("alive\n", await site.Page("/alive"));
        Assert.Equal("healthy\n", await site.Page("/health"));
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        const string Title = "Bendungan <script>alert(1)</script> \"><img src=x onerror=alert(2)> \u202Ekadit\u202C Jebol";
        const string Body = "\n\n\"Ada 9 warga <svg onload=alert(3)> yang mengungsi,\" kata Camat <b onclick=alert(4)> Bowo Sujatmo, Senin (3/3/2025).\n";
        var article = Add(Title + Body);
        site.Store.SettleStories();
        var story = site.Store.StoryOf(article)!;
        foreach (var path in (string[])["/articles/" + article, "/stories/" + story.Id, "/", "/claims", "/figures", "/search?q=warga", "/search?q=%3Cscript%3Ewarga"])
        {
            var page = await site.Page(path);
            Assert.DoesNotMatch("<script(?![^>]+src=\"/assets/)|<img|<svg onload|<b onclick|\u202E|&#x202E;", page);
        }

        Assert.Contains("&lt;script&gt;alert(1)", await site.Page("/articles/" + article), StringComparison.Ordinal);
    }

    private string Add(string text)
    {
        var run = site.Store.BeginRun("add", "hostile");
        var bytes = Encoding.UTF8.GetBytes(text);
        var document = new Document { Input = "hostile.txt", Bytes = bytes, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        Assert.Null(ArticleReader.TryRead(document, ArticleOptions.Default, out var article));
        site.Store.KeepDocuments([document]);
        site.Store.Append(run, [PreparedEntry.Of(new LedgerEntry("hostile.txt", [document], ClaimFinder.Read(article!)))], []);
        site.Store.EndRun(run);
        return site.Store.Current().Single(reading => reading.Sha256 == document.Sha256).Article;
    }

    private Task<HttpResponseMessage> Get(string path) =>
        site.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Another_name_for_this_machine_is_not_served()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "attacker.example";
        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://127.0.0.1:5080;http://192.168.1.2:5080")]
    public void Serving_others_than_this_machine_is_refused(string urls)
    {
        var run = Program.Run(Path.GetTempPath(), "serve", "--demo", "--urls", urls);
        Assert.Equal(2, run.Code);
        Assert.Contains("addresses of this machine alone", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_denied_number_says_that_it_is_denied()
    {
        var story = site.Store.Stories(new Konon.Store.Grouping.StoryQuery()).Rows[0];
        var page = await site.Page($"/stories/{story.Id}/figures");
        Assert.Matches("<b>180</b>\\s*<span class=\"stance denies\">", page);
    }
}
