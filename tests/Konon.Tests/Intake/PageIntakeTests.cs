using System.IO.Compression;
using System.Text;
using Konon.Intake;
using Xunit;

namespace Konon.Tests.Intake;

public sealed class PageIntakeTests
{
    [Theory]
    [InlineData("<!DOCTYPE html><html><body><p>Isi</p></body></html>", true)]
    [InlineData("\uFEFF  <!-- saved from --> <HTML><p>Isi", true)]
    [InlineData("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>", true)]
    [InlineData("<?xml version=\"1.0\"?><rss><channel/></rss>", false)]
    [InlineData("Harga beras <html> naik.", false)]
    [InlineData("{\"text\": \"<html>\"}", false)]
    public void A_page_says_itself_that_it_is_one(string content, bool page)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var item = new Coverage(CoverageOptions.Default, input).Read(["-"]).First();
        Assert.Equal(page, item.Document?.Page is not null);
    }

    [Theory]
    [InlineData("a.html", true)]
    [InlineData("a.htm", true)]
    [InlineData("a.html.gz", true)]
    [InlineData("a.txt", false)]
    public void A_page_is_told_by_its_name(string name, bool page)
    {
        var folder = Directory.CreateTempSubdirectory("konon");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            using (var file = File.Create(path))
            using (Stream output = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Compress) : file)
            {
                output.Write("<p>Isi berita</p>"u8);
            }

            var item = Assert.Single(new Coverage(CoverageOptions.Default).Read([folder.FullName]));
            Assert.Equal(page, item.Document?.Page is not null);
            Assert.Equal(path, item.Document?.Input);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
