using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>One number of a text, before anything is known of what it counts.</summary>
/// <param name="Value">The number; of an order the lower end.</param>
/// <param name="Max">The upper end of an order; null otherwise.</param>
/// <param name="Next">The first token behind it.</param>
/// <param name="InDigits">Whether it starts with digits.</param>
/// <param name="Scaled">Whether a word such as "juta" belongs to it.</param>
/// <param name="Scale">The value of that word; 1 without one.</param>
/// <param name="Rough">Whether the scale is vague: "400 jutaan".</param>
internal readonly record struct NumberRead(
    decimal Value, decimal? Max, int Next, bool InDigits, bool Scaled, decimal Scale, bool Rough = false);

/// <summary>Reads numbers in digits, in words and in both: "3.000", "dua ratus lima puluh", "14,16 juta", "ratusan ribu".</summary>
internal static class NumberReader
{
    // Ten thousand times the largest scale word still fits a decimal.
    private const decimal Largest = 1_000_000_000_000_000_000_000m;

    // "sepertiga" is 0.3333: as exact as anybody means it.
    private const int ShareDigits = 4;

    /// <summary>Reads the number that starts at a token.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="at">The token that the number would start with.</param>
    /// <param name="end">One past the last token that may belong to it.</param>
    /// <param name="numbers">The language's words.</param>
    /// <param name="habits">The article's habit.</param>
    /// <param name="money">Whether a currency stands before it, so that "M" and "T" are scales.</param>
    /// <param name="read">The number.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryRead(
        string text, ReadOnlySpan<Token> tokens, int at, int end, NumberTable numbers, FigureHabits habits, bool money, out NumberRead read)
    {
        read = default;
        var token = tokens[at];
        var next = at + 1;
        decimal current = 0, max = 0, digit = 0, limit = 1000;
        var isDigit = false;
        if (token.Kind == TokenKind.Number)
        {
            var role = next < end ? numbers[tokens[next].Word] : NumberRole.None;
            var share = (role & (NumberRole.Scale | NumberRole.Percent)) != 0
                || (next < end && tokens[next].IsGlued && text[tokens[next].Start] == '%');
            if (!Digits.TryRead(token.Span.In(text), habits, share, out current)) return false;
            limit = 1;
        }
        else
        {
            var role = numbers[token.Word];
            if ((role & NumberRole.Starts) == 0) return false;
            var (first, second) = numbers.Value(token.Word);
            if ((role & NumberRole.Order) != 0)
            {
                current = first;
                max = second;
                limit = 1;
            }
            else if ((role & NumberRole.Fraction) != 0)
            {
                read = new NumberRead(Math.Round(1 / first, ShareDigits), null, next, false, false, 1);
                return true;
            }
            else if ((role & NumberRole.Nil) != 0)
            {
                read = new NumberRead(0, null, next, false, false, 1);
                return true;
            }
            else if ((role & NumberRole.Half) != 0)
            {
                current = 0.5m;
                limit = 1;
            }
            else
            {
                next = at;
            }
        }

        return Continue(tokens, next, end, numbers, money, new State(current, max, digit, limit, isDigit, token.Kind == TokenKind.Number), out read);
    }

    private static bool Continue(
        ReadOnlySpan<Token> tokens, int next, int end, NumberTable numbers, bool money, State state, out NumberRead read)
    {
        var (current, max, digit, limit, isDigit, inDigits) = state;
        decimal total = 0, lastScale = Largest, scale = 1;
        var start = next;
        var rough = false;
        for (; next < end; next++)
        {
            var token = tokens[next];
            if (token.Word < 0 || (token.OpensParagraph && next > start)) break;
            var role = numbers[token.Word];
            var value = numbers.Value(token.Word).First;
            if ((role & NumberRole.Of) != 0 && max > 0 && next + 1 < end && !tokens[next + 1].OpensParagraph
                && VagueScale(numbers[tokens[next + 1].Word], numbers.Value(tokens[next + 1].Word).First))
            {
                // "hundreds of thousands"
                if (!Multiply(ref total, ref current, ref max, numbers.Value(tokens[next + 1].Word).First, ref lastScale)) break;
                next++;
                limit = 0;
                continue;
            }

            if ((role & (NumberRole.Digit | NumberRole.Fixed | NumberRole.Tens)) != 0 && value < limit && max == 0
                && (limit < 1000 || current == 0))
            {
                if (inDigits && current != 0) break;
                current += value;
                digit = value;
                isDigit = (role & NumberRole.Digit) != 0;
                limit = (role & NumberRole.Tens) != 0 ? 10 : 1;
            }
            else if ((role & NumberRole.Teen) != 0 && isDigit)
            {
                current += 10;
                isDigit = false;
            }
            else if ((role & NumberRole.Ten) != 0 && isDigit)
            {
                current += digit * 9;
                limit = 10;
                isDigit = false;
            }
            else if ((role & NumberRole.Hundred) != 0 && isDigit && current == digit)
            {
                current *= 100;
                limit = 100;
                isDigit = false;
            }
            else if ((role & NumberRole.HundredOne) != 0 && current == 0 && max == 0)
            {
                current = 100;
                limit = 100;
            }
            else if ((role & NumberRole.Half) != 0 && isDigit && current == digit)
            {
                current += 0.5m;
                isDigit = false;
                limit = 0;
            }
            else if ((role & NumberRole.Part) != 0 && isDigit && current == digit && digit < value)
            {
                read = new NumberRead(Math.Round(digit / value, ShareDigits), null, next + 1, false, false, 1);
                return true;
            }
            else if ((role & NumberRole.ScaleOne) != 0 && current == 0 && value < lastScale && max == 0)
            {
                total += value;
                lastScale = scale = value;
                limit = 1000;
            }
            else if (IsScale(role, money) || (VagueScale(role, value) && inDigits && current > 0))
            {
                rough |= (role & NumberRole.Order) != 0;
                if (!Multiply(ref total, ref current, ref max, value, ref lastScale)) break;
                scale = value;
                isDigit = false;
                // "dua ribu lima ratus": words may go on; behind digits only a digit token would, which this loop never takes.
                limit = inDigits || max > 0 ? 0 : 1000;
            }
            else
            {
                break;
            }

            // "dua" behind "puluh" leaves room for nothing but a larger scale.
            if (isDigit && limit == 1 && current >= 10) digit = value;
        }

        read = new NumberRead(total + current, max > 0 ? max : null, next, inDigits, scale != 1, scale, rough);
        return inDigits || next > start || current > 0;
    }

    private static bool IsScale(NumberRole role, bool money) =>
        (role & NumberRole.Scale) != 0 || (money && (role & NumberRole.MoneyScale) != 0);

    private static bool VagueScale(NumberRole role, decimal value) => (role & NumberRole.Order) != 0 && value >= 1000;

    private static bool Multiply(ref decimal total, ref decimal current, ref decimal max, decimal scale, ref decimal lastScale)
    {
        if (total + current > Largest / scale || max > Largest / scale) return false;
        if (max > 0) max = ((max + 1) * scale) - 1;
        if (current == 0 && total == 0) return false;
        if (current == 0 || scale >= lastScale)
            total = (total + current) * scale;
        else
            total += current * scale;
        current = 0;
        lastScale = scale;
        return true;
    }

    private readonly record struct State(decimal Current, decimal Max, decimal Digit, decimal Limit, bool IsDigit, bool InDigits);
}
