using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Konon.Articles;
using Konon.Bytes;
using Xunit;

namespace Konon.Tests.Articles.Pages;

/// <summary>Laws that hold for any bytes at all that are taken for a page.</summary>
public sealed class PageLawsTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div class=\"", "article-body\">", "<h1>", "</h1>", "<a href=\"/x\">", "</a>", "<ul><li>", "<table><tr><td>", "<!--", "-->",
        "<script type=\"application/ld+json\">", "{\"@type\":\"NewsArticle\",\"headline\":\"", "\\ud800", "\"}", "</script>", "<time datetime=\"2025-06-10\">",
        "<meta property=\"article:published_time\" content=\"", "2025-13-45T99:99:99Z", "\">", "Baca juga: ", "\"Kami siap,\" kata dia. ", "&#xD800;", "&nbsp;", "\0", "\uFEFF",
        "<br>", "<blockquote>", "10 Juni 2025 18:27 WIB", "9:25pm", "Editor: ", "<svg>", "<style>", "<template>", "é", "日本", "<b>", "<title>", "<base href=\"http://[\">", "<link rel=canonical href=\"http://x:99999/\">",
    ];

    [Fact]
    public void Any_bytes_give_an_article_or_a_reason() =>
        Prop.ForAll<byte[]>(bytes => Holds(bytes ?? [])).Check(Fixed.Seed);

    [Fact]
    public void Any_pieces_of_pages_give_an_article_or_a_reason() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), pieces => Holds(Encoding.UTF8.GetBytes(string.Concat(pieces)))).Check(Fixed.Seed);

    [Fact]
    public void The_same_bytes_give_the_same_article()
    {
        foreach (var page in Directory.GetFiles(Path.Combine(SharedData.Repository, "tests", "Corpus"), "source.html", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(page);
            var (first, second) = (Given.Page(bytes), Given.Page(bytes));
            Assert.Equal(first.Text, second.Text);
            Assert.Equal(first.Published, second.Published);
            Assert.Equal(first.Byline, second.Byline);
        }
    }

    [Fact]
    public void A_page_larger_than_the_limit_is_refused() =>
        Assert.Equal(
            ArticleRefusal.AboveLimit,
            ArticleReader.TryRead(Page(new byte[101]), ArticleOptions.Default with { MaxTextBytes = 100 }, out _));

    private static bool Holds(byte[] bytes)
    {
        var refusal = ArticleReader.TryRead(Page(bytes), ArticleOptions.Default, out var article);
        if (refusal is not null) return article is null;
        return article is not null && article.BodyStart <= article.Text.Length
            && article.Asides.All(aside => aside.End <= article.Text.Length)
            && article.Text.Length <= (bytes.Length * 2) + 2;
    }

    private static Document Page(byte[] bytes) => new() { Input = "page", Bytes = bytes, Sha256 = "", Page = new PageFields() };
}
