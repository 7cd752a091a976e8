using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>How an article writes its numbers.</summary>
/// <remarks>
/// Indonesian writes 3.000 and 1,5, English 3,000 and 1.5, and translated copy mixes both. Only one form is in doubt: one
/// separator with three digits behind it. The rest of the article decides; without evidence the separator groups.
/// The default value is an article without evidence.
/// </remarks>
/// <param name="PointGroups">Whether "3.500" is three thousand five hundred here.</param>
/// <param name="CommaGroups">Whether "3,500" is three thousand five hundred here.</param>
internal readonly record struct FigureHabits(bool PointGroups, bool CommaGroups)
{
    /// <summary>Reads the habit of one article from all its numbers.</summary>
    public static FigureHabits Of(string text, ReadOnlySpan<Token> tokens, Language language)
    {
        int pointGroups = 0, commaGroups = 0, pointDecimals = 0, commaDecimals = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.Number || IsClock(tokens, i, language)) continue;
            switch (Digits.FormOf(tokens[i].Span.In(text)))
            {
                case DigitForm.PointGroups:
                    pointGroups++;
                    break;
                case DigitForm.CommaGroups:
                    commaGroups++;
                    break;
                case DigitForm.PointDecimal when !LooksLikeClock(tokens[i].Span.In(text)):
                    pointDecimals++;
                    break;
                case DigitForm.CommaDecimal:
                    commaDecimals++;
                    break;
            }
        }

        // Three decimals are rare, so a few decimal points do not unmake "93.900"; commas that group do.
        var english = language.Code == "en";
        var pointIsDecimal = commaGroups > pointGroups || (english && pointGroups + commaDecimals <= pointDecimals);
        var commaIsDecimal = commaDecimals + pointGroups > pointDecimals + commaGroups;
        return new FigureHabits(!pointIsDecimal, !commaIsDecimal);
    }

    private static bool IsClock(ReadOnlySpan<Token> tokens, int at, Language language) =>
        (at > 0 && (language.Numbers[tokens[at - 1].Word] & NumberRole.Clock) != 0)
        || (at + 1 < tokens.Length && (language.Numbers[tokens[at + 1].Word] & NumberRole.ClockAfter) != 0);

    // "18.30": two digits on both sides that a clock can show.
    private static bool LooksLikeClock(ReadOnlySpan<char> digits) =>
        digits.Length is 4 or 5 && digits[^3] == '.' && digits[^2] < '6' && (digits.Length == 4 || digits[0] < '3');
}
