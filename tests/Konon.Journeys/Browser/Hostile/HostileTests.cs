using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Playwright;
using Xunit;

namespace Konon.Journeys.Browser.Hostile;

/// <summary>Articles that try to act in the reader's browser, spreadsheet or feed reader.</summary>
/// <remarks>The pages' own policy on scripts is set aside here: encoding has to hold alone.</remarks>
[Collection(OneBrowser.Name)]
public sealed class HostileTests(Studio studio, Captured captured) : IClassFixture<Captured>
{
    private static readonly Look Bare = new("id", ColorScheme.Light, 390) { Unguarded = true };

    [Fact]
    public void The_file_holds_many_attacks() => Assert.True(Attack.All().Select(one => one.Name).Distinct().Count() >= 60);

    [Fact]
    public async Task No_article_runs_anything_and_each_shows_its_words()
    {
        using var server = await Served();
        var attacks = Attack.All().ToDictionary(one => one.Number);
        var seen = new ConcurrentDictionary<int, bool>();
        var faults = await Walk(server.Address, captured.Ids().Articles.Select(id => "/articles/" + id), async visit =>
        {
            var text = Regex.Replace(await visit.Page.InnerTextAsync("main"), "\\s+", " ");
            var attack = attacks[Number(Regex.Match(text, "Sedikitnya (\\d+) orang luka dalam ambruknya").Groups[1].Value)];
            seen[attack.Number] = true;
            return text.Contains(attack.Shows, StringComparison.Ordinal) ? null : $"{attack.Name}: not shown: {attack.Shows}";
        });
        Assert.Equal(attacks.Count, seen.Count);
        Check(faults);
    }

    [Fact]
    public async Task No_listing_story_claim_speaker_or_search_runs_anything()
    {
        using var server = await Served();
        var story = (await Places.Of(server.Address)).Where(path => path.StartsWith("/stories/", StringComparison.Ordinal));
        var searches = Attack.All().Where(one => one.Shows.Length < 200).Select(one => "/search?in=articles&q=" + Uri.EscapeDataString(one.Shows));
        var speakers = captured.Table("export", "--format", "csv", "--table", "speakers").Skip(1).Select(row => "/speakers/" + row[0]);
        string[] lists = ["/", "/claims", "/figures", "/speakers", "/search?q=orang"];
        var paths = story.Concat(lists).Concat(speakers).Concat(captured.Ids().Claims.Select(id => "/claims/" + id)).Concat(searches);
        Check(await Walk(server.Address, paths, _ => Task.FromResult<string?>(null)));
    }

    [Fact]
    public async Task No_feed_runs_anything_in_a_reader_of_feeds()
    {
        using var server = await Served();
        using var client = new HttpClient { BaseAddress = server.Address };
        await using var visit = await Visit.Open(await studio.Browser(), server.Address, Bare);
        var story = await Places.Link(client, "/", "/stories/[0-9a-z]+");
        foreach (var place in (string[])["", "/claims", "/figures", story, "/search"])
        {
            var query = place == "/search" ? "?q=orang&in=articles" : "";
            var atom = XDocument.Parse(await Text(client, place + "/feed.atom" + query));
            using var json = JsonDocument.Parse(await Text(client, place + "/feed.json" + query));
            XNamespace ns = "http://www.w3.org/2005/Atom";
            var contents = atom.Descendants(ns + "content").Select(one => one.Value)
                .Concat(json.RootElement.GetProperty("items").EnumerateArray().Select(Html)).ToList();
            Assert.NotEmpty(contents);
            Assert.All(
                atom.Descendants(ns + "link"), link => Assert.StartsWith("http", link.Attribute("href")!.Value, StringComparison.Ordinal));
            // As a reader of feeds shows them: as HTML, without any guard.
            await visit.Page.SetContentAsync(string.Concat(contents));
            Assert.Equal("P", await visit.Page.EvaluateAsync<string>(
                "[...new Set([...document.body.querySelectorAll('*')].map(one => one.tagName))].join()"));
            Assert.True(await visit.Page.EvaluateAsync<bool>("window.konon_ran === undefined"));
        }

        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task No_header_is_split()
    {
        string[] known =
        [
            "blazor-enhanced-nav", "Cache-Control", "Content-Length", "Content-Security-Policy", "Content-Type", "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy", "Date", "ETag", "Location", "Permissions-Policy", "Referrer-Policy", "Set-Cookie",
            "Transfer-Encoding", "Vary", "X-Content-Type-Options", "X-RateLimit-Limit", "X-RateLimit-Remaining",
        ];
        using var server = await Served();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        var outlets = captured.Table("export", "--format", "csv", "--table", "articles").Skip(1).Select(row => row[4]).Distinct();
        string[] made = ["x%0d%0aX-Konon-Split:1", "x\u560d\u560aX-Konon-Split:1"];
        var paths = outlets.Select(Uri.EscapeDataString).Concat(made)
            .SelectMany(name => (string[])["/outlets/" + name, "/outlets/" + name + "?cursor=wrong", "/search?q=" + name, "/ui?to=" + name])
            .ToList();
        Assert.True(paths.Count > 100);
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 500, path);
            var names = answer.Headers.Concat(answer.Content.Headers).Select(header => header.Key);
            Assert.Empty(names.Except(known, StringComparer.OrdinalIgnoreCase));
            Assert.DoesNotContain("konon_split", answer.Headers.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void No_cell_of_a_table_starts_a_formula()
    {
        var tables = (string[])["claims", "figures", "articles", "speakers"];
        var all = tables.Select(table => captured.Table("export", "--format", "csv", "--table", table))
            .Append(captured.Table("stories", "--format", "csv"))
            .Concat(new[] { "claims", "figures", "speakers" }
            .Select(list => captured.Table(list, "--format", "csv", "--all"))).ToList();
        foreach (var table in all)
        {
            Assert.True(table.Count > 1);
            Assert.All(table, row => Assert.Equal(table[0].Length, row.Length));
            Assert.DoesNotContain(table.SelectMany(row => row), cell => cell.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal) && !IsNumber(cell));
        }

        // The attacks are in there, and they are defused.
        Assert.Contains(all[2].SelectMany(row => row), cell => cell.StartsWith("'=HYPERLINK", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dossier_has_no_html_and_no_link_of_an_articles_making()
    {
        var page = captured.Run("export", "--format", "markdown", "--with-text").Output;
        // Code is shown as it is; everything else must be escaped.
        var prose = Regex.Replace(page, "`[^`\n]*`", "");
        Assert.Contains("onerror", prose, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?<!\\\\)<[a-zA-Z/!?]", prose);
        Assert.DoesNotMatch("(?<!\\\\)\\](?:\\(|:|\\[)", prose);
        Assert.DoesNotMatch("[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069]", page);
    }

    [Fact]
    public void Linked_data_can_stand_in_a_page_and_links_to_the_web_alone()
    {
        var output = captured.Run("export", "--format", "jsonld").Output;
        Assert.DoesNotContain("</script", output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<!--", output, StringComparison.Ordinal);
        using var data = JsonDocument.Parse(output);
        Assert.DoesNotMatch("\"(@id|url)\": *\"(?i:javascript|data|vbscript|file):", output);
    }

    private async Task<Server> Served()
    {
        await studio.Browser();
        return await captured.Serve();
    }

    private async Task<IReadOnlyList<string>> Walk(Uri home, IEnumerable<string> paths, Func<Visit, Task<string?>> look)
    {
        const int Windows = 3;
        var browser = await studio.Browser();
        var faults = new ConcurrentBag<string>();
        var left = new ConcurrentQueue<string>(paths);
        await Task.WhenAll(Enumerable.Range(0, Windows).Select(async _ =>
        {
            await using var visit = await Visit.Open(browser, home, Bare);
            while (left.TryDequeue(out var path))
            {
                foreach (var fault in await Innocence.Of(visit, path)) faults.Add(fault);
                if (await look(visit) is { } missing) faults.Add(path + ": " + missing);
            }
        }));
        return [.. faults.Order(StringComparer.Ordinal)];
    }

    private static void Check(IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    private static Task<string> Text(HttpClient client, string path) =>
        client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static string Html(JsonElement item) => item.TryGetProperty("content_html", out var html) ? html.GetString()! : "";

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static bool IsNumber(string cell) => decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
