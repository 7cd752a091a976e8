using Konon.Articles;
using Konon.Articles.Pages;
using Xunit;

namespace Konon.Tests.Articles.Pages;

public sealed class ArticlePagesTests
{
    private const string Address = "https://kabar.example/kapal";

    [Fact]
    public void Later_parts_follow_the_first_which_keeps_its_address()
    {
        var first = Page(Address, "Kapal itu karam.", new OtherPages(null, [Address + "/2"]));
        var again = Page(Address + "/1", "Kapal itu karam.", new OtherPages(null, [Address + "/2"]));
        var second = Page(Address + "/2", "Tim penyelam masih mencari.", new OtherPages(null, [Address], 2));
        var third = Page(Address + "/3", "Gelombang reda pada Rabu.", new OtherPages(null, [Address], 3));
        var article = ArticlePages.Of([first, again, second, third]);
        Assert.Equal("Kapal itu karam.\nTim penyelam masih mencari.\nGelombang reda pada Rabu.", article.Text);
        Assert.Equal(Address, article.Url);
    }

    [Fact]
    public void A_page_that_shows_all_stands_at_the_address_of_the_page_that_led_there()
    {
        var whole = Page(Address + "?page=all", "Kapal itu karam.\nTim penyelam masih mencari.", OtherPages.None);
        var part = Page(Address, "Kapal itu karam.", new OtherPages(Address + "?page=all", [Address + "?page=2"]));
        var article = ArticlePages.Of([whole, part]);
        Assert.Equal((whole.Text, Address), (article.Text, article.Url));
    }

    [Fact]
    public void One_page_stays_as_it_is()
    {
        var page = Page(Address, "Kapal itu karam.", new OtherPages(null, [Address + "/2"]));
        Assert.Same(page, ArticlePages.Of([page]));
        Assert.Throws<ArgumentException>(() => ArticlePages.Of([]));
    }

    private static Article Page(string url, string text, OtherPages others) =>
        new() { Input = url, Url = url, Sha256 = new string('0', 64), Language = "id", Text = text, OtherPages = others };
}
