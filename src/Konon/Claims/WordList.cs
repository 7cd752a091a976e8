namespace Konon.Claims;

/// <summary>The short lists of words that the grammar asks for, by the name under which a language's <c>lists</c> table has them.</summary>
internal enum WordList
{
    /// <summary>Such as <c>abd</c>, <c>alm</c>, <c>brigjen</c>.</summary>
    Abbreviation,

    /// <summary>Such as <c>ke</c>, <c>kepada</c>.</summary>
    Addressee,

    /// <summary>Such as <c>ahli</c>, <c>aktivis</c>, <c>analis</c>.</summary>
    Affiliated,

    /// <summary>Such as <c>jawaban</c>, <c>keterangan</c>, <c>klarifikasi</c>.</summary>
    Answer,

    /// <summary>Such as <c>anggota</c>, <c>asal</c>, <c>sebagai</c>.</summary>
    Appositive,

    /// <summary>Such as <c>sebagai</c>.</summary>
    As,

    /// <summary>Such as <c>bilang</c>, <c>curiga</c>, <c>khawatir</c>.</summary>
    Bareverb,

    /// <summary>Such as <c>berdasarkan</c>.</summary>
    Basis,

    /// <summary>Such as <c>cv</c>, <c>pt</c>.</summary>
    Bodyhead,

    /// <summary>Such as <c>badan</c>, <c>kementerian</c>, <c>klub</c>.</summary>
    Bodynoun,

    /// <summary>Such as <c>baik</c>.</summary>
    Both,

    /// <summary>Such as <c>karena</c>, <c>kendati</c>, <c>ketika</c>.</summary>
    Breaking,

    /// <summary>Such as <c>lalu</c>, <c>melainkan</c>, <c>namun</c>.</summary>
    But,

    /// <summary>Such as <c>oleh</c>.</summary>
    By,

    /// <summary>Such as <c>berita</c>, <c>dari</c>, <c>harian</c>.</summary>
    Carrier,

    /// <summary>Such as <c>asal</c>, <c>berusia</c>, <c>jebolan</c>.</summary>
    Circumlocution,

    /// <summary>Such as <c>dalam</c>, <c>kepada</c>, <c>ketika</c>.</summary>
    Circumstance,

    /// <summary>Such as <c>anggapan</c>, <c>berita</c>, <c>dugaan</c>.</summary>
    Claimnoun,

    /// <summary>Such as <c>memperkirakan</c>, <c>menduga</c>, <c>mengaku</c>.</summary>
    Clauseonly,

    /// <summary>Such as <c>demikian</c>, <c>sebagaimana</c>, <c>seperti</c>.</summary>
    Credit,

    /// <summary>Such as <c>ini</c>, <c>itu</c>, <c>kemarin</c>.</summary>
    Datetail,

    /// <summary>Such as <c>dini</c>, <c>hari</c>, <c>kemarin</c>.</summary>
    Day,

    /// <summary>Such as <c>hari</c>, <c>kemarin</c>, <c>tadi</c>.</summary>
    Dayphrase,

    /// <summary>Such as <c>enggan</c>, <c>ogah</c>.</summary>
    Decline,

    /// <summary>Such as <c>membeberkan</c>, <c>memerinci</c>, <c>mengungkap</c>.</summary>
    Detailverb,

    /// <summary>Such as <c>nya</c>.</summary>
    Enclitic,

    /// <summary>Such as <c>bukti</c>, <c>bukti-bukti</c>, <c>indikasi</c>.</summary>
    Evidence,

    /// <summary>Such as <c>ada</c>, <c>beredar</c>, <c>muncul</c>.</summary>
    Existential,

    /// <summary>Such as <c>dari</c>.</summary>
    From,

    /// <summary>Such as <c>dalam</c>, <c>di</c>, <c>menurut</c>.</summary>
    Fronting,

    /// <summary>Such as <c>akibat</c>, <c>dalam</c>, <c>dari</c>.</summary>
    Frontingphrase,

    /// <summary>Such as <c>harap</c>, <c>memohon</c>, <c>mohon</c>.</summary>
    Harapagent,

    /// <summary>Such as <c>alasan</c>, <c>alasannya</c>, <c>begini</c>.</summary>
    Headlineempty,

    /// <summary>Such as <c>cara</c>, <c>daftar</c>, <c>deretan</c>.</summary>
    Headlinestop,

    /// <summary>Such as <c>atas</c>, <c>dengan</c>, <c>ke</c>.</summary>
    Heardstop,

    /// <summary>Such as <c>bagaimana</c>, <c>betapa</c>, <c>kenapa</c>.</summary>
    How,

    /// <summary>Such as <c>ampun</c>, <c>bantuan</c>, <c>doa</c>.</summary>
    Idiom,

    /// <summary>Such as <c>jika</c>, <c>kalau</c>.</summary>
    Ifword,

    /// <summary>Such as <c>pentingnya</c>, <c>perlunya</c>.</summary>
    Importance,

    /// <summary>Such as <c>bidang</c>, <c>dan</c>, <c>dari</c>.</summary>
    Innerphrase,

    /// <summary>Such as <c>menyoroti</c>, <c>soroti</c>.</summary>
    Judgeas,

    /// <summary>Such as <c>akun</c>, <c>aplikasi</c>, <c>band</c>.</summary>
    Kindnoun,

    /// <summary>Such as <c>adapun</c>, <c>apalagi</c>, <c>bahkan</c>.</summary>
    Leadconnective,

    /// <summary>Such as <c>berinisial</c>, <c>grup</c>, <c>inisial</c>.</summary>
    Letter,

    /// <summary>Such as <c>boleh</c>.</summary>
    May,

    /// <summary>Such as <c>kembali</c>.</summary>
    Nameclose,

    /// <summary>Such as <c>berinisial</c>, <c>bernama</c>.</summary>
    Named,

    /// <summary>Such as <c>dikatakan</c>, <c>disebut</c>, <c>disebutkan</c>.</summary>
    Namingverb,

    /// <summary>Such as <c>melihat</c>, <c>menyadari</c>, <c>menyinggung</c>.</summary>
    Needsthat,

    /// <summary>Such as <c>mengaku</c>, <c>mengakui</c>.</summary>
    Negatable,

    /// <summary>Such as <c>keempat</c>, <c>kelima</c>, <c>ketiga</c>.</summary>
    Nospeaker,

    /// <summary>Such as <c>adalah</c>, <c>akan</c>, <c>alhamdulillah</c>.</summary>
    Notimperative,

    /// <summary>Such as <c>belum</c>.</summary>
    Notyet,

    /// <summary>Such as <c>desak</c>, <c>meminta</c>, <c>mendesak</c>.</summary>
    Nounurge,

    /// <summary>Such as <c>acara</c>, <c>akun</c>, <c>apel</c>.</summary>
    Occasion,

    /// <summary>Such as <c>salah</c>, <c>seorang</c>, <c>seseorang</c>.</summary>
    One,

    /// <summary>Such as <c>di</c>, <c>jadi</c>, <c>karena</c>.</summary>
    Opener,

    /// <summary>Such as <c>jauh</c>, <c>lain</c>, <c>lanjut</c>.</summary>
    Openertail,

    /// <summary>Such as <c>atau</c>.</summary>
    Or,

    /// <summary>Such as <c>daily</c>, <c>magazine</c>, <c>news</c>.</summary>
    Outlettail,

    /// <summary>Such as <c>pernah</c>, <c>sempat</c>, <c>sudah</c>.</summary>
    Past,

    /// <summary>Such as <c>agar</c>, <c>atas</c>, <c>dari</c>.</summary>
    Phraseborder,

    /// <summary>Such as <c>di</c>.</summary>
    Place,

    /// <summary>Such as <c>akun</c>, <c>facebook</c>, <c>instagram</c>.</summary>
    Platform,

    /// <summary>Such as <c>keduanya</c>, <c>ketiganya</c>, <c>mereka</c>.</summary>
    Plural,

    /// <summary>Such as <c>hal</c>, <c>mengenai</c>, <c>perihal</c>.</summary>
    Pointer,

    /// <summary>Such as <c>ingat</c>, <c>pastikan</c>, <c>segera</c>.</summary>
    Promptonly,

    /// <summary>Such as <c>agar</c>, <c>jangan</c>, <c>segera</c>.</summary>
    Purpose,

    /// <summary>Such as <c>agar</c>, <c>demi</c>, <c>guna</c>.</summary>
    Purposeof,

    /// <summary>Such as <c>dorong</c>, <c>mendorong</c>, <c>mengajak</c>.</summary>
    Pushverb,

    /// <summary>Such as <c>begitu</c>, <c>begitulah</c>, <c>demikian</c>.</summary>
    Quotebridge,

    /// <summary>Such as <c>akibat</c>, <c>berupa</c>, <c>karena</c>.</summary>
    Reason,

    /// <summary>Such as <c>keterangan</c>, <c>pernyataan</c>, <c>rilis</c>.</summary>
    Release,

    /// <summary>Such as <c>data</c>, <c>informasi</c>, <c>keterangan</c>.</summary>
    Report,

    /// <summary>Such as <c>melaporkan</c>, <c>memberitakan</c>, <c>mewartakan</c>.</summary>
    Reportverb,

    /// <summary>Such as <c>bidang</c>, <c>dari</c>, <c>dengan</c>.</summary>
    Speakerinner,

    /// <summary>Such as <c>berkata</c>, <c>bertanya</c>, <c>berteriak</c>.</summary>
    Speakverb,

    /// <summary>Such as <c>angkatan</c>, <c>aparat</c>, <c>badan</c>.</summary>
    Statebody,

    /// <summary>Such as <c>akui</c>, <c>berkata</c>, <c>berpendapat</c>.</summary>
    Strongtell,

    /// <summary>Such as <c>apa</c>, <c>bagaimana</c>, <c>begini</c>.</summary>
    Teaser,

    /// <summary>Such as <c>bahwa</c>, <c>bahwasanya</c>.</summary>
    That,

    /// <summary>Such as <c>kepada</c>.</summary>
    To,

    /// <summary>Such as <c>benar</c>, <c>betul</c>.</summary>
    True,

    /// <summary>Such as <c>untuk</c>.</summary>
    Untuk,

    /// <summary>Such as <c>ada</c>, <c>jadi</c>, <c>memiliki</c>.</summary>
    Unwilled,

    /// <summary>Such as <c>berpesan</c>, <c>ingatkan</c>, <c>memperingatkan</c>.</summary>
    Warnverb,

    /// <summary>Such as <c>kami</c>, <c>kita</c>, <c>saya</c>.</summary>
    We,

    /// <summary>Such as <c>dengan</c>, <c>sambil</c>, <c>sembari</c>.</summary>
    While,

    /// <summary>Such as <c>akan</c>, <c>bakal</c>, <c>berani</c>.</summary>
    Will,

    /// <summary>Such as <c>agar</c>, <c>supaya</c>.</summary>
    Wish,

    /// <summary>Such as <c>iya</c>, <c>ya</c>.</summary>
    Yes,

    /// <summary>Such as <c>menurutnya</c>, <c>namun</c>: with a capital behind a word they open a sentence.</summary>
    Sentenceopener,

    /// <summary>Such as <c>menurut</c>: opens a sentence between two capitalised words, too.</summary>
    Firmopener,

    /// <summary>Such as <c>memerintahkan</c>: an order given by somebody else, when reported.</summary>
    Orderverb,

    /// <summary>Such as <c>klaimnya</c>: what somebody said, as a noun with its speaker.</summary>
    Saying,

    /// <summary>Such as <c>mengakui</c>: takes a noun without telling anything, so a clause must show.</summary>
    Nountell,

    /// <summary>Such as <c>pekan</c>, <c>lalu</c>: parts of a time between a relative pronoun and its verb.</summary>
    Dateword,

    /// <summary>Such as <c>the</c>, <c>a</c>: opens a noun phrase and is no part of a name.</summary>
    Article,

    /// <summary>Such as <c>the</c>: an article that points back at somebody told of before.</summary>
    Definite,

    /// <summary>Such as <c>said</c>: may stand before its subject or behind it.</summary>
    Inverting,

    /// <summary>Such as <c>told</c>: the one spoken to stands bare behind it.</summary>
    Addressing,

    /// <summary>Such as <c>to</c> in "according to": the rest of a cue of two words.</summary>
    Pertail,

    /// <summary>Such as <c>quoted</c>: credits an outlet only with a word for "by" behind it.</summary>
    Needsby,

    /// <summary>Such as <c>called</c>: asks for something only with one of <see cref="Cuetail"/> behind it.</summary>
    Needstail,

    /// <summary>Such as <c>on</c>, <c>for</c>: the rest of a verb of two words.</summary>
    Cuetail,

    /// <summary>Such as <c>was</c>: makes a passive of the participle behind it.</summary>
    Beform,

    /// <summary>Such as <c>reportedly</c>: hearsay inside a predicate, which stays whole around it.</summary>
    Hearsay,

    /// <summary>Such as <c>adding</c>: behind a comma it goes on with whoever spoke before.</summary>
    Ongoing,

    /// <summary>Such as <c>seharusnya</c>: asks for an act when an agent and an active verb follow.</summary>
    Should,

    /// <summary>Such as <c>hindari</c>: a bare verb in -i behind a modal.</summary>
    Actverb,

    /// <summary>Such as <c>melainkan</c>: behind a stray full stop it goes on with the sentence before.</summary>
    Fragment,

    /// <summary>Such as <c>mulai</c>: a fragment only with the word that belongs to it.</summary>
    Fragmentpair,

    /// <summary>Such as <c>terutama</c>: a fragment that goes on with what somebody said, not with hearsay.</summary>
    Fragmentsaid,

    /// <summary>Such as <c>pendukung</c>, <c>keluarga</c>: with a name behind it somebody else than the one named.</summary>
    Relational,

    /// <summary>Such as <c>mantan</c>: an office held no longer.</summary>
    Former,

    /// <summary>Such as <c>yayasan</c>, <c>masjid</c>: opens the name of a body that is somebody's own.</summary>
    Bodystart,

    /// <summary>Such as <c>tbk</c>, <c>persero</c>: closes a firm's name and is no part of it.</summary>
    Legalform,

    /// <summary>Such as <c>regional</c>, <c>cabang</c>: behind a body's name a part of it.</summary>
    Unit,

    /// <summary>Such as <c>badan</c>, <c>kantor</c>: a public body, when the words say which region's.</summary>
    Publicbody,

    /// <summary>Such as <c>kabupaten</c>, <c>daerah</c>: says that a body serves a region.</summary>
    Regional,

    /// <summary>Such as <c>of</c>: inside a body's name, between capitals.</summary>
    Bodyjoin,

    /// <summary>Such as <c>ibu</c>, <c>ayah</c>: a form of address that may mean kin of whoever is named behind it.</summary>
    Kin,
}
