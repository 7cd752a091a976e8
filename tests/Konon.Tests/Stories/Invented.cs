namespace Konon.Tests.Stories;

/// <summary>Events that never happened, told the way outlets tell such events; nobody and no place in them exists.</summary>
internal static class Invented
{
    /// <summary>An air crash: the count of the dead goes up over a day, beside those on board and the one who lives.</summary>
    public static Coverage AirCrash => new Coverage()
        .Add("kabarangkasa.id", "2026-02-03T10:15:00+07:00", "Pesawat Nusa Perintis Jatuh di Bukit Sarang, 12 Orang Tewas",
            "TELUK MERANTI - Pesawat Nusa Perintis jatuh di Bukit Sarang, Teluk Meranti, Selasa (3/2/2026) pagi. Sedikitnya 12 orang tewas dalam kecelakaan itu. "
            + "Pesawat membawa 46 penumpang dan empat awak, kata Kepala Bandara Teluk Meranti Surya Lasmana.")
        .Add("wartapesisir.com", "2026-02-03T14:40:00+07:00", "Korban Tewas Pesawat Nusa Perintis Jadi 31 Orang",
            "TELUK MERANTI - Jumlah korban tewas akibat jatuhnya pesawat Nusa Perintis di Bukit Sarang bertambah menjadi 31 orang. "
            + "\"Sampai siang ini 31 orang kami temukan meninggal,\" kata Kepala Kantor SAR Teluk Meranti Bagas Waluya, Selasa (3/2/2026). "
            + "Pesawat membawa 46 penumpang dan empat awak.")
        .Add("harianlembah.co.id", "2026-02-04T09:05:00+07:00", "49 Orang Tewas dalam Jatuhnya Nusa Perintis, Satu Selamat",
            "TELUK MERANTI - Sebanyak 49 orang tewas dalam kecelakaan pesawat Nusa Perintis. Satu penumpang selamat dan kini dirawat di rumah sakit. "
            + "Bagas Waluya mengatakan, pencarian dihentikan setelah 49 jenazah ditemukan. Dari jumlah itu, tiga orang di antaranya anak-anak.");

    /// <summary>War deaths: a total since the start beside those of a day, and two sides' counts of one side's dead.</summary>
    public static Coverage War => new Coverage()
        .Add("duniakini.id", "2026-03-10", "Serangan di Karsavia, 41 Tewas dalam Sehari",
            "Kementerian Kesehatan Karsavia mengatakan 41 orang tewas dalam 24 jam terakhir. Total 23.410 orang tewas sejak perang pecah pada Oktober 2024, kata kementerian itu.")
        .Add("lensabarat.com", "2026-03-12", "Korban Perang Karsavia Terus Bertambah",
            "Jumlah korban tewas sejak perang pecah mencapai 23.502 orang, kata Kementerian Kesehatan Karsavia, Kamis (12/3/2026). "
            + "Juru bicara militer Volmark, Kolonel Ardan Vesk, mengatakan 17 orang tewas dalam 24 jam terakhir.");

    /// <summary>An eruption: people leave over days, the column and the radius are measures.</summary>
    public static Coverage Eruption => new Coverage()
        .Add("gunungapi.id", "2026-05-01T07:00:00+07:00", "Gunung Lawit Meletus, 1.200 Warga Mengungsi",
            "Gunung Lawit meletus pada Jumat (1/5/2026) pagi dengan kolom abu setinggi 8.000 meter. Sebanyak 1.200 warga mengungsi. "
            + "Kepala Pos Pengamatan Dirga Salim meminta warga menjauhi radius 5 kilometer dari kawah.")
        .Add("kabarlereng.com", "2026-05-02T11:00:00+07:00", "Pengungsi Gunung Lawit Bertambah",
            "Jumlah warga yang mengungsi akibat letusan Gunung Lawit bertambah menjadi 3.850 orang. Kepala BPBD Lawit Ratna Sodik mengatakan satu orang meninggal akibat sesak napas.")
        .Add("pagikini.id", "2026-05-05T08:30:00+07:00", "Sebagian Pengungsi Lawit Pulang",
            "Sebanyak 2.100 warga masih mengungsi akibat letusan Gunung Lawit, kata Ratna Sodik, Selasa (5/5/2026).");

    /// <summary>An evacuation abroad, in English and Indonesian.</summary>
    public static Coverage Evacuation => new Coverage()
        .Add("Harbour Post", "2026-06-02T08:00:00+00:00", "Storm Ilva: 900 people evacuated from Port Dunmore",
            "PORT DUNMORE - About 900 people were evacuated from Port Dunmore on Tuesday as Storm Ilva approached, mayor Ellen Marsh said. Two people were injured.")
        .Add("Coast Daily", "2026-06-02T18:00:00+00:00", "Evacuations widen as Ilva nears",
            "PORT DUNMORE - The number of people evacuated rose to 2,400 by Tuesday evening, mayor Ellen Marsh said. Three people were injured, police said.")
        .Add("kabarbadai.id", "2026-06-03T06:00:00+07:00", "Badai Ilva, 2.400 Orang Dievakuasi",
            "Sebanyak 2.400 orang sudah dievakuasi dari Port Dunmore menjelang Badai Ilva yang akan tiba pada malam hari. Warga yang masih bertahan diminta tetap berada di dalam rumah.");

    /// <summary>A verdict: what is demanded, what is ruled, what the higher court rules; two men.</summary>
    public static Coverage Verdict => new Coverage()
        .Add("wartahukum.id", "2026-01-12", "Jaksa Tuntut Eks Bupati Suwarna 9 Tahun Penjara",
            "Jaksa menuntut mantan Bupati Lembayung, Hadi Suwarna, 9 tahun penjara dan denda Rp 500 juta dalam perkara suap pasar, Senin (12/1/2026).")
        .Add("kabarsidang.com", "2026-01-26", "Hadi Suwarna Divonis 5 Tahun Penjara",
            "Majelis hakim Pengadilan Tipikor menjatuhkan vonis terhadap Hadi Suwarna 5 tahun penjara, Senin (26/1/2026). Dalam perkara yang sama, Tarmo Gandi divonis 3 tahun penjara.")
        .Add("wartahukum.id", "2026-04-20", "Banding, Hukuman Hadi Suwarna Jadi 7 Tahun",
            "Pengadilan Tinggi memperberat hukuman Hadi Suwarna dari 5 tahun menjadi 7 tahun penjara, Senin (20/4/2026).");

    /// <summary>A quake: the magnitude is corrected by the agency that gave it, one report keeps the old one.</summary>
    public static Coverage Quake => new Coverage()
        .Add("getarkini.id", "2026-07-07T05:20:00+07:00", "Gempa Magnitudo 6,7 Guncang Selat Arang",
            "Gempa berkekuatan magnitudo 6,7 mengguncang Selat Arang, Selasa (7/7/2026). Kepala Badan Gempa Nasional Wira Danu mengatakan pusat gempa berada di laut.")
        .Add("wartapulau.com", "2026-07-07T06:00:00+07:00", "BGN Mutakhirkan Gempa Selat Arang Jadi 6,3",
            "Badan Gempa Nasional memutakhirkan data. \"Magnitudo dikoreksi dari 6,7 menjadi 6,3,\" kata Kepala Badan Gempa Nasional Wira Danu, Selasa (7/7/2026).")
        .Add("kabarsore.id", "2026-07-07T15:30:00+07:00", "Warga Selat Arang Masih Berjaga",
            "Warga masih berjaga di luar rumah setelah gempa magnitudo 6,7 mengguncang Selat Arang, Selasa (7/7/2026) pagi.");

    /// <summary>A flood: two agencies give different numbers of houses on one day.</summary>
    public static Coverage Flood => new Coverage()
        .Add("kabarhulu.id", "2026-01-20T09:00:00+07:00", "Banjir Rendam Kecamatan Wanasari",
            "Banjir melanda Kecamatan Wanasari, Selasa (20/1/2026). Kepala BPBD Wanasari Edi Kusno mengatakan 640 rumah rusak.")
        .Add("wartahilir.com", "2026-01-20T13:00:00+07:00", "Camat: Rumah Rusak 410",
            "Camat Wanasari Lilis Herlina mengatakan 410 rumah rusak akibat banjir, Selasa (20/1/2026).");

    /// <summary>A strike: the union and the company count those who walked out.</summary>
    public static Coverage Strike => new Coverage()
        .Add("Mill Town Echo", "2026-09-14", "Mill workers walk out",
            "Some 4,000 workers walked out on Monday, union leader Dana Foyle said. The company Arden Mills said 1,100 workers walked out.");

    /// <summary>Layoffs: declined, then confirmed, with a figure.</summary>
    public static Coverage Layoffs => new Coverage()
        .Add("bisniskini.id", "2026-08-03", "PT Sandang Jaya Enggan Komentari PHK",
            "PT Sandang Jaya menolak berkomentar soal pemutusan hubungan kerja di pabrik Cibaru. Serikat Pekerja Tekstil menyebut 800 pekerja di-PHK.")
        .Add("wartaniaga.com", "2026-08-06", "Sandang Jaya Benarkan PHK",
            "PT Sandang Jaya membenarkan pemutusan hubungan kerja di pabrik Cibaru. Direktur PT Sandang Jaya Lukman Arif mengatakan 750 pekerja di-PHK, Kamis (6/8/2026).");

    /// <summary>A budget: one release, three reports, one rounded; the deficit is another sum.</summary>
    public static Coverage Budget => new Coverage()
        .Add("kabarfiskal.id", "2026-08-16T10:00:00+07:00", "Anggaran Pendidikan Rp 724,3 Triliun",
            "Pemerintah menyampaikan rancangan belanja untuk tahun depan di hadapan parlemen pada hari Minggu. Menteri Keuangan Sari Prameswari mengatakan anggaran pendidikan tahun depan sebesar Rp 724,3 triliun. Defisit ditetapkan sebesar Rp 617 triliun.")
        .Add("ekonomikita.com", "2026-08-16T11:00:00+07:00", "Anggaran Pendidikan Naik",
            "Belanja negara untuk sekolah dan kampus akan naik pada tahun depan. Anggaran pendidikan mencapai Rp 724,3 triliun, kata Sari Prameswari, Minggu (16/8/2026).")
        .Add("pasarpagi.id", "2026-08-16T12:00:00+07:00", "Rp 724 Triliun untuk Pendidikan",
            "Sekolah dan kampus akan mendapat lebih banyak dana pada tahun depan. Pemerintah menyiapkan anggaran pendidikan sekitar Rp 724 triliun, ujar Menteri Keuangan Sari Prameswari di gedung parlemen.");

    /// <summary>A shipwreck with a correction: the count of the dead was wrong and is taken back.</summary>
    public static Coverage Shipwreck => new Coverage()
        .Add("kabarlaut.id", "2026-10-01T08:00:00+07:00", "KM Tirta Karam, 14 Orang Tewas",
            "KM Tirta karam di Selat Banyu. Kepala Kantor SAR Banyu Gilang Pratama mengatakan 14 orang tewas, Kamis (1/10/2026).")
        .Add("wartaselat.com", "2026-10-01T12:00:00+07:00", "SAR Ralat Jumlah Korban KM Tirta",
            "Kepala Kantor SAR Banyu Gilang Pratama meralat jumlah korban. \"Korban tewas bukan 14 orang, melainkan 9 orang,\" kata Gilang, Kamis (1/10/2026).")
        .Add("pelabuhankini.id", "2026-10-02T07:00:00+07:00", "Keluarga Korban KM Tirta Menunggu",
            "Keluarga masih menunggu di dermaga. Sebanyak 14 orang tewas dalam karamnya KM Tirta di Selat Banyu.");

    /// <summary>A denial that comes after an assertion by the same party.</summary>
    public static Coverage Ministry => new Coverage()
        .Add("kabarenergi.id", "2026-11-02", "Kementerian Energi: Impor Listrik Dimulai",
            "Kementerian Energi Lasora mengatakan impor listrik dari Norvia dimulai bulan depan. Jaringan kabel di bawah laut itu sudah selesai dibangun dan akan diuji lebih dulu.")
        .Add("wartadaya.com", "2026-11-09", "Kementerian Energi Bantah Impor Listrik",
            "Kementerian Energi Lasora membantah impor listrik dari Norvia dimulai bulan depan. Kabel di bawah laut itu masih dalam tahap uji dan belum dapat dipakai untuk mengirim listrik.");

    /// <summary>Troops: ordered, present and earlier ones are three quantities.</summary>
    public static Coverage Troops => new Coverage()
        .Add("garisdepan.id", "2026-04-04", "Presiden Perintahkan 3.000 Tentara ke Perbatasan",
            "Presiden memerintahkan pengerahan 3.000 tentara ke perbatasan Oruna. Sekitar 400 tentara sudah tiba di lokasi, kata Menteri Pertahanan Joran Belk. "
            + "Sebelumnya 1.500 tentara dikerahkan pada Maret.");
}
