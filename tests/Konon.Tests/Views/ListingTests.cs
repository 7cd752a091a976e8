using System.Text.Json;
using Konon.Stories;
using Konon.Tests.Stories;
using Konon.Views;
using Xunit;

namespace Konon.Tests.Views;

public sealed class ListingTests
{
    private static readonly UiWords English = UiWords.Of("en");

    [Fact]
    public void Figures_as_json_carry_everything_a_step_line_needs()
    {
        var series = Json(FiguresView.Of(Invented.Quake.Story, English)).EnumerateArray().Single(one => one.GetProperty("counted").GetString() == "magnitudo");
        var points = series.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal([6.7m, 6.3m], points.Select(point => point.GetProperty("value").GetDecimal()));
        Assert.Equal(2, points[0].GetProperty("withdrawn_in").GetInt32());
        Assert.Equal([1, 3], points[0].GetProperty("still_carried_by").EnumerateArray().Select(report => report.GetInt32()));
        Assert.Equal("update", points[1].GetProperty("relation").GetString());
        Assert.Equal("2026-07-07T05:20:00+07:00", points[0].GetProperty("first_seen").GetString());
    }

    [Fact]
    public void Figures_as_csv_have_one_line_a_point_and_as_many_cells_as_the_header()
    {
        var lines = Write(FiguresView.Of(Invented.AirCrash.Story, English), ViewFormat.Csv).TrimEnd('\n').Split('\n');
        Assert.StartsWith("name,counted,of,status,place,scope,unit,comparable,number,value,", lines[0], StringComparison.Ordinal);
        Assert.Equal(Invented.AirCrash.Story.Figures.Where(series => series.IsComparable).Sum(series => series.Points.Count), lines.Length - 1);
        Assert.All(lines, line => Assert.Equal(Cells(lines[0]), Cells(line)));
    }

    [Fact]
    public void A_person_reads_what_takes_whose_place()
    {
        var text = Write(FiguresView.Of(Invented.AirCrash.Story, English), ViewFormat.Text);
        Assert.Contains("updates 12", text, StringComparison.Ordinal);
        Assert.Contains("Bagas Waluya", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Positions_mark_the_change()
    {
        var text = Write(PositionsView.Of(Invented.Layoffs.Story, English), ViewFormat.Text);
        Assert.Contains("declines → confirms", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ViewFormat.Text)]
    [InlineData(ViewFormat.Markdown)]
    [InlineData(ViewFormat.JsonLines)]
    public void Conflicts_show_both_sides_words(ViewFormat format)
    {
        var text = Write(ConflictsView.Of(Invented.Flood.Story, English), format);
        Assert.Contains("640 rumah rusak", text, StringComparison.Ordinal);
        Assert.Contains("410 rumah rusak", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_is_said()
    {
        var story = StoryBuilder.Build([]);
        Assert.Equal(English["none"] + "\n", Write(ConflictsView.Of(story, English), ViewFormat.Text));
        Assert.Equal(0, Json(FiguresView.Of(story, English)).GetArrayLength());
    }

    [Fact]
    public void Words_of_articles_make_no_table_cells_of_their_own()
    {
        var section = new ViewSection("a|b", [], "rows", [new ViewRow([new ViewField("words", "x,\"y\"\u001b[31m")], ["c|d"])]);
        Assert.Contains("a\\|b", Write([section], ViewFormat.Markdown), StringComparison.Ordinal);
        Assert.Contains("c\\|d", Write([section], ViewFormat.Markdown), StringComparison.Ordinal);
        Assert.Equal("words\n\"x,\"\"y\"\"\"\n", Write([section], ViewFormat.Csv));
    }

    private static int Cells(string line)
    {
        var (cells, quoted) = (1, false);
        foreach (var letter in line)
        {
            if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted) cells++;
        }

        return cells;
    }

    private static JsonElement Json(IReadOnlyList<ViewSection> sections) => JsonDocument.Parse(Write(sections, ViewFormat.Json)).RootElement;

    private static string Write(IReadOnlyList<ViewSection> sections, ViewFormat format)
    {
        using var output = new StringWriter();
        ViewWriter.Write(sections, format, English, output);
        return output.ToString();
    }
}
