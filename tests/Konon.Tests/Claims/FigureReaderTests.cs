using System.Globalization;
using Konon.Claims;
using Konon.Languages;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Claims;

public sealed class FigureReaderTests
{
    /// <summary>A text and the figures in it, each as "value[..max] bound counted".</summary>
    public sealed record Example(string Text, params string[] Figures)
    {
        /// <summary>Why the numbers that are not listed are no figures.</summary>
        public string? Why { get; init; }

        public string Language { get; init; } = "id";
    }

    private static readonly Example[] Examples =
    [
        new("Mereka mengirim setidaknya 4.200 tentara Negeri Utara ke garis depan.", "4200 AtLeast tentara Negeri Utara"),
        new("Sebanyak 27 orang tewas dan 14 orang luka.", "27 Exact orang", "14 Exact orang"),
        new("Ratusan ribu warga mengungsi.", "100000..999999 Order warga"),
        new("puluhan juta rupiah", "10000000..99999999 Order rupiah"),
        new("belasan kapal", "11..19 Order kapal"),
        new("dua ratus lima puluh tiga ribu pohon", "253000 Exact pohon"),
        new("sebelas perahu, lima belas jaring", "11 Exact perahu", "15 Exact jaring"),
        new("1,5 juta ton beras", "1500000 Exact ton beras"),
        new("satu setengah bulan", "1.5 Exact bulan"),
        new("setengah juta orang", "500000 Exact orang"),
        new("dua pertiga anggota", "0.6667 Exact anggota"),
        new("sepertiga petani", "0.3333 Exact petani"),
        new("Rp35,61 triliun dan USD 75,14", "35610000000000 Exact Rp", "75.14 Exact USD"),
        new("Rp 16 M untuk jalan", "16000000000 Exact Rp"),
        new("hadiah Rp. 5.000.000", "5000000 Exact Rp"),
        new("biaya US$ 3 miliar", "3000000000 Exact US$"),
        new("hanya 40 dolar AS", "40 Exact dolar AS"),
        new("harta Rp 400 jutaan", "400000000 About Rp"),
        new("hingga Rp 9.000 triliun", "9000000000000000 AtMost Rp"),
        new("sekitar 98% pelanggan, dan hanya 2% di luar", "98 About %", "2 Exact %"),
        new("naik 3.5 persen", "3.5 Exact %"),
        new("setidaknya ada 12 perahu dan 2 unit traktor", "12 AtLeast perahu", "2 AtLeast traktor"),
        new("kurang dari 200 kaki, atau 60 meter, di atas landasan", "200 LessThan kaki", "60 LessThan meter"),
        new("tidak boleh melebihi 30 persen", "30 AtMost %"),
        new("tak kurang dari tujuh desa", "7 AtLeast desa"),
        new("2.000 lebih nelayan", "2000 MoreThan nelayan"),
        new("usia 17 tahun ke atas", "17 AtLeast tahun"),
        new("hampir mencapai 80 rumah", "80 About rumah"),
        new("sedikitnya sekitar 50 sapi", "50 AtLeast sapi"),
        new("jauh lebih rendah dari yang dilaporkan sebanyak 900 orang", "900 LessThan orang"),
        new("10–15 tahun", "10..15 Range tahun"),
        new("suku bunga 4,25%-4,5%", "4.25..4.5 Range %"),
        new("12 hingga 15 perahu", "12..15 Range perahu"),
        new("antara 10 dan 20 desa", "10..20 Range desa"),
        new("dari 5 sampai 7 hari", "5..7 Range hari"),
        new("antara 2-3 juta batang", "2000000..3000000 Range batang"),
        new("4,1 hingga 3,7 miliar tahun", "3700000000..4100000000 Range tahun"),
        new("lima unit kendaraan roda dua", "5 Exact kendaraan roda dua"),
        new("hampir tiga kali lipat atau 1.491 penumpang", "3 About kali lipat", "1491 Exact penumpang"),
        new("8 lembar Rp50 ribu", "8 Exact lembar", "50000 Exact Rp"),
        new("dua-tiga hari", "2..3 Range hari"),
        new("satu hingga tiga pekan", "1..3 Range pekan"),
        new("48 orang, dengan 13 di antaranya anak-anak", "48 Exact orang", "13 Exact "),
        new("sebanyak 8.000 dari pasukan penjaga", "8000 Exact pasukan penjaga"),
        new("melalui 3 (tiga) instrumen hukum", "3 Exact instrumen hukum"),
        new("menang 2-1 atas tamunya", "2 Exact ", "1 Exact "),
        new("kalah 0-4", "0 Exact ", "4 Exact "),
        new("pindah ke dua kecamatan", "2 Exact kecamatan"),
        new("penulis ke 4 itu, peringkat tiga atau empat, bintang lima") { Why = "ordinals" },
        new("nihil korban jiwa", "0 Exact korban jiwa"),
        new("cuma satu dokter yang datang", "1 Exact dokter"),
        new("suhu 26-31°C", "26..31 Range °C"),
        new("1.876.975 kunjungan pada tahun 2023, 2.391.860 pada 2024", "1876975 Exact kunjungan", "2391860 Exact ") { Why = "years" },
        new("Senin (9/6/2025) pukul 10.00 WIB, Selasa 5 Juni 2025, 5-8 Juni") { Why = "dates and clock times" },
        new("29 Zulhijah 1446 H, 1 Muharam") { Why = "days of another calendar" },
        new("pukul 08.00-12.00 WITA, jam 7 malam") { Why = "clock times" },
        new("tahun 2023, 2024, 2025 dan periode 2020-2024") { Why = "years" },
        new("Pasal 44 Ayat 3, Nomor 22 Tahun 2004, No. 15, Jl Melati No.108, RT 05") { Why = "designations" },
        new("gaji ke-13, Presiden ke-7, putaran 3, kelas 8, jilid 2") { Why = "ordinals" },
        new("pesawat Boeing 737, SPBU 34.17106, Covid-19, Liputan6, forum G20, iOS 26") { Why = "names" },
        new("nomor penerbangan 1631 dan telepon 081219314001") { Why = "numbers that name" },
        new("Amelia (29), warga setempat") { Why = "an age behind a name" },
        new("salah satu desa, satu sama lain, satu per satu, roda dua, komunikasi dua arah") { Why = "turns of speech" },
        new("Keduanya dan kedua kubu, keempat perusahaan") { Why = "collectives" },
        new("Berapa nilai satu nyawa?") { Why = "rhetoric" },
        new("varian NB.1.8.1") { Why = "no number" },
        new("formasi 3-4-3") { Why = "a name for an order of play" },
        new("1. Jakarta 2. Bandung 3. Medan") { Why = "a list" },
        new("[img.3] dan sepanjang 2022, ponsel lipat tiga") { Why = "marks, years and attributes" },
        new("era 1990-an") { Why = "a decade" },
        new("At least 3,000 soldiers were deployed, more than twenty-two of them wounded.", "3000 AtLeast soldiers", "22 MoreThan ") { Language = "en" },
        new("hundreds of thousands of people, 1.5 million dollars", "100000..999999 Order people", "1500000 Exact dollars") { Language = "en" },
        new("two hundred and three") { Language = "en", Figures = ["200 Exact ", "3 Exact "], Why = "words joined by and are not summed yet" },
    ];

    public static TheoryData<int> Numbers => new(Enumerable.Range(0, Examples.Length));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Finds_what_is_counted(int number)
    {
        var example = Examples[number];
        Assert.Equal(example.Figures, Read(example.Text, example.Language).Select(Shown));
    }

    [Theory]
    [InlineData("menewaskan 12 orang", "tewas")]
    [InlineData("12 orang dilaporkan hilang", "hilang")]
    [InlineData("mengerahkan setidaknya 4.200 tentara", "dikerahkan")]
    [InlineData("12 orang mengalami luka berat", "luka")]
    [InlineData("dua pelaku yang menewaskan warga", null)]
    [InlineData("ditangkap dalam lima operasi", null)]
    [InlineData("12 orang tertawa", null)]
    public void Keeps_what_is_said_of_those_counted(string text, string? status) =>
        Assert.Equal(status, Assert.Single(Read(text, "id")).Status);

    [Theory]
    [InlineData("3.000 tentara di Negeri timur", "Negeri timur")]
    [InlineData("3.000 tentara di dalam truk", null)]
    public void Keeps_the_place_directly_behind(string text, string? scope) =>
        Assert.Equal(scope, Assert.Single(Read(text, "id")).Scope);

    [Fact]
    public void Knows_the_currency_and_the_unit() =>
        Assert.Equal(["IDR", "USD", "%", "km", "SGD"], Read("Rp 5, 7 dolar AS, 8 persen, 9 kilometer, S$ 3", "id").Select(f => f.Unit!));

    [Theory]
    [InlineData("1,500 tentara; 3.5 persen", 1500)]
    [InlineData("1.500 tentara; 3,5 persen", 1500)]
    [InlineData("1,250 ton; 1.876.975 orang", 1.25)]
    [InlineData("93.900 unit; 1.5 liter", 93900)]
    public void Lets_the_article_decide_what_a_separator_means(string text, double first) =>
        Assert.Equal((decimal)first, Read(text, "id")[0].Value);

    [Fact]
    public void The_span_runs_from_the_bound_to_the_noun() =>
        Assert.Equal("setidaknya ada 12 perahu", Read("Ia melihat setidaknya ada 12 perahu di sana.", "id")[0].Span.Of("Ia melihat setidaknya ada 12 perahu di sana."));

    [Fact]
    public void Nothing_found_allocates_nothing()
    {
        var language = Language.Of("id")!;
        const string text = "Ia tidak menyebut berapa orang yang datang pada Senin (9/6/2025) pukul 10.00 WIB ke Jalan Melati Nomor 5.";
        var tokens = Tokenizer.Read(text, language.Vocabulary);
        var into = new List<Figure>();
        FigureReader.Read(text, tokens, 0, tokens.Length, language, default, into);
        var before = GC.GetAllocatedBytesForCurrentThread();
        FigureReader.Read(text, tokens, 0, tokens.Length, language, default, into);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(into);
    }

    internal static List<Figure> Read(string text, string code)
    {
        var language = Language.Of(code)!;
        var tokens = Tokenizer.Read(text, language.Vocabulary);
        var into = new List<Figure>();
        FigureReader.Read(text, tokens, 0, tokens.Length, language, FigureHabits.Of(text, tokens, language), into);
        return into;
    }

    private static string Shown(Figure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"{figure.Value:0.####}{(figure.Max is { } max ? string.Create(CultureInfo.InvariantCulture, $"..{max:0.####}") : "")} {figure.Bound} {figure.Counted}");
}
