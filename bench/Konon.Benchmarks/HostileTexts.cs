using System.Text;
using Konon.Articles;

namespace Konon.Benchmarks;

/// <summary>Texts that nobody writes and somebody sends: each kind at any length.</summary>
public static class HostileTexts
{
    private static readonly Dictionary<string, Func<int, string>> Kinds = new(StringComparer.Ordinal)
    {
        ["only quotation marks"] = length => Repeat("\"", length),
        ["only opening marks"] = length => Repeat("“", length),
        ["marks between words"] = length => Repeat("\"air naik\" ", length),
        ["nested quotation marks"] = length => Repeat("“air ", length / 2) + Repeat("naik” ", length / 2),
        ["quotations in a row"] = length => "\"Air naik terus di sini.\" kata Seno. " + Repeat("\"Warga sudah pergi semua.\" ", length),
        ["quoted paragraphs"] = length => "\"Air naik terus di sini.\" kata Seno.\n" + Repeat("\"Warga sudah pergi semua.\"\n", length),
        ["one sentence"] = length => Repeat("warga desa itu datang ke balai membawa beras ", length),
        ["one quotation"] = length => "\"" + Repeat("warga desa itu datang ke balai membawa beras ", length) + "\" kata Seno.",
        ["one quotation with denials"] = length =>
            "\"" + Repeat("warga desa itu datang ke balai ", length / 2) + "\" kata Seno" + Repeat(", ia membantahnya", length / 2),
        ["one sentence of clauses"] = length => Repeat("Seno mengatakan bahwa warga desa datang, ", length),
        ["nested speakers"] = length => Repeat("Seno mengatakan bahwa ", length),
        ["only cues"] = length => Repeat("mengatakan menyebut kata membantah diduga menurut ", length),
        ["only kata"] = length => Repeat("kata ", length),
        ["only menurut"] = length => Repeat("menurut ", length),
        ["only diduga"] = length => Repeat("warga diduga ", length),
        ["only denials"] = length => Repeat("ia membantahnya, ", length),
        ["only credits"] = length => Repeat("seperti dikutip dari Antara, ", length),
        ["only carriers"] = length => Repeat("dilansir ", length),
        ["only capitals"] = length => Repeat("Batu ", length),
        ["only all capitals"] = length => Repeat("BATU ", length),
        ["only roles"] = length => Repeat("Menteri Ketua Juru Bicara ", length),
        ["only titles"] = length => Repeat("Dr. H. Prof. ", length),
        ["only commas"] = length => Repeat(",", length),
        ["commas between words"] = length => Repeat("batu, ", length),
        ["only opening brackets"] = length => Repeat("(", length),
        ["only closing brackets"] = length => Repeat(")", length),
        ["brackets behind a name"] = length => "Menteri Seno Wirawan" + Repeat(")", length) + " mengatakan air naik.",
        ["nested brackets"] = length => Repeat("(", length / 2) + "Seno" + Repeat(")", length / 2) + " mengatakan air naik.",
        ["only yang"] = length => Repeat("yang ", length),
        ["only tidak"] = length => Repeat("tidak ", length),
        ["only dan"] = length => Repeat("Seno dan ", length),
        ["only adverbs"] = length => Repeat("juga telah ", length) + "mengatakan air naik.",
        ["title of colons"] = length => Repeat("Seno: ", length),
        ["title of cues"] = length => Repeat("Seno Sebut Air Naik, ", length),
        ["title of denials"] = length => Repeat("Air Naik, Seno Bantah, ", length),
        ["title of words"] = length => Repeat("Batu ", length) + ", Seno Sebut Air Naik",
        ["names"] = length => Names(length, " "),
        ["names of one family"] = length => Names(length, " Wirawan, "),
        ["names that speak"] = length => Names(length, " mengatakan air naik. ", "Menteri Seno "),
        ["names that are quoted"] = length => Names(length, ". ", "\"Air naik terus di sini,\" kata Menteri "),
        ["ministers that speak"] = length => Names(length, ". Menteri itu mengatakan air naik. ", "Air naik, kata Menteri Seno "),
        ["bodies with short forms"] = length => Names(length, ") mengatakan air naik. ", "Badan Air Kota (BAK"),
        ["described speakers"] = length => Names(length, " mengatakan air naik. ", "Seorang pedagang pasar "),
        ["numbers"] = length => Repeat("3.000 orang ", length),
        ["times"] = length => Repeat("Senin (9/6/2025) ", length),
        ["lines"] = length => Repeat("a\n", length),
        ["glued words"] = length => Repeat("SenomengatakanAir", length),
        ["one word"] = length => Repeat("a", length),
        ["one number"] = length => Repeat("1.", length),
        ["surrogates"] = length => Repeat("\ud83d", length),
    };

    /// <summary>What the texts are like.</summary>
    public static IEnumerable<string> Names() => Kinds.Keys;

    /// <summary>An article of that kind of about so many characters.</summary>
    public static Article Of(string kind, int length) =>
        Coverages.Article(Kinds[kind](length), isTitle: kind.StartsWith("title", StringComparison.Ordinal));

    private static string Repeat(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length) text.Append(piece);
        return text.ToString();
    }

    private static string Names(int length, string behind, string before = "")
    {
        const string consonants = "bcdfgjklmnprstw";
        const string vowels = "aeiou";
        var text = new StringBuilder(length + 64);
        for (var number = 0; text.Length < length; number++)
        {
            text.Append(before);
            var left = number;
            for (var syllable = 0; syllable < 3; syllable++)
            {
                var consonant = consonants[left % consonants.Length];
                text.Append(syllable == 0 ? char.ToUpperInvariant(consonant) : consonant);
                left /= consonants.Length;
                text.Append(vowels[left % vowels.Length]);
                left /= vowels.Length;
            }

            text.Append(behind);
        }

        return text.ToString();
    }
}
