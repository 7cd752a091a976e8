using System.Text;
using Konon.Bytes;
using Xunit;

namespace Konon.Tests.Bytes;

public sealed class PageDecoderTests
{
    private const string Chinese = "约定十五年";

    [Theory]
    [InlineData("<html><head><script src=a.js charset=\"utf-8\"></script><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"/>")]
    [InlineData("<html><head><meta name=author content=a><META CHARSET = 'GBK'>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"gbk\"?><html><head><meta name=a content=\"the charset of pages\">")]
    [InlineData("<html><head><meta charset=gb18030")]
    public void Heeds_what_the_page_says_of_itself_and_not_what_it_says_of_a_script(string head)
    {
        Assert.Contains(Chinese, Decoded(head + "><p>" + Chinese, "gb18030"), StringComparison.Ordinal);
    }

    [Fact]
    public void Heeds_the_page_where_an_archive_put_its_own_head_before_it()
    {
        var page = "<html><head><script>" + new string('x', 20_000) + "</script><meta charset=big5><p>約定";

        Assert.Contains("約定", Decoded(page, "big5"), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_the_server_at_its_word_before_the_page()
    {
        Assert.Contains("Паром", Decoded("<meta charset=windows-1252><p>Паром", "windows-1251", "windows-1251"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<meta charset=no-such-charset>")]
    [InlineData("<meta charset=>")]
    [InlineData("<meta name=description content=\"charset\">")]
    [InlineData("<script charset=big5></script>")]
    public void Goes_by_the_bytes_where_the_page_says_nothing_of_use(string head)
    {
        Assert.Contains("“Genève”", Decoded(head + "<p>“Genève”", "windows-1252"), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_well_formed_unicode_for_unicode_whatever_the_page_says()
    {
        Assert.Contains("Genève", Decoded("<meta charset=iso-8859-1><p>Genève", "utf-8", "iso-8859-1"), StringComparison.Ordinal);
    }

    private static string Decoded(string page, string encoding, string? stated = null)
    {
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(page);
        Assert.Null(PageDecoder.TryDecode(bytes, stated, out var decoded));
        return decoded!.Text;
    }
}
