using Konon.Claims;
using Konon.Languages;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Claims;

public sealed class TimeReaderTests
{
    // 23 October 2024 is a Wednesday.
    [Theory]
    [InlineData("pada Rabu (23/10/2024) pagi", "Rabu (23/10/2024)=2024-10-23")]
    [InlineData("Senin (28/10)", "Senin (28/10)=2024-10-28")]
    [InlineData("Jumat, 1 November 2024", "Jumat, 1 November 2024=2024-11-01")]
    [InlineData("Kamis", "Kamis=2024-10-17")]
    [InlineData("Rabu", "Rabu=2024-10-23")]
    [InlineData("Rabu lalu", "Rabu lalu=2024-10-16")]
    [InlineData("Kamis pekan ini", "Kamis pekan ini=2024-10-24")]
    [InlineData("Selasa malam", "Selasa malam=2024-10-22")]
    [InlineData("hari ini, kemarin, tadi malam", "hari ini=2024-10-23;kemarin=2024-10-22;tadi malam=2024-10-22")]
    [InlineData("pekan lalu", "pekan lalu=2024-10-14/2024-10-20")]
    [InlineData("bulan lalu", "bulan lalu=2024-09-01/2024-09-30")]
    [InlineData("tahun depan", "tahun depan=2025-01-01/2025-12-31")]
    [InlineData("dua hari lalu", "dua hari lalu=2024-10-21")]
    [InlineData("Senin (21/10) dan dua hari setelahnya", "Senin (21/10)=2024-10-21;dua hari setelahnya=2024-10-23")]
    [InlineData("Antara awal dan pertengahan Oktober", "Antara awal dan pertengahan Oktober=2024-10-01/2024-10-20")]
    [InlineData("akhir Februari 2024", "akhir Februari 2024=2024-02-21/2024-02-29")]
    [InlineData("Desember 2024", "Desember 2024=2024-12-01/2024-12-31")]
    [InlineData("Oktober lalu", "Oktober lalu=2023-10-01/2023-10-31")]
    [InlineData("Januari hingga Mei 2025", "Januari hingga Mei 2025=2025-01-01/2025-05-31")]
    [InlineData("sejak tahun 2013", "2013=2013-01-01/2013-12-31")]
    [InlineData("5-8 Juni 2025", "5-8 Juni 2025=2025-06-05/2025-06-08")]
    [InlineData("2024-10-23", "2024-10-23=2024-10-23")]
    [InlineData("akhir pekan lalu", "akhir pekan lalu=2024-10-19/2024-10-20")]
    [InlineData("setiap Rabu", "")]
    [InlineData("pria berusia 59 tahun ini", "")]
    [InlineData("Undang-Undang Nomor 5 Tahun 1999", "")]
    [InlineData("Senin (31/2/2024)", "Senin=2024-10-21")]
    [InlineData("65 juta tahun lalu", "")]
    public void Resolves_times_against_the_article(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', Read(text, new DateOnly(2024, 10, 23)).Select(t => $"{t.Span.Of(text)}={t.Days}")));

    [Fact]
    public void The_written_date_wins_over_the_weekday_and_says_so()
    {
        var time = Assert.Single(Read("Senin (10/6/2025)", new DateOnly(2025, 6, 10)));
        Assert.Equal("2025-06-10", time.Days.ToString());
        Assert.Equal(TimeNote.WeekdayDisagrees, time.Note);
        Assert.NotNull(time.NoteText);
    }

    [Fact]
    public void Without_any_year_the_weekday_tells_it()
    {
        var time = Assert.Single(Read("Senin (28/10)", null));
        Assert.Equal("2024-10-28", time.Days.ToString());
        Assert.Equal(TimeNote.YearByWeekday, time.Note);
    }

    [Fact]
    public void Without_the_articles_date_a_weekday_stays_open() => Assert.Null(Assert.Single(Read("pada Kamis", null)).Days);

    [Theory]
    [InlineData("on Tuesday", "Tuesday=2024-10-22")]
    [InlineData("last week", "last week=2024-10-14/2024-10-20")]
    [InlineData("two days ago", "two days ago=2024-10-21")]
    public void Reads_English_times(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', Read(text, new DateOnly(2024, 10, 23), "en").Select(t => $"{t.Span.Of(text)}={t.Days}")));

    internal static List<TimeRead> Read(string text, DateOnly? published, string code = "id")
    {
        var language = Language.Of(code)!;
        var tokens = Tokenizer.Read(text, language.Vocabulary);
        var into = new List<TimeRead>();
        TimeReader.Read(text, tokens, 0, tokens.Length, language, published, into);
        return into;
    }
}
