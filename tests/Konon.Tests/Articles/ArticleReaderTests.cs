using Konon.Articles;
using Xunit;

namespace Konon.Tests.Articles;

public sealed class ArticleReaderTests
{
    private const string Paragraph = "Warga di tepi sungai itu sudah diungsikan ke balai desa sejak pagi, kata Lurah Seno Adji.";

    public static TheoryData<string, string?, string?, string?> Datelines => new()
    {
        { "KYIV, kabar-contoh.co.id – " + Paragraph, "KYIV", "kabar-contoh.co.id", "KYIV, kabar-contoh.co.id –" },
        { "Kabar6.com, Jakarta -" + Paragraph, "Jakarta", "Kabar6.com", "Kabar6.com, Jakarta -" },
        { "TRIBUN-CONTOH.COM, DENPASAR – " + Paragraph, "DENPASAR", "TRIBUN-CONTOH.COM", "TRIBUN-CONTOH.COM, DENPASAR –" },
        { "Jakarta, Contoh.id —\n" + Paragraph, "Jakarta", "Contoh.id", "Jakarta, Contoh.id —" },
        { "Jakarta, Kabar Indonesia -- " + Paragraph, "Jakarta", "Kabar Indonesia", "Jakarta, Kabar Indonesia --" },
        { "Jakarta (ANTARA) - " + Paragraph, "Jakarta", "ANTARA", "Jakarta (ANTARA) -" },
        { "KABAR.COM – " + Paragraph, null, "KABAR.COM", "KABAR.COM –" },
        { "KOTA PROBOLINGGO - " + Paragraph, "KOTA PROBOLINGGO", null, "KOTA PROBOLINGGO -" },
        { "Washington: " + Paragraph, "Washington", null, "Washington:" },
        { "Kabar6.com, Jakarta" + Paragraph, "Jakarta", "Kabar6.com", "Kabar6.com, Jakarta" },
        { "SUARA CONTOH - " + Paragraph, null, "SUARA CONTOH", "SUARA CONTOH -" },
        { Paragraph, null, null, null },
        { "Perjanjian damai yang lama itu – kata Seno – batal.", null, null, null },
    };

    public static TheoryData<string, string> Titles => new()
    {
        { "a blank line below", "Sungai Melati Meluap\n\n" + Paragraph },
        { "a dateline below", "Sungai Melati Meluap\nKOTA CONTOH - " + Paragraph },
        { "a masthead before it", "KABAR NEWS GLOBAL Sungai Melati Meluap\nKOTA CONTOH, contoh.id – " + Paragraph },
        { "the page's head above it", "KabarMelati.com\nhttps://kabarmelati.com/a/1\nSelasa, 4 Maret 2025 - 09:12 WIB\nSungai Melati Meluap\n\n" + Paragraph },
        { "twice", "Sungai Melati Meluap\n\nSungai Melati Meluap\n\n" + Paragraph },
    };

    [Theory]
    [MemberData(nameof(Datelines))]
    public void Reads_place_and_outlet_from_the_dateline(string text, string? place, string? outlet, string? aside)
    {
        var article = Given.Article(text + "\n" + Paragraph);
        Assert.Equal(place, article.Dateline);
        Assert.Equal(outlet, article.Outlet);
        Assert.Equal(aside, article.Asides.Count == 0 ? null : Assert.Single(article.Asides).Of(article.Text));
        Assert.Null(article.Title);
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Reads_the_headline_with(string what, string text)
    {
        Assert.NotEmpty(what);
        var article = Given.Article(text);
        Assert.Equal("Sungai Melati Meluap", article.Title);
        Assert.StartsWith("Sungai Melati Meluap\n\n", article.Text, StringComparison.Ordinal);
        Assert.EndsWith(Paragraph, article.Text, StringComparison.Ordinal);
        Assert.Equal("Sungai Melati Meluap\n\n".Length, article.BodyStart);
    }

    [Fact]
    public void Keeps_a_caption_and_strikes_out_its_credit_byline_and_date()
    {
        var article = Given.Article(
            "Sungai Melati Meluap\n\nWarga menyeberang dengan rakit. (EPA)\n\nSungai Melati Meluap\n\nTuti Wahyuni • 1 November 2024 10:29\n\n"
            + "Melati: " + Paragraph);
        Assert.Equal("Sungai Melati Meluap\n\nWarga menyeberang dengan rakit.\nMelati: " + Paragraph, article.Text);
        Assert.Equal("2024-11-01T10:29:00", article.Published!.Value);
        Assert.Equal(TimeOrigin.Text, article.Published.From);
        Assert.Equal(["Tuti Wahyuni"], article.Byline);
        Assert.Equal("Melati", article.Dateline);
    }

    [Fact]
    public void Takes_the_date_from_the_lead_when_nothing_else_says()
    {
        var article = Given.Article("Sungai Melati Meluap\n\nLurah Seno mengatakan pada Rabu (23/10/2024) bahwa air sudah surut.\n" + Paragraph);
        Assert.Equal("2024-10-23", article.Published!.Value);
        Assert.Null(Given.Article("Sungai Melati Meluap\n\nLurah Seno berbicara, Senin (28/10).\n" + Paragraph).Published);
    }

    [Fact]
    public void Trusts_the_row_before_the_text()
    {
        var article = Given.Article(Given.Row(
            "OUTLETLAIN.COM, KOTA - Katanya, Rabu (23/10/2024). " + Paragraph, "Judul dari Baris", "Kabar", "2024-10-25T08:00:00+07:00"));
        Assert.Equal("Judul dari Baris", article.Title);
        Assert.Equal("Kabar", article.Outlet);
        Assert.Equal("2024-10-25T08:00:00+07:00", article.Published!.Value);
        Assert.Equal(TimeOrigin.Row, article.Published.From);
        Assert.Equal("7", article.ExternalId);
    }

    [Fact]
    public void Takes_the_outlet_from_the_address_or_the_credits()
    {
        Assert.Equal("kabar.id", Given.Article(Given.Row(Paragraph, url: "https://www.kabar.id/a/1")).Outlet);
        Assert.Equal("KabarMelati.com", Given.Article(Paragraph + "\n(KabarMelati.com/Tuti Wahyuni)").Outlet);
        Assert.Equal("Kabar.net", Given.Article(Paragraph + "\nJangan lupa ikuti update dan follow akun Google News Kabar.net").Outlet);
    }

    [Fact]
    public void Strikes_out_a_headline_that_the_row_repeats()
    {
        var article = Given.Article(Given.Row("SUNGAI Melati meluap!\n" + Paragraph, "Sungai Melati Meluap"));
        Assert.Equal("Sungai Melati Meluap\n\n" + Paragraph, article.Text);
        Assert.Equal("repeated headline", Assert.Single(article.Removed).Reason);
    }

    [Fact]
    public void Makes_blanks_one_and_paragraphs_lines()
    {
        var article = Given.Article("Sungai\u00A0Melati  Meluap\r\n\r\n  Warga\u200B\tdi tepi   sungai.\r\n \r\n\r\nAir naik.\u2028Air turun.");
        Assert.Equal("Sungai Melati Meluap\n\nWarga di tepi sungai.\nAir naik.\nAir turun.", article.Text);
    }

    [Fact]
    public void Notes_replaced_bytes_and_the_old_encoding()
    {
        Assert.Contains("2 characters", Assert.Single(Given.Article(Given.Bytes([.. "Kata “Seno” "u8, 0xFF, 0xFE, .. " itu."u8])).Notes), StringComparison.Ordinal);
        Assert.Contains("Windows-1252", Assert.Single(Given.Article(Given.Bytes([0x93, .. "Air naik"u8, 0x94, .. " kata Seno."u8])).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_every_reason_of_refusal()
    {
        var small = ArticleOptions.Default with { MaxTextBytes = 10 };
        var refusals = new Dictionary<ArticleRefusal, ArticleRefusal?>
        {
            [ArticleRefusal.Empty] = ArticleReader.TryRead(Given.Bytes([]), ArticleOptions.Default, out _),
            [ArticleRefusal.Binary] = ArticleReader.TryRead(Given.Bytes([0x89, 0x50, 0x4E, 0x47, 0, 1]), ArticleOptions.Default, out _),
            [ArticleRefusal.AboveLimit] = ArticleReader.TryRead(Given.Text("lebih dari sepuluh"), small, out _),
            [ArticleRefusal.RowWithoutText] = ArticleReader.TryRead(Given.Row(" "), ArticleOptions.Default, out _),
            [ArticleRefusal.NoArticle] = ArticleReader.TryRead(Given.Text("<!DOCTYPE html><html><head></head><body></body></html>") with { Page = new() }, ArticleOptions.Default, out _),
            [ArticleRefusal.OnlyFurniture] = ArticleReader.TryRead(Given.Text("ADVERTISEMENT\nLoading..."), ArticleOptions.Default, out _),
        };
        Assert.Equal(Enum.GetValues<ArticleRefusal>().Length, refusals.Count);
        Assert.All(refusals, pair => Assert.Equal(pair.Key, pair.Value));
        Assert.All(refusals.Keys, reason => Assert.DoesNotContain('\n', reason.Message()));
        Assert.Equal(refusals.Count, refusals.Keys.Select(reason => reason.Message()).Distinct().Count());
    }

    [Fact]
    public void Refuses_a_row_above_the_limit_and_blank_text()
    {
        Assert.Equal(ArticleRefusal.AboveLimit, ArticleReader.TryRead(Given.Row("lebih dari sepuluh"), new ArticleOptions { MaxTextBytes = 10 }, out _));
        Assert.Equal(ArticleRefusal.Empty, ArticleReader.TryRead(Given.Text(" \n\t\n"), ArticleOptions.Default, out _));
    }
}
