using System.Text;
using System.Text.RegularExpressions;
using Konon.Store.Grouping;
using Xunit;

namespace Konon.Journeys.Web;

public sealed class BigStoryTests(BusySite site) : IClassFixture<BusySite>
{
    private const int LargestPage = 100_000;

    [Fact]
    public async Task The_pages_of_a_big_story_stay_below_a_hundred_kilobytes_and_hold_all_of_it()
    {
        var row = site.Store.Stories(new StoryQuery { Least = 100 }).Rows[0];
        Assert.True(row.Articles > 200, $"only {row.Articles} articles in one story");
        var story = "/stories/" + row.Id;
        string[] parts = ["", "/figures", "/claims", "/claims?by=time", "/conflicts", "/corrections", "/reports", "/lineage"];
        string[] paths = [.. parts.Select(part => story + part), "/"];
        var sizes = new List<(string, int)>();
        foreach (var path in paths) sizes.Add((path, Encoding.UTF8.GetByteCount(await site.Page(path))));
        Assert.All(sizes, size => Assert.InRange(size.Item2, 1, LargestPage));
        Assert.Contains("Page 1 of ", await site.Page(story + "/reports"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_a_list_hold_every_report_once()
    {
        var row = site.Store.Stories(new StoryQuery { Least = 100 }).Rows[0];
        var seen = new List<string>();
        for (var page = 1; page < 20; page++)
        {
            var html = await site.Page($"/stories/{row.Id}/reports?page={page}");
            seen.AddRange(Regex.Matches(html, @">\[(\d+)\] ").Select(match => match.Groups[1].Value));
            if (!html.Contains("rel=\"next\"", StringComparison.Ordinal)) break;
        }

        Assert.Equal(row.Articles, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task An_edit_shows_first_what_it_changed_in_the_claims_and_then_the_words()
    {
        var page = await site.Page($"/articles/{Article("Jalan Ambles di Kota Renda")}/diff");
        Assert.Contains("silent edit", page, StringComparison.Ordinal);
        Assert.Matches("<del>4</del>.*<ins>7</ins>", page.ReplaceLineEndings(" "));
        Assert.True(page.IndexOf("id=\"claims\"", StringComparison.Ordinal) < page.IndexOf("id=\"words\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_note_of_correction_is_shown_and_the_edit_is_not_silent()
    {
        var page = await site.Page($"/articles/{Article("Pasar Renda Terbakar")}/diff");
        Assert.Contains("The page itself says", page, StringComparison.Ordinal);
        Assert.Contains("Ralat: Berita ini telah diralat", page, StringComparison.Ordinal);
        Assert.DoesNotContain("silent edit", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_counts_its_reworded_articles_and_links_what_changed()
    {
        var article = Article("Jalan Ambles di Kota Renda");
        var page = await site.Page("/stories/" + site.Store.StoryOf(article)!.Id);
        Assert.Contains("#revisions\" data-key=\"v\">1 revised</a>", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/articles/{article}/diff?to=2\"", page, StringComparison.Ordinal);
        Assert.Contains("edited silently", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=2&to=1")]
    [InlineData("?to=9")]
    public async Task Versions_that_are_not_there_are_told_with_404(string query)
    {
        using var answer = await site.Client.GetAsync(
            new Uri($"/articles/{Article("Pasar Renda Terbakar")}/diff{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private string Article(string title) => site.Store.Current().Single(reading => reading.Read().Article.Title == title).Article;
}
