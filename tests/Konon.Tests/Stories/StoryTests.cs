using Konon.Claims;
using Konon.Stories;
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
        var narrative = Assert.Single(Story.SharedTexts, text => text.Kind == SharedTextKind.Narrative);
        Assert.Equal((1, 3), (narrative.One.Number, narrative.Other.Number));
        Assert.True(narrative.Share > 0.8);
        Assert.StartsWith("Feri KM Sinar Rawa tenggelam", narrative.Evidence.Of(narrative.In.Article.Text), StringComparison.Ordinal);
        Assert.Equal(4, Story.IndependentTexts);
    }

    [Fact]
    public void Who_only_quotes_the_same_words_wrote_apart()
    {
        var quote = "“Air naik cepat sekali dan kami tidak sempat membawa apa pun dari rumah,”";
        var one = new Told(null, $"{quote} kata Sari di tenda pada pagi hari itu.") { Outlet = "A", Input = "1" }.Claims(Told.Person("Sari"), quote);
        var two = new Told(null, $"Warga bernama Sari masih menunggu bantuan. {quote} ujarnya.") { Outlet = "B", Input = "2" }.Claims(Told.Person("Sari"), quote);
        var story = StoryBuilder.Build([one.Read(), two.Read()]);
        Assert.Equal(SharedTextKind.Quotation, Assert.Single(story.SharedTexts).Kind);
        Assert.Equal(2, story.IndependentTexts);
    }

    [Fact]
    public void Who_credits_another_outlet_of_the_story_did_not_write_apart()
    {
        var one = new Told(null, "Air naik di hulu.") { Outlet = "pesisirkini.id", Input = "1", Day = new DateOnly(2025, 3, 3) };
        var two = new Told(null, "Sungai meluap sejak subuh, kata Sari dilansir Pesisir Kini.") { Outlet = "B", Input = "2", Day = new DateOnly(2025, 3, 3) };
        two.Claims(Told.Person("Sari"), "Sungai meluap sejak subuh", via: "Pesisir Kini");
        var story = StoryBuilder.Build([one.Read(), two.Read() with { Article = two.Read().Article with { Sha256 = "z" } }]);
        var relay = Assert.Single(story.SharedTexts);
        Assert.Equal((SharedTextKind.Relay, 1), (relay.Kind, story.IndependentTexts));
    }

    [Theory]
    [InlineData("A A", "", 1)]
    [InlineData("A B", "", 2)]
    [InlineData("A B", "12", 1)]
    [InlineData("A A B B", "13", 2)]
    [InlineData("A A B", "12", 2)]
    [InlineData("? ? A", "", 3)]
    public void Counts_texts_that_can_be_independent(string outlets, string copies, int most)
    {
        var reports = outlets.Split(' ').Select((outlet, i) => new Report
        {
            Number = i + 1,
            Reading = new Told(null, $"Teks {i}.") { Outlet = outlet == "?" ? null : outlet }.Read(),
            Inputs = ["x"],
            Day = null,
            NotBefore = null,
        }).ToList();
        SharedText[] shared = copies.Length == 0
            ? []
            : [new SharedText(SharedTextKind.Narrative, reports[copies[0] - '1'], reports[copies[1] - '1'], 1, default, reports[0])];
        Assert.Equal(most, IndependentTexts.AtMost(reports, shared));
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
