using Konon.Benchmarks.Lineage;
using Konon.Claims;
using Konon.Stories.Lineage;
using Xunit;

namespace Konon.Tests.Stories.Lineage;

public sealed class LineageTests
{
    private const string Quote = "“Air naik cepat sekali dan kami tidak sempat membawa apa pun dari rumah,”";

    private const string Flood =
        "Luapan sungai merobohkan dua jembatan kayu dan memutus jalan menuju pasar hewan sejak subuh. Penduduk memindahkan ternak ke bukit "
        + "kecil di belakang sekolah sambil menunggu perahu pinjaman. Lumpur setinggi lutut menutup halaman balai desa dan merendam lumbung.";

    [Fact]
    public void The_same_words_in_two_outlets_are_one_origin_of_unknown_direction()
    {
        var lineage = LineageBuilder.Build([Report("a.com", Flood), Report("b.com", Flood + " Hujan reda menjelang sore.")]);
        var edge = Assert.Single(lineage.Edges);
        Assert.Equal((LineageEdgeKind.SameOrigin, false), (edge.Kind, edge.IsDirectionKnown));
        Assert.Equal(new OriginCount(1, 1, 1), lineage.Origins);
    }

    [Fact]
    public void Who_only_quotes_the_same_words_wrote_apart()
    {
        var one = new Told(null, $"{Quote} kata Sari di tenda pada pagi hari itu.") { Outlet = "A", Input = "1" }.Claims(Told.Person("Sari"), Quote);
        var two = new Told(null, $"Warga bernama Sari masih menunggu bantuan. {Quote} ujarnya.") { Outlet = "B", Input = "2" }.Claims(Told.Person("Sari"), Quote);
        var lineage = LineageBuilder.Build([one.Read(), two.Read()]);
        Assert.Equal(LineageEdgeKind.SharedQuote, Assert.Single(lineage.Edges).Kind);
        Assert.Equal(new OriginCount(2, 2, 2), lineage.Origins);
    }

    [Fact]
    public void A_release_in_two_reports_is_no_copy()
    {
        const string Release = "\nDalam keterangan tertulis, Yayasan Bukit Hijau menyampaikan belasungkawa dan menjanjikan tiga truk beras bagi dapur umum.";
        var lineage = LineageBuilder.Build([
            Report("a.com", "Api membakar gudang kapuk di pinggir rel sebelum penjaga bangun." + Release),
            Report("b.com", "Gudang tua habis dilalap kobaran ketika stasiun masih sepi penumpang." + Release),
        ]);
        Assert.Equal(2, lineage.Origins.Likely);
        Assert.All(lineage.Edges, edge => Assert.Equal(LineageEdgeKind.SharedQuote, edge.Kind));
    }

    [Fact]
    public void Who_credits_another_outlet_of_the_story_has_it_from_there()
    {
        var one = new Told(null, "Air naik di hulu.") { Outlet = "pesisirkini.id", Input = "1", Day = new DateOnly(2025, 3, 3) };
        var two = new Told(null, "Sungai meluap sejak subuh, kata Sari dilansir Pesisir Kini.") { Outlet = "B", Input = "2", Day = new DateOnly(2025, 3, 4) };
        two.Claims(Told.Person("Sari"), "Sungai meluap sejak subuh", via: "Pesisir Kini");
        var lineage = LineageBuilder.Build([one.Read(), two.Read()]);
        var relay = Assert.Single(lineage.Edges);
        Assert.Equal((LineageEdgeKind.Relay, "pesisirkini.id", true), (relay.Kind, relay.From.Name, relay.IsDirectionKnown));
        Assert.Equal(1, lineage.Origins.Max);
    }

    [Fact]
    public void Two_who_credit_one_agency_are_one_origin_that_was_not_read()
    {
        var lineage = LineageBuilder.Build([Via("a.com", "Kapal kandas di karang"), Via("b.com", "Nakhoda dibawa ke darat")]);
        var agency = Assert.Single(lineage.Nodes, node => node.Kind == LineageNodeKind.Named);
        Assert.Equal("AFP", agency.Name);
        Assert.Equal(1, lineage.Origins.Likely);
        Assert.Equal(2, Assert.Single(lineage.Trees).Branches.Count);
    }

    [Theory]
    [InlineData("medan.kabarx.com", "jakarta.kabarx.com", 1)]
    [InlineData("kabarx.com", "kabary.com", 2)]
    [InlineData("Tribun Jabar", "surabaya.tribunnews.com", 1)]
    [InlineData("okezone.com", "sindonews.com", 1)]
    public void Outlets_of_one_family_count_once(string one, string other, int origins)
    {
        var lineage = LineageBuilder.Build([Report(one, "Longsor menimbun kebun kopi di lereng."), Report(other, "Pemadaman listrik meluas hingga pelabuhan.")]);
        Assert.Equal(origins, lineage.Origins.Max);
    }

    [Fact]
    public void The_lineage_is_the_same_in_whatever_order_the_readings_come()
    {
        var story = new FakeStory(7);
        var readings = story.Reports.Select(story.Read).ToList();
        var expected = Shown(LineageBuilder.Build(readings));
        for (ulong seed = 0; seed < 5; seed++) Assert.Equal(expected, Shown(LineageBuilder.Build(new Chance(seed).Shuffled(readings))));
    }

    [Fact]
    public void Every_evidence_reads_back_the_same_words_in_both_texts()
    {
        var story = new FakeStory(11);
        var runs = 0;
        foreach (var edge in LineageBuilder.Build(story.Reports.Select(story.Read)).Edges)
        {
            if (edge.Kind == LineageEdgeKind.Relay || edge.From.Reading is null) continue;
            foreach (var run in edge.Evidence)
            {
                runs++;
                Assert.Equal(FirstWord(run.InFrom.Of(edge.From.Reading.Article.Text)), FirstWord(run.InTo.Of(edge.To.Reading!.Article.Text)), ignoreCase: true);
            }
        }

        Assert.True(runs > 0);
    }

    [Fact]
    public void Generated_stories_are_told_apart_as_the_benchmark_says()
    {
        var score = LineageScore.Of(0, 60);
        Assert.True(score.Exact >= 0.8 * score.Stories, score.ToString());
        Assert.True(score.Held >= 0.93 * score.Stories, score.ToString());
        Assert.True(score.Right >= 0.93 * score.Stated, score.ToString());
        Assert.True(score.ExactByDuplicates < 0.3 * score.Stories, score.ToString());
    }

    [Fact]
    public void Phrases_that_everybody_strings_together_are_no_copy()
    {
        // Each has all phrases, and no two have them in the same order.
        const string Round = "partai penutup babak kedua penyisihan Piala Bahari kawasan timur";
        const string Place = "digelar malam hari dalam lapangan tertutup kompleks olahraga Wening";
        const string Prize = "memperebutkan tiga tiket menuju putaran puncak musim depan";
        string[] rows =
        [
            $"{Round} {Place} {Prize}", $"{Round} {Prize} {Place}", $"{Place} {Round} {Prize}", $"{Place} {Prize} {Round}", $"{Prize} {Round} {Place}",
            $"{Prize} {Place} {Round}",
        ];
        var lineage = LineageBuilder.Build([.. Own.Select((own, i) => Report($"media{i}.com", $"{own} Kabarnya {rows[i]}."))]);
        Assert.Empty(lineage.Edges);
        Assert.Equal(Own.Length, lineage.Origins.Likely);
    }

    [Fact]
    public void A_text_that_many_print_stays_evidence()
    {
        const string Wire = "petugas menutup gerbang pelabuhan lama setelah tiang derek roboh menimpa dua gudang kapas lalu mengalihkan seluruh kapal nelayan "
            + "menuju dermaga seberang sambil menunggu penyelam memeriksa dasar kolam";
        var lineage = LineageBuilder.Build([.. Own.Select((own, i) => Report($"media{i}.com", own + " Adapun " + Wire + "."))]);
        Assert.NotEmpty(lineage.Edges);
    }

    [Fact]
    public void A_paragraph_that_one_house_puts_below_all_it_writes_is_no_copy()
    {
        const string Stock = "\nRedaksi ini menelusuri kabar yang beredar sejak tujuh tahun silam bersama jaringan pemeriksa sukarela dan mengajak siapa saja "
            + "mengirim kiriman mencurigakan lewat kotak surat agar dapat ditelusuri bersama pengelola kanal tanpa biaya";
        var house = Own.Select((own, i) => new Told(null, own + Stock + ".") { Outlet = "a.com", Input = $"{i}" }.Read());
        Assert.Empty(LineageBuilder.Build([.. house]).Edges);
        // Elsewhere it would be a copy.
        Assert.NotEmpty(LineageBuilder.Build([.. Own.Select((own, i) => Report($"media{i}.com", own + Stock + "."))]).Edges);
    }

    [Theory]
    [InlineData("\n1. Penduduk tetap yang menetap sekurangnya lima tahun\n2. Memiliki lahan garapan paling luas dua hektare di luar kawasan lindung")]
    [InlineData(" Syaratnya begini.1. Penduduk tetap yang menetap sekurangnya lima tahun;2. Memiliki lahan garapan paling luas dua hektare di luar kawasan lindung")]
    public void Conditions_that_all_pass_on_are_no_copy(string listed)
    {
        Assert.Empty(LineageBuilder.Build([Report("a.com", Own[0] + listed), Report("b.com", Own[1] + listed)]).Edges);
        var told = listed.Replace("1. ", "", StringComparison.Ordinal).Replace("2. ", "", StringComparison.Ordinal);
        Assert.NotEmpty(LineageBuilder.Build([Report("a.com", Own[0] + told), Report("b.com", Own[1] + told)]).Edges);
    }

    // Six reporters who share nothing.
    private static readonly string[] Own =
    [
        "Penjual jagung bakar menata tikar sejak siang karena penonton datang berombongan memakai truk bak terbuka.",
        "Hujan semalam membuat rumput becek sehingga panitia menabur serbuk gergaji dekat tiang gawang.",
        "Kepala dusun meminjamkan genset sebab listrik kampung kerap padam menjelang malam.",
        "Anak sekolah berlatih menabuh rebana demi menyambut bus rombongan tamu dari pulau sebelah.",
        "Seorang pensiunan guru mencatat semua skor dengan kapur pada papan bekas pintu warung.",
        "Karcis habis dua hari sebelumnya walau harganya naik lima ribu rupiah dibanding musim kemarau.",
    ];

    private static string FirstWord(string words) => words.Split(' ', ',', '.', '\n')[0];

    private static string Shown(LineageGraph lineage) => string.Join('\n', lineage.Edges.Select(edge =>
        $"{edge.Kind} {edge.From.Number} {edge.To.Number} {edge.IsDirectionKnown} {edge.Share:0.000}")) + lineage.Origins;

    private static Reading Report(string outlet, string text) =>
        new Told(null, text) { Outlet = outlet, Input = outlet, Day = new DateOnly(2025, 3, 3) }.Read();

    private static Reading Via(string outlet, string content) =>
        new Told(null, $"{content}, lapor AFP.") { Outlet = outlet, Input = outlet }.Claims(null, content, via: "AFP").Read();
}
