using FsCheck;
using FsCheck.Fluent;
using Konon.Ledger.Search;
using Xunit;

namespace Konon.Tests.Ledger;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("banjir", "banjir")]
    [InlineData("banjir rumah", "(banjir & rumah)")]
    [InlineData("banjir AND rumah", "(banjir & rumah)")]
    [InlineData("banjir DAN rumah", "(banjir & rumah)")]
    [InlineData("banjir dan rumah", "(banjir & dan & rumah)")]
    [InlineData("banjir rumah OR longsor", "((banjir & rumah) | longsor)")]
    [InlineData("banjir ATAU longsor", "(banjir | longsor)")]
    [InlineData("banjir (rumah OR sawah)", "(banjir & (rumah | sawah))")]
    [InlineData("banjir NOT rumah", "(banjir & !rumah)")]
    [InlineData("banjir -rumah", "(banjir & !rumah)")]
    [InlineData("banjir -(rumah sawah)", "(banjir & !(rumah & sawah))")]
    [InlineData("NOT rumah banjir", "(!rumah & banjir)")]
    [InlineData("banjir NOT NOT rumah", "(banjir & rumah)")]
    [InlineData("\"rumah sakit\" banjir", "([rumah sakit] & banjir)")]
    [InlineData("“rumah sakit”", "[rumah sakit]")]
    [InlineData("3.000 orang", "(3000 & orang)")]
    [InlineData("10:30", "[10 30]")]
    public void Words_are_joined_as_they_are_written(string text, string expected)
    {
        Assert.Null(SearchQuery.TryParse(text, out var query));
        Assert.Equal(expected, Shown(query!.Words!));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("  ", 3)]
    [InlineData("banjir \"rumah", 8)]
    [InlineData("(banjir", 1)]
    [InlineData("banjir)", 7)]
    [InlineData("banjir OR", 10)]
    [InlineData("OR banjir", 1)]
    [InlineData("banjir AND", 11)]
    [InlineData("NOT banjir", 1)]
    [InlineData("banjir OR -rumah", 11)]
    [InlineData("banjir OR (-rumah -sawah)", 11)]
    [InlineData("— banjir", 1)]
    [InlineData("banjir otlet:kabar", 8)]
    [InlineData("outlet: banjir", 8)]
    [InlineData("banjir stance:lies", 8)]
    [InlineData("banjir since:kemarin", 8)]
    [InlineData("banjir since:2025-13", 8)]
    [InlineData("banjir figure>=banyak", 8)]
    [InlineData("banjir figure:9..2", 8)]
    [InlineData("banjir counted>3", 15)]
    [InlineData("banjir OR outlet:kabar", 11)]
    [InlineData("banjir (rumah OR outlet:kabar)", 18)]
    [InlineData("😀 banjir )", 1)]
    [InlineData("banjir😀 )", 9)]
    public void What_is_malformed_is_told_with_its_place(string text, int position)
    {
        var fault = SearchQuery.TryParse(text, out var query);
        Assert.Null(query);
        Assert.NotNull(fault);
        Assert.Equal(position, fault.Position);
        Assert.DoesNotContain('\n', fault.ToString());
    }

    [Fact]
    public void Filters_stand_among_the_words_in_either_language()
    {
        const string Text = "banjir outlet:\"Kabar Pagi\" speaker:rina,doni -party:US sikap:membantah sejak:2025-02 until:2025 figure>=1.000 counted:tentara";
        Assert.Null(SearchQuery.TryParse(Text, out var query));
        var filter = query!.Filter;
        Assert.Equal("banjir", Shown(query.Words!));
        Assert.Equal(["Kabar Pagi"], filter.Outlets.Only);
        Assert.Equal(["rina", "doni"], filter.Speakers.Only);
        Assert.Equal(["US"], filter.Parties.Not);
        Assert.Equal(["denies"], filter.Stances.Only);
        Assert.Equal((new DateOnly(2025, 2, 1), new DateOnly(2025, 12, 31)), (filter.Since, filter.Until));
        Assert.Equal([new FigureCondition(1000, null, Open: false)], filter.Figures);
        Assert.Single(filter.Counted);
    }

    [Theory]
    [InlineData("date:2025-06", "2025-06-01", "2025-06-30")]
    [InlineData("date:2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("date:2025-06-10", "2025-06-10", "2025-06-10")]
    [InlineData("date:2025-06-10..2025-07", "2025-06-10", "2025-07-31")]
    [InlineData("date:2025..", "2025-01-01", null)]
    [InlineData("date:..2025", null, "2025-12-31")]
    [InlineData("since:2025-06-10 until:2025-06", "2025-06-10", "2025-06-30")]
    public void Days_months_and_years_become_days(string text, string? since, string? until)
    {
        Assert.Null(SearchQuery.TryParse(text, out var query));
        Assert.Equal((since, until), (query!.Filter.Since is { } from ? Iso(from) : null, query.Filter.Until is { } to ? Iso(to) : null));
        Assert.Null(query.Words);
    }

    [Theory]
    [InlineData("figure>=3.000", 3000d, null, false)]
    [InlineData("figure>=3,000", 3000d, null, false)]
    [InlineData("figure>3,5", 3.5, null, true)]
    [InlineData("figure<=0.125", null, 0.125, false)]
    [InlineData("figure=8", 8d, 8d, false)]
    [InlineData("figure:8..10", 8d, 10d, false)]
    [InlineData("angka≥1.234.567,5", 1234567.5, null, false)]
    public void Numbers_are_read_as_either_language_writes_them(string text, double? least, double? most, bool open)
    {
        Assert.Null(SearchQuery.TryParse(text, out var query));
        Assert.Equal(new FigureCondition((decimal?)least, (decimal?)most, open), Assert.Single(query!.Filter.Figures));
    }

    [Fact]
    public void Any_text_is_a_query_or_a_fault_inside_it()
    {
        var pieces = Gen.Elements("a", "banjir", "AND", "OR", "NOT", "-", "(", ")", "\"", " ", "outlet:", "x,", "figure", ">=", "1.0", "..", "😀", "since:2025", ":");
        var texts = Gen.ArrayOf(pieces).Select(parts => string.Concat(parts));
        Check.One(Fixed.Seed, Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var fault = SearchQuery.TryParse(text, out var query);
            return fault is null ? query is not null : query is null && fault.Position >= 1 && fault.Position <= text.Length + 1;
        }));
    }

    [Fact]
    public void Too_much_is_refused_and_not_read()
    {
        Assert.NotNull(SearchQuery.TryParse(new string('a', 3000), out _));
        Assert.NotNull(SearchQuery.TryParse(new string('(', 1000) + "a", out _));
        Assert.NotNull(SearchQuery.TryParse(string.Concat(Enumerable.Repeat("-", 1000)) + "a", out _));
        Assert.NotNull(SearchQuery.TryParse(string.Join(' ', Enumerable.Range(0, 200)), out _));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Shown(SearchNode node) => node switch
    {
        SearchTerm { Forms: [.., var last] } => last.Count == 1 ? last[0] : "[" + string.Join(' ', last) + "]",
        SearchAll all => "(" + string.Join(" & ", all.Parts.Select(Shown)) + ")",
        SearchAny any => "(" + string.Join(" | ", any.Parts.Select(Shown)) + ")",
        SearchNone none => "!" + Shown(none.Part),
        _ => "?",
    };
}
