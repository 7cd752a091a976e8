using Konon.Languages;
using Xunit;

namespace Konon.Tests.Languages;

public sealed class StemmerTests
{
    // Stem, then forms of it.
    private static readonly string[] Indonesian =
    [
        "kerah mengerahkan dikerahkan pengerahan kerahkan kerahannya mengerahkannya",
        "kira memperkirakan diperkirakan perkiraan kiranya mengira dikira",
        "berita pemberitaan memberitakan diberitakan berita beritanya berita-berita pemberitaannya",
        "nyata menyatakan dinyatakan pernyataan pernyataannya kenyataan nyatanya",
        "bakar kebakaran membakar dibakar terbakar pembakaran bakarlah",
        "dampak terdampak berdampak dampaknya",
        "klaim mengklaim mengeklaim diklaim klaimnya klaim",
        "tanggungjawab pertanggungjawaban mempertanggungjawabkan dipertanggungjawabkan bertanggungjawab",
        "beri memberi memberikan diberikan pemberian berikan beri pemberi diberi",
        "menteri menteri kementerian menterinya menteri-menteri",
        "makan makan memakan dimakan makanan termakan makanlah",
        "sekolah sekolah bersekolah menyekolahkan sekolahnya sekolah-sekolah",
        "terbang terbang penerbangan menerbangkan diterbangkan beterbangan",
        "berlian berlian berliannya",
        "kata mengatakan dikatakan berkata katanya perkataan katakan",
        "tewas menewaskan tewasnya tewas",
        "serang menyerang diserang serangan penyerangan serang-menyerang penyerang",
        "tembak menembak ditembak tembakan penembakan tertembak menembaki tembak-menembak",
        "luka terluka melukai luka-luka lukanya",
        "kali berkali-kali kalinya kali-kali",
        "mata mata-mata matanya memata-matai",
        "hijau hijau kehijauan menghijaukan penghijauan kehijau-hijauan",
        "pakai memakai dipakai pemakaian pakaian pemakai",
        "ubah mengubah berubah perubahan diubah ubahlah",
        "aku mengaku pengakuan mengakui diakui pengakuannya",
        "sebut menyebut menyebutkan disebut penyebutan tersebut",
        "tuduh menuduh tuduhan dituduh tuduhannya",
        "tuntut menuntut tuntutan dituntut penuntutan penuntut",
        "bantah membantah dibantah bantahan terbantahkan membantahnya",
        "kirim mengirim mengirimkan dikirim pengiriman kiriman terkirim",
        "pilih memilih pemilihan dipilih pemilih terpilih pilihan",
        "laku melakukan dilakukan pelaku perlakuan berlaku kelakuan memperlakukan",
        "tingkat meningkat meningkatkan peningkatan ditingkatkan tingkatan",
        "jadi menjadi terjadi kejadian dijadikan menjadikan",
        "rusak merusak kerusakan dirusak perusakan rusaknya",
        "ajar mengajar belajar pelajar pelajaran pembelajaran diajarkan pengajar mempelajari",
        "temu bertemu menemukan ditemukan pertemuan penemuan",
        "tahan menahan ditahan penahanan tahanan bertahan pertahanan ketahanan mempertahankan",
        "putus memutuskan diputuskan keputusan putusan terputus pemutusan",
        "bunuh membunuh dibunuh pembunuhan terbunuh pembunuh",
        "rencana berencana merencanakan direncanakan perencanaan rencananya",
        "ungsi mengungsi pengungsi pengungsian mengungsikan",
        "ada keberadaan berada adanya mengadakan diadakan",
        "hasil berhasil keberhasilan menghasilkan hasilnya dihasilkan",
        "pasti memastikan dipastikan kepastian ketidakpastian pastikan",
        "sampai menyampaikan disampaikan penyampaian sampaikan",
    ];

    // Words that look derived and are not.
    private const string Whole =
        "menteri berita makan sekolah terbang berlian media meter beras berat jalan ikan bulan badan kemarin kemudian sekarang perang "
        + "penjara pegawai perempuan keluarga tangan korban lawan pesan selatan delapan tetangga seluler kapal diplomat direktur "
        + "distrik terminal teror mental metode sedikit";

    private static readonly string[] English =
    [
        "attack attacks attacked attacking attack's",
        "report reports reported reporting reporters",
        "missil missile missiles",
        "stop stops stopped stopping",
        "citi city cities",
        "deni denies denied deny",
    ];

    [Fact]
    public void Forms_of_one_word_meet_in_one_stem()
    {
        var stemmer = Stemmer.Of("id");
        var wrong = new List<string>();
        var forms = 0;
        foreach (var (stem, form) in Indonesian.SelectMany(Forms))
        {
            forms++;
            var found = stemmer.Stem(form);
            if (found != stem) wrong.Add($"{form}: {found}, not {stem}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(forms >= 150, $"only {forms} forms");
    }

    [Fact]
    public void What_only_looks_like_an_affix_stays()
    {
        var stemmer = Stemmer.Of("id");
        var wrong = Whole.Split(' ').Where(word => stemmer.Stem(word) != word).Select(word => word + ": " + stemmer.Stem(word));
        Assert.Equal([], wrong);
    }

    [Fact]
    public void English_words_lose_their_endings()
    {
        var stemmer = Stemmer.Of("en");
        Assert.Equal([], English.SelectMany(Forms).Where(pair => stemmer.Stem(pair.Form) != pair.Stem).Select(pair => $"{pair.Form}: {stemmer.Stem(pair.Form)}"));
    }

    [Fact]
    public void The_stem_of_a_stem_is_itself_and_no_text_throws()
    {
        var random = new Random(20241025);
        const string Letters = "aiueonkgtmslrbpdyhjwcz-'’Aé\ud83d\ude00 0";
        foreach (var language in (string[])["id", "en", "fr"])
        {
            var stemmer = Stemmer.Of(language);
            var words = Indonesian.Concat(English).SelectMany(Forms).Select(pair => pair.Form)
                .Concat(LanguageResource.Rows("id", "roots").SelectMany(row => row[0].Split(' ')))
                .Concat(LanguageResource.Rows("id", "common").SelectMany(row => row[0].Split(' ')))
                .Concat(Enumerable.Range(0, 20_000).Select(_ => Any(random, Letters)));
            foreach (var word in words)
            {
                var stem = stemmer.Stem(word);
                Assert.True(stem == stemmer.Stem(stem), $"{language}: {word}: {stem}: {stemmer.Stem(stem)}");
                Assert.Equal(stem, stemmer.Stem(word.ToUpperInvariant()));
            }
        }
    }

    [Fact]
    public void A_known_word_costs_no_memory()
    {
        var stemmer = Stemmer.Of("id");
        stemmer.Stem("mempertanggungjawabkan");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) stemmer.Stem("mempertanggungjawabkan");
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_table_of_roots_is_large_and_holds_no_row_twice()
    {
        var roots = LanguageResource.Rows("id", "roots").SelectMany(row => row[0].Split(' ')).ToList();
        Assert.True(roots.Count >= 3000, $"only {roots.Count} roots");
        Assert.Equal(roots.Count, roots.Distinct(StringComparer.Ordinal).Count());
    }

    private static IEnumerable<(string Stem, string Form)> Forms(string row)
    {
        var words = row.Split(' ');
        return words.Skip(1).Select(form => (words[0], form));
    }

    private static string Any(Random random, string letters) =>
        string.Create(random.Next(0, 60), letters, (word, from) =>
        {
            for (var i = 0; i < word.Length; i++) word[i] = from[random.Next(from.Length)];
        });
}
