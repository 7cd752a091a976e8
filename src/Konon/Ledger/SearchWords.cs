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
            var stem = Stem(span.In(text), stemmer);
            if (stem.Length == 0) continue;
            if (words.Length > 0) words.Append(' ');
            words.Append(stem);
        }

        return words.ToString();
    }

    /// <summary>The words of a text with where they stand.</summary>
    internal static List<(TextSpan Span, string Stem)> Each(string text, string language)
    {
        var words = new List<(TextSpan Span, string Stem)>();
        foreach (var span in new WordScanner(text, new TextSpan(0, text.Length)))
        {
            if (Stem(span.In(text), Stemmer.Of(language)) is { Length: > 0 } stem) words.Add((span, stem));
        }

        return words;
    }

    private static string Stem(ReadOnlySpan<char> letters, Stemmer stemmer)
    {
        var word = Plain(letters);
        return word.Length == 0 || char.IsAsciiDigit(word[0]) ? word : stemmer.Stem(word);
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
