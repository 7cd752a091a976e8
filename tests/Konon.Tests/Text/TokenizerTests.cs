using Konon.Claims;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Text;

public sealed class TokenizerTests
{
    private static readonly Vocabulary Words = ClaimLexicon.Of("id")!.Language.Vocabulary;

    // Name, text, its tokens parted by bars.
    public static TheoryData<string, string, string> Examples => new()
    {
        { "words and marks", "Air surut, lalu naik.", "Air|surut|,|lalu|naik|." },
        { "numbers keep their separators", "3.000 orang, 1,5 ton, pukul 06.30.", "3.000|orang|,|1,5|ton|,|pukul|06.30|." },
        { "two numbers with a line between", "10-15 perahu", "10|-|15|perahu" },
        { "hyphens inside words", "anak-anak dan non-ASN", "anak-anak|dan|non-ASN" },
        { "apostrophes inside names", "Jum'at di Ka’bah", "Jum'at|di|Ka’bah" },
        { "a closing mark is no apostrophe", "'begitu'kata", "'|begitu|'|kata" },
        { "domains", "Kabar.com dan laut.go.id", "Kabar.com|dan|laut.go.id" },
        { "initials hold together", "S.H. dan M.Si.", "S.H|.|dan|M.Si|." },
        { "a stop between glued sentences", "tersebut.Saat itu", "tersebut|.|Saat|itu" },
        { "money glued to its sign", "Rp35,61 triliun dan USD100", "Rp|35,61|triliun|dan|USD|100" },
        { "a generation keeps its letter", "jaringan 4G dan 7th", "jaringan|4G|dan|7th" },
        { "letters outside ASCII", "Müller di Côte d'Ivoire", "Müller|di|Côte|d'Ivoire" },
        { "letters beyond the basic plane", "𝐀𝐢𝐫 surut 😀!", "𝐀𝐢𝐫|surut|😀|!" },
        { "invisible blanks", "Air\u200bsurut\ufeff.", "Air|surut|." },
        { "half a pair of surrogates", "a\ud83d b", "a|\ud83d|b" },
        { "nothing but blanks", " \n\t ", "" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Cuts_a_text_into_tokens(string name, string text, string expected)
    {
        Assert.Equal(expected, string.Join('|', Tokenizer.Read(text, Words).Select(token => token.Span.Of(text))));
        Assert.NotEmpty(name);
    }

    // What pages do to words where a link stood.
    public static TheoryData<string, string> Glued => new()
    {
        { "dilansirCNNdanABC", "dilansir|CNN|dan|ABC" },
        { "PresidenJoko", "Presiden|Joko" },
        { "Menurutnyaair", "Menurutnyaair" },
        { "kepadaAntara", "kepada|Antara" },
        { "Surbaktimengatakan", "Surbakti|mengatakan" },
        { "Surbaktimenyebut", "Surbakti|menyebut" },
        { "AeroMexico", "AeroMexico" },
        { "TikTok", "TikTok" },
        { "WhatsApp", "WhatsApp" },
        { "iPhone", "iPhone" },
        { "YouTube", "YouTube" },
        { "McDonald", "McDonald" },
        { "BUMNdan", "BUMN|dan" },
        { "2025menunjukkan", "2025|menunjukkan" },
        { "melaluiGoogle", "melalui|Google" },
        { "pejabatAS", "pejabat|AS" },
    };

    [Theory]
    [MemberData(nameof(Glued))]
    public void Words_glued_at_links_come_apart_and_brands_stay_whole(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokenizer.Read(text, Words).Select(token => token.Span.Of(text))));

    [Fact]
    public void A_long_run_of_letters_is_one_token_and_never_looked_into()
    {
        var text = string.Concat(Enumerable.Repeat("dilansirCNN", 100));
        var token = Assert.Single(Tokenizer.Read(text, Words));
        Assert.Equal(text.Length, token.Length);
    }

    [Fact]
    public void Tokens_know_how_they_look_and_stand()
    {
        var tokens = Tokenizer.Read("BMKG menyebut Sungai\nnaik.", Words);
        Assert.Equal([true, false, true, false, false], tokens.Select(t => t.IsCapital));
        Assert.Equal([true, false, false, false, false], tokens.Select(t => t.IsAllCaps));
        Assert.Equal([true, false, false, true, false], tokens.Select(t => t.OpensParagraph));
        Assert.Equal([false, false, false, false, true], tokens.Select(t => t.IsGlued));
    }

    [Fact]
    public void Tokens_are_in_order_and_only_blanks_stand_between_them()
    {
        const string letters = "aBc 1.,-'\"\n“😀\u200bRp";
        var random = new Random(20250612);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => letters[random.Next(letters.Length)]));
            var at = 0;
            foreach (var token in Tokenizer.Read(text, Words))
            {
                Assert.True(token.Start >= at && token.End > token.Start, text);
                Assert.All(text[at..token.Start], c => Assert.True(char.IsWhiteSpace(c) || c == '\u200b', text));
                at = token.End;
            }
        }
    }
}
