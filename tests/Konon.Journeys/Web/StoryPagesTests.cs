using System.Net;
using System.Text.RegularExpressions;
using Konon.Ledger.Search;
using Konon.Store.Grouping;
using Konon.Store.Search;
using Xunit;

namespace Konon.Journeys.Web;

public sealed class StoryPagesTests(Site site) : IClassFixture<Site>
{
    private string Story => "/stories/" + site.Store.Stories(new StoryQuery { Least = 2 }).Rows[0].Id;

    [Fact]
    public async Task A_story_sets_its_origins_side_by_side_and_says_who_does_not_say()
    {
        var table = Regex.Match(await site.Page(Story), "<table class=\"slots\">.*?</table>", RegexOptions.Singleline).Value;
        Assert.Equal(7, Regex.Count(table, "<th scope=\"col\">") - 1);
        Assert.Contains("does not say", table, StringComparison.Ordinal);
        Assert.Matches("<td class=\"earlier\">.*?earlier value", table.ReplaceLineEndings(" "));
        Assert.Matches("<td class=\"against\">.*?disputed", table.ReplaceLineEndings(" "));
        Assert.Contains("Cause", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("figures", "<svg")]
    [InlineData("claims", "class=\"voice\"")]
    [InlineData("claims?by=time", "<blockquote lang=\"id\">")]
    [InlineData("conflicts", "class=\"conflict")]
    [InlineData("corrections", "<h1>")]
    [InlineData("revisions", "<h1>")]
    [InlineData("reports", "id=\"coverage\"")]
    [InlineData("lineage", "class=\"tree\"")]
    public async Task Every_section_of_a_story_has_a_page(string section, string part) =>
        Assert.Contains(part, await site.Page(Story + "/" + section), StringComparison.Ordinal);

    [Fact]
    public async Task A_speaker_of_a_story_has_a_page_of_claims()
    {
        var link = Regex.Match(await site.Page(Story + "/claims"), "href=\"([^\"]*/claims\\?voice=[^\"]+)\"").Groups[1].Value;
        var page = await site.Page(WebUtility.HtmlDecode(link));
        Assert.Contains("<blockquote lang=\"id\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"voice\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_of_a_quotation_are_folded_under_the_first_report_that_has_it() =>
        Assert.Matches(
            @"<details class=""copies"">\s*<summary>\+1 copy</summary>", WebUtility.HtmlDecode(await site.Page(Story + "/claims?by=time")));

    [Fact]
    public async Task A_figure_has_a_page_with_the_words_of_every_value()
    {
        var link = Regex.Match(await site.Page(Story), "href=\"(/stories/[0-9a-f]{16}/figures/[0-9a-f]{12})\"").Groups[1].Value;
        var page = await site.Page(link);
        Assert.Contains("class=\"steps\"", page, StringComparison.Ordinal);
        Assert.True(Regex.Count(page, "<td class=\"said\">") > 2);
    }

    [Theory]
    [InlineData("/figures/000000000000")]
    [InlineData("/claims?voice=nobody%20of%20that%20name")]
    [InlineData("/nothing")]
    public async Task What_a_story_has_not_is_told_with_404(string path)
    {
        using var answer = await site.Client.GetAsync(new Uri(Story + path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_list_shows_claims_by_day_and_origins_once_they_were_counted()
    {
        // Counted while nobody waits: the first look asks for it.
        var page = await site.Page("/");
        for (var tries = 0; tries < 100 && !page.Contains("7 origins", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await site.Page("/");
        }

        Assert.Matches(@"<span>7 origins</span>\s*·\s*<span>8 reports</span>\s*·\s*<span>0 revised</span>", page);
        Assert.Matches("<svg class=\"spark\"[^>]+aria-label=\"47 claims, 3–6 Mar 2025; most on \\d Mar: \\d+\"", page);
    }

    [Fact]
    public async Task A_citation_is_plain_text_with_address_digest_and_time()
    {
        var article = site.Store.Articles(new ArticleQuery { Filter = LedgerFilter.None, Limit = 1 }).Rows[0].Id;
        var claim = site.Store.Claims(new ClaimQuery { Filter = LedgerFilter.None, Limit = 1 }).Rows[0].Id;
        foreach (var path in (string[])[Story, "/articles/" + article, "/claims/" + claim])
        {
            var page = await site.Page(path);
            const string Block = "<details class=\"cite\".*?<pre[^>]*>(?<text>.*?)</pre>";
            var cited = Regex.Match(page, Block, RegexOptions.Singleline).Groups["text"].Value;
            Assert.Contains(path, cited, StringComparison.Ordinal);
            Assert.Matches("[0-9a-f]{64}", cited);
            Assert.Matches(@"Retrieved: \d{4}-\d\d-\d\d \d\d:\d\d UTC, konon ", cited);
        }
    }

    [Fact]
    public async Task A_claim_has_an_address_of_its_own_with_its_span_and_a_figure_leads_to_it()
    {
        var row = site.Store.Figures(new FigureQuery { Filter = LedgerFilter.None, Limit = 1 }).Rows[0];
        Assert.Matches(@"characters \d+–\d+ of the text", await site.Page("/claims/" + row.Claim.Id));
        var figure = new Uri("/figures/" + row.Figure.Id, UriKind.Relative);
        using var answer = await site.Client.GetAsync(figure, TestContext.Current.CancellationToken);
        var to = answer.Headers.Location!.ToString();
        Assert.StartsWith($"/claims/{row.Claim.Id}#f", to, StringComparison.Ordinal);
        Assert.Contains($"id=\"{to.Split('#')[1]}\"", await site.Page(to), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outlets_and_speakers_have_pages_that_count()
    {
        var outlet = site.Store.Articles(new ArticleQuery { Filter = LedgerFilter.None, Limit = 1 }).Rows[0].Outlet!;
        var page = await site.Page("/outlets/" + Uri.EscapeDataString(outlet));
        Assert.Contains("Articles by month", page, StringComparison.Ordinal);
        var speaker = site.Store.Speakers(new SpeakerQuery { Filter = LedgerFilter.None, Limit = 1 }).Rows[0];
        Assert.Matches("<dt>How</dt>\\s*<dd>\\s*<a class=\"stance", await site.Page("/speakers/" + speaker.Id));
    }
}
