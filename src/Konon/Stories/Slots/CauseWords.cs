using Konon.Languages;
using Konon.Text;

namespace Konon.Stories.Slots;

/// <summary>The words by which a language tells why something happened.</summary>
internal sealed class CauseWords
{
    private static readonly Dictionary<string, CauseWords> Known =
        Language.Codes.ToDictionary(code => code, code => new CauseWords(code), StringComparer.Ordinal);

    private readonly HashSet<string> _phrases = new(StringComparer.Ordinal);
    private readonly int _longest = 1;

    private CauseWords(string language)
    {
        foreach (var row in LanguageResource.Rows(language, "causes"))
        {
            _phrases.Add(row[0]);
            _longest = Math.Max(_longest, row[0].Split(' ').Length);
        }
    }

    /// <summary>Whether a statement's words tell a cause. Linear in them.</summary>
    public static bool Tell(Statement statement)
    {
        if (!Known.TryGetValue(statement.Report.Article.Language, out var words)) return false;
        return statement.Claim.Content.Any(part => words.Tells(statement.Report.Article.Text, part));
    }

    private bool Tells(string text, TextSpan part)
    {
        var last = new List<string>(_longest);
        foreach (var word in new WordScanner(text, part))
        {
            if (last.Count == _longest) last.RemoveAt(0);
            last.Add(word.Of(text).ToLowerInvariant());
            for (var count = 1; count <= last.Count; count++)
            {
                if (_phrases.Contains(string.Join(' ', last[^count..]))) return true;
            }
        }

        return false;
    }
}
