using System.Globalization;
using System.Text;
using System.Text.Json;
using Konon.Languages;

namespace Konon.Benchmarks;

/// <summary>Makes news articles out of templates: of names, places and words a few are frequent and most are rare, as in coverage.</summary>
/// <remarks>
/// The same number gives the same article on every machine. About ten claims and two kilobytes each, 200 articles a day. Two of three tell
/// small events, of three articles; the others events of about eighty. Most of an event's articles come within a day, the last after two weeks. A
/// third of them carry one of three wire reports.
/// </remarks>
public sealed class NewsMaker
{
    private const int People = 30_000;
    private const int Words = 40_000;
    private const int Outlets = 300;
    private const int Days = 1000;
    private const int Places = 4000;
    private const int PerDay = 200;
    private const int Running = 3000;
    private const int OfSmall = 3;
    private const int OfLarge = 256;
    private const int Cast = 6;
    private const int EventWords = 30;
    private const int Wires = 3;

    // The most frequent words hold sentences together and stand in the templates.
    private const int FirstClass = 4;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
    private static readonly string[] Syllables =
        ["ba", "di", "ku", "la", "ma", "ni", "pa", "ra", "sa", "ta", "wi", "yo", "gu", "ha", "je", "ko", "lu", "me", "no", "pu", "ri", "su", "te", "wa"];

    private static readonly string[] Roles =
        ["Kepala BPBD", "Gubernur", "Bupati", "Kapolres", "Menteri Perhubungan", "Juru bicara pemerintah", "Direktur rumah sakit", "Ketua komisi"];

    private static readonly string[] Events = ["banjir", "longsor", "kebakaran", "gempa", "kecelakaan kapal", "pemogokan", "pemadaman listrik", "wabah"];
    private static readonly string[] Counted = ["warga", "rumah", "orang", "kendaraan", "tentara", "pengungsi", "sekolah", "pasien"];

    // Words in brackets stand in one report of three: what all reports of all events shared would make one event of them.
    private static readonly string[] Templates =
    [
        "\"{E} di {P} [merendam] {N} {C} dan {w} {w} {w} sejak pagi,\" kata {R} {S}, {D}.",
        "Menurut {S}, setidaknya {N} {C} [terdampak] {w} {w} di {P}.",
        "{R} {S} mengatakan {w} {w} itu belum {w} karena {w} {w} masih {w}.",
        "{S} membantah {E} itu disebabkan oleh {w} {w}.",
        "\"Kami sudah {w} {N} {C} ke {P},\" ujar {S}.",
        "{S} menyebut {w} {w} {w} akan selesai dalam {n} hari.",
        "{R} {S} mengatakan bahwa {w} {w} dan {w} sudah [dikerahkan] ke {P}.",
        "\"Tidak ada {w} yang {w} di {P},\" tutur {S}, {D}.",
        "{S} meminta [pemerintah] [segera] {w} {w} {w} di {P}.",
        "Polisi menyatakan {w} {w} di {P} masih {w} dan {w}.",
    ];

    private readonly string[] _people = [.. Enumerable.Range(0, People).Select(i => Name(i) + " " + Name((i * 7919) + 13))];
    private readonly string[] _words = [.. Frequent().Concat(Enumerable.Range(0, Words).Select(Word)).Distinct(StringComparer.Ordinal).Take(Words)];

    /// <summary>An article as a line of JSON.</summary>
    public string Line(int number)
    {
        var lot = new Lottery(number);
        var (seed, first) = EventOf(number, lot);
        var day = new DateOnly(2023, 1, 1).AddDays(Math.Max(0, (number / PerDay) - lot.Below(2)) % Days);
        var outlet = lot.Skewed(Outlets);
        var (place, happened, people, words) = Event(seed);
        // Whoever carries a wire report tells it as it came, on the day of the event.
        var isWire = lot.Below(3) == 0;
        var told = isWire ? new Lottery(unchecked((seed * 31) + 7 + lot.Below(Wires))) : lot;
        var said = isWire ? new DateOnly(2023, 1, 1).AddDays(first / PerDay % Days) : day;
        var title = string.Create(Culture, $"{Capital(happened)} di {place}, {told.Below(5000)} {Counted[told.Below(Counted.Length)]} {words[told.Below(words.Length)]}");
        var body = new StringBuilder($"{place.ToUpperInvariant()} - ");
        var begins = told.Below(Templates.Length);
        for (var sentence = 0; sentence < Templates.Length; sentence++)
        {
            var person = people[(begins + (sentence % 4)) % Cast];
            Fill(body, Templates[(begins + sentence) % Templates.Length], told, person, place, happened, words, said);
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

    private static (int Seed, int First) EventOf(int number, Lottery lot)
    {
        var heard = Math.Max(0, number - lot.Skewed(Running));
        var size = lot.Below(3) == 0 ? OfLarge : OfSmall;
        var first = heard - (heard % size);
        return (unchecked((first * 2) + (size == OfLarge ? 1 : 0) + 1_000_000_007), first);
    }

    private (string Place, string Happened, string[] People, string[] Words) Event(int seed)
    {
        var lot = new Lottery(seed);
        var place = Name(100_000 + lot.Below(Places));
        var happened = Events[lot.Skewed(Events.Length)];
        var people = Enumerable.Range(0, Cast).Select(_ => _people[lot.Skewed(People)]).ToArray();
        return (place, happened, people, [.. Enumerable.Range(0, EventWords).Select(_ => _words[lot.Below(_words.Length)])]);
    }

    // As the language's own table has them, the most frequent first.
    private static IEnumerable<string> Frequent() => LanguageResource.Rows("id", "frequency")
        .Where(row => row[0] == "word" && int.Parse(row[1], Culture) >= FirstClass)
        .SelectMany(row => row[2].Split(' '))
        .Where(word => word.All(char.IsAsciiLetterLower));

    private void Fill(
        StringBuilder text, string template, Lottery lot, string person, string place, string happened, string[] words, DateOnly day)
    {
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '[')
            {
                var end = template.IndexOf(']', i);
                text.Append(lot.Below(3) == 0 ? template[(i + 1)..end] : words[lot.Below(words.Length)]);
                i = end;
                continue;
            }

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
                _ => lot.Below(2) == 0 ? words[lot.Below(words.Length)] : _words[lot.Skewed(_words.Length)],
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
