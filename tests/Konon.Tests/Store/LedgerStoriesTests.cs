using Konon.Bytes;
using Konon.Store;
using Konon.Store.Grouping;
using Xunit;

namespace Konon.Tests.Store;

public class LedgerStoriesTests
{
    private static readonly Document[] Week =
    [
        Row("a", "2025-03-03", "Feri Mutiara Lintang tenggelam di Selat Lorang, tiga orang tewas. Kepala Basarnas Lorang Yohan Maruli mengatakan 41 orang selamat dari feri itu."),
        Row("b", "2025-03-03", "Tiga orang tewas setelah feri Mutiara Lintang tenggelam di Selat Lorang. Yohan Maruli menyebut 41 orang selamat."),
        Row("c", "2025-03-04", "Korban tewas feri Mutiara Lintang di Selat Lorang menjadi sembilan orang, kata Yohan Maruli dari Basarnas Lorang."),
        Row("d", "2025-03-04", "Gunung Bukawe meletus dan memuntahkan abu setinggi dua kilometer. Petugas pos pengamatan Lalu Suhendra meminta warga Desa Tolire mengungsi."),
        Row("e", "2025-03-05", "Abu letusan Gunung Bukawe menutupi Desa Tolire, sebanyak 800 warga mengungsi, kata Lalu Suhendra."),
        Row("f", "2025-03-05", "Harga cabai di Pasar Induk Sadewa naik menjadi Rp 90.000 per kilogram, kata pedagang bernama Marfuah."),
    ];

    [Fact]
    public void A_story_is_read_by_its_own_articles_and_not_by_those_of_the_whole_ledger()
    {
        // A server plans by what it counted of the rows.
        using var ledger = new TemporaryLedger(onServer: false);
        var plan = ledger.Store.Use(connection => Dapper.SqlMapper.Query<(long, long, long, string Step)>(
            connection,
            $"""
            EXPLAIN QUERY PLAN SELECT COUNT(DISTINCT readings.outlet) FROM story_articles
            JOIN readings ON readings.article_id = story_articles.article_id
            WHERE story_articles.story_id = 1 AND {LedgerStore.CurrentOfArticle}
            """).Select(row => row.Step).ToList());
        Assert.Contains(plan, step => step.Contains("story_articles_story (story_id=?)", StringComparison.Ordinal));
        Assert.Contains(plan, step => step.Contains("readings_article (article_id=?)", StringComparison.Ordinal));
    }

    [Fact]
    public void Puts_the_articles_of_one_event_into_one_story()
    {
        using var ledger = new TemporaryLedger();
        TemporaryLedger.Add(ledger.Store, Week);
        ledger.Store.SettleStories();
        var stories = ledger.Store.Stories(new StoryQuery());
        Assert.Equal(3, stories.Rows.Count);
        var ferry = Assert.Single(stories.Rows, story => story.Articles == 3);
        Assert.Equal(("2025-03-03", "2025-03-04"), (ferry.From, ferry.To));
        Assert.Equal(3, ledger.Store.StoryArticles(ferry.Id).Count);
        Assert.Equal(3, ledger.Store.StoryReadings(ferry.Id).Count);
        var article = ledger.Store.StoryArticles(ferry.Id)[0];
        Assert.Equal(ferry.Id, ledger.Store.StoryOf(article.Id)!.Id);
    }

    [Fact]
    public void The_same_articles_give_the_same_stories_in_any_order_and_in_any_pieces()
    {
        var expected = Stories(pieces: 1, Week);
        Assert.Equal(expected, Stories(pieces: 1, [.. Week.Reverse()]));
        Assert.Equal(expected, Stories(pieces: 6, [Week[4], Week[2], Week[0], Week[5], Week[3], Week[1]]));
    }

    [Fact]
    public void Pages_of_stories_follow_each_other_without_a_gap()
    {
        using var ledger = new TemporaryLedger();
        TemporaryLedger.Add(ledger.Store, Week);
        ledger.Store.SettleStories();
        var all = ledger.Store.Stories(new StoryQuery()).Rows.Select(story => story.Id).ToList();
        var walked = new List<string>();
        for (var query = new StoryQuery { Limit = 1 }; ;)
        {
            var page = ledger.Store.Stories(query);
            walked.AddRange(page.Rows.Select(story => story.Id));
            if (page.Next is null) break;
            query = query with { Cursor = page.Next };
        }

        Assert.Equal(all, walked);
    }

    // Each story as its id and the addresses of its articles.
    private static List<string> Stories(int pieces, Document[] documents)
    {
        using var ledger = new TemporaryLedger();
        foreach (var piece in documents.Chunk(Math.Max(1, documents.Length / pieces)))
        {
            TemporaryLedger.Add(ledger.Store, piece);
            ledger.Store.SettleStories();
        }

        return
        [
            .. ledger.Store.Stories(new StoryQuery()).Rows
                .Select(story => $"{story.Id} {story.Name} {story.From} {story.To} {story.Articles} {story.Claims}: "
                    + string.Join(' ', ledger.Store.StoryArticles(story.Id).Select(article => article.Url).Order(StringComparer.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static Document Row(string name, string day, string text) =>
        TemporaryLedger.Row(name, $"https://kabar-{name}.example/berita", text, day);
}
