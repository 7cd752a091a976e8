using Konon.Claims;
using Konon.Stories;
using Konon.Stories.Lineage;
using Xunit;

namespace Konon.Tests.Stories;

public sealed class StoryTests
{
    private static Story Story => StoryBuilder.Build(Ferry.Reports);

    [Fact]
    public void Reports_stand_by_day_and_undated_ones_last() =>
        Assert.Equal(["a.txt", "c.txt", "b.txt", "d.txt", "e.txt"], Story.Reports.Select(report => report.Inputs[0].Split('/')[1]));

    [Fact]
    public void The_same_bytes_twice_are_one_report()
    {
        var story = StoryBuilder.Build([Ferry.First(), Copied(Ferry.First(), "again.txt")]);
        var report = Assert.Single(story.Reports);
        Assert.Equal(["again.txt", "coverage/a.txt"], report.Inputs);
    }

    [Fact]
    public void An_undated_report_is_not_older_than_what_it_quotes()
    {
        var told = new Told(null, "Ani mengatakan hujan turun.").Claims(Told.Person("Ani"), "hujan turun", on: new DateOnly(2025, 3, 9));
        Assert.Equal(new DateOnly(2025, 3, 9), StoryBuilder.Build([told.Read()]).Reports[0].NotBefore);
    }

    [Fact]
    public void A_quotation_in_two_reports_is_one_statement_of_one_voice()
    {
        var quoted = Assert.Single(Story.Statements, statement => statement.Words.Contains("Sedikitnya 12", StringComparison.Ordinal));
        Assert.Equal([1, 3], quoted.Reports.Select(report => report.Number));
        Assert.Equal("Arif Suryana", Assert.Single(quoted.Voices).Name);
    }

    [Fact]
    public void A_copy_is_told_by_the_outlets_own_words_and_a_shared_quotation_is_none()
    {
        var copy = Assert.Single(Story.Lineage.Edges, edge => edge.Kind != LineageEdgeKind.Relay);
        Assert.Equal((1, 3), (copy.From.Number, copy.To.Number));
        Assert.StartsWith("Feri KM Sinar Rawa tenggelam", copy.Evidence[0].InTo.Of(copy.To.Reading!.Article.Text), StringComparison.Ordinal);
        Assert.Equal(4, Story.Lineage.Origins.Likely);
    }

    [Fact]
    public void Positions_are_runs_of_one_stance()
    {
        var company = Assert.Single(Story.Positions, position => position.Party == "Laut Jaya");
        Assert.Equal([Stance.Denies, Stance.Asserts, Stance.Urges], company.Steps.Select(step => step.Stance));
    }

    [Fact]
    public void A_denial_stands_against_what_it_denies()
    {
        var conflict = Assert.Single(Story.MatterConflicts, conflict => conflict.Against[0].Claim.Stance == Stance.Denies);
        Assert.Contains("melebihi kapasitas", Assert.Single(conflict.Stated).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_report_is_what_was_stated_before_it()
    {
        var conflict = Assert.Single(Story.MatterConflicts, conflict => conflict.Against[0].Claim.Stance == Stance.Declines);
        Assert.Equal("Malaysia", Assert.Single(Assert.Single(conflict.Stated).Voices).Name);
    }

    [Fact]
    public void Nobody_stands_against_their_own_side()
    {
        var told = new Told(null, "Rusia menyebut kapal itu tenggelam. Kremlin membantah kapal itu tenggelam.")
            .Claims(Told.State("Rusia", "RU"), "kapal itu tenggelam")
            .Claims(Told.Body("Kremlin", "RU"), "kapal itu tenggelam", Stance.Denies);
        Assert.Empty(StoryBuilder.Build([told.Read()]).MatterConflicts);
    }

    [Theory]
    [InlineData("Kepala Kantor SAR Lorang", "Yohan Maruli")]
    [InlineData("Kepala Kantor SAR", "Lorang Yohan Maruli")]
    [InlineData(null, "Lorang Yohan Maruli")]
    public void A_name_that_took_the_end_of_the_role_is_told_by_another_report(string? role, string name)
    {
        const string words = "hujan turun di hulu sungai";
        var comma = new Told(null, $"Yohan Maruli mengatakan {words}.") { Input = "a.txt" }.Claims(Told.Person("Yohan Maruli", "ID", role), words);
        var without = new Told(null, $"Lorang Yohan Maruli mengatakan {words} lagi.") { Input = "b.txt" }.Claims(Told.Person("Lorang Yohan Maruli", "ID"), words);
        var story = StoryBuilder.Build([comma.Read(), without.Read()]);
        Assert.Equal([name], story.Statements.SelectMany(statement => statement.Voices).Select(voice => voice.Name).Distinct());
    }

    [Theory]
    [InlineData("12 warganya ada di feri Mutiara", "12 warganya", 12, "warganya", 0)]
    [InlineData("200 orang ada di feri Mutiara", "200 orang", 200, "orang", 1)]
    [InlineData("180 warganya ada di feri Mutiara", "180 warganya", 180, "warganya", 1)]
    [InlineData("ratusan ada di feri Mutiara", "ratusan", 150, null, 1)]
    public void Whoever_denies_a_number_does_not_deny_another_of_other_things(string content, string figure, int value, string? counted, int conflicts)
    {
        const string denied = "feri Mutiara mengangkut 180 orang";
        var told = new Told(null, $"Malaysia menyebut {content}. Operator membantah {denied}.");
        told.Claims(Told.State("Malaysia", "MY"), content, figures: told.Figure(figure, value, counted))
            .Claims(Told.Body("Operator", "Operator"), denied, Stance.Denies, figures: told.Figure(denied[^9..], 180, "orang"));
        Assert.Equal(conflicts, StoryBuilder.Build([told.Read()]).MatterConflicts.Count);
    }

    [Fact]
    public void The_work_grows_with_the_coverage_and_not_with_its_square()
    {
        // Counted in comparisons that postings allow: the cap bounds them per article, however many articles there are.
        var postings = new Postings<int>(cap: 10);
        var touched = 0;
        for (var i = 0; i < 1000; i++)
        {
            touched += postings.Shared([1, 2, 3]).Count;
            postings.Add(i, [1, 2, 3]);
        }

        Assert.True(touched <= 10 * 11);
    }

    private static Reading Copied(Reading reading, string input) => reading with { Article = reading.Article with { Input = input } };
}
