using FsCheck;
using FsCheck.Fluent;
using Konon.Stories.Grouping;
using Xunit;

namespace Konon.Tests.Stories.Grouping;

public sealed class SketchTests
{
    private static ArticleSketch Ferry => ArticleSketch.Of("k", Konon.Tests.Ferry.First());

    [Fact]
    public void Holds_what_grouping_needs_of_an_article()
    {
        Assert.Equal(("k", "id", new DateTime(2025, 3, 3)), (Ferry.Key, Ferry.Language, Ferry.Time));
        Assert.Equal("Feri KM Sinar Rawa Tenggelam, Belasan Hilang", Ferry.Title);
        Assert.Equal(["ID", "Laut Jaya"], Ferry.Parties.Order(StringComparer.Ordinal));
        Assert.InRange(Ferry.Terms.Length, 30, SketchMaker.MostTerms);
    }

    [Theory]
    [InlineData(TermKind.Name, "rawa", "", true)]
    [InlineData(TermKind.NamePair, "sinar", "rawa", true)]
    [InlineData(TermKind.Word, "id", "tenggelam", true)]
    // The outlet in its dateline, a word that all news has, a day of two digits.
    [InlineData(TermKind.Name, "bahari", "", false)]
    [InlineData(TermKind.Word, "id", "yang", false)]
    [InlineData(TermKind.Number, "2025", "", false)]
    public void A_name_its_pairs_and_the_stems_of_words_are_terms(object kind, string first, string second, bool isThere) =>
        Assert.Equal(isThere, Has(Ferry, SketchTerm.HashOf((TermKind)kind, first, second)));

    [Theory]
    [InlineData("Gempa merusak 1.250 rumah di hulu.", "1250", true)]
    [InlineData("A quake wrecked 1,250 homes upstream.", "1250", true)]
    [InlineData("Gempa terjadi tahun 2019 di hulu.", "2019", false)]
    [InlineData("Gempa merusak 12 rumah di hulu.", "12", false)]
    public void A_number_of_three_digits_and_more_is_a_term_unless_it_is_a_year(string text, string digits, bool isThere) =>
        Assert.Equal(isThere, Has(Flow.Article("k", null, text), SketchTerm.HashOf(TermKind.Number, digits)));

    [Fact]
    public void A_possessive_is_the_name_without_it()
    {
        var sketch = Flow.Article("k", null, "The mayor met Orsova's council. Then Orsova voted.", language: "en");
        Assert.True(Has(sketch, SketchTerm.HashOf(TermKind.Name, "orsova")));
        Assert.False(Has(sketch, SketchTerm.HashOf(TermKind.Name, "orsovas")));
    }

    [Fact]
    public void A_frequent_word_weighs_less_than_a_rare_one()
    {
        var sketch = Flow.Article("k", null, "Warga menyatakan bendungan retak.");
        Assert.True(Weight(sketch, "bendung") > Weight(sketch, "nyata"), $"{Weight(sketch, "bendung")} {Weight(sketch, "nyata")}");
    }

    [Fact]
    public void An_undated_article_stands_where_it_last_lets_somebody_speak()
    {
        var told = new Told(null, "Ani mengatakan hujan turun.").Claims(Told.Person("Ani"), "hujan turun", on: new DateOnly(2025, 3, 9));
        Assert.Equal(new DateTime(2025, 3, 9), ArticleSketch.Of("k", told.Read()).Time);
        Assert.Null(Flow.Article("k", null, "Hujan turun.", day: null).Time);
    }

    [Fact]
    public void Names_the_places_that_the_text_names() =>
        Assert.Equal(["Semarang"], Flow.Article("k", "Banjir", "Hujan deras merendam Semarang sejak subuh. Kata warga, Semarang lumpuh.").Places);

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("Ya")]
    [InlineData("\ud800 \udc00 ")]
    public void An_article_of_next_to_nothing_has_a_sketch(string text)
    {
        var sketch = Flow.Article("k", null, text);
        Assert.True(ArticleSketch.TryRead(sketch.ToBytes(), out _));
    }

    [Fact]
    public void A_long_text_gives_no_longer_sketch()
    {
        var text = string.Join(' ', Enumerable.Range(0, 60_000).Select(i => $"Kata{i % 7_000} {i}"));
        var sketch = Flow.Article("k", new string('x', 5_000), text);
        Assert.Equal((SketchMaker.MostTerms, SketchMaker.LongestTitle), (sketch.Terms.Length, sketch.Title!.Length));
        Assert.InRange(sketch.ToBytes().Length, 500, 1_200);
    }

    [Fact]
    public void Reads_back_what_it_wrote()
    {
        foreach (var reading in Konon.Tests.Ferry.Reports)
        {
            var sketch = ArticleSketch.Of(reading.Article.Input, reading);
            Assert.True(ArticleSketch.TryRead(sketch.ToBytes(), out var read));
            Assert.Equal(sketch.ToBytes(), read!.ToBytes());
            Assert.Equal((sketch.Key, sketch.Title, sketch.Time, sketch.Language), (read.Key, read.Title, read.Time, read.Language));
            Assert.Equal(sketch.Places.Concat(sketch.Parties), read.Places.Concat(read.Parties));
        }
    }

    [Fact]
    public void Bytes_of_another_version_or_cut_short_are_no_sketch()
    {
        var bytes = Ferry.ToBytes();
        for (var length = 0; length < bytes.Length; length++) Assert.False(ArticleSketch.TryRead(bytes.AsSpan(0, length), out _));
        Assert.False(ArticleSketch.TryRead([.. bytes, 0], out _));
        bytes[0]++;
        Assert.False(ArticleSketch.TryRead(bytes, out _));
    }

    [Fact]
    public void Changed_bytes_are_refused_or_read_as_what_they_say()
    {
        var whole = Ferry.ToBytes();
        var changes = from at in Gen.Choose(0, whole.Length - 1) from sign in Gen.Choose(0, 255) select (at, sign);
        Prop.ForAll(changes.ToArbitrary(), change =>
        {
            byte[] bytes = [.. whole];
            bytes[change.at] = (byte)change.sign;
            return !ArticleSketch.TryRead(bytes, out var read) || ArticleSketch.TryRead(read!.ToBytes(), out _);
        }).Check(Fixed.Seed.WithMaxTest(3000));
    }

    private static bool Has(ArticleSketch sketch, uint hash) => sketch.Terms.ToArray().Any(term => term.Hash == hash);

    private static int Weight(ArticleSketch sketch, string stem) =>
        sketch.Terms.ToArray().Single(term => term.Hash == SketchTerm.HashOf(TermKind.Word, "id", stem)).Weight;
}
