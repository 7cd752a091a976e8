using System.Globalization;
using Konon.Claims;
using Konon.Text;

namespace Konon.Languages;

/// <summary>A phrase that bounds a number.</summary>
/// <param name="Words">Its words, by their numbers in the vocabulary.</param>
/// <param name="Bound">How it bounds.</param>
internal sealed record BoundPhrase(int[] Words, Bound Bound);

/// <summary>Numbers, bounds, units, currencies and what only looks like a count, out of <c>numbers.txt</c>.</summary>
internal sealed class NumberTable
{
    private static readonly Dictionary<string, NumberRole> Roles = new(StringComparer.Ordinal)
    {
        ["digit"] = NumberRole.Digit, ["fixed"] = NumberRole.Fixed, ["tens"] = NumberRole.Tens,
        ["teen"] = NumberRole.Teen, ["ten"] = NumberRole.Ten, ["hundred"] = NumberRole.Hundred,
        ["hundred-one"] = NumberRole.HundredOne, ["scale"] = NumberRole.Scale, ["scale-one"] = NumberRole.ScaleOne,
        ["money-scale"] = NumberRole.MoneyScale, ["order"] = NumberRole.Order, ["half"] = NumberRole.Half,
        ["fraction"] = NumberRole.Fraction, ["part"] = NumberRole.Part, ["nil"] = NumberRole.Nil,
        ["lead"] = NumberRole.Lead, ["lead-own"] = NumberRole.Lead | NumberRole.LeadOwn,
        ["to"] = NumberRole.To, ["between"] = NumberRole.Between,
        ["range-start"] = NumberRole.RangeStart, ["and"] = NumberRole.And, ["of"] = NumberRole.Of,
        ["percent"] = NumberRole.Percent, ["unit"] = NumberRole.Unit, ["extend"] = NumberRole.Unit | NumberRole.Extend,
        ["unit-tail"] = NumberRole.UnitTail, ["currency-before"] = NumberRole.CurrencyBefore,
        ["currency"] = NumberRole.Currency, ["classifier"] = NumberRole.Classifier, ["person"] = NumberRole.Person,
        ["sole"] = NumberRole.Sole, ["designator"] = NumberRole.Designator,
        ["designator-digit"] = NumberRole.DesignatorOfDigits, ["clock"] = NumberRole.Clock,
        ["clock-after"] = NumberRole.ClockAfter, ["year"] = NumberRole.Year, ["era"] = NumberRole.Era,
        ["month"] = NumberRole.Month, ["score"] = NumberRole.Score, ["stop"] = NumberRole.Stop,
        ["noun"] = NumberRole.Noun, ["status"] = NumberRole.Status, ["direction"] = NumberRole.Direction,
        ["lasting"] = NumberRole.Lasting, ["status-of-object"] = NumberRole.Status | NumberRole.StatusOfObject,
        ["designator-alone"] = NumberRole.DesignatorAlone,
        ["undergo"] = NumberRole.Undergo, ["aside"] = NumberRole.Aside,
    };

    private readonly NumberRole[] roles;
    private readonly Dictionary<int, (decimal First, decimal Second)> values = [];
    private readonly Dictionary<int, string> units = [];
    private readonly Dictionary<int, string> currencies = [];
    private readonly Dictionary<int, string> statuses = [];
    private readonly Dictionary<int, BoundPhrase[]> boundsByLast = [];
    private readonly Dictionary<int, BoundPhrase[]> comparisonsByLast = [];
    private readonly Dictionary<int, BoundPhrase[]> aftersByFirst = [];
    private readonly Dictionary<int, int[][]> idiomsByFirst = [];
    private readonly Dictionary<int, (int[] Tail, string Iso)[]> longCurrencies = [];

    public NumberTable(string language, Vocabulary vocabulary)
    {
        var rows = LanguageResource.PhraseRows(language, "numbers", vocabulary);
        roles = new NumberRole[vocabulary.Count];
        foreach (var row in rows) Take(row, vocabulary);
        foreach (var row in LanguageResource.Rows(language, "calendar"))
        {
            if (row[1] == "month") roles[vocabulary.Add(row[0])] |= NumberRole.Month;
        }

        foreach (var word in currencies.Keys)
        {
            if ((roles[word] & NumberRole.CurrencyBefore) != 0) vocabulary.MarkPrefix(word);
        }

        Vocabulary = vocabulary;
        In = rows.FirstOrDefault(static row => row[1] == "in") is { } place ? vocabulary.Find(place[0]) : -1;
        HasVerbPrefixes = rows.Any(static row => row[1] == "noun");
        SortLongestFirst(boundsByLast);
        SortLongestFirst(comparisonsByLast);
        SortLongestFirst(aftersByFirst);
    }

    /// <summary>The words of all tables.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The word before a place: "di", "in"; -1 when the table names none.</summary>
    public int In { get; }

    /// <summary>Whether verbs are told by their prefixes, with the nouns that look like them in the table.</summary>
    public bool HasVerbPrefixes { get; }

    /// <summary>What the word can be; nothing for a word of other tables or of none.</summary>
    public NumberRole this[int word]
    {
        get
        {
            WorkMeter.Step();
            return (uint)word < (uint)roles.Length ? roles[word] : NumberRole.None;
        }
    }

    /// <summary>The word's value, and of an order its upper end.</summary>
    public (decimal First, decimal Second) Value(int word) => values.GetValueOrDefault(word);

    /// <summary>The unit as it is kept ("km"); null when the word is none.</summary>
    public string? Unit(int word) => units.GetValueOrDefault(word);

    /// <summary>ISO 4217 code of a currency of one word; null when the word is none.</summary>
    public string? CurrencyCode(int word) => currencies.GetValueOrDefault(word);

    /// <summary>Whether things of that unit can be seized or burnt: no unit, shares, weights and areas, not hours or money.</summary>
    public static bool TakesStatus(string? unit) => unit is null or "%" or "kg" or "g" or "t" or "ha";

    /// <summary>The status that the word gives to those counted.</summary>
    public string? Status(int word) => statuses.GetValueOrDefault(word);

    /// <summary>Bounds that end with the word, longest first.</summary>
    public ReadOnlySpan<BoundPhrase> BoundsEnding(int word) => boundsByLast.GetValueOrDefault(word);

    /// <summary>Comparisons that end with the word, longest first.</summary>
    public ReadOnlySpan<BoundPhrase> ComparisonsEnding(int word) => comparisonsByLast.GetValueOrDefault(word);

    /// <summary>Bounds behind a number that start with the word, longest first.</summary>
    public ReadOnlySpan<BoundPhrase> AftersStarting(int word) => aftersByFirst.GetValueOrDefault(word);

    /// <summary>Turns of speech that start with the number word.</summary>
    public ReadOnlySpan<int[]> IdiomsStarting(int word) => idiomsByFirst.GetValueOrDefault(word);

    /// <summary>The further words of longer names of a currency ("AS" behind "dolar") with their codes, longest first.</summary>
    public ReadOnlySpan<(int[] Tail, string Iso)> LongerCurrencies(int word) => longCurrencies.GetValueOrDefault(word);

    private void Take(string[] row, Vocabulary vocabulary)
    {
        var words = Array.ConvertAll(row[0].Split(' '), vocabulary.Add);
        switch (row[1])
        {
            case "bound":
                Append(boundsByLast, words[^1], new BoundPhrase(words, BoundOf(row[2])));
                return;
            case "comparison":
                Append(comparisonsByLast, words[^1], new BoundPhrase(words, BoundOf(row[2])));
                return;
            case "after":
                Append(aftersByFirst, words[0], new BoundPhrase(words, BoundOf(row[2])));
                return;
            case "in":
                return;
            case "idiom":
                Append(idiomsByFirst, words[0], words);
                return;
            case "currency" when words.Length > 1:
                Append(longCurrencies, words[0], (words[1..], row[2]));
                Array.Sort(longCurrencies[words[0]], static (a, b) => b.Tail.Length - a.Tail.Length);
                return;
        }

        if (!Roles.TryGetValue(row[1], out var role)) throw new InvalidDataException($"numbers.txt: {row[1]} is no kind");
        roles[words[0]] |= role;
        switch (row[1])
        {
            case "unit" or "extend":
                units[words[0]] = row[2];
                break;
            case "currency" or "currency-before":
                currencies[words[0]] = row[2];
                break;
            case "status" or "status-of-object":
                statuses[words[0]] = row[2];
                break;
            default:
                if (row.Length > 2) values[words[0]] = (Number(row[2]), row.Length > 3 ? Number(row[3]) : 0);
                break;
        }
    }

    private static decimal Number(string column) => decimal.Parse(column, CultureInfo.InvariantCulture);

    private static Bound BoundOf(string name) => name switch
    {
        "at-least" => Bound.AtLeast,
        "about" => Bound.About,
        "more-than" => Bound.MoreThan,
        "less-than" => Bound.LessThan,
        "at-most" => Bound.AtMost,
        _ => throw new InvalidDataException($"numbers.txt: {name} is no bound"),
    };

    private static void Append<T>(Dictionary<int, T[]> table, int key, T entry) =>
        table[key] = table.TryGetValue(key, out var entries) ? [.. entries, entry] : [entry];

    private static void SortLongestFirst(Dictionary<int, BoundPhrase[]> table)
    {
        foreach (var entries in table.Values) Array.Sort(entries, static (a, b) => b.Words.Length - a.Words.Length);
    }
}
