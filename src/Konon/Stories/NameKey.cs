using System.Text;

namespace Konon.Stories;

/// <summary>Brings the spellings of one name together: Zelensky, Zelenskyy and Zelenskiy; Yun and Yoon; Sukarno and Soekarno.</summary>
internal static class NameKey
{
    /// <summary>The name's words, folded, in order.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter)) word.Append(Plain(char.ToLowerInvariant(letter)));
            else if (letter is not ('\'' or '’' or '‘')) Close();
        }

        Close();
        return words;

        void Close()
        {
            if (word.Length > 0) words.Add(FoldWord(word.ToString()));
            word.Clear();
        }
    }

    /// <summary>The folded words joined without blanks, so that "Jong-un", "Jong Un" and "Jongun" are one.</summary>
    public static string Of(string name) => string.Concat(Words(name));

    // Transcriptions differ in how they write long vowels, i and y, and doubled letters.
    private static string FoldWord(string word)
    {
        var folded = word
            .Replace("oe", "u", StringComparison.Ordinal)
            .Replace("oo", "u", StringComparison.Ordinal)
            .Replace("ee", "i", StringComparison.Ordinal)
            .Replace("yi", "i", StringComparison.Ordinal)
            .Replace("ph", "f", StringComparison.Ordinal)
            .Replace("dj", "j", StringComparison.Ordinal)
            .Replace("tj", "c", StringComparison.Ordinal)
            .Replace('y', 'i');
        var single = new StringBuilder(folded.Length);
        foreach (var letter in folded)
        {
            if (single.Length == 0 || single[^1] != letter) single.Append(letter);
        }

        return single.ToString();
    }

    // Not String.Normalize: its tables are the system's, and absent in invariant mode.
    internal static char Plain(char letter) => letter switch
    {
        < '\u00e0' => letter,
        'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' or 'ā' or 'ă' or 'ą' => 'a',
        'ç' or 'ć' or 'č' => 'c',
        'ď' or 'đ' or 'ð' => 'd',
        'è' or 'é' or 'ê' or 'ë' or 'ē' or 'ė' or 'ę' or 'ě' => 'e',
        'ğ' or 'ģ' => 'g',
        'ì' or 'í' or 'î' or 'ï' or 'ī' or 'į' or 'ı' => 'i',
        'ķ' => 'k',
        'ĺ' or 'ļ' or 'ľ' or 'ł' => 'l',
        'ñ' or 'ń' or 'ņ' or 'ň' => 'n',
        'ò' or 'ó' or 'ô' or 'õ' or 'ö' or 'ø' or 'ō' or 'ő' => 'o',
        'ŕ' or 'ř' => 'r',
        'ś' or 'ş' or 'š' or 'ș' => 's',
        'ţ' or 'ť' or 'ț' => 't',
        'ù' or 'ú' or 'û' or 'ü' or 'ū' or 'ů' or 'ű' or 'ų' => 'u',
        'ý' or 'ÿ' => 'y',
        'ź' or 'ż' or 'ž' => 'z',
        _ => letter,
    };
}
