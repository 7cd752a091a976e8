using Konon.Claims;
using Konon.Stories;
using Konon.Stories.Series;
using Xunit;

namespace Konon.Tests.Stories;

public sealed class FiguresTests
{
    private static Story Ferry => StoryBuilder.Build(Tests.Ferry.Reports);

    [Fact]
    public void Figures_on_one_thing_meet_whatever_the_noun()
    {
        var missing = Assert.Single(Ferry.Figures, series => series.Name == "penumpang hilang" && series.Key.Place is null);
        Assert.Equal([9m, 12m, 17m], missing.Points.Select(point => point.Figure.Value).Distinct().Order());
    }

    [Fact]
    public void A_repeated_figure_is_one_entry_with_all_its_reports()
    {
        var twelve = Ferry.Figures.SelectMany(series => series.Points).Single(point => point.Figure.Value == 12 && point.Voices.Count > 0);
        Assert.Equal([1, 3], twelve.Reports.Select(report => report.Number));
    }

    [Theory]
    [InlineData("tentara Korea Utara", "tentara", "KP")]
    [InlineData("pasukan khusus Korea Utara", "tentara", "KP")]
    [InlineData("Pasukan Khusus Bantu Rusia", "tentara", null)]
    [InlineData("personel", "personel", null)]
    [InlineData("orang tentara", "tentara", null)]
    [InlineData("unit rumah", "rumah", null)]
    [InlineData("gerobak kayu", "gerobak", null)]
    public void What_is_counted_is_told_by_its_head(string counted, string key, string? state)
    {
        var told = new Told(null, "Ada 30 " + counted + ".");
        var figure = told.Figure("30 " + counted, 30, counted);
        var story = StoryBuilder.Build([told.Claims(Told.Person("Ani"), "Ada 30 " + counted, figures: figure).Read()]);
        var group = Assert.Single(story.Figures);
        Assert.Equal((key, state), (group.Key.Counted, group.Key.Of));
    }

    [Fact]
    public void In_English_the_head_comes_last()
    {
        var told = new Told(null, "Some 3,000 North Korean troops are there.") { Language = "en" };
        var figure = told.Figure("3,000 North Korean troops", 3000, "North Korean troops");
        var story = StoryBuilder.Build([told.Claims(Told.Person("Ann"), "Some 3,000 North Korean troops are there", figures: figure).Read()]);
        Assert.Equal("soldiers", Assert.Single(story.Figures).Name);
    }

    [Fact]
    public void People_are_those_that_the_claim_counts()
    {
        var told = new Told(null, "Ani menyebut jumlah pasukan di sana hanya 300 orang.");
        var figure = told.Figure("300 orang", 300, "orang");
        var story = StoryBuilder.Build([told.Claims(Told.Person("Ani"), "jumlah pasukan di sana hanya 300 orang", figures: figure).Read()]);
        Assert.Equal("tentara", Assert.Single(story.Figures).Name);
    }

    [Fact]
    public void Of_two_figures_in_a_claim_the_smaller_stands_beside_the_larger_and_against_nobody()
    {
        var told = new Told(null, "Ani menyebut 100 rumah terendam, 30 rumah di antaranya di bantaran. Budi menyebut 105 rumah terendam.");
        told.Claims(Told.Person("Ani", "A"), "100 rumah terendam, 30 rumah di antaranya di bantaran", figures:
                [told.Figure("100 rumah", 100, "rumah"), told.Figure("30 rumah", 30, "rumah")])
            .Claims(Told.Person("Budi", "B"), "105 rumah terendam", figures: told.Figure("105 rumah", 105, "rumah"));
        var story = StoryBuilder.Build([told.Read()]);
        Assert.Equal(FigureScope.Part, story.Figures.Single(series => series.Points.Any(point => point.Figure.Value == 30)).Key.Scope);
        Assert.Empty(story.FigureConflicts);
    }

    [Fact]
    public void Figures_by_two_sides_that_have_no_value_in_common_stand_against_each_other()
    {
        var story = StoryBuilder.Build([Tests.Ferry.First(), Tests.Ferry.Update()]);
        var conflict = Assert.Single(story.FigureConflicts);
        Assert.Equal(["ID", "Laut Jaya"], conflict.Sides.Select(side => side.Party));
    }

    [Fact]
    public void An_update_by_one_side_is_no_contradiction()
    {
        var told = new Told(null, "Ani menyebut 5 rumah rusak. Ani lalu menyebut 50 rumah rusak.");
        told.Claims(Told.Person("Ani"), "5 rumah rusak", figures: told.Figure("5 rumah", 5, "rumah"))
            .Claims(Told.Person("Ani"), "50 rumah rusak", figures: told.Figure("50 rumah", 50, "rumah"));
        Assert.Empty(StoryBuilder.Build([told.Read()]).FigureConflicts);
    }

    [Theory]
    [InlineData(Bound.Exact, 10000, Bound.Exact, 9800, false)]
    [InlineData(Bound.Exact, 10000, Bound.Exact, 8000, true)]
    [InlineData(Bound.AtLeast, 3000, Bound.Exact, 10000, false)]
    [InlineData(Bound.AtLeast, 3000, Bound.LessThan, 3000, true)]
    [InlineData(Bound.AtMost, 3000, Bound.AtLeast, 3000, false)]
    [InlineData(Bound.About, 1000, Bound.Exact, 1090, false)]
    [InlineData(Bound.Exact, 17, Bound.Exact, 18, true)]
    [InlineData(Bound.Exact, 0, Bound.Exact, 0, false)]
    public void Bounds_and_rounding_decide_what_is_apart(Bound bound, int value, Bound otherBound, int other, bool apart)
    {
        var (one, two) = (Interval.Of(Figure(bound, value)), Interval.Of(Figure(otherBound, other)));
        Assert.Equal(apart, one.IsApartFrom(two));
        Assert.Equal(apart, two.IsApartFrom(one));
    }

    private static Figure Figure(Bound bound, int value) => new() { Span = default, Value = value, Bound = bound };
}
