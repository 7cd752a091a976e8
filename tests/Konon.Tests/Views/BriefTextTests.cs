using Konon.Views;
using Xunit;

namespace Konon.Tests.Views;

public sealed class BriefTextTests
{
    private static readonly BriefRefusal[] Refused = [new("coverage/z.bin", "not text (a binary file)")];

    [Theory]
    [InlineData(80, "en")]
    [InlineData(120, "en")]
    [InlineData(80, "id")]
    [InlineData(120, "id")]
    public void Prints_the_approved_page(int width, string ui) =>
        Approved.Match(Print(new BriefOptions { Width = width, Words = UiWords.Of(ui) }), $"brief-{width}-{ui}.txt");

    [Fact]
    public void Colours_change_no_word()
    {
        var plain = Print(new BriefOptions());
        var coloured = Print(new BriefOptions { Colours = true });
        Assert.NotEqual(plain, coloured);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", ""));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(109)]
    [InlineData(110)]
    [InlineData(160)]
    public void No_line_is_wider_than_the_page_or_ends_in_a_blank(int width)
    {
        foreach (var line in Print(new BriefOptions { Width = width, All = true }).Split('\n'))
        {
            Assert.True(Columns.Of(line) <= width, $"{Columns.Of(line)} columns: {line}");
            Assert.Equal(line.TrimEnd(), line);
        }
    }

    [Fact]
    public void Nothing_out_of_an_article_acts_on_the_terminal()
    {
        var page = Print(new BriefOptions { All = true });
        Assert.DoesNotContain('\u001b', page);
        Assert.DoesNotContain('\u202e', page);
    }

    [Fact]
    public void The_order_of_the_readings_changes_nothing()
    {
        var reversed = BriefBuilder.Build(Ferry.Reports.Reverse(), Refused);
        Assert.Equal(Print(new BriefOptions()), Print(new BriefOptions(), reversed));
    }

    [Fact]
    public void Folds_long_lists_and_says_how_much_is_left_out()
    {
        var many = Enumerable.Range(1, 30).Select(i => new Told($"Kabar {i}", "Isi berita.") { Input = $"{i}.txt" }.Read());
        var brief = BriefBuilder.Build(many, []);
        Assert.Contains("+18 more, --all", Print(new BriefOptions(), brief), StringComparison.Ordinal);
        Assert.DoesNotContain("--all", Print(new BriefOptions { All = true }, brief), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_so_when_nothing_was_read()
    {
        var page = Print(new BriefOptions(), BriefBuilder.Build([], Refused));
        Assert.Equal("No article was read.\n\nNOT READ\n coverage/z.bin: not text (a binary file)\n", page);
    }

    [Fact]
    public void A_page_too_narrow_is_a_wrong_call() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Print(new BriefOptions { Width = 59 }));

    [Fact]
    public void Prints_the_approved_markdown()
    {
        using var page = new StringWriter();
        BriefMarkdown.Write(BriefBuilder.Build(Ferry.Reports, Refused), new BriefOptions(), page);
        Approved.Match(page.ToString(), "brief.md");
    }

    [Fact]
    public void Prints_the_approved_json()
    {
        using var output = new MemoryStream();
        BriefJson.Write(BriefBuilder.Build(Ferry.Reports, Refused), output);
        Approved.Match(System.Text.Encoding.UTF8.GetString(output.ToArray()), "brief.json");
    }

    private static string Print(BriefOptions options, StoryBrief? brief = null)
    {
        using var page = new StringWriter();
        BriefText.Write(brief ?? BriefBuilder.Build(Ferry.Reports, Refused), options, page);
        return page.ToString();
    }
}
