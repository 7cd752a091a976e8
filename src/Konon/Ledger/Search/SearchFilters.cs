using System.Globalization;

namespace Konon.Ledger.Search;

/// <summary>Adds a filter out of a query, or an option of a command, to those that are given.</summary>
public static class SearchFilters
{
    /// <summary>Adds what an option of a command says; its name is that of the filter.</summary>
    /// <param name="name">outlet, speaker, party, stance, language, since, until, date, figure (with its sign in the value) or counted.</param>
    /// <param name="value">What it was given.</param>
    /// <param name="filter">The filters so far, to which it is added.</param>
    /// <returns>What is wrong with the value, in one line; null where nothing is.</returns>
    /// <exception cref="ArgumentException">There is no such filter.</exception>
    public static string? TryAdd(string name, string value, ref LedgerFilter filter)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        if (SearchVocabulary.Filter(name) is not { } known) throw new ArgumentException("no filter", nameof(name));
        if (value.Trim().Length == 0) return "nothing is given";
        if (known != "figure") return TryAdd(known, value, isQuoted: false, excluded: false, ref filter);
        var sign = value.TrimStart()[..(value.Length > 1 && value[1] == '=' ? 2 : 1)];
        return sign[0] is '<' or '>' or '=' or '≥' or '≤'
            ? TryAddFigure(sign, value.TrimStart()[sign.Length..], excluded: false, ref filter)
            : TryAddFigure("=", value, excluded: false, ref filter);
    }

    internal static SearchFault? TryAdd(string text, SearchToken token, bool excluded, ref LedgerFilter filter)
    {
        var wrong = token.Kind == SearchTokenKind.Figure
            ? TryAddFigure(token.Sign, token.Value, excluded, ref filter)
            : TryAdd(token.Name, token.Value, token.IsQuoted, excluded, ref filter);
        return wrong is null ? null : SearchLexer.Fault(text, token.Span.Start, wrong);
    }

    private static string? TryAdd(string name, string value, bool isQuoted, bool excluded, ref LedgerFilter filter)
    {
        string[] values = isQuoted ? [value.Trim()] : value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        switch (name)
        {
            case "outlet": filter = filter with { Outlets = filter.Outlets.Add(values, excluded) }; return null;
            case "speaker": filter = filter with { Speakers = filter.Speakers.Add(values, excluded) }; return null;
            case "party": filter = filter with { Parties = filter.Parties.Add(values, excluded) }; return null;
            case "language":
                filter = filter with { Languages = filter.Languages.Add(values.Select(code => code.ToLowerInvariant()), excluded) };
                return null;
            case "stance": return TryAddStances(values, excluded, ref filter);
            case "counted": return TryAddCounted(value, excluded, ref filter);
            default: return TryAddDays(name, value, excluded, ref filter);
        }
    }

    private static string? TryAddStances(string[] values, bool excluded, ref LedgerFilter filter)
    {
        foreach (var value in values)
        {
            if (SearchVocabulary.Stance(value) is not { } stance)
            {
                return $"no stance is called \"{value}\"; stances: {SearchVocabulary.StanceNames}";
            }

            filter = filter with { Stances = filter.Stances.Add([stance], excluded) };
        }

        return null;
    }

    private static string? TryAddCounted(string value, bool excluded, ref LedgerFilter filter)
    {
        if (excluded) return "what is counted cannot be excluded";
        var forms = SearchForms.Of(value);
        if (forms.Count == 0) return "no letter or digit to seek";
        filter = filter with { Counted = [.. filter.Counted, new SearchTerm(default, forms)] };
        return null;
    }

    private static string? TryAddDays(string name, string value, bool excluded, ref LedgerFilter filter)
    {
        if (excluded) return "a date cannot be excluded";
        var parts = value.Split("..", 2);
        if (parts.Length == 2 && name != "date") return "two dates stand behind date: only";
        DateOnly? since = null, until = null;
        if (parts[0].Length > 0 || parts.Length == 1)
        {
            if (Period.TryRead(parts[0]) is not { } first) return NoDate(parts[0]);
            (since, until) = (first.From, first.To);
        }

        if (parts.Length == 2)
        {
            until = null;
            if (parts[1].Length > 0)
            {
                if (Period.TryRead(parts[1]) is not { } last) return NoDate(parts[1]);
                until = last.To;
            }
        }

        if (name != "until" && since is { } from && (filter.Since is null || from > filter.Since)) filter = filter with { Since = from };
        if (name != "since" && until is { } to && (filter.Until is null || to < filter.Until)) filter = filter with { Until = to };
        return null;
    }

    private static string NoDate(string value) => $"\"{value}\" is no date; write 2025, 2025-06 or 2025-06-10";

    private static string? TryAddFigure(string sign, string value, bool excluded, ref LedgerFilter filter)
    {
        if (excluded) return "a figure cannot be excluded";
        var parts = value.Split("..", 2);
        if (parts.Length == 2 && sign is not (":" or "=")) return "a range stands behind figure: or figure=";
        if (TryNumber(parts[0]) is not { } least) return NoNumber(parts[0]);
        var condition = sign switch
        {
            ">=" or "≥" => new FigureCondition(least, null, Open: false),
            ">" => new FigureCondition(least, null, Open: true),
            "<=" or "≤" => new FigureCondition(null, least, Open: false),
            "<" => new FigureCondition(null, least, Open: true),
            _ => new FigureCondition(least, least, Open: false),
        };
        if (parts.Length == 2)
        {
            if (TryNumber(parts[1]) is not { } most) return NoNumber(parts[1]);
            if (most < least) return "the range ends before it begins";
            condition = condition with { Most = most };
        }

        filter = filter with { Figures = [.. filter.Figures, condition] };
        return null;
    }

    private static string NoNumber(string value) => $"\"{value}\" is no number";

    // "3.000" and "3,000" are three thousand, "3.5" and "3,5" three and a half: marks before groups of three are marks of groups.
    private static decimal? TryNumber(string value)
    {
        var plain = value.Trim();
        var marks = plain.Where(letter => letter is '.' or ',').Distinct().ToList();
        var parts = plain.Split('.', ',');
        var grouped = marks.Count == 1 && parts[0].Length is >= 1 and <= 3 && parts[0] != "0" && parts.Skip(1).All(part => part.Length == 3);
        if (grouped) plain = string.Concat(parts);
        else if (marks.Count == 1 && parts.Length == 2) plain = parts[0] + "." + parts[1];
        else if (marks.Count > 0) plain = Mixed(plain);
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        return decimal.TryParse(plain, Plain, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    // "1.234,5" and "1,234.5": the last mark is the point.
    private static string Mixed(string value)
    {
        var point = value.LastIndexOfAny(['.', ',']);
        var whole = value[..point].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        return whole + "." + value[(point + 1)..];
    }
}
