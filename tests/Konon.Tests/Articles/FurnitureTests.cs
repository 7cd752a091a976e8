using Konon.Articles;
using Xunit;

namespace Konon.Tests.Articles;

/// <summary>What goes, what stays, in texts written for the purpose; the faults are those of real pages.</summary>
public sealed class FurnitureTests
{
    private const string Lead = "KOTA CONTOH - Jembatan di Desa Melati putus diterjang arus, kata Lurah Seno Adji pada Selasa pagi.";

    /// <summary>One paragraph: as found, and as it should read; null where nothing of it is the article.</summary>
    public static TheoryData<string, string, string?> Paragraphs => new()
    {
        { "a line of its own", "Baca juga: Warga Melati Bangun Jembatan Darurat", null },
        { "capitals, dash", "BACA JUGA - Warga Melati Bangun Jembatan Darurat", null },
        { "small words in the headline", "Baca Juga: Lurah: warga akan membangun 10 jembatan di desa itu", null },
        { "in parentheses", "Jembatan ditutup. (Baca juga: Jembatan Melati Pernah Putus pada 2019)", "Jembatan ditutup." },
        {
            "in the middle, glued before",
            "Jembatan ditutup.Baca juga: Jembatan Melati Pernah Putus Tahun Lalu Menurut Seno, warga harus memutar.",
            "Jembatan ditutup. Menurut Seno, warga harus memutar."
        },
        {
            "in the middle, before an office and a name",
            "Jembatan ditutup. Baca juga: Jembatan Melati Pernah Putus Kepala Dinas Bina Marga Surya Laksana mengatakan perbaikan dimulai besok.",
            "Jembatan ditutup. Kepala Dinas Bina Marga Surya Laksana mengatakan perbaikan dimulai besok."
        },
        {
            "in the middle, before a quotation",
            "Jembatan ditutup. Baca juga: Dua Desa Terisolasi Usai Jembatan Putus \"Kami minta warga sabar,\" kata Seno.",
            "Jembatan ditutup. \"Kami minta warga sabar,\" kata Seno."
        },
        {
            "in the middle, before a quotation with capitals",
            "Jembatan ditutup. Baca juga: Dua Desa Terisolasi Usai Jembatan Putus \"Selamat Hari Jadi Desa Melati,\" tulis Seno.",
            "Jembatan ditutup. \"Selamat Hari Jadi Desa Melati,\" tulis Seno."
        },
        {
            "two headlines glued to each other and to the sentence",
            "Jembatan ditutup. Baca Juga:Sungai Meluap Usai Hujan Semalaman di HuluWarga Melati Pakai Rakit untuk Menyeberang SungaiPara pelajar terpaksa memutar.",
            "Jembatan ditutup. Para pelajar terpaksa memutar."
        },
        {
            "without any mark, at a paragraph's start",
            "Warga Melati Seberangi Sungai Pakai Rakit Usai Jembatan Putus Seno menambahkan perbaikan dimulai besok.",
            "Seno menambahkan perbaikan dimulai besok."
        },
        {
            "without any mark, between two sentences",
            "Jembatan ditutup. Warga Melati Bakal Seberangi Sungai Pakai Rakit Usai Jembatan Putus Seno menambahkan perbaikan dimulai besok.",
            "Jembatan ditutup. Seno menambahkan perbaikan dimulai besok."
        },
        {
            "without any mark, a question before it",
            "Jembatan Melati Putus, Siapa Tanggung Jawab? Menurut Seno, jembatan itu milik kabupaten.",
            "Menurut Seno, jembatan itu milik kabupaten."
        },
        { "a video", "[Gambas:Video Contoh]", null },
        { "an advertisement", "ADVERTISEMENT", null },
        { "scrolling", "SCROLL TO CONTINUE WITH CONTENT", null },
        {
            "a channel, after the last sentence",
            "Jembatan ditutup. Ikuti saluran WhatsApp Kabar Melati di https://contoh.id/x. Pastikan Anda sudah menginstal aplikasi WhatsApp.",
            "Jembatan ditutup."
        },
        {
            "a channel, in parentheses",
            "Jembatan ditutup. (Ayo ikuti saluran WhatsApp Kabar Melati biar tak ketinggalan. Klik di sini ya!) Warga harus memutar.",
            "Jembatan ditutup. Warga harus memutar."
        },
        { "a news service", "Baca berita KabarMelati.com lainnya di Google News", null },
        { "who carried it first", "Artikel ini telah tayang di KabarMelati.com dengan judul Jembatan Putus", null },
        { "a photographer", "Warga menyeberangi sungai dengan rakit. (Foto: dok. Kabar Melati)", "Warga menyeberangi sungai dengan rakit." },
        { "initials", "Perbaikan dimulai besok. (abc/de)", "Perbaikan dimulai besok." },
        { "a star", "Perbaikan dimulai besok.(*)", "Perbaikan dimulai besok." },
        { "outlet and name", "Perbaikan dimulai besok. (KabarMelati.com/Tuti Wahyuni)", "Perbaikan dimulai besok." },
        { "initials and outlet", "Perbaikan dimulai besok. (cr3/kabar-melati.com)", "Perbaikan dimulai besok." },
        { "tags", "Perbaikan dimulai besok. jembatan putus desa melati kota contoh", "Perbaikan dimulai besok." },
        {
            "tags and a banner",
            "\"Kami sabar,\" ujarnya. jembatan putus melati Pekan Bahari 2025 Baca kisah penjaga pintu air di sini Selengkapnya",
            "\"Kami sabar,\" ujarnya."
        },
        {
            "a video's headline said twice, and tags",
            "Video: Rakit Jadi Andalan Warga Melati Video: Rakit Jadi Andalan Warga Melati rakit jembatan putus",
            null
        },
        { "a headline at the very end", "Jalan Provinsi Amblas, Polisi Alihkan Arus Kendaraan ke Jalur Lama", null },
        {
            "another article's first words",
            "Berawal dari hobi memancing, dua sahabat di tepi sungai itu kini membuka usaha perahu wisata yang ramai dikunjungi orang dari luar kota setiap akhir pekan. Mereka juga mela...",
            null
        },
    };

    /// <summary>Paragraphs of which nothing goes.</summary>
    public static TheoryData<string, string> Kept => new()
    {
        { "a long office", "Kepala Badan Penanggulangan Bencana Daerah Kabupaten Contoh Surya Laksana mengatakan air sudah surut." },
        { "an office and an apposition", "Direktur Utama PT Angkutan Sungai Contoh Tbk, Surya Laksana mengatakan kapal tetap berlayar." },
        { "a ministry", "Kementerian Pekerjaan Umum dan Perumahan Rakyat Republik Indonesia mengirim dua alat berat." },
        { "a quotation of the words", "\"Baca juga surat kami,\" kata Seno kepada wartawan." },
        { "reading as a verb", "Seno meminta warga baca juga pengumuman di balai desa." },
        { "a quotation in parentheses' place", "Seno menjawab singkat: \"Tidak.\"" },
        { "a heading", "Rencana perbaikan" },
        { "a heading in capitals", "Rencana Perbaikan Jembatan" },
        { "an abbreviation at the end", "Ia berbicara di Perserikatan Bangsa-Bangsa (PBB)." },
        { "a number in parentheses", "Korban bernama Sari (34) dan Tono (41)." },
        { "a date in parentheses", "Jembatan itu putus pada Selasa (10/6)" },
        { "a missing full stop", "\"Kami sabar,\" ujarnya" },
        { "a list's item", "1. Bawa Surat Tanda Penduduk dan Kartu Keluarga" },
        { "an account", "Unggahan itu dibuat oleh akun @contoh." },
        { "glued words", "MenurutSeno, jembatan itudibangunpada 1987." },
    };

    [Theory]
    [MemberData(nameof(Paragraphs))]
    public void Strikes_out(string what, string paragraph, string? expected)
    {
        Assert.NotEmpty(what);
        var body = Given.Body("Jembatan Melati Putus Diterjang Arus\n\n" + Lead + "\n" + paragraph);
        Assert.Equal(expected is null ? Lead : Lead + "\n" + expected, body);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void Keeps(string what, string paragraph)
    {
        Assert.NotEmpty(what);
        var article = Given.Article("Jembatan Melati Putus Diterjang Arus\n\n" + Lead + "\n" + paragraph);
        Assert.Equal(Lead + "\n" + paragraph, article.Text[article.BodyStart..]);
        Assert.Empty(article.Removed);
    }

    [Fact]
    public void Strikes_out_the_lists_below_an_article()
    {
        var body = Given.Body(
            "Jembatan Melati Putus\n\n" + Lead + "\n(mas)\nBerita Terkait\nSungai Meluap...\nSungai Meluap Lagi, Warga Mengungsi\n"
            + "Berita Terkini\nPasar Melati Dibuka\n12 menit yang lalu\nInfografis\nSungai Terpanjang\nCopyright ©2025 KabarMelati.com");
        Assert.Equal(Lead, body);
    }

    [Fact]
    public void Keeps_a_heading_that_paragraphs_follow()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("Pemerintah desa menyusun beberapa rekomendasi untuk warga.", 4));
        var body = Given.Body("Jembatan Melati Putus\n\n" + Lead + "\nRekomendasi\n" + paragraph);
        Assert.Equal(Lead + "\nRekomendasi\n" + paragraph, body);
    }

    [Fact]
    public void Strikes_out_the_headlines_below_a_lead_that_stands_alone()
    {
        var body = Given.Body(
            "Jembatan Melati Putus\n\n" + Lead + "\nPilihan Redaksi\nWarga Melati Pakai Rakit untuk Menyeberang\n"
            + "Lurah Minta Warga Tak Nekat Seberangi Sungai\n\"Kami sabar,\" kata Seno.");
        Assert.Equal(Lead + "\n\"Kami sabar,\" kata Seno.", body);
    }

    [Fact]
    public void Says_what_went_and_why_in_its_order()
    {
        var article = Given.Article(
            "Jembatan Melati Putus\n\n" + Lead + " Baca juga: Sungai Melati Meluap Lagi\nIkuti saluran WhatsApp kami\n(abc)");
        Assert.Equal(
            [
                new RemovedText("Baca juga: Sungai Melati Meluap Lagi", "related"),
                new RemovedText("Ikuti saluran WhatsApp kami", "promotion"),
                new RemovedText("(abc)", "credit"),
            ],
            article.Removed);
    }
}
