using Konon.Views.Exports;
using Xunit;

namespace Konon.Tests.Views;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+2", "'=1+2")]
    [InlineData("+62 812", "'+62 812")]
    [InlineData("-3 derajat", "'-3 derajat")]
    [InlineData("@warta", "'@warta")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("3 = 3", "3 = 3")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Words_that_a_spreadsheet_would_run_stand_behind_an_apostrophe(string? words, string? cell) => Assert.Equal(cell, Csv.Defused(words));

    [Fact]
    public void Commas_quotes_and_line_ends_stand_in_quotes()
    {
        using var output = new StringWriter();
        Csv.Write(output, ["a", null, "b,c", "\"d\"", "e\nf", "g"]);
        Assert.Equal("a,,\"b,c\",\"\"\"d\"\"\",\"e\nf\",g\n", output.ToString());
    }
}
