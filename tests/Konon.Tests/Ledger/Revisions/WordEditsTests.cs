using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Konon.Ledger.Revisions;
using Xunit;

namespace Konon.Tests.Ledger.Revisions;

public sealed class WordEditsTests
{
    [Theory]
    [InlineData("Ada 7 orang luka.", "Ada 9 orang luka.", "7>9")]
    [InlineData("Ada 7 orang luka.", "Ada 7 orang luka berat.", ">berat")]
    [InlineData("Ada 3.000 orang di sana.", "Ada 3.500 orang di sana.", "3.000>3.500")]
    [InlineData("Satu.\nDua.\nTiga.", "Satu.\nTiga.", "Dua.>")]
    [InlineData("Satu  dua.", "Satu dua.", "")]
    [InlineData("Satu dua.", "Satu\ndua.", "")]
    [InlineData("", "Baru sekali.", ">Baru sekali.")]
    public void Finds_the_words_that_changed(string before, string after, string expected) =>
        Assert.Equal(
            expected, string.Join(' ', WordEdits.Find(before, after).Select(edit => edit.Before.Of(before) + ">" + edit.After.Of(after))));

    [Fact]
    public void Putting_the_edits_in_gives_the_newer_words()
    {
        var words = Gen.Elements("air", "banjir", "3.000", "di", "desa", "\n", "kata", ",", "Rina").ArrayOf();
        Prop.ForAll(Arb.From(words.Two()), pair =>
        {
            var (before, after) = (string.Join(' ', pair.Item1), string.Join(' ', pair.Item2));
            var made = new StringBuilder();
            var at = 0;
            foreach (var edit in WordEdits.Find(before, after))
            {
                made.Append(before, at, edit.Before.Start - at).Append(' ').Append(edit.After.Of(after)).Append(' ');
                at = edit.Before.End;
            }

            made.Append(before, at, before.Length - at);
            Assert.Equal(Words(after), Words(made.ToString()));
        }).Check(Fixed.Seed);

        static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public void The_shortest_edits_are_no_longer_than_those_of_the_table_method() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 4).ArrayOf().Two()), pair =>
        {
            var edits = ShortestEdits.Find(pair.Item1, pair.Item2, 1000);
            Assert.Equal(
                Distance(pair.Item1, pair.Item2), edits.Sum(edit => edit.BeforeEnd - edit.BeforeStart + edit.AfterEnd - edit.AfterStart));
        }).Check(Fixed.Seed);

    [Fact]
    public void Texts_without_a_word_in_common_differ_as_a_whole_and_at_once()
    {
        var before = string.Join(' ', Enumerable.Range(0, 40_000).Select(i => "a" + i));
        var after = string.Join(' ', Enumerable.Range(0, 40_000).Select(i => "b" + i));
        Assert.Equal(before, Assert.Single(WordEdits.Find(before, after)).Before.Of(before));
    }

    // Longest common subsequence by dynamic programming, the slow and plain way.
    private static int Distance(int[] one, int[] other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = one.Length - 1; i >= 0; i--)
        {
            for (var j = other.Length - 1; j >= 0; j--)
            {
                table[i, j] = one[i] == other[j] ? table[i + 1, j + 1] + 1 : Math.Max(table[i + 1, j], table[i, j + 1]);
            }
        }

        return one.Length + other.Length - (2 * table[0, 0]);
    }
}
