using System.IO.Compression;
using System.Text.Json;
using Konon.Articles;
using Konon.Bytes;
using Konon.Claims;
using Konon.Stories;
using Konon.Stories.Series;
using Xunit;

namespace Konon.Tests.Stories;

/// <summary>The figures of real events, whose articles lie beside the project; only numbers stand here.</summary>
public sealed class CorpusSeriesTests
{
    [Fact]
    public void One_release_in_four_rewrites_is_one_figure()
    {
        var story = StoryOf("E13");
        var series = Assert.Single(story.Figures, one => one.Points.Any(point => point.Figure.Value == 152.5e9m));
        Assert.Equal(1, series.Values);
        Assert.Equal([1, 2, 3, 4], series.Points.SelectMany(point => point.Reports).Select(report => report.Number).Distinct().Order());
        Assert.Empty(story.FigureConflicts);
    }

    [Fact]
    public void Two_named_sources_that_disagree_are_a_contradiction() =>
        Assert.Equal([20m, 50m], Assert.Single(StoryOf("E06").FigureConflicts).Sides.Select(side => side.Figure.Value).Distinct().Order());

    [Fact]
    public void A_count_that_rises_over_a_day_is_an_update()
    {
        var dead = StoryOf("E04").Figures.Single(series => series.Key is { Counted: "", Status: "tewas", Scope: FigureScope.Total });
        Assert.Equal([8m, 9m, 10m], dead.Points.Where(point => point.Relation is PointRelation.First or PointRelation.Update).Select(point => point.Figure.Value));
        Assert.Empty(StoryOf("E04").FigureConflicts);
    }

    [Fact]
    public void Those_ordered_those_present_and_all_are_three_series()
    {
        var guard = StoryOf("E03").Figures.Where(series => series.Key.Counted == "tentara" && series.Key.Of is not null).ToList();
        Assert.Contains(guard, series => series.Key.Scope == FigureScope.Planned && series.Points.Any(point => point.Figure.Value == 2000));
        Assert.Contains(guard, series => series.Key.Scope == FigureScope.Present && series.Points.Any(point => point.Figure.Value == 300));
        Assert.DoesNotContain(guard, series => series.Points.Any(point => point.Figure.Value == 300) && series.Points.Any(point => point.Relation == PointRelation.Contradiction));
    }

    [Fact]
    public void What_is_assessed_anew_days_later_is_an_update()
    {
        var houses = StoryOf("E09").Figures.First(series => series.Key is { Counted: "rumah", Status: "terbakar" });
        Assert.Equal([450m, 485m], houses.Points.Where(point => point.Relation is PointRelation.First or PointRelation.Update).Select(point => point.Figure.Value));
    }

    [Fact]
    public void A_shorter_number_is_a_rounding_and_parts_contradict_nothing()
    {
        var story = StoryOf("E12");
        Assert.Contains(story.Figures.SelectMany(series => series.Points), point => point is { Relation: PointRelation.Rounding, Figure.Value: 13_000m });
        Assert.DoesNotContain(story.FigureConflicts, conflict => conflict.Series.Key.Unit == "ha");
    }

    private static Story StoryOf(string key)
    {
        using var events = JsonDocument.Parse(File.ReadAllText(SharedData.Require("corpus", "events.json")));
        var ids = events.RootElement.GetProperty("events").EnumerateArray().Single(one => one.GetProperty("key").GetString() == key)
            .GetProperty("ids").EnumerateArray().Select(id => id.GetString()!).ToHashSet(StringComparer.Ordinal);
        return StoryBuilder.Build(Rows().Where(row => ids.Contains(row.Id)).Select(row => row.Read()));
    }

    private static IEnumerable<Row> Rows()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.Require("corpus", "june-2025.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return JsonSerializer.Deserialize<Row>(line, JsonSerializerOptions.Web)!;
    }

    private sealed record Row(string Id, string? Url, string? Outlet, string? Title, string? Published, string? Text)
    {
        public Reading Read()
        {
            var document = Given.Text(Id) with { Input = Id, Row = new RowFields(Id, Url, Outlet, Title, Published, Text) };
            Assert.Null(ArticleReader.TryRead(document, ArticleOptions.Default, out var article));
            return ClaimFinder.Read(article!);
        }
    }
}
