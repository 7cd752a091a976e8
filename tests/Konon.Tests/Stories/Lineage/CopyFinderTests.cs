using Konon.Stories.Lineage;
using Xunit;

namespace Konon.Tests.Stories.Lineage;

public sealed class CopyFinderTests
{
    private const string Text = "perahu nelayan karam di muara ketika angin barat datang tanpa tanda sebelum fajar";

    [Fact]
    public void Finds_the_earlier_text_that_shares_words()
    {
        var finder = new CopyFinder();
        finder.Add(Text);
        finder.Add("harga cabai naik lagi menjelang akhir pekan di pasar induk menurut para pengepul");
        var found = Assert.Single(finder.Add("kemarin " + Text));
        Assert.Equal((0, 1.0), (found.Text, found.Containment));
    }

    [Fact]
    public void Forgets_what_left_the_window()
    {
        var finder = new CopyFinder(CopyOptions.Default with { Window = 2 });
        finder.Add(Text);
        finder.Add("satu dua tiga empat lima enam tujuh");
        finder.Add("merah kuning hijau biru ungu nila jingga");
        Assert.Empty(finder.Add(Text));
    }

    [Fact]
    public void A_text_that_hundreds_print_is_still_found()
    {
        var finder = new CopyFinder();
        for (var i = 0; i < 400; i++) finder.Add(Text);
        Assert.NotEmpty(finder.Add(Text));
    }

    [Fact]
    public void A_phrase_that_everybody_uses_is_passed_over()
    {
        var finder = new CopyFinder(CopyOptions.Default with { MostBearers = 10, FewestShared = 1, SmallestContainment = 0 });
        for (var i = 0; i < 12; i++) finder.Add($"baca berita lainnya di kanal kami a{i} b{i} c{i} d{i}");
        Assert.Empty(finder.Add("baca berita lainnya di kanal kami x y z"));
    }

    [Fact]
    public void Memory_stays_within_its_bound()
    {
        var finder = new CopyFinder(CopyOptions.Default with { Window = 100, MostShingles = 1 << 12 });
        for (var i = 0; i < 3000; i++) finder.Add($"a{i} b{i} c{i} d{i} e{i} f{i} g{i}");
        Assert.InRange(finder.Bytes, 1, 200_000);
    }
}
