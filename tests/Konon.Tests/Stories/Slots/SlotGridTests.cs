using Konon.Claims;
using Konon.Stories;
using Konon.Stories.Series;
using Konon.Stories.Slots;
using Xunit;

namespace Konon.Tests.Stories.Slots;

public sealed class SlotGridTests
{
    private static readonly DateOnly Monday = new(2025, 3, 3);

    [Fact]
    public void A_column_is_an_origin_with_all_reports_that_come_from_it()
    {
        var story = StoryBuilder.Build(Ferry.Reports);
        var grid = SlotGridBuilder.Of(story);
        Assert.Equal(story.Lineage.Origins.Likely, grid.Columns.Count);
        Assert.Equal([1, 3], grid.Columns[0].Reports.Select(report => report.Number));
    }

    [Fact]
    public void A_row_of_figures_tells_what_each_origin_says_last_and_who_does_not_say()
    {
        var grid = SlotGridBuilder.Of(StoryBuilder.Build([Dead("a", 3, Monday), Dead("b", 5, Monday.AddDays(1)), Dry()]));
        var row = Assert.Single(grid.Rows, row => row.Kind == SlotKind.Figure);
        Assert.Equal([SlotStanding.Earlier, SlotStanding.Alike, SlotStanding.Silent], row.Cells.Select(cell => cell.Standing));
        Assert.Equal([3, 5], row.Cells.Take(2).Select(cell => cell.Values[0].Point!.Figure.Value));
        Assert.True(row.Differs);
    }

    [Fact]
    public void Values_of_one_time_that_cannot_both_be_right_contradict_each_other()
    {
        var grid = SlotGridBuilder.Of(StoryBuilder.Build([Dead("a", 3, Monday), Dead("b", 30, Monday, "Perusahaan Laut Jaya")]));
        Assert.All(grid.Rows[0].Cells, cell => Assert.Equal(SlotStanding.Contradicts, cell.Standing));
    }

    [Fact]
    public void The_same_value_everywhere_does_not_differ()
    {
        var grid = SlotGridBuilder.Of(StoryBuilder.Build([Dead("a", 3, Monday), Dead("b", 3, Monday.AddDays(1))]));
        Assert.False(grid.Rows[0].Differs);
    }

    [Fact]
    public void A_disputed_matter_is_a_row_in_which_both_sides_differ()
    {
        var row = SlotGridBuilder.Of(StoryBuilder.Build(Ferry.Reports)).Rows.First(row => row.Kind == SlotKind.Matter);
        var said = row.Cells.Where(cell => cell.Values.Count > 0).ToList();
        Assert.All(said, cell => Assert.Equal(SlotStanding.Contradicts, cell.Standing));
        Assert.Contains(Stance.Denies, said.SelectMany(cell => cell.Values).Select(value => value.Statement!.Claim.Stance));
    }

    [Theory]
    [InlineData("id", "kapal karam akibat gelombang tinggi", true)]
    [InlineData("id", "penyebabnya masih diselidiki", true)]
    [InlineData("id", "kapal berangkat pukul lima", false)]
    [InlineData("id", "sebabak drama dimainkan", false)]
    [InlineData("en", "the ferry sank due to high waves", true)]
    [InlineData("en", "the fee is due today", false)]
    public void A_statement_that_tells_why_stands_in_the_row_of_causes(string language, string words, bool isCause)
    {
        var told = new Told(null, "Budi Santosa mengatakan " + words + ".") { Language = language, Day = Monday }
            .Claims(Told.Person("Budi Santosa"), words, cue: "mengatakan");
        Assert.Equal(isCause, SlotGridBuilder.Of(StoryBuilder.Build([told.Read()])).Rows.Any(row => row.Kind == SlotKind.Cause));
    }

    [Fact]
    public void Of_many_origins_those_that_say_most_are_shown_and_the_others_counted()
    {
        var reports = Enumerable.Range(0, 9).Select(i => Dead("o" + i, 3, Monday)).Prepend(Dry());
        var grid = SlotGridBuilder.Of(StoryBuilder.Build(reports));
        Assert.Equal((7, 3), (grid.Columns.Count, grid.ColumnsLeft));
        Assert.DoesNotContain(grid.Columns, column => column.First.Article.Outlet == "dry");
    }

    [Fact]
    public void A_series_keeps_its_address_while_values_come()
    {
        var before = StoryBuilder.Build([Dead("a", 3, Monday)]).Figures[0].Key;
        var after = StoryBuilder.Build([Dead("a", 3, Monday), Dead("b", 5, Monday.AddDays(1))]).Figures[0].Key;
        Assert.Equal(SeriesIds.Of(before), SeriesIds.Of(after));
        Assert.NotEqual(SeriesIds.Of(before), SeriesIds.Of(before with { Status = "hilang" }));
    }

    private static Reading Dead(string outlet, int dead, DateOnly day, string by = "Kantor SAR")
    {
        // Words of its own, or the reports were copies of each other.
        var told = new Told(null, $"Redaksi {outlet} menulis dari lokasi. {by} menyebut {dead} penumpang tewas. Warga {outlet} berkumpul.")
        { Outlet = outlet, Day = day, Input = outlet };
        return told
            .Claims(Told.Body(by, by), $"{dead} penumpang tewas", cue: "menyebut", on: day,
                figures: told.Figure($"{dead} penumpang", dead, "penumpang", status: "tewas"))
            .Read();
    }

    private static Reading Dry() =>
        new Told(null, "Hujan turun seharian di kota lain.") { Outlet = "dry", Day = Monday.AddDays(2), Input = "dry" }.Read();
}
