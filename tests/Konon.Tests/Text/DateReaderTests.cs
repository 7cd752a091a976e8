using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Text;

public sealed class DateReaderTests
{
    public static TheoryData<string, string, string, string> Dates => new()
    {
        { "id", "katanya, Selasa (10/6/2025).", "Selasa (10/6/2025)", "Tuesday 10.6.2025" },
        { "id", "ujarnya, Senin (28/10), lewat surat", "Senin (28/10)", "Monday 28.10." },
        { "id", "Senin pagi (3/3/2025) di sana", "Senin pagi (3/3/2025)", "Monday 3.3.2025" },
        { "id", "Rabu dini hari (5/3) tiba", "Rabu dini hari (5/3)", "Wednesday 5.3." },
        { "id", "pada Jumat, 1 November 2024 malam", "Jumat, 1 November 2024", "Friday 1.11.2024" },
        { "id", "pada 23 Oktober 2024 itu", "23 Oktober 2024", "- 23.10.2024" },
        { "id", "sejak 7-11 Juni 2025 lalu", "7-11 Juni 2025", "- 7-11.6.2025" },
        { "id", "sejak 7–11 Juni lalu", "7–11 Juni", "- 7-11.6." },
        { "id", "hari itu (10/6) warga", "10/6", "- 10.6." },
        { "id", "pada Oktober 2024 mereka", "Oktober 2024", "- .10.2024" },
        { "id", "hingga akhir Oktober mereka", "Oktober", "- .10." },
        { "id", "pada Jum'at pagi", "Jum'at", "Friday ." },
        { "id", "bertanggal 2025-06-10 itu", "2025-06-10", "- 10.6.2025" },
        { "id", "bertanggal 10-06-2025 itu", "10-06-2025", "- 10.6.2025" },
        { "id", "pada Senin 09/06/2025 sore", "Senin 09/06/2025", "Monday 9.6.2025" },
        { "en", "on October 23, 2024, he said", "October 23, 2024", "- 23.10.2024" },
        { "en", "on Friday, 1 November 2024, he said", "Friday, 1 November 2024", "Friday 1.11.2024" },
    };

    public static TheoryData<string> NoDates => ["sekitar 3/4 bagian", "dua minggu lalu", "skor 2-1", "Rp 1.500.000", "31/2/2025 bukan tanggal",
        "pasal 12 ayat 3", "pukul 10.30 WIB", "nomor 1234-56-7890", "mei dan juni yang kecil", "45 Oktober"];

    [Theory]
    [MemberData(nameof(Dates))]
    public void Finds_the_date_with_its_parts(string language, string text, string words, string parts)
    {
        var date = Assert.Single(DateReader.For(language).Find(text));
        Assert.Equal(words, date.Span.Of(text));
        var days = date.LastDay is null ? $"{date.Day}" : $"{date.Day}-{date.LastDay}";
        var written = date.Month is null ? "." : $"{days}.{date.Month}.{date.Year}";
        Assert.Equal(parts, $"{date.Weekday?.ToString() ?? "-"} {written}");
    }

    [Theory]
    [MemberData(nameof(NoDates))]
    public void Finds_no_date_in_other_numbers(string text) => Assert.Empty(DateReader.For("id").Find(text));

    [Fact]
    public void Looks_only_inside_the_given_stretch()
    {
        const string Text = "Senin (2/6/2025) dan Selasa (3/6/2025)";
        var date = Assert.Single(DateReader.For("id").Find(Text, new TextSpan(17, Text.Length)));
        Assert.Equal(3, date.Day);
    }

    [Theory]
    [InlineData("Senin (28/10)", null, "2024-10-28")]
    [InlineData("Senin (28/10)", "2024-10-30", "2024-10-28")]
    [InlineData("Selasa (31/12)", "2025-01-02", "2024-12-31")]
    [InlineData("Rabu (1/1)", "2024-12-30", "2025-01-01")]
    [InlineData("29 Februari", null, "2024-02-29")]
    [InlineData("23 Oktober 2024", "2020-01-01", "2024-10-23")]
    [InlineData("Kamis", "2024-10-26", "2024-10-24")]
    public void Resolves_to_the_day_that_is_meant(string words, string? published, string expected)
    {
        var date = Assert.Single(DateReader.For("id").Find(words));
        DateOnly? reference = published is null ? null : Day(published);
        Assert.Equal(Day(expected), date.Resolve(reference, new DateOnly(2026, 12, 31)));
    }

    private static DateOnly Day(string written) => DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public void Says_when_the_weekday_is_another()
    {
        Assert.True(Assert.Single(DateReader.For("id").Find("Senin (10/6/2025)")).ContradictsWeekday);
        Assert.False(Assert.Single(DateReader.For("id").Find("Selasa (10/6/2025)")).ContradictsWeekday);
    }

    [Fact]
    public void Finds_every_day_of_a_century()
    {
        var months = new[]
        {
            "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
        };
        for (var day = new DateOnly(1950, 1, 1); day.Year < 2050; day = day.AddDays(1))
        {
            var date = Assert.Single(DateReader.For("id").Find($"pada {day.Day} {months[day.Month - 1]} {day.Year}."));
            Assert.Equal(day, date.Resolve(null, DateOnly.MaxValue));
        }
    }

    [Fact]
    public void Spans_stand_in_order_inside_any_text() =>
        Prop.ForAll<string>(text =>
        {
            var mixed = "Selasa (1/2" + text + "/2025) 3 Mei" + text;
            var end = 0;
            foreach (var date in DateReader.For("id").Find(mixed))
            {
                if (date.Span.Start < end || date.Span.IsEmpty || date.Span.End > mixed.Length) return false;
                _ = date.Resolve(null, new DateOnly(2026, 12, 31));
                _ = date.ContradictsWeekday;
                end = date.Span.End;
            }

            return true;
        }).Check(Fixed.Seed);
}
