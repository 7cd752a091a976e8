using System.Text;
using Konon.Articles;
using Xunit;

namespace Konon.Tests.Articles.Pages;

public sealed class PageReaderTests
{
    private const string Paragraphs =
        "<p>Wali kota mengatakan jembatan akan dibuka pekan depan setelah diperiksa oleh tim ahli dari provinsi.</p>"
        + "<p>\"Kami ingin semua aman,\" kata wali kota kepada wartawan di balai kota, Selasa (10/6/2025).</p>"
        + "<p>Warga berharap jalan di sekitar jembatan diperbaiki sebelum musim hujan datang lagi tahun ini.</p>";

    // Paragraphs of two or three sentences, as newspapers print them.
    private static readonly string Twice = Paragraphs.Replace("</p><p>", " ", StringComparison.Ordinal)
        + Paragraphs.Replace("</p><p>", " ", StringComparison.Ordinal).Replace("jembatan", "terowongan", StringComparison.Ordinal);

    public static TheoryData<string, string> Times => new()
    {
        // What the page shows, what its metadata state: the local time with its offset.
        { "<div class=date>Selasa, 10 Jun 2025 18:27 WIB</div>", "2025-06-10T18:27:00Z" },
        { "<div class=date>Selasa, 10 Jun 2025 18:27 WIB</div>", "2025-06-10T11:27:00Z" },
        { "<div class=date>Selasa, 10 Jun 2025 18:27 WIB</div>", "2025-06-10T18:27:00+07:00" },
        { "<div class=date>Selasa, 10 Jun 2025 | 18.27</div>", "2025-06-10T11:27:00+00:00" },
        { "", "2025-06-10T11:27:00Z" },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void A_time_is_the_outlets_own(string shown, string stated) =>
        Assert.Equal("2025-06-10T18:27:00+07:00", Read($"<meta property='article:published_time' content='{stated}'>", shown).Published?.Value);

    [Fact]
    public void A_zone_that_is_shown_is_kept() =>
        Assert.Equal("2025-06-10T19:27:00+08:00", Read(Time("2025-06-10T11:27:00Z"), "<div class=date>10 Juni 2025 19.27 WITA</div>").Published?.Value);

    [Fact]
    public void A_day_that_readers_see_outweighs_a_moment_in_another_zone() =>
        Assert.Equal(new DateOnly(2020, 2, 24), Read(Time("2020-02-25T02:25:54+00:00"), "<p class=byline-date>February 24, 2020 | 9:25pm</p>").Published?.Date);

    [Theory]
    [InlineData("<time>Diperbarui 10 Jun 2025, 18:27 WIB</time> <span>Diterbitkan 10 Jun 2025, 15:02 WIB</span>")]
    [InlineData("<div>Tayang: Selasa, 10 Juni 2025 15:02 WIB</div><div>Diperbarui: Selasa, 10 Juni 2025 18:27 WIB</div>")]
    public void The_time_of_the_update_is_no_time_of_publication(string shown)
    {
        var article = Read("", shown);
        Assert.Equal("2025-06-10T15:02:00+07:00", article.Published?.Value);
        Assert.Equal("2025-06-10T18:27:00+07:00", article.Modified?.Value);
    }

    [Theory]
    [InlineData("<div class=credit>Penulis: Rina Putri | Editor: Dodi Hartono</div>", "Dodi Hartono", "Rina Putri")]
    [InlineData("<div class=author>Rep: Rina Putri/ Red: Dodi Hartono</div>", null, "Rina Putri")]
    [InlineData("<div class=author>Rina Putri, Jurnalis</div>", null, "Rina Putri")]
    [InlineData("<span class=byline>By Rina Putri and Ana Contoh</span>", null, "Rina Putri|Ana Contoh")]
    [InlineData("<p>By RINA PUTRI, Staff Writer</p>", null, "RINA PUTRI")]
    [InlineData("<span class=author>Rina Putri Redakteurin</span>", null, "Rina Putri")]
    [InlineData("<div class=reporter><b>Rina Putri</b> - wartakota</div>", null, "Rina Putri")]
    [InlineData("<div class=author>Rina Putri | Selasa, 10 Juni 2025</div>", null, "Rina Putri")]
    [InlineData("<div class=author>Oleh : <ul><li><a>Rina Putri</a></li><li><a>Ana Contoh</a></li></ul></div>", null, "Rina Putri|Ana Contoh")]
    [InlineData("<ul class=byline><li><b>Penulis, </b>Rina Putri Lestari</li><li><b>Peranan, </b>Wartawan Warta Kota</li></ul>", null, "Rina Putri Lestari")]
    [InlineData("<div>Redaktur &amp; Reporter : <a>Rina Putri</a></div>", null, "Rina Putri")]
    [InlineData("", "Rina Putri", "Rina Putri")]
    public void The_writer_is_told_from_the_editor(string shown, string? stated, string expected)
    {
        var data = stated is null ? "" : $$$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Jembatan Dibuka Pekan Depan","author":{"name":"{{{stated}}}"}}</script>""";
        Assert.Equal(expected.Split('|'), Read(data, shown).Byline);
    }

    [Theory]
    [InlineData("https://a.example/read/1/judul?page=2", "https://a.example/read/1/judul?page=all", null)]
    [InlineData("/read/1/judul/2", "/read/1/judul/all", "https://a.example/read/1/judul/2")]
    [InlineData("?page=2", "?single=1", "https://a.example/read/1/judul?page=2")]
    [InlineData("/read/2/lain?page=2", "/read/2/lain?page=all", "")]
    public void The_articles_other_pages_are_found(string part, string whole, string? expected)
    {
        var other = Read("<link rel=canonical href='https://a.example/read/1/judul'>", "", $"<a href='{part}'>2</a> <a href='{whole}'>Semua</a>").OtherPages;
        Assert.Equal(expected == "" ? null : new Uri(new Uri("https://a.example/read/1/judul"), whole).AbsoluteUri, other.Whole);
        Assert.Equal(expected == "" ? [] : [expected ?? part], other.Parts);
    }

    [Theory]
    [InlineData("utf-8", "")]
    [InlineData("iso-8859-1", "<meta charset=iso-8859-1>")]
    [InlineData("windows-1252", "<meta http-equiv=content-type content='text/html; charset=windows-1252'>")]
    [InlineData("utf-16", "")]
    public void Characters_are_read_as_they_were_written(string charset, string meta)
    {
        var encoding = charset == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(charset);
        var page = $"<!doctype html><html><head>{meta}</head><body><h1>Straße wird für Monate gesperrt</h1>{Paragraphs}<p>Größe müßte genügen, sagte André.</p></body></html>";
        var article = Given.Page([.. encoding.GetPreamble(), .. encoding.GetBytes(page)]);
        Assert.Equal("Straße wird für Monate gesperrt", article.Title);
        Assert.Contains("Größe müßte genügen, sagte André.", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_charset_of_the_header_counts_where_the_bytes_say_nothing()
    {
        var bytes = Encoding.GetEncoding("iso-8859-1").GetBytes($"<html><body><h1>Straße</h1>{Paragraphs}");
        var read = ArticleReader.TryRead(
            Given.Bytes(bytes) with { Page = new Konon.Bytes.PageFields(Charset: "iso-8859-1") }, ArticleOptions.Default, out var article);
        Assert.Null(read);
        Assert.Equal("Straße", article!.Title);
    }

    [Theory]
    [InlineData("<p><strong>Baca juga: <a href=/1>Gubernur Tinjau Lokasi Banjir di Pesisir</a></strong></p>")]
    [InlineData("<p><a href=/1>Baca juga: Gubernur Tinjau Lokasi Banjir di Pesisir</a></p>")]
    [InlineData("<ul><li><a href=/1>Gubernur Tinjau Lokasi Banjir</a></li><li><a href=/2>Harga Beras Naik Lagi di Pasar</a></li></ul>")]
    [InlineData("<div class=newsletter-signup><p>Get the Gubernur news of the day in your inbox every morning, it is free.</p></div>")]
    [InlineData("<figure><img><figcaption>Gubernur meninjau lokasi. Foto: Ist</figcaption></figure>")]
    [InlineData("<div class=foto><img src=a.jpg><div class=pt5>Gubernur meninjau lokasi pada Senin pagi. (Ist)</div></div>")]
    [InlineData("<p>Dapatkan update berita Gubernur dan berita pilihan setiap hari langsung di ponsel Anda, gratis.</p>")]
    [InlineData("<aside><p>Gubernur sebelumnya menyatakan bahwa dana sudah disiapkan sejak tahun lalu untuk semua daerah.</p></aside>")]
    [InlineData("<div class=related-posts><h3>Berita Terkait</h3><p>Gubernur menyebut dana itu cukup untuk dua tahun ke depan, katanya.</p></div>")]
    [InlineData("<div style='display: none'><p>Gubernur menyebut dana itu cukup untuk dua tahun ke depan, kata dia kemarin.</p></div>")]
    public void Inserts_stay_out_and_the_paragraphs_around_them_in(string insert)
    {
        var middle = Paragraphs.IndexOf("<p>\"", StringComparison.Ordinal);
        var article = Given.Page($"<html><body><article><h1>Jembatan Dibuka Pekan Depan</h1>{Paragraphs[..middle]}{insert}{Paragraphs[middle..]}</article></body></html>");
        Assert.DoesNotContain("Gubernur", article.Text, StringComparison.Ordinal);
        Assert.Equal(3, article.Text[article.BodyStart..].Split('\n').Length);
    }

    [Theory]
    [InlineData("<div><h3>About Gubernur</h3><p>Gubernur writes about roads and bridges, and about the people who live beside them, since 2009.</p></div>")]
    [InlineData("<div><b>gubernur77</b><p>Gubernur lama juga begitu, selalu janji jembatan dibuka, tapi tidak pernah jadi, kata orang di sini.</p></div>")]
    [InlineData("<div>Gubernur 12 komentar</div>")]
    public void What_follows_the_column_of_the_paragraphs_is_not_the_article(string below)
    {
        var article = Given.Page($"<html><body><div><h1>Jembatan Dibuka Pekan Depan</h1><div>{Twice}</div>{below}</div></body></html>");
        Assert.DoesNotContain("ubernur", article.Text, StringComparison.Ordinal);
        Assert.Equal(2, article.Text[article.BodyStart..].Split('\n').Length);
    }

    [Fact]
    public void An_article_that_goes_on_below_a_picture_stays_whole()
    {
        const string last = "<p>Pekerjaan terakhir di sisi barat selesai pada hari Minggu, kata kepala dinas kepada wartawan.</p>";
        var article = Given.Page($"<html><body><h1>Jembatan Dibuka</h1><div><div class=bagian>{Twice}</div><div class=foto><img></div><div class=bagian>{last}</div></div></body></html>");
        Assert.Contains("sisi barat", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_set_out_stands_once()
    {
        var article = Given.Page($"<html><body><article><h1>Jembatan Dibuka</h1><div class=kutipan>Warga berharap jalan di sekitar jembatan diperbaiki</div>{Paragraphs}</article>");
        Assert.Equal(1, article.Text.Split("Warga berharap").Length - 1);
    }

    [Theory]
    [InlineData("d-none d-lg-block")]
    [InlineData("hidden md:flex")]
    public void What_telephones_do_not_show_is_shown_elsewhere(string classes) =>
        Assert.Contains("wali kota", Given.Page($"<html><body><h1>Jembatan Dibuka</h1><div class='{classes}'>{Paragraphs}</div></body></html>").Text, StringComparison.Ordinal);

    [Fact]
    public void A_gallery_keeps_the_words_of_its_pictures()
    {
        var pictures = string.Concat(Enumerable.Range(1, 9).Select(i => $"<div><img src={i}.jpg><div>Pekerja memasang balok nomor {i} di sisi barat jembatan pada hari itu.</div></div>"));
        Assert.Contains("balok nomor 7", Given.Page($"<html><body><article><h1>Jembatan Dibuka</h1>{Paragraphs}{pictures}</article>").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nasional", "https://www.wartakota.example/nasional/2025-judul", "wartakota.example")]
    [InlineData("nasional", "https://nasional.example/nasional/2025-judul", "nasional")]
    [InlineData("Rumah Ilmu", "https://blog.example/rumah-ilmu/2025-judul", "Rumah Ilmu")]
    [InlineData("Warta Kota", "https://www.wartakota.example/nasional/2025-judul", "Warta Kota")]
    public void A_section_is_no_outlet(string name, string url, string expected) =>
        Assert.Equal(expected, Read($"<meta property='og:site_name' content='{name}'><link rel=canonical href='{url}'>", "").Outlet);

    [Theory]
    [InlineData("<p><b>WARTA KOTA -</b> Jembatan", "WARTA KOTA - Jembatan", null)]
    [InlineData("<p><b>KUPANG -</b> Jembatan", "KUPANG - Jembatan", "KUPANG")]
    [InlineData("<span>wartakota.id - </span><p>Jembatan", "wartakota.id - Jembatan", null)]
    public void An_outlets_name_before_the_first_sentence_is_no_place(string html, string words, string? place)
    {
        var article = Given.Page($"<html><head><meta property='og:site_name' content='Warta Kota'></head><body><article><h1>Jembatan Dibuka Pekan Depan</h1><div class=post-content>{html} itu ditutup sejak Maret karena retak di tiang ketiga dari sisi barat sungai.</p>{Paragraphs}</div></article></body></html>");
        Assert.StartsWith(words, article.Text[article.BodyStart..], StringComparison.Ordinal);
        Assert.Equal(place, article.Dateline);
    }

    [Fact]
    public void A_short_sentence_right_below_the_headline_is_the_lead()
    {
        const string lead = "Wali kota meminta warga bersabar menunggu pemeriksaan.";
        Assert.StartsWith(lead, Body($"<p class=desc>{lead}</p>"), StringComparison.Ordinal);
        Assert.DoesNotContain("Daftar", Body("<p class=desc>Daftar sekarang juga dan dapatkan berita pilihan tiap pagi!</p>"), StringComparison.Ordinal);

        static string Body(string below) => Given.Page($"<html><body><h1>Jembatan Dibuka Pekan Depan</h1>{below}<div>Foto: Ana</div><div class=post-content>{Twice}</div></body></html>") is var article
            ? article.Text[article.BodyStart..] : "";
    }

    [Theory]
    [InlineData("<p>[rnd]</p>")]
    [InlineData("<p>(rnd/tim)</p>")]
    [InlineData("<p>Jangan Sampai Ketinggalan Video Pilihan Redaksi ini:</p>")]
    public void What_closes_a_report_is_not_its_text(string closing) =>
        Assert.EndsWith("tahun ini.", Given.Page($"<html lang=id><body><article><h1>Jembatan Dibuka</h1>{Paragraphs}{closing}</article>").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Ia membacanya keras-keras: \"Jembatan itu [rnd] kami.\"")]
    [InlineData("Daftar itu disusun menurut abjad [lihat Lampiran Dua]")]
    public void Brackets_of_the_text_stay(string last) =>
        Assert.EndsWith(last, Given.Page($"<html lang=id><body><article><h1>Jembatan Dibuka</h1>{Paragraphs}<p>{last}</p></article>").Text, StringComparison.Ordinal);

    [Fact]
    public void A_region_of_recommended_articles_takes_its_heading_along() =>
        Assert.DoesNotContain("direkomendasikan", Given.Page($"<html lang=id><body><main><h1>Jembatan Dibuka</h1>{Paragraphs}<section><h2>Artikel-artikel yang direkomendasikan</h2><ul><li><a href=/1>Harga Cabai Naik Lagi</a></li></ul><p>Akhir dari Artikel-artikel yang direkomendasikan</p></section>{Twice}</main>").Text, StringComparison.Ordinal);

    [Fact]
    public void Dates_of_North_America_have_the_month_first() =>
        Assert.Equal(new DateOnly(2025, 6, 10), Read("", "<div class=posted-on>Posted: 06/10/2025 06:27:00 PM EDT</div>").Published?.Date);

    [Fact]
    public void Japanese_paragraphs_are_paragraphs()
    {
        const string text = "<p>市長は火曜日、来週から橋を再び通行できるようにすると発表した。</p><p>「安全を第一に考えている」と市長は記者団に述べ、点検は終わったと説明した。</p><p>住民からは、雨季の前に道路も直してほしいという声が上がっている。</p>";
        var article = Given.Page($"<html lang=ja><body><div><a href=/>トップ</a> <a href=/n>ニュース</a></div><h1>橋の通行再開へ</h1><div>{text}</div><div><a href=/1>別の記事の見出しがここに入る</a></div></body></html>");
        Assert.Equal(3, article.Text[article.BodyStart..].Split('\n').Length);
    }

    [Fact]
    public void Quotations_of_a_blockquote_stay()
    {
        var article = Given.Page($"<html><body><article><h1>Jembatan Dibuka</h1>{Paragraphs}<blockquote>\"Tidak ada yang ditutupi.\"</blockquote>{Paragraphs.Replace("pekan", "bulan", StringComparison.Ordinal)}</article>");
        Assert.Contains("\n\"Tidak ada yang ditutupi.\"\n", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_text_is_refused() =>
        Assert.Equal(ArticleRefusal.NoArticle, ArticleReader.TryRead(Given.Bytes("<html><body></body></html>"u8.ToArray()) with { Page = new() }, ArticleOptions.Default, out _));

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<b><p>", 60_000)]
    [InlineData("<a href=x><table>", 20_000)]
    [InlineData("<ul><li>x", 60_000)]
    [InlineData("<p>Baca juga: <a href=x>y</a>", 60_000)]
    [InlineData("<font color=red><i><u>", 30_000)]
    [InlineData("<svg><g>", 60_000)]
    [InlineData("<h1>a", 60_000)]
    [InlineData("<time>1 Mei 2025", 30_000)]
    [InlineData("</p></div></b>", 60_000)]
    [InlineData("&amp", 200_000)]
    [InlineData("<x a=1 b=2", 60_000)]
    public void Whatever_repeats_ends(string piece, int times)
    {
        var html = string.Concat(Enumerable.Repeat(piece, times));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        ArticleReader.TryRead(Given.Bytes(Encoding.UTF8.GetBytes("<html><body>" + html)) with { Page = new() }, ArticleOptions.Default, out _);
        // Seconds do on a quiet machine; quadratic work takes many minutes on any.
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"{watch.Elapsed} for {html.Length} characters");
    }

    private static string Time(string stated) => $"<meta property='article:published_time' content='{stated}'>";

    private static Article Read(string head, string below, string foot = "") => Given.Page(
        $"<html><head>{head}</head><body><article><h1>Jembatan Dibuka Pekan Depan</h1>{below}<div class=post-content>{Paragraphs}</div>{foot}</article></body></html>");
}
