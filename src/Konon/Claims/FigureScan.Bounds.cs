using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <content>Bounds, ranges and scores.</content>
internal readonly ref partial struct FigureScan
{
    // "jauh lebih rendah dari yang dilaporkan sebanyak 3.000": so many words may stand between.
    private const int ComparisonReach = 4;

    // The lower end of a range shares the scale of the upper one unless it is more than ten times as large without it.
    private const int SameScale = 10;
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>The bound before a number, and where the figure starts with it.</summary>
    private (Bound Bound, int Start) BoundBefore(int start, int floor)
    {
        var at = start;
        var own = start;
        while (at - 1 >= floor && !tokens[at].OpensParagraph && (Role(at - 1) & NumberRole.Lead) != 0
            && !TryPhrase(numbers.BoundsEnding(tokens[at - 1].Word), at, floor, out _, out _))
        {
            at--;
            if ((Role(at) & NumberRole.LeadOwn) != 0) own = at;
        }

        if (at == floor || tokens[at].OpensParagraph) return (Bound.Exact, own);
        if (tokens[at - 1].Kind == TokenKind.Mark)
        {
            var sign = SignOf(text[tokens[at - 1].Start]);
            return sign == Bound.Exact ? (sign, own) : (sign, at - 1);
        }

        if (!TryPhrase(numbers.BoundsEnding(tokens[at - 1].Word), at, floor, out var bound, out var from))
            return own < start ? Comparison(own, floor) : (Bound.Exact, own);
        if (bound == Bound.About && from > floor && !tokens[from].OpensParagraph
            && TryPhrase(numbers.BoundsEnding(tokens[from - 1].Word), from, floor, out var outer, out var outerFrom))
        {
            // "sedikitnya sekitar 100" is at least.
            return (outer, outerFrom);
        }

        return (bound, from);
    }

    private (Bound Bound, int Start) Comparison(int own, int floor)
    {
        for (var at = own; at > floor && own - at <= ComparisonReach && !tokens[at].OpensParagraph; at--)
        {
            if (tokens[at - 1].Kind != TokenKind.Word) break;
            if (TryPhrase(numbers.ComparisonsEnding(tokens[at - 1].Word), at, floor, out var bound, out var from)) return (bound, from);
        }

        return (Bound.Exact, own);
    }

    private bool TryPhrase(ReadOnlySpan<BoundPhrase> phrases, int end, int floor, out Bound bound, out int from)
    {
        foreach (var phrase in phrases)
        {
            from = end - phrase.Words.Length;
            if (from < floor || !Stands(phrase.Words, from)) continue;
            bound = phrase.Bound;
            return true;
        }

        bound = Bound.Exact;
        from = end;
        return false;
    }

    private bool Stands(ReadOnlySpan<int> words, int at)
    {
        if (at + words.Length > end) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[at + i].Word != words[i] || (i > 0 && tokens[at + i].OpensParagraph)) return false;
        }

        return true;
    }

    private static Bound SignOf(char mark) => mark switch
    {
        '±' or '~' or '≈' or '∼' => Bound.About,
        '>' => Bound.MoreThan,
        '<' => Bound.LessThan,
        '≥' => Bound.AtLeast,
        '≤' => Bound.AtMost,
        _ => Bound.Exact,
    };

    /// <summary>A bound directly behind the number: "2.000 lebih warga", "100 atau lebih".</summary>
    private Bound AfterBound(int next, out int after)
    {
        after = next;
        if (next >= end || tokens[next].OpensParagraph) return Bound.Exact;
        foreach (var phrase in numbers.AftersStarting(tokens[next].Word))
        {
            if (!Stands(phrase.Words, next)) continue;
            after = next + phrase.Words.Length;
            // "lebih 2.000" and "lebih dari" belong to what follows.
            if (phrase.Words.Length == 1 && after < end
                && (tokens[after].Kind == TokenKind.Number || (Role(after) & (NumberRole.Starts | NumberRole.Of)) != 0)) continue;
            return phrase.Bound;
        }

        return Bound.Exact;
    }

    /// <summary>A bound behind the noun: "10 tahun lebih.", "17 tahun ke atas"; "10 tahun lebih muda" is none.</summary>
    private Bound AfterNoun(int stop, out int after)
    {
        var bound = AfterBound(stop, out after);
        if (bound == Bound.MoreThan && after < end && tokens[after].Kind == TokenKind.Word && !tokens[after].OpensParagraph
            && (Role(after) & NumberRole.Stop) == 0) return Bound.Exact;
        return bound;
    }

    /// <summary>Whether the figure before, joined by one "dan" or "atau" or in front of a parenthesis, lends its bound.</summary>
    private bool CarriesOver(Trail trail, int start)
    {
        if (trail.Bound is Bound.Exact or Bound.Range or Bound.Order || trail.End <= first || start <= trail.End) return false;
        var at = trail.End;
        if (start - at == 2 && text[tokens[at].Start] == ',') at++;
        if (start - at != 1) return false;
        return (Role(at) & NumberRole.And) != 0 || text[tokens[at].Start] == '(';
    }

    /// <summary>The upper end of a range that starts with <paramref name="low"/>.</summary>
    private (decimal Low, decimal High, int Next, int From, Money Money)? RangeFrom(NumberRead low, int start, Money money, int floor)
    {
        var at = low.Next;
        var unit = -1;
        if (at < end && (IsPercent(at) || (Role(at) & (NumberRole.Unit | NumberRole.Currency | NumberRole.Percent)) != 0)) unit = at++;
        var opened = start > floor && !tokens[start].OpensParagraph ? Role(start - 1) : NumberRole.None;
        if (at >= end || tokens[at].OpensParagraph) return null;
        var dash = text[tokens[at].Start] is '-' or '–' or '—' && tokens[at].Length == 1;
        var joins = dash || (Role(at) & NumberRole.To) != 0
            || ((Role(at) & NumberRole.And) != 0 && (opened & NumberRole.Between) != 0);
        if (!joins || at + 1 >= end) return null;
        at++;
        if (at + 1 < end && !dash && (Role(at) & NumberRole.Stop) != 0) at++;
        var second = CurrencyAt(at);
        at += second.Tokens;
        if (at >= end || !NumberReader.TryRead(text, tokens, at, end, numbers, habits, second.Tokens + money.Tokens > 0, out var high)) return null;
        if (high.Max is not null || low.Max is not null) return null;
        if (second.Tokens == 0 && Refused(at, high, -1, first)) return null;
        // "4,25%-4,5%" and "10 tahun hingga 15 tahun", but not "10 meter hingga 15 tahun".
        if (unit >= 0 && (high.Next >= end || (tokens[high.Next].Word != tokens[unit].Word && !IsPercent(unit)))) return null;
        if (unit >= 0 && IsPercent(unit) && !IsPercent(high.Next)) return null;
        var value = low.Value;
        var top = high.Value;
        // "4,1 hingga 3,7 miliar" means both, "500 hingga 1 juta" does not.
        if (!low.Scaled && high.Scaled && unit < 0 && value <= high.Value / high.Scale * SameScale && value < Largest) value *= high.Scale;
        if (value > top && !low.Scaled && high.Scaled) (value, top) = (top, value);
        if (value >= top) return null;
        var from = (opened & (NumberRole.RangeStart | NumberRole.Between)) != 0 ? start - 1 : start;
        return (value, top, high.Next, from, money.Tokens > 0 ? money : second);
    }

    /// <summary>"2-1" is two figures where the second is no larger, the first is nil or a word of play stands before.</summary>
    /// <returns>The first token behind it; 0 when it is no score.</returns>
    private int ReadScore(int at, List<Figure> into)
    {
        if (at + 2 >= end || !IsGoals(at) || !IsGoals(at + 2) || !tokens[at + 2].IsGlued || !IsDash(at + 1)) return 0;
        // "10-6-2025", "3-4-3": no score, and neither is a part of one.
        if ((at + 3 < tokens.Length && IsDash(at + 3)) || (tokens[at].IsGlued && at > 0 && text[tokens[at - 1].Start] is '-' or '–' or '/')) return 0;
        if (MonthBehind(at + 3)) return 0;
        int home = Goals(at), away = Goals(at + 2);
        if (home != 0 && away > home && !AfterPlay(at)) return 0;
        if (Measured(at + 3) && !AfterPlay(at)) return 0;
        into.Add(new Figure { Span = tokens[at].Span, Value = home, Bound = Bound.Exact });
        into.Add(new Figure { Span = tokens[at + 2].Span, Value = away, Bound = Bound.Exact });
        return at + 3;
    }

    private bool IsGoals(int at) => tokens[at].Kind == TokenKind.Number && tokens[at].Length <= 2;

    private bool IsDash(int at) => tokens[at].IsGlued && tokens[at].Length == 1 && text[tokens[at].Start] is '-' or '–';

    private int Goals(int at)
    {
        var goals = 0;
        foreach (var c in tokens[at].Span.In(text)) goals = (goals * 10) + (c - '0');
        return goals;
    }

    private bool AfterPlay(int at)
    {
        for (var back = at - 1; back >= 0 && at - back <= 5 && !tokens[back + 1].OpensParagraph; back--)
        {
            if ((Role(back) & NumberRole.Score) != 0) return true;
        }

        return false;
    }
}
