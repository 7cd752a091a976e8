using Konon.Store.Search;
using Xunit;

namespace Konon.Tests.Store.Search;

public class ListingTests : IDisposable
{
    private readonly FloodLedger _flood = new();

    public void Dispose() => _flood.Dispose();

    [Fact]
    public void Speakers_come_with_their_counts_the_most_heard_first()
    {
        var rows = _flood.Store.Speakers(new SpeakerQuery()).Rows;
        Assert.Equal(["Rahmat Santoso", "Dewi Lestari", "Anna Miller"], rows.Select(row => row.Name));
        Assert.Equal((3L, 3L, 2L), (rows[0].Claims, rows[0].Reports, rows[0].Outlets));
        Assert.Equal(("2025-03-04", "2025-04-01"), (rows[0].First, rows[0].Last));
    }

    [Fact]
    public void Speakers_are_counted_within_the_filters()
    {
        var filter = FloodLedger.Parse("outlet:kabar since:2025-03-05").Filter;
        var row = Assert.Single(_flood.Store.Speakers(new SpeakerQuery { Filter = filter }).Rows);
        Assert.Equal(("Rahmat Santoso", 1L), (row.Name, row.Claims));
    }

    [Fact]
    public void Speakers_come_in_pages()
    {
        var names = new List<string>();
        for (var query = new SpeakerQuery { Limit = 1 }; ;)
        {
            var page = _flood.Store.Speakers(query);
            names.AddRange(page.Rows.Select(row => row.Name));
            if (page.Next is null) break;
            query = query with { Cursor = page.Next };
        }

        Assert.Equal(["Rahmat Santoso", "Dewi Lestari", "Anna Miller"], names);
    }

    [Fact]
    public void Figures_come_newest_first_with_who_gives_them()
    {
        var all = _flood.Store.Figures(new FigureQuery()).Rows;
        Assert.Equal([500m, 1340m, 120m], all.Select(row => row.Figure.Value));
        Assert.Equal("Rahmat Santoso", all[1].Claim.Speakers[0].Name);
        var houses = new FigureQuery { Filter = FloodLedger.Parse("counted:rumah figure<1000").Filter };
        Assert.Equal(120m, Assert.Single(_flood.Store.Figures(houses).Rows).Figure.Value);
        var first = _flood.Store.Figures(new FigureQuery { Limit = 2 });
        Assert.Equal(120m, Assert.Single(_flood.Store.Figures(new FigureQuery { Cursor = first.Next }).Rows).Figure.Value);
    }

    [Theory]
    [InlineData("banjir", 2)]
    [InlineData("meluas", 1)]
    [InlineData("tanggul OR soldiers", 2)]
    [InlineData("sukamaju stance:denies", 1)]
    [InlineData("banjir figure>=1000", 1)]
    public void Articles_are_found_by_title_and_text(string text, int count)
    {
        var query = FloodLedger.Parse(text);
        var rows = _flood.Store.Articles(new ArticleQuery { Words = query.Words, Filter = query.Filter }).Rows;
        Assert.Equal(count, rows.Count);
        Assert.All(rows, row => Assert.NotEmpty(row.Snippet!.Marks));
    }

    [Fact]
    public void Facets_count_what_was_found()
    {
        var facets = _flood.Store.Facets(new ClaimQuery { Words = FloodLedger.Parse("rahmat").Words });
        Assert.Equal((3, false), (facets.Counted, facets.IsPartial));
        var byName = facets.Fields.ToDictionary(field => field.Name, field => field.Values.Select(value => $"{value.Label} {value.Count}"));
        Assert.Equal(["kabar.example 2", "pagi.example 1"], byName["outlet"]);
        Assert.Equal(["Rahmat Santoso 3"], byName["speaker"]);
        Assert.Equal(["2025-04 1", "2025-03 2"], byName["month"]);
        var articles = _flood.Store.Facets(new ArticleQuery());
        Assert.Equal(5, articles.Counted);
    }

    [Fact]
    public void Everything_is_found_by_its_id()
    {
        var claim = _flood.Claims("rumah figure>=1000")[0];
        Assert.Equal(claim.Words, Assert.IsType<ClaimItem>(_flood.Store.Find(claim.Id)).Row.Words);
        Assert.Equal(1340m, Assert.IsType<FigureItem>(_flood.Store.Find(claim.Figures[0].Id)).Claim.Row.Figures[0].Value);
        Assert.Equal(3, Assert.IsType<SpeakerItem>(_flood.Store.Find(claim.Speakers[0].Id)).Claims.Count);
        var article = Assert.IsType<ArticleItem>(_flood.Store.Find("http://kabar.example/2?utm_source=x"));
        Assert.Equal((claim.Article, 1, 1), (article.Row.Id, article.Versions.Count, article.Sightings.Count));
        Assert.IsType<ArticleItem>(_flood.Store.Find(claim.Article));
        Assert.IsType<ArticleItem>(_flood.Store.Find(article.Stored.Id));
        Assert.Null(_flood.Store.Find("0000000000000000"));
        Assert.Null(_flood.Store.Find(claim.Id + ".9"));
    }
}
