using Konon.Text;

namespace Konon.Ledger.Search;

/// <summary>Compares the words of a query with texts, as the word indexes do, and finds where they stand.</summary>
/// <remarks>Made once for a query. Thread-safe. Linear in a text, times the longest phrase.</remarks>
public sealed class SearchMatcher
{
    private readonly SearchNode _words;
    private readonly IReadOnlyList<SearchTerm> _sought;

    /// <summary>A matcher of a query's words.</summary>
    public SearchMatcher(SearchNode words)
    {
        ArgumentNullException.ThrowIfNull(words);
        _words = words;
        _sought = [.. Sought(words)];
    }

    /// <summary>Whether a text matches.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">ISO 639-1 code of its language.</param>
    public bool Matches(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Matches(_words, [.. SearchWords.Each(text, language).Select(word => word.Stem)]);
    }

    /// <summary>Where the sought words stand in a text, in order, not overlapping; what is excluded is not sought.</summary>
    public IReadOnlyList<TextSpan> Find(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = SearchWords.Each(text, language).ToList();
        List<string> stems = [.. words.Select(word => word.Stem)];
        var found = new List<TextSpan>();
        for (var i = 0; i < stems.Count;)
        {
            var length = _sought.Max(term => LengthAt(term, stems, i));
            if (length > 0) found.Add(new TextSpan(words[i].Span.Start, words[i + length - 1].Span.End));
            i += Math.Max(1, length);
        }

        return found;
    }

    /// <summary>The stretch of a text in which most different sought words stand, the first of several.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">ISO 639-1 code of its language.</param>
    /// <param name="length">How long the stretch may be, in UTF-16 code units; words are not cut.</param>
    public SearchSnippet Snippet(string text, string language, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 20);
        return SnippetCutter.Cut(text, Find(text, language), length);
    }

    private static bool Matches(SearchNode node, List<string> stems) => node switch
    {
        SearchTerm term => Enumerable.Range(0, stems.Count).Any(i => LengthAt(term, stems, i) > 0),
        SearchAll all => all.Parts.All(part => Matches(part, stems)),
        SearchAny any => any.Parts.Any(part => Matches(part, stems)),
        SearchNone none => !Matches(none.Part, stems),
        _ => false,
    };

    // How many words the term takes there; 0 where it does not stand.
    private static int LengthAt(SearchTerm term, List<string> stems, int at)
    {
        foreach (var form in term.Forms)
        {
            if (StandsAt(form, stems, at)) return form.Count;
        }

        return 0;
    }

    private static bool StandsAt(IReadOnlyList<string> form, List<string> stems, int at)
    {
        if (at + form.Count > stems.Count) return false;
        for (var i = 0; i < form.Count; i++)
        {
            if (form[i] != stems[at + i]) return false;
        }

        return true;
    }

    private static IEnumerable<SearchTerm> Sought(SearchNode node) => node switch
    {
        SearchTerm term => [term],
        SearchAll all => all.Parts.SelectMany(Sought),
        SearchAny any => any.Parts.SelectMany(Sought),
        _ => [],
    };
}
