using System.Text.Json;
using System.Text;
using FsCheck.Fluent;
using FsCheck;
using Konon.Articles;
using Konon.Claims;
using Konon.Ledger;
using Konon.Text;
using Konon.Views;
using Xunit;

namespace Konon.Tests.Views;

public sealed class ArticleJsonTests
{
    [Fact]
    public void Prints_the_approved_object() => Approved.Match(Write(Ferry.First(), indented: true) + "\n", "article.json");

    [Fact]
    public void Offsets_count_code_points()
    {
        var json = Parse(new Told(null, "😀😀 “Ada 𝟏𝟐 orang,” kata Budi 😀.").Claims(Told.Person("Budi"), "“Ada 𝟏𝟐 orang,”", cue: "kata").Read());
        var claim = json.GetProperty("claims")[0];
        var content = claim.GetProperty("content")[0];
        Assert.Equal(3, content.GetProperty("start").GetInt32());
        Assert.Equal(18, content.GetProperty("end").GetInt32());
        Assert.Equal("😀😀 ", content.GetProperty("prefix").GetString());
        Assert.Equal(19, claim.GetProperty("cue").GetProperty("start").GetInt32());
    }

    [Fact]
    public void Whatever_the_text_the_words_stand_at_their_offsets()
    {
        var letters = Gen.Elements("a", "é", "😀", "\n", "\u0301", "\ud800", "\udc00", "“", " ", "\u202e");
        var texts = Gen.ListOf(letters, 40).Select(parts => string.Concat(parts));
        Check.One(Config.QuickThrowOnFailure.WithReplay(17, 19), Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var span = new TextSpan(text.Length / 4, text.Length - (text.Length / 4));
            var json = Parse(ReadingOf(text, span));
            var content = json.GetProperty("claims")[0].GetProperty("content")[0];
            var runes = json.GetProperty("text").GetString()!.EnumerateRunes().ToArray();
            var (start, end) = (content.GetProperty("start").GetInt32(), content.GetProperty("end").GetInt32());
            var at = string.Concat(runes[start..end].Select(rune => rune.ToString()));
            // A span that cuts a pair shows the cut half as U+FFFD; every other stands word for word.
            return at == content.GetProperty("exact").GetString() || Cuts(text, span.Start) || Cuts(text, span.End);
        }));
    }

    [Fact]
    public void Ids_are_stable_and_all_different()
    {
        var reading = new Told(null, "Budi menyebut hujan. Budi menyebut hujan.")
            .Claims(Told.Person("Budi"), "hujan", cue: "menyebut")
            .Claims(Told.Person("Budi"), "hujan", cue: "menyebut")
            .Claims(Told.Person("Ani"), "hujan", cue: "menyebut")
            .Read();
        var ids = Ids(reading);
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{16}$", id));
        Assert.Equal(ids, Ids(reading with { Claims = [.. reading.Claims.Select(claim => claim with { Rule = "another.name" })] }));
    }

    [Fact]
    public void A_lone_surrogate_is_one_code_point()
    {
        var points = new CodePoints("a\ud800b😀c\udc00d");
        Assert.Equal([0, 1, 2, 3, 3, 4, 5, 6, 7], Enumerable.Range(0, 9).Select(points.Before));
    }

    private static bool Cuts(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static Reading ReadingOf(string text, TextSpan span) => new(
        new Article { Input = "x", Sha256 = "0", Language = "id", Text = text },
        [new Claim { Content = [span], Kind = ClaimKind.Indirect, Stance = Stance.Asserts, Rule = "x" }],
        []);

    private static List<string?> Ids(Reading reading) =>
        [.. Parse(reading).GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("id").GetString())];

    private static JsonElement Parse(Reading reading) => JsonDocument.Parse(Write(reading)).RootElement;

    private static string Write(Reading reading, bool indented = false)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, ArticleJson.WriterOptions with { Indented = indented, NewLine = "\n" }))
        {
            ArticleJson.Write(json, reading);
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }
}
