using Konon.Languages;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Languages;

public sealed class PhraseTableTests
{
    private readonly Vocabulary _words = new();

    [Theory]
    [InlineData("Kabar Laut Pagi", 3, "long")]
    [InlineData("Kabar Laut Sore", 2, "short")]
    [InlineData("kabar laut", 2, "short")]
    [InlineData("Laut Kabar", 0, null)]
    public void The_longest_phrase_wins(string text, int length, string? value) =>
        Assert.Equal((length, value), Match(text, ("Kabar Laut", "short"), ("Kabar Laut Pagi", "long")));

    [Fact]
    public void The_first_row_of_a_phrase_wins() =>
        Assert.Equal((1, "first"), Match("Kabar", ("Kabar", "first"), ("kabar", "second")));

    [Theory]
    [InlineData("KIM", 1)]
    [InlineData("Kim", 0)]
    public void An_abbreviation_wants_its_capitals(string text, int length) =>
        Assert.Equal(length, Match(text, ("KIM", "body")).Length);

    [Theory]
    [InlineData("ANTARA")]
    [InlineData("Antara")]
    public void A_name_that_a_table_writes_both_ways_is_found_both_ways(string text)
    {
        Assert.Equal(1, Match(text, ("ANTARA", "agency"), ("Antara", "agency")).Length);
        Assert.Equal(1, Match(text, ("Antara", "agency"), ("ANTARA", "agency")).Length);
    }

    private (int Length, string? Value) Match(string text, params (string Phrase, string Value)[] rows)
    {
        var table = new PhraseTable<string>(_words);
        foreach (var (phrase, value) in rows) table.Add(phrase, value);
        var tokens = Tokenizer.Read(text, _words);
        var length = table.Match(tokens, 0, tokens.Length, out var found);
        return (length, length == 0 ? null : found);
    }
}
