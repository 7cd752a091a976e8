using Konon.Ledger.Search;
using Xunit;

namespace Konon.Tests.Ledger;

public sealed class SearchMatcherTests
{
    private const string Text = "Pasukan dikerahkan ke Desa Sukamaju, kata Kapolres. Rumah sakit penuh; sakit kepala tidak.";

    [Theory]
    [InlineData("kerahkan", true)]
    [InlineData("pengerahan pasukan", true)]
    [InlineData("\"rumah sakit\"", true)]
    [InlineData("\"sakit rumah\"", false)]
    [InlineData("pasukan NOT kapolres", false)]
    [InlineData("tentara OR kapolres", true)]
    [InlineData("tentara kapolres", false)]
    [InlineData("pasukan -(tentara kapolres)", true)]
    public void Matches_as_the_index_does(string query, bool matches) => Assert.Equal(matches, Of(query).Matches(Text, "id"));

    [Fact]
    public void Finds_where_the_sought_words_stand()
    {
        var found = Of("kerahkan \"rumah sakit\" NOT kapolres").Find(Text, "id").Select(span => span.Of(Text));
        Assert.Equal(["dikerahkan", "Rumah sakit"], found);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(1000)]
    public void A_snippet_shows_the_words_and_marks_them(int length)
    {
        var text = string.Join(' ', Enumerable.Repeat("kalimat lain yang panjang.", 20)) + " " + Text + " "
            + string.Join(' ', Enumerable.Repeat("lagi kalimat.", 30));
        var snippet = Of("kerahkan").Snippet(text, "id", length);
        Assert.Equal("dikerahkan", Assert.Single(snippet.Marks).Of(snippet.Text));
        Assert.InRange(snippet.Text.Length, 10, length + 2);
    }

    [Fact]
    public void A_snippet_shows_the_stretch_with_most_of_what_was_sought()
    {
        var text = "Banjir datang. " + new string('x', 300) + " Banjir merendam rumah. " + new string('y', 300);
        var snippet = Of("banjir rumah").Snippet(text, "id", 60);
        Assert.Equal(["Banjir", "rumah"], snippet.Marks.Select(mark => mark.Of(snippet.Text)));
    }

    [Fact]
    public void A_snippet_never_breaks_a_letter_and_never_fails()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 200)) + "banjir" + string.Concat(Enumerable.Repeat("😀", 200));
        for (var length = 20; length < 100; length++)
        {
            var snippet = Of("banjir").Snippet(text, "id", length).Text;
            Assert.DoesNotContain(snippet, letter => char.IsLowSurrogate(letter) && (snippet.IndexOf(letter, StringComparison.Ordinal) is 0));
            Assert.False(char.IsHighSurrogate(snippet.TrimEnd('…')[^1]));
        }
    }

    private static SearchMatcher Of(string text)
    {
        Assert.Null(SearchQuery.TryParse(text, out var query));
        return new SearchMatcher(query!.Words!);
    }
}
