using System.Text;
using Konon.Languages;
using Konon.Stories;
using Konon.Text;

namespace Konon.Ledger;

/// <summary>Turns text into the words that a search compares: stems in small letters, without diacritics, parted by blanks.</summary>
/// <remarks>
/// "Pasukan dikerahkan" and "pengerahan pasukan" give the same words in another order. Digits lose their separators ("3.000" is
/// "3000"). Order and number of the words stay, so that phrases can be found. Linear; the same text gives the same words on every machine.
/// </remarks>
public static class SearchWords
{
    /// <summary>The words of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">ISO 639-1 code; decides how words are stemmed.</param>
    public static string Of(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var stemmer = Stemmer.Of(language);
        var words = new StringBuilder(text.Length);
        foreach (var span in new WordScanner(text, new TextSpan(0, text.Length)))
        {
            var word = Plain(span.In(text));
            if (word.Length == 0) continue;
            if (words.Length > 0) words.Append(' ');
            words.Append(char.IsAsciiDigit(word[0]) ? word : stemmer.Stem(word));
        }

        return words.ToString();
    }

    private static string Plain(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        var isNumber = char.IsAsciiDigit(word[0]);
        foreach (var letter in word)
        {
            if (isNumber && letter is '.' or ',') continue;
            plain.Append(NameKey.Plain(char.ToLowerInvariant(letter)));
        }

        return plain.ToString();
    }
}
