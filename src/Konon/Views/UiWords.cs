using System.Globalization;
using Konon.Claims;
using Konon.Languages;
using Konon.Ledger;
using Konon.Stories;
using Konon.Stories.Lineage;

namespace Konon.Views;

/// <summary>The words, dates and numbers of the views, in the reader's language.</summary>
/// <remarks>Its tables are the project's own: nothing depends on the system's culture data.</remarks>
public sealed class UiWords
{
    private static readonly UiWords English = new("en");
    private static readonly UiWords Indonesian = new("id");
    private readonly Dictionary<string, string> _texts;
    private readonly Dictionary<string, string> _states;

    private UiWords(string language)
    {
        Language = language;
        _texts = LanguageResource.Rows(language, "ui").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        _states = LanguageResource.Rows(language, "state-names").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
    }

    /// <summary>The languages that have such words.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "id"];

    /// <summary>ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>The words of a language.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of <see cref="Languages"/>.</exception>
    public static UiWords Of(string language) => language switch
    {
        "en" => English,
        "id" => Indonesian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "one of: " + string.Join(", ", Languages)),
    };

    /// <summary>A fixed text.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that key.</exception>
    internal string this[string key] => _texts[key];

    /// <summary>A fixed text; null where there is none of that key.</summary>
    public string? Optional(string key) => _texts.GetValueOrDefault(key);

    /// <summary>A text with its gap filled.</summary>
    internal string Fill(string key, object value) => string.Format(CultureInfo.InvariantCulture, _texts[key], value);

    /// <summary>A text that counts: one or many.</summary>
    internal string Count(string key, int count) => Fill(key + (count == 1 ? ".1" : ".n"), Number(count));

    /// <summary>What a stance is called.</summary>
    internal string Stance(Stance stance) => _texts["stance." + WireNames.Of(stance)];

    /// <summary>What an edge of the lineage is called.</summary>
    internal string Kind(LineageEdgeKind kind) => _texts["lineage." + WireNames.Of(kind)];

    /// <summary>From how many origins: one number, or from and to.</summary>
    internal string Origins(OriginCount origins) => origins.Min == origins.Max
        ? Count("origins", origins.Min)
        : string.Format(CultureInfo.InvariantCulture, _texts["origins.range"], Number(origins.Min), Number(origins.Max));

    /// <summary>A party by name: a state's in the reader's language, an organisation's as it is.</summary>
    internal string Party(string party) => _states.GetValueOrDefault(party, party);

    /// <summary>The code of the state of that name in any of the languages, in any spelling; null where no state is called so.</summary>
    internal static string? StateOf(string name)
    {
        var key = NameKey.Of(name);
        return Languages.SelectMany(language => Of(language)._states).FirstOrDefault(state => NameKey.Of(state.Value) == key).Key;
    }

    /// <summary>A day, with its year where it does not go without saying.</summary>
    internal string Day(DateOnly day, bool year) =>
        Plain(day.Day) + " " + Month(day) + (year ? " " + Plain(day.Year) : "");

    /// <summary>Days: "14–20 Oct", "22 Oct – 1 Nov", a whole month as "Dec 2024", a whole year as "2024".</summary>
    internal string Days(DayRange days, bool year)
    {
        var (from, to) = (days.From, days.To);
        if (from == to) return Day(from, year);
        if (from is { Month: 1, Day: 1 } && to is { Month: 12, Day: 31 } && from.Year == to.Year) return Plain(from.Year);
        var sameMonth = from.Year == to.Year && from.Month == to.Month;
        if (sameMonth && from.Day == 1 && to.AddDays(1).Month != to.Month) return Month(from) + " " + Plain(from.Year);
        if (sameMonth) return Plain(from.Day) + "–" + Day(to, year);
        return Day(from, year && from.Year != to.Year) + " – " + Day(to, year);
    }

    /// <summary>A figure with its bound: "at least 3,000", "12–15", "USD 1.5 billion", "40%", "hundreds of thousands".</summary>
    internal string Figure(decimal value, decimal? max, Bound bound, string? unit)
    {
        var amount = Amount(value, unit);
        switch (bound)
        {
            case Bound.Exact: return amount;
            case Bound.Order when _texts.TryGetValue("order." + value.ToString("0", CultureInfo.InvariantCulture), out var order):
                return unit is null ? order : order + " " + unit;
            case Bound.Range or Bound.Order: return Range(value, max, unit);
            default: return Fill("bound." + WireNames.Of(bound), amount);
        }
    }

    /// <summary>The same of a brief's figure.</summary>
    internal string Figure(BriefFigure figure) => Figure(figure.Value, figure.Max, figure.Bound, figure.Unit);

    /// <summary>A number with groups of three, its fraction as it is.</summary>
    internal string Number(decimal value)
    {
        var digits = Math.Abs(value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        var dot = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? digits : digits[..dot];
        // Four digits without a group, a year or a page, are read wrongly by nobody; the outlets group them all the same.
        for (var i = whole.Length - 3; i > 0; i -= 3) whole = whole[..i] + _texts["group"] + whole[i..];
        var fraction = dot < 0 ? "" : _texts["point"] + digits[(dot + 1)..];
        return (value < 0 ? "−" : "") + whole + fraction;
    }

    private string Range(decimal value, decimal? max, string? unit) =>
        max is not { } end
            ? Amount(value, unit)
            : IsCurrency(unit)
                ? unit + " " + Scaled(value) + "–" + Scaled(end)
                : Scaled(value) + "–" + Amount(end, unit);

    private string Amount(decimal value, string? unit) => unit switch
    {
        null => Scaled(value),
        "%" => Scaled(value) + "%",
        _ when IsCurrency(unit) => unit + " " + Scaled(value),
        _ => Scaled(value) + " " + unit,
    };

    private static bool IsCurrency(string? unit) => unit is { Length: 3 } && unit.All(char.IsAsciiLetterUpper);

    // From a million on people say "1.5 million"; where that takes more than three decimals the digits are written out.
    private string Scaled(decimal value)
    {
        foreach (var scale in (ReadOnlySpan<decimal>)[1_000_000_000_000, 1_000_000_000, 1_000_000])
        {
            if (Math.Abs(value) < scale || value * 1000 % scale != 0) continue;
            return Number(value / scale) + " " + _texts["scale." + scale.ToString(CultureInfo.InvariantCulture)];
        }

        return Number(value);
    }

    private string Month(DateOnly day) => _texts["month." + Plain(day.Month)];

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
