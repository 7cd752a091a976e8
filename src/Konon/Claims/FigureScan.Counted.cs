using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <content>What is counted: currencies, units and noun phrases.</content>
internal readonly ref partial struct FigureScan
{
    // A counted noun with its adjectives is short; what runs on is the next part of the sentence.
    private const int LongestNoun = 4;

    private readonly record struct Counted(string? Text, string? Unit, int From, int Next);

    /// <summary>The currency that ends before a number.</summary>
    private Money MoneyBefore(int at, int floor)
    {
        if (at <= floor || tokens[at].OpensParagraph) return default;
        var last = at - 1;
        // "Rp. 5.000"
        if (text[tokens[last].Start] == '.' && last > floor && tokens[last].IsGlued && (Role(last - 1) & NumberRole.CurrencyBefore) != 0)
            return new Money(2, numbers.CurrencyCode(tokens[last - 1].Word), last - 1, 1);
        if ((Role(last) & NumberRole.CurrencyBefore) != 0) return new Money(1, numbers.CurrencyCode(tokens[last].Word), last, 1);
        if (SymbolCode(text[tokens[last].Start]) is not { } code) return default;
        if (code == "USD" && last > floor && tokens[last].IsGlued && tokens[last - 1].Length <= 3
            && DollarOf(tokens[last - 1].Span.In(text)) is { } special) return new Money(2, special, last - 1, 2);
        return new Money(1, code, last, 1);
    }

    /// <summary>The currency that starts at a token, before a number.</summary>
    private Money CurrencyAt(int at)
    {
        for (var tokensIn = 1; tokensIn <= 2 && at + tokensIn < end; tokensIn++)
        {
            var money = MoneyBefore(at + tokensIn, at);
            if (money.Tokens == tokensIn && tokens[at + tokensIn].Kind == TokenKind.Number) return money;
        }

        return default;
    }

    private static string? SymbolCode(char symbol) => symbol switch
    {
        '$' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '₩' => "KRW",
        '₹' => "INR",
        '₽' => "RUB",
        '₺' => "TRY",
        '฿' => "THB",
        _ => null,
    };

    private static string? DollarOf(ReadOnlySpan<char> country) => country switch
    {
        "US" or "AS" => "USD",
        "S" or "SG" => "SGD",
        "A" or "AU" => "AUD",
        "C" or "CA" => "CAD",
        "HK" => "HKD",
        "NZ" => "NZD",
        "NT" => "TWD",
        "R" => "BRL",
        _ => null,
    };

    private bool IsPercent(int at) =>
        at < end && !tokens[at].OpensParagraph
        && (text[tokens[at].Start] is '%' or '٪' || (Role(at) & NumberRole.Percent) != 0);

    /// <summary>What stands behind a number and is counted by it.</summary>
    private Counted CountedBehind(int next, Money money)
    {
        if (money.Tokens > 0)
        {
            var name = text[tokens[money.Start].Start..tokens[money.Start + money.Words - 1].End];
            return new Counted(name, money.Code, next, next);
        }

        if (next >= end || tokens[next].OpensParagraph) return new Counted(null, null, next, next);
        if (IsPercent(next)) return new Counted("%", "%", next, next + 1);
        var role = Role(next);
        if ((role & NumberRole.Currency) != 0 && CurrencyBehind(next) is { Next: > 0 } currency) return currency;
        if ((role & NumberRole.Unit) != 0 && IsUnit(next)) return UnitBehind(next);
        if ((role & NumberRole.CurrencyBefore) != 0 && (next + 1 >= end || tokens[next + 1].Kind != TokenKind.Number))
            return new Counted(text[tokens[next].Start..tokens[next].End], numbers.CurrencyCode(tokens[next].Word), next, next + 1);
        if (SymbolCode(text[tokens[next].Start]) is { } code)
            return new Counted(text[tokens[next].Start..tokens[next].End], code, next, next + 1);
        if (text[tokens[next].Start] == '°')
        {
            var letter = next + 1 < end && tokens[next + 1].IsGlued && tokens[next + 1].Length == 1 ? next + 2 : next + 1;
            return new Counted(text[tokens[next].Start..tokens[letter - 1].End], "deg", next, letter);
        }

        if ((role & NumberRole.Classifier) != 0)
        {
            var noun = NounEnd(next + 1);
            if (noun > next + 1) return Noun(next + 1, noun);
            return Noun(next, next + 1);
        }

        if ((role & NumberRole.Of) != 0)
        {
            // "sebanyak 8.000 dari pasukan Korea Utara", but "naik 8 dari tahun lalu".
            var from = next + 1 < end && (Role(next + 1) & NumberRole.Lead) != 0 ? next + 2 : next + 1;
            var noun = LeadsBefore(next) || (Role(next - 1) & NumberRole.Order) != 0 ? NounEnd(from) : from;
            return noun > from ? Noun(from, noun) : new Counted(null, null, next, next);
        }

        return Noun(next, NounEnd(next));
    }

    private bool LeadsBefore(int next)
    {
        for (var at = next - 2; at >= first && next - at <= 6; at--)
        {
            if ((Role(at) & NumberRole.LeadOwn) != 0) return true;
        }

        return false;
    }

    private Counted Noun(int from, int to) =>
        to > from ? new Counted(text[tokens[from].Start..tokens[to - 1].End], null, from, to) : new Counted(null, null, from, from);

    private Counted CurrencyBehind(int at)
    {
        foreach (var (tail, iso) in numbers.LongerCurrencies(tokens[at].Word))
        {
            if (Stands(tail, at + 1)) return new Counted(text[tokens[at].Start..tokens[at + tail.Length].End], iso, at, at + 1 + tail.Length);
        }

        return numbers.CurrencyCode(tokens[at].Word) is { } code
            ? new Counted(text[tokens[at].Start..tokens[at].End], code, at, at + 1)
            : default;
    }

    // "M" in capitals is a name or a scale, never metres.
    private bool IsUnit(int at) => text[tokens[at].Start] != 'M' || tokens[at].Length > 1;

    private Counted UnitBehind(int at)
    {
        var to = at + 1;
        while (to < end && !tokens[to].OpensParagraph && (Role(to) & NumberRole.UnitTail) != 0) to++;
        if ((Role(at) & NumberRole.Extend) != 0) to = NounEnd(to);
        return new Counted(text[tokens[at].Start..tokens[to - 1].End], numbers.Unit(tokens[at].Word), at, to);
    }

    /// <summary>One past the noun phrase that starts at a token; the token itself when none does.</summary>
    private int NounEnd(int from)
    {
        var at = from;
        while (at < end && at - from < LongestNoun)
        {
            var token = tokens[at];
            if (token.Kind != TokenKind.Word || token.OpensParagraph) break;
            var role = Role(at);
            if ((role & NumberRole.Digit) != 0 && at > from && (Role(at - 1) & NumberRole.Designator) != 0)
            {
                // "kendaraan roda dua"
                at++;
                break;
            }

            if ((role & (NumberRole.Stop | NumberRole.Starts | NumberRole.Month | NumberRole.CurrencyBefore)) != 0) break;
            if ((role & NumberRole.Status) != 0 && (role & NumberRole.Person) == 0) break;
            if (LooksLikeVerb(at, at > from)) break;
            at++;
        }

        return at;
    }

    /// <summary>A form in me-, di-, ber- or ter- that no table calls a noun.</summary>
    private bool LooksLikeVerb(int at, bool capitalsToo)
    {
        var token = tokens[at];
        if (!numbers.HasVerbPrefixes || token.Length < 5 || (Role(at) & NumberRole.Noun) != 0) return false;
        var capital = text[token.Start];
        if (char.IsUpper(capital) && (token.IsAllCaps || token.Length < 7 || (!capitalsToo && capital != 'D'))) return false;
        var second = text[token.Start + 1];
        var third = text[token.Start + 2];
        return char.ToLowerInvariant(capital) switch
        {
            'm' => second == 'e' && (third is 'm' or 'n' or 'l' or 'r' or 'w' or 'y') && token.Length >= 6,
            'd' => second == 'i',
            'b' or 't' => second == 'e' && third == 'r' && token.Length >= 6,
            _ => false,
        };
    }
}
