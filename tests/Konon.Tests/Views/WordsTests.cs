using Konon.Claims;
using Konon.Views;
using Xunit;

namespace Konon.Tests.Views;

public sealed class WordsTests
{
    [Theory]
    [InlineData("3000", null, Bound.Exact, null, "3,000", "3.000")]
    [InlineData("3000", null, Bound.AtLeast, null, "at least 3,000", "setidaknya 3.000")]
    [InlineData("12", "15", Bound.Range, null, "12–15", "12–15")]
    [InlineData("40.5", null, Bound.About, "%", "about 40.5%", "sekitar 40,5%")]
    [InlineData("1500000000", null, Bound.Exact, "IDR", "IDR 1.5 billion", "IDR 1,5 miliar")]
    [InlineData("1234567", null, Bound.Exact, null, "1,234,567", "1.234.567")]
    [InlineData("100000", "999999", Bound.Order, null, "hundreds of thousands", "ratusan ribu")]
    [InlineData("10", "20", Bound.Range, "USD", "USD 10–20", "USD 10–20")]
    [InlineData("-5", null, Bound.Exact, "°C", "−5 °C", "−5 °C")]
    [InlineData("0", null, Bound.Exact, null, "0", "0")]
    public void Says_figures_in_the_readers_language(string value, string? max, Bound bound, string? unit, string english, string indonesian)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        decimal? end = max is null ? null : decimal.Parse(max, culture);
        Assert.Equal(english, UiWords.Of("en").Figure(decimal.Parse(value, culture), end, bound, unit));
        Assert.Equal(indonesian, UiWords.Of("id").Figure(decimal.Parse(value, culture), end, bound, unit));
    }

    [Theory]
    [InlineData("2024-10-23", "2024-10-23", "23 Oct 2024", "23 Okt 2024")]
    [InlineData("2024-10-14", "2024-10-20", "14–20 Oct 2024", "14–20 Okt 2024")]
    [InlineData("2024-10-22", "2024-11-01", "22 Oct – 1 Nov 2024", "22 Okt – 1 Nov 2024")]
    [InlineData("2024-12-01", "2024-12-31", "Dec 2024", "Des 2024")]
    [InlineData("2024-01-01", "2024-12-31", "2024", "2024")]
    [InlineData("2024-12-30", "2025-01-02", "30 Dec 2024 – 2 Jan 2025", "30 Des 2024 – 2 Jan 2025")]
    public void Says_days_in_the_readers_language(string from, string to, string english, string indonesian)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var days = new DayRange(DateOnly.Parse(from, culture), DateOnly.Parse(to, culture));
        Assert.Equal(english, UiWords.Of("en").Days(days, year: true));
        Assert.Equal(indonesian, UiWords.Of("id").Days(days, year: true));
    }

    [Fact]
    public void Names_states_in_the_readers_language()
    {
        Assert.Equal("South Korea", UiWords.Of("en").Party("KR"));
        Assert.Equal("Korea Selatan", UiWords.Of("id").Party("KR"));
        Assert.Equal("NATO", UiWords.Of("id").Party("NATO"));
    }

    [Theory]
    [InlineData("a\tb\r\n  c ", "a b c")]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("\u202eabc\u202c\u2066\u200f", "abc")]
    [InlineData("\ufeffx\u0085y", "x y")]
    [InlineData("نص\u200cنص", "نص\u200cنص")]
    [InlineData("", "")]
    public void Clean_words_stay_on_one_line(string text, string clean) => Assert.Equal(clean, PlainText.OneLine(text));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("satu dua tiga empat", 15, "satu dua tiga…")]
    [InlineData("한국어 뉴스", 7, "한국어…")]
    [InlineData("abc", 1, "…")]
    [InlineData("abc", 0, "")]
    public void Cuts_by_columns(string text, int width, string cut)
    {
        Assert.Equal(cut, Columns.Fit(text, width));
        Assert.True(Columns.Of(cut) <= width);
    }

    [Fact]
    public void Shows_the_words_around_a_figure() =>
        Assert.Equal("…sembilan 3.000 tentara sepuluh…", Columns.Around(
            "satu dua tiga empat lima enam tujuh delapan sembilan 3.000 tentara sepuluh sebelas dua belas", "3.000 tentara", 34));

    [Theory]
    [InlineData("satu dua tiga empat lima", 10, 3, "satu dua|tiga empat|lima")]
    [InlineData("satu dua tiga empat lima", 10, 2, "satu dua|tiga empa…")]
    [InlineData("satu", 10, 2, "satu")]
    [InlineData("abcdefghijklmnop", 10, 2, "abcdefghi…")]
    public void Wraps_at_blanks(string text, int width, int most, string lines) =>
        Assert.Equal(lines.Split('|'), Columns.Wrap(text, width, most));
}
