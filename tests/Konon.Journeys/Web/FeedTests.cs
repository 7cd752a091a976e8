using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Konon.Store.Grouping;
using Xunit;

namespace Konon.Journeys.Web;

public sealed class FeedTests : IAsyncLifetime
{
    private const string Quote = "\"Sedikitnya 7 orang luka,\" kata Kepala BPBD Rina Astuti, Senin (3/3/2025).";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Monday = new(2025, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private ApiSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ApiSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Every_page_with_a_feed_names_it_and_both_kinds_say_the_same()
    {
        var story = _site.Store.Stories(new StoryQuery { Least = 2 }).Rows[0].Id;
        var speaker = (string)(await _site.Json("/api/v1/speakers?limit=1"))["speakers"]![0]!["id"]!;
        var outlet = (string)(await _site.Json("/api/v1/outlets?limit=1"))["outlets"]![0]!["name"]!;
        string[] pages =
        [
            "/", "/claims", "/claims?stance=denies&speaker=", "/figures?counted=orang", "/search?q=feri", "/search?q=feri&in=articles",
                "/stories/" + story, "/speakers/" + speaker,
            "/outlets/" + Uri.EscapeDataString(outlet),
        ];
        foreach (var path in pages)
        {
            using var page = await _site.Get(path);
            var links = Regex.Matches((await ApiSite.Text(page)).Replace("&#x2B;", "+", StringComparison.Ordinal),
                "<link rel=\"alternate\" type=\"application/(atom|feed)\\+(?:xml|json)\"[^>]+href=\"([^\"]+)\"")
                .Select(link => (Kind: link.Groups[1].Value, Address: WebUtility.HtmlDecode(link.Groups[2].Value)))
                .ToList();
            Assert.Equal(links.Count(link => link.Kind == "atom"), links.Count(link => link.Kind == "feed"));
            Assert.True(links.Count >= 2, path + " names no feed");
            foreach (var (atom, json) in links.Where(link => link.Kind == "atom")
                .Zip(links.Where(link => link.Kind == "feed"))) await AssertSame(atom.Address, json.Address);
        }
    }

    [Fact]
    public async Task A_story_has_a_feed_for_each_figure_and_conflict()
    {
        var story = _site.Store.Stories(new StoryQuery { Least = 2 }).Rows[0].Id;
        var feeds = (await _site.Json($"/api/v1/stories/{story}/feeds")).AsArray();
        Assert.Equal(["conflict", "series", "story"], feeds.Select(feed => (string)feed!["kind"]!).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));
        foreach (var feed in feeds)
        {
            var atom = await AssertSame((string)feed!["atom"]!, (string)feed["json"]!);
            Assert.Equal((string)feed["id"]!, atom.Element(Atom + "id")!.Value);
            Assert.NotEmpty(atom.Elements(Atom + "entry"));
        }
    }

    [Fact]
    public async Task What_else_comes_into_the_ledger_leaves_a_feed_as_it_was()
    {
        const string Feed = "/search/feed.atom?q=luka";
        Pressroom.Publish(_site.Store, "https://warta.example/a", Monday, "Jembatan Ambruk", Quote);
        using var first = await _site.Get(Feed);
        Pressroom.Publish(_site.Store, "https://warta.example/b", Monday.AddHours(5), "Pasar Dibuka",
            "\"Pasar dibuka besok,\" kata Camat Doni Prakoso.");
        // The same page once more, then with other furniture: neither says anything new.
        Pressroom.Publish(_site.Store, "https://warta.example/a", Monday.AddHours(6), "Jembatan Ambruk", Quote);
        using var again = await _site.Get(Feed, null, ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task An_entry_moves_when_its_words_change_and_keeps_its_id()
    {
        var article = Pressroom.Publish(_site.Store, "https://warta.example/a", Monday, "Jembatan Ambruk", Quote,
            "Menurut Rina, jembatan itu ditutup sejak pekan lalu.");
        var feed = $"/stories/{_site.Store.StoryOf(article)!.Id}/feed.atom";
        var id = "urn:konon:article:" + article;
        Assert.Equal(Monday, Updated(await Entries(feed), id));
        Pressroom.Publish(_site.Store, "https://warta.example/a", Monday.AddHours(2), "Jembatan Ambruk",
            Quote.Replace("7", "9", StringComparison.Ordinal), "Menurut Rina, jembatan itu ditutup sejak pekan lalu.");
        Assert.Equal(Monday.AddHours(2), Updated(await Entries(feed), id));
        // The claim that stayed is the same entry at the same time; the other one is new.
        var claims = await Entries("/search/feed.atom?q=" + Uri.EscapeDataString("jembatan outlet:\"Warta Uji\""));
        Assert.Equal(Monday, Assert.Single(claims, entry => entry.Title.Contains("ditutup", StringComparison.Ordinal)).Updated);
        var changed = Assert.Single(await Entries("/search/feed.atom?q=" + Uri.EscapeDataString("luka outlet:\"Warta Uji\"")));
        Assert.Contains("9", changed.Title, StringComparison.Ordinal);
        Assert.Equal(Monday.AddHours(2), changed.Updated);
    }

    [Fact]
    public async Task A_decision_moves_the_entry_of_its_claim()
    {
        Pressroom.Publish(_site.Store, "https://warta.example/a", Monday, "Jembatan Ambruk", Quote);
        const string Feed = "/search/feed.atom?q=luka%20speaker:rina";
        var before = Assert.Single(await Entries(Feed));
        var claim = (string)(await _site.Json("/api/v1/claims?q=luka&speaker=rina"))["claims"]![0]!["id"]!;
        using var made = await _site.Post(
            "/api/v1/decisions", _site.Review, $$"""{"action":"correct","target":"{{claim}}","field":"stance","value":"doubts"}""", ("If-Match", "*"));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var after = Assert.Single(await Entries(Feed));
        Assert.Equal(before.Id, after.Id);
        Assert.True(after.Updated > before.Updated);
    }

    [Fact]
    public async Task Hostile_words_make_no_feed_invalid_and_nothing_in_it_act()
    {
        const string Hostile = "]]></title><script>alert(1)</script>\u001b[31m\u202Ekadit\uFFFE <img src=x onerror=alert(2)> &amp;lt;b&amp;gt;";
        var article = Pressroom.Publish(
            _site.Store,
            "https://warta.example/a?x=%3Cscript%3E\"'&y=1",
            Monday,
            "Bendungan Jebol " + Hostile,
            "\"Ada 9 warga " + Hostile + " yang mengungsi,\" kata Camat Bowo Sujatmo, Senin (3/3/2025).");
        var story = _site.Store.StoryOf(article)!.Id;
        var feeds = (await _site.Json($"/api/v1/stories/{story}/feeds")).AsArray()
            .Select(feed => ((string)feed!["atom"]!, (string)feed["json"]!));
        foreach (var (atom, json) in feeds.Append(("/claims/feed.atom", "/claims/feed.json")).Append(("/feed.atom", "/feed.json"))
            .Append(("/search/feed.atom?q=warga&speaker=%3Cb%3E", "/search/feed.json?q=warga&speaker=%3Cb%3E")))
        {
            var feed = await AssertSame(atom, json);
            Assert.All(feed.Descendants(Atom + "content"), content => Assert.DoesNotMatch("<(?!/?p>)", content.Value));
            Assert.DoesNotMatch("[\u0000-\u0008\u001b\u202E\uFFFE]", feed.ToString());
        }
    }

    [Theory]
    [InlineData("/stories/0000000000000000/feed.atom", 404)]
    [InlineData("/speakers/0000000000000000/feed.json", 404)]
    [InlineData("/outlets/nobody.example/feed.atom", 404)]
    [InlineData("/claims/feed.atom?stance=lies", 400)]
    [InlineData("/search/feed.json?q=%22open", 400)]
    public async Task A_feed_that_is_not_there_is_a_problem(string path, int status)
    {
        using var answer = await _site.Get(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_feed_of_a_story_that_was_merged_leads_to_the_other()
    {
        var one = Pressroom.Publish(_site.Store, "https://warta.example/a", Monday, "Jembatan Ambruk", Quote);
        var other = _site.Store.Stories(new StoryQuery { Least = 2 }).Rows[0].Id;
        var story = _site.Store.StoryOf(one)!.Id;
        Assert.NotEqual(other, story);
        using var made = await _site.Post("/api/v1/decisions", _site.Review, $$"""{"action":"merge","on":"story","target":"{{story}}","other":"{{other}}"}""");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        _site.Store.SettleStories();
        var now = _site.Store.Story(story)!.Id;
        using var answer = await _site.Get($"/stories/{(now == story ? other : story)}/feed.atom");
        Assert.Equal($"/stories/{now}/feed.atom", answer.Headers.Location!.ToString());
    }

    private async Task<XElement> AssertSame(string atomPath, string jsonPath)
    {
        using var atomAnswer = await _site.Get(atomPath);
        using var jsonAnswer = await _site.Get(jsonPath);
        Assert.Equal("application/atom+xml", atomAnswer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("application/feed+json", jsonAnswer.Content.Headers.ContentType?.MediaType);
        var atom = XDocument.Parse(await ApiSite.Text(atomAnswer)).Root!;
        var json = JsonNode.Parse(await ApiSite.Text(jsonAnswer))!;
        var entries = atom.Elements(Atom + "entry").ToList();
        Assert.All((string[])["id", "title", "updated"], name =>
            Assert.All(entries.Prepend(atom), element => Assert.NotEmpty(element.Element(Atom + name)!.Value)));
        Assert.Distinct(entries.Select(entry => entry.Element(Atom + "id")!.Value));
        Assert.Equal(entries.Select(entry => entry.Element(Atom + "id")!.Value), json["items"]!.AsArray()
            .Select(item => (string)item!["id"]!));
        Assert.Equal("https://jsonfeed.org/version/1.1", (string)json["version"]!);
        Assert.All(entries, entry => Assert.True(Time(entry) > DateTimeOffset.UnixEpoch));
        Assert.Equal(_site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + atomPath, atom.Elements(Atom + "link")
            .Single(link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value);
        // Where a reader of feeds is led to there is a page.
        using var page = await _site.Get(new Uri(atom.Elements(Atom + "link")
            .Single(link => (string?)link.Attribute("rel") == "alternate").Attribute("href")!.Value).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return atom;
    }

    private async Task<List<(string Id, string Title, DateTimeOffset Updated)>> Entries(string path)
    {
        using var answer = await _site.Get(path);
        return [.. XDocument.Parse(await ApiSite.Text(answer)).Root!.Elements(Atom + "entry")
            .Select(entry => (entry.Element(Atom + "id")!.Value, entry.Element(Atom + "title")!.Value, Time(entry)))];
    }

    private static DateTimeOffset Updated(List<(string Id, string Title, DateTimeOffset Updated)> entries, string id) =>
        entries.Single(entry => entry.Id == id).Updated;

    private static DateTimeOffset Time(XElement entry) => DateTimeOffset.Parse(entry.Element(Atom + "updated")!.Value,
        CultureInfo.InvariantCulture);
}
