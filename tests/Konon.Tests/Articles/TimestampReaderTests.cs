using Konon.Articles;
using Xunit;

namespace Konon.Tests.Articles;

public sealed class TimestampReaderTests
{
    [Theory]
    [InlineData("2025-06-10T18:27:00+07:00", "2025-06-10T18:27:00+07:00", TimePrecision.Second)]
    [InlineData("2025-06-10T11:27:05.123Z", "2025-06-10T11:27:05+00:00", TimePrecision.Second)]
    [InlineData("2025-06-10T18:27-0330", "2025-06-10T18:27:00-03:30", TimePrecision.Minute)]
    [InlineData("2025-06-10 18:27", "2025-06-10T18:27:00", TimePrecision.Minute)]
    [InlineData("2025-06-10", "2025-06-10", TimePrecision.Day)]
    [InlineData("2025-06", "2025-06", TimePrecision.Month)]
    [InlineData("2025", "2025", TimePrecision.Year)]
    [InlineData("Selasa, 22 Oktober 2024 - 13:38 WIB", "2024-10-22T13:38:00+07:00", TimePrecision.Minute)]
    [InlineData("1 November 2024 10:29", "2024-11-01T10:29:00", TimePrecision.Minute)]
    [InlineData("Rabu (23/10/2024)", "2024-10-23", TimePrecision.Day)]
    [InlineData("10/06/2025 18.27 WITA", "2025-06-10T18:27:00+08:00", TimePrecision.Minute)]
    [InlineData("Jumat, 7 Mar 2025, pukul 07.05 WIT", "2025-03-07T07:05:00+09:00", TimePrecision.Minute)]
    [InlineData("Tue, 10 Jun 2025 11:27:00 GMT", "2025-06-10T11:27:00+00:00", TimePrecision.Second)]
    [InlineData("June 10, 2025", "2025-06-10", TimePrecision.Day)]
    [InlineData("Juni 2025", "2025-06", TimePrecision.Month)]
    public void Reads_what_outlets_write(string written, string value, TimePrecision precision)
    {
        var time = TimestampReader.Read(written, TimeOrigin.Row);
        Assert.Equal(value, time!.Value);
        Assert.Equal(precision, time.Precision);
        Assert.Equal(TimeOrigin.Row, time.From);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kemarin")]
    [InlineData("Senin (28/10)")]
    [InlineData("31/02/2025")]
    [InlineData("2025-13-01")]
    public void Reads_nothing_into_what_is_no_full_date(string? written) => Assert.Null(TimestampReader.Read(written, TimeOrigin.Row));

    [Fact]
    public void Notes_a_row_whose_time_it_does_not_understand()
    {
        var article = Given.Article(Given.Row("Air sungai naik, kata Seno.", published: "entah"));
        Assert.Null(article.Published);
        Assert.Single(article.Notes);
    }
}
