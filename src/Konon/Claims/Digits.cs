namespace Konon.Claims;

/// <summary>How the separators of a number in digits are to be read.</summary>
internal enum DigitForm
{
    /// <summary>No number: "1.8.1", "34.171.06".</summary>
    None,

    /// <summary>Digits alone.</summary>
    Plain,

    /// <summary>Points surely group: "1.876.975", "1.500,25".</summary>
    PointGroups,

    /// <summary>Commas surely group: "1,876,975", "1,500.25".</summary>
    CommaGroups,

    /// <summary>The point surely is decimal: "3.5", "0.125".</summary>
    PointDecimal,

    /// <summary>The comma surely is decimal: "1,5", "0,125".</summary>
    CommaDecimal,

    /// <summary>"3.500": the article's habit decides.</summary>
    PointDoubtful,

    /// <summary>"3,500": the article's habit decides.</summary>
    CommaDoubtful,
}

/// <summary>Numbers written in digits.</summary>
internal static class Digits
{
    // More digits are an account or a serial number, and would not fit a decimal.
    private const int MostDigits = 18;

    /// <summary>Tells how the separators are to be read; linear, and constant for what is too long.</summary>
    public static DigitForm FormOf(ReadOnlySpan<char> digits)
    {
        if (digits.Length > MostDigits * 3 / 2) return DigitForm.None;
        var last = digits.LastIndexOfAny('.', ',');
        if (last < 0) return digits.Length <= MostDigits ? DigitForm.Plain : DigitForm.None;
        var mark = digits[last];
        var first = digits.IndexOfAny('.', ',');
        var tail = digits.Length - last - 1;
        if (first == last)
        {
            var inDoubt = tail == 3 && last <= 3 && digits[0] != '0';
            if (mark == '.') return inDoubt ? DigitForm.PointDoubtful : DigitForm.PointDecimal;
            return inDoubt ? DigitForm.CommaDoubtful : DigitForm.CommaDecimal;
        }

        var head = digits[..last];
        if (digits[first] == mark) return Grouped(digits, mark) ? Groups(mark) : DigitForm.None;
        return Grouped(head, digits[first]) ? Groups(digits[first]) : DigitForm.None;
    }

    /// <summary>The value of a number in digits.</summary>
    /// <param name="digits">Digits and separators.</param>
    /// <param name="habits">The article's habit, for the forms in doubt.</param>
    /// <param name="fraction">Whether a form in doubt is rather a fraction, as before "persen" or "juta".</param>
    /// <param name="value">The value; 0 when it is no number.</param>
    /// <returns>Whether it is a number.</returns>
    public static bool TryRead(ReadOnlySpan<char> digits, FigureHabits habits, bool fraction, out decimal value)
    {
        value = 0;
        var decimalMark = FormOf(digits) switch
        {
            DigitForm.None => '\0',
            DigitForm.Plain => ' ',
            DigitForm.PointGroups => ',',
            DigitForm.CommaGroups => '.',
            DigitForm.PointDecimal => '.',
            DigitForm.CommaDecimal => ',',
            DigitForm.PointDoubtful => habits.PointGroups ? ' ' : '.',
            DigitForm.CommaDoubtful => habits.CommaGroups && !fraction ? ' ' : ',',
            _ => '\0',
        };
        if (decimalMark == '\0') return false;

        var scale = 1m;
        var behind = false;
        foreach (var c in digits)
        {
            if (c is '.' or ',')
            {
                behind |= c == decimalMark;
                continue;
            }

            value = (value * 10) + (c - '0');
            if (behind) scale *= 10;
        }

        value /= scale;
        return true;
    }

    private static DigitForm Groups(char mark) => mark == '.' ? DigitForm.PointGroups : DigitForm.CommaGroups;

    private static bool Grouped(ReadOnlySpan<char> digits, char mark)
    {
        var run = 0;
        var groups = 0;
        foreach (var c in digits)
        {
            if (c is '.' or ',')
            {
                if (c != mark || (groups == 0 ? run is 0 or > 3 : run != 3)) return false;
                groups++;
                run = 0;
            }
            else
            {
                run++;
            }
        }

        return run == 3 && groups > 0;
    }
}
