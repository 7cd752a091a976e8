using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Konon.Benchmarks;

/// <summary>Makes news articles out of templates: of names, places and words a few are frequent and most are rare, as in coverage.</summary>
/// <remarks>The same number gives the same article on every machine. About ten claims and two kilobytes each.</remarks>
public sealed class NewsMaker
{
    private const int People = 30_000;
    private const int Words = 40_000;
    private const int Outlets = 300;
    private const int Days = 1000;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
    private static readonly string[] Syllables =
        ["ba", "di", "ku", "la", "ma", "ni", "pa", "ra", "sa", "ta", "wi", "yo", "gu", "ha", "je", "ko", "lu", "me", "no", "pu", "ri", "su", "te", "wa"];

    private static readonly string[] Roles =
        ["Kepala BPBD", "Gubernur", "Bupati", "Kapolres", "Menteri Perhubungan", "Juru bicara pemerintah", "Direktur rumah sakit", "Ketua komisi"];

    private static readonly string[] Events = ["banjir", "longsor", "kebakaran", "gempa", "kecelakaan kapal", "pemogokan", "pemadaman listrik", "wabah"];
    private static readonly string[] Counted = ["warga", "rumah", "orang", "kendaraan", "tentara", "pengungsi", "sekolah", "pasien"];

    private static readonly string[] Templates =
    [
        "\"{E} di {P} merendam {N} {C} dan {w} {w} {w} sejak pagi,\" kata {R} {S}, {D}.",
        "Menurut {S}, setidaknya {N} {C} terdampak {w} {w} di {P}.",
        "{R} {S} mengatakan {w} {w} itu belum {w} karena {w} {w} masih {w}.",
        "{S} membantah {E} itu disebabkan oleh {w} {w}.",
        "\"Kami sudah {w} {N} {C} ke {P},\" ujar {S}.",
        "{S} menyebut {w} {w} {w} akan selesai dalam {n} hari.",
        "{R} {S} mengatakan bahwa {w} {w} dan {w} sudah dikerahkan ke {P}.",
        "\"Tidak ada {w} yang {w} di {P},\" tutur {S}, {D}.",
        "{S} mendesak pemerintah segera {w} {w} {w} di {P}.",
        "Polisi menyatakan {w} {w} di {P} masih {w} dan {w}.",
    ];

    private readonly string[] _people = [.. Enumerable.Range(0, People).Select(i => Name(i) + " " + Name((i * 7919) + 13))];
    private readonly string[] _words = [.. Enumerable.Range(0, Words).Select(Word)];

    /// <summary>An article as a line of JSON.</summary>
    public string Line(int number)
    {
        var lot = new Lottery(number);
        var day = new DateOnly(2023, 1, 1).AddDays((int)((long)number * Days / 200_000 % Days)).AddDays(-lot.Below(3));
        var cast = Enumerable.Range(0, 4).Select(_ => _people[lot.Skewed(People)]).ToArray();
        var place = Name(100_000 + lot.Skewed(2000));
        var outlet = lot.Skewed(Outlets);
        var happened = Events[lot.Skewed(Events.Length)];
        var title = string.Create(Culture, $"{Capital(happened)} di {place}, {lot.Below(5000)} {Counted[lot.Below(Counted.Length)]} terdampak");
        var body = new StringBuilder($"{place.ToUpperInvariant()} - ");
        for (var sentence = 0; sentence < 10; sentence++)
        {
            Fill(body, Templates[(number + sentence) % Templates.Length], lot, cast[sentence % cast.Length], place, happened, day);
            body.Append(sentence % 3 == 2 ? '\n' : ' ');
        }

        return JsonSerializer.Serialize(new
        {
            url = string.Create(Culture, $"https://media{outlet}.example/berita/{number}"),
            outlet = string.Create(Culture, $"media{outlet}.example"),
            title,
            published = day.ToString("yyyy-MM-dd", Culture),
            text = body.ToString(),
        });
    }

    private void Fill(StringBuilder text, string template, Lottery lot, string person, string place, string happened, DateOnly day)
    {
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '{')
            {
                text.Append(template[i]);
                continue;
            }

            text.Append(template[i + 1] switch
            {
                'S' => person,
                'R' => Roles[lot.Below(Roles.Length)],
                'P' => place,
                'E' => Capital(happened),
                'C' => Counted[lot.Skewed(Counted.Length)],
                'N' => (lot.Skewed(20_000) + 2).ToString("#,0", Culture).Replace(',', '.'),
                'n' => (lot.Below(60) + 2).ToString(Culture),
                'D' => string.Create(Culture, $"({day.Day}/{day.Month}/{day.Year})"),
                _ => _words[lot.Skewed(Words)],
            });
            i += 2;
        }
    }

    private static string Name(int number) => Capital(Word(number + 1_000_000));

    // Two to four syllables out of the digits of a scrambled number.
    private static string Word(int number)
    {
        var scrambled = (ulong)(uint)number * 0x9E3779B97F4A7C15UL;
        var word = new StringBuilder();
        for (var i = 0; i < 2 + (int)((scrambled >> 60) % 3) || i < 3; i++)
        {
            word.Append(Syllables[(int)((scrambled >> (8 + (i * 9))) % (ulong)Syllables.Length)]);
        }

        return word.ToString();
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>Numbers that look drawn (splitmix64, Steele and others, 2014).</summary>
    private sealed class Lottery(int seed)
    {
        private ulong _state = (ulong)(uint)seed * 0xD1342543DE82EF95UL;

        public int Below(int end) => (int)(Next() % (ulong)end);

        /// <summary>Small numbers often, large ones rarely: about as Zipf found it in words.</summary>
        public int Skewed(int end) => Math.Min(end - 1, (int)Math.Pow(end, Next() / (double)ulong.MaxValue) - 1);

        private ulong Next()
        {
            var value = _state += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
