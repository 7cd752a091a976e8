using Konon.Claims;
using Konon.Languages;
using Konon.Text;

namespace Konon.Stories.Lineage;

/// <summary>Knows the text of press releases: what a body gave out in writing, and what it always says of itself.</summary>
/// <remarks>
/// A paragraph that says it is from a release ("dalam keterangan tertulis", "in a press release"); everything below "Tentang X" or
/// "About X"; and, among an article's last paragraphs, one that starts with a name and says what the bearer is.
/// </remarks>
internal static class ReleaseText
{
    private const int LastParagraphs = 3;
    private const int LongestHeading = 60;
    private const int LongestSubject = 8;

    private static readonly ReleaseWords Indonesian = new("id");
    private static readonly ReleaseWords English = new("en");

    /// <summary>Marks it as <see cref="TextKind.Statement"/>, items of lists as <see cref="TextKind.Template"/>.</summary>
    public static void Fill(Reading reading, TextKind[] kinds)
    {
        var article = reading.Article;
        var words = article.Language == "en" ? English : Indonesian;
        var paragraphs = Paragraphs(article.Text, Math.Min(article.BodyStart, article.Text.Length));
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i].In(article.Text);
            if (i > 0 && paragraph.Length <= LongestHeading && words.IsHeading(paragraph))
            {
                kinds.AsSpan(paragraphs[i].Start).Fill(TextKind.Statement);
                return;
            }

            var isLast = i > 1 && i >= paragraphs.Count - LastParagraphs;
            if (ListedAt(paragraph) is var listed and >= 0)
            {
                // What is said to be somebody's words stays so.
                kinds.AsSpan(paragraphs[i].Start + listed, paragraph.Length - listed).Replace(TextKind.Narrative, TextKind.Template);
            }

            if (words.NamesRelease(paragraph) || (isLast && DescribesItself(paragraph, words)))
            {
                WordKinds.Fill(kinds, [paragraphs[i]], TextKind.Statement);
            }
        }
    }

    // "Bank Nusa Raya adalah bank yang didirikan …", "Nusa Bank is a lender …": capitals up to the word that says what it is.
    private static bool DescribesItself(ReadOnlySpan<char> paragraph, ReleaseWords words)
    {
        var count = 0;
        foreach (var range in paragraph.Split(' '))
        {
            var word = paragraph[range].Trim(",()");
            if (word.IsEmpty) continue;
            if (words.IsCopula(word)) return count > 0;
            if (!char.IsUpper(word[0]) || ++count > LongestSubject) return false;
        }

        return false;
    }

    // "3. Menerima upah paling banyak …", also glued to what stands before: "disalurkan.5. Bukan …". Conditions, steps and standings are the
    // matter's own, and whoever tells of it has them. -1 where no item begins.
    private static int ListedAt(ReadOnlySpan<char> paragraph)
    {
        if (IsItem(paragraph)) return 0;
        for (var i = 1; i < paragraph.Length; i++)
        {
            if (paragraph[i - 1] is '.' or ';' && (i < 2 || !char.IsAsciiDigit(paragraph[i - 2])) && IsItem(paragraph[i..])) return i;
        }

        return -1;
    }

    private static bool IsItem(ReadOnlySpan<char> words)
    {
        var digits = 0;
        while (digits < words.Length && digits < 3 && char.IsAsciiDigit(words[digits])) digits++;
        if (digits is 0 or 3 || digits + 1 >= words.Length || words[digits] is not ('.' or ')')) return false;
        var rest = words[(digits + 1)..].TrimStart(' ');
        return rest.Length > 0 && char.IsLetter(rest[0]);
    }

    private static List<TextSpan> Paragraphs(string text, int from)
    {
        var paragraphs = new List<TextSpan>();
        while (from < text.Length)
        {
            var end = text.IndexOf('\n', from);
            if (end < 0) end = text.Length;
            if (end > from) paragraphs.Add(new TextSpan(from, end));
            from = end + 1;
        }

        return paragraphs;
    }

    /// <summary>The words of one language.</summary>
    private sealed class ReleaseWords
    {
        private readonly List<string> _releases = [];
        private readonly List<string> _headings = [];
        private readonly HashSet<string> _copulas = new(StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _copula;

        public ReleaseWords(string language)
        {
            _copula = _copulas.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var row in LanguageResource.Rows(language, "releases"))
            {
                switch (row[1])
                {
                    case "release": _releases.Add(row[0]); break;
                    case "heading": _headings.Add(row[0] + " "); break;
                    case "copula": _copulas.Add(row[0]); break;
                    default: throw new InvalidDataException($"releases: {row[0]}: no such kind: {row[1]}");
                }
            }
        }

        public bool NamesRelease(ReadOnlySpan<char> paragraph)
        {
            foreach (var release in _releases)
            {
                if (paragraph.Contains(release, StringComparison.OrdinalIgnoreCase)) return true;
            }

            return false;
        }

        public bool IsHeading(ReadOnlySpan<char> line)
        {
            if (line[^1] is '.' or '?' or '!') return false;
            foreach (var heading in _headings)
            {
                if (line.StartsWith(heading, StringComparison.OrdinalIgnoreCase)) return true;
            }

            return false;
        }

        public bool IsCopula(ReadOnlySpan<char> word) => _copula.Contains(word);
    }
}
