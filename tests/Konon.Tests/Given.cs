using System.Security.Cryptography;
using System.Text;
using Konon.Articles;
using Konon.Bytes;
using Xunit;

namespace Konon.Tests;

/// <summary>Documents and articles for tests.</summary>
internal static class Given
{
    public static Document Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public static Document Bytes(byte[] bytes) =>
        new() { Input = "test", Bytes = bytes, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };

    public static Document Row(string? text, string? title = null, string? outlet = null, string? published = null, string? url = null) =>
        Bytes("{}"u8.ToArray()) with { Row = new RowFields("7", url, outlet, title, published, text) };

    public static Article Page(string html) => Page(Encoding.UTF8.GetBytes(html));

    public static Article Page(byte[] html) => Article(Bytes(html) with { Page = new PageFields() });

    public static Article Article(string text) => Article(Text(text));

    public static Article Article(Document document)
    {
        var refusal = ArticleReader.TryRead(document, ArticleOptions.Default, out var article);
        Assert.Null(refusal);
        return article!;
    }

    /// <summary>The article's body, without its title.</summary>
    public static string Body(string text)
    {
        var article = Article(text);
        return article.Text[article.BodyStart..];
    }
}
