using Konon.Articles.Pages;
using Xunit;

namespace Konon.Tests.Articles.Pages;

public sealed class PageJoinerTests
{
    [Fact]
    public void Parts_are_joined_and_what_they_repeat_stands_once()
    {
        const string lead = "<p>Bupati menyebut seribu warga masih mengungsi di balai desa dan masjid sampai hari Selasa.</p>";
        var first = Given.Page($"<h1>Seribu Warga Mengungsi</h1>{lead}<p>Air naik sejak Senin malam, kata kepala desa, dan baru surut dua hari kemudian.</p>");
        var second = Given.Page($"<h1>Seribu Warga Mengungsi</h1>{lead}<p>Bantuan makanan tiba dengan perahu karet pada Rabu pagi, menurut petugas posko utama.</p>");
        var joined = PageJoiner.Join(first, [second]);
        Assert.Equal(3, joined.Text[joined.BodyStart..].Split('\n').Length);
        Assert.StartsWith("Seribu Warga Mengungsi\n\nBupati", joined.Text, StringComparison.Ordinal);
        Assert.EndsWith("posko utama.", joined.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_without_other_parts_stays_as_it_is() =>
        Assert.Equal(Given.Article("Judul\n\nIsi.").Text, PageJoiner.Join(Given.Article("Judul\n\nIsi."), []).Text);
}
