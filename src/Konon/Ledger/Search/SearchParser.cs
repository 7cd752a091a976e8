namespace Konon.Ledger.Search;

/// <summary>Reads a query by descent: OR binds least, then standing side by side or AND, then NOT.</summary>
internal sealed class SearchParser
{
    private readonly string _text;
    private readonly List<SearchToken> _tokens = [];
    private int _at;
    private int _terms;
    private int _depth;
    private SearchFault? _fault;

    private SearchParser(string text) => _text = text;

    private SearchToken Here => _tokens[_at];

    public static SearchFault? TryParse(string text, out SearchQuery? query)
    {
        query = null;
        if (text.Length > SearchQuery.LongestQuery)
        {
            return SearchLexer.Fault(text, SearchQuery.LongestQuery, $"a query has at most {SearchQuery.LongestQuery} characters");
        }

        var parser = new SearchParser(text);
        if (parser.Cut() is { } fault) return fault;
        return parser.Read(out query);
    }

    private SearchFault? Cut()
    {
        var lexer = new SearchLexer(_text);
        do
        {
            if (lexer.Next(out var token) is { } fault) return fault;
            _tokens.Add(token);
        }
        while (_tokens[^1].Kind != SearchTokenKind.End);
        return null;
    }

    private SearchFault? Read(out SearchQuery? query)
    {
        query = null;
        if (Here.Kind == SearchTokenKind.End) return Fault(Here.Span.Start, "nothing is sought");
        var root = Any();
        if (_fault is not null) return _fault;
        if (Here.Kind == SearchTokenKind.Close) return Fault(Here.Span.Start, "a parenthesis that was not opened");
        var filter = LedgerFilter.None;
        var words = new List<SearchNode>();
        foreach (var part in root is SearchAll all ? all.Parts : [root!])
        {
            var (excluded, inner) = part is SearchNone none ? (true, none.Part) : (false, part);
            if (inner is not FilterNode { Token: var token })
            {
                words.Add(part);
                continue;
            }

            if (SearchFilters.TryAdd(_text, token, excluded, ref filter) is { } fault) return fault;
        }

        if (words.SelectMany(Filters).FirstOrDefault() is { } inside)
        {
            return Fault(inside.Token.Span.Start, "a filter stands beside the words, not inside OR; outlet:a,b is either");
        }

        var sought = words.Count == 0 ? null : Joined(words);
        query = _fault is null ? new SearchQuery(sought, filter) : null;
        return _fault;
    }

    // any := all (OR all)*
    private SearchNode? Any()
    {
        var parts = new List<SearchNode>();
        do
        {
            var from = Here.Span.Start;
            if (All() is not { } part) return null;
            if (Excludes(part) && (parts.Count > 0 || Here.Kind == SearchTokenKind.Or)) return Stop(from, OnlyExcluded);
            parts.Add(part);
        }
        while (Take(SearchTokenKind.Or));
        return parts.Count == 1 ? parts[0] : new SearchAny(parts);
    }

    // all := one (AND? one)*
    private SearchNode? All()
    {
        var parts = new List<SearchNode>();
        do
        {
            if (One() is not { } part) return null;
            if (part is SearchAll all) parts.AddRange(all.Parts);
            else parts.Add(part);
        }
        while (Take(SearchTokenKind.And) || Here.Kind is not (SearchTokenKind.Or or SearchTokenKind.Close or SearchTokenKind.End));
        return parts.Count == 1 ? parts[0] : new SearchAll(parts);
    }

    // one := NOT one | ( any ) | term | filter
    private SearchNode? One()
    {
        var token = Here;
        if (Take(SearchTokenKind.Not))
        {
            if (++_depth > SearchQuery.DeepestNesting) return Stop(token.Span.Start, "too many NOT or parentheses inside one another");
            var part = One();
            _depth--;
            return part is SearchNone twice ? twice.Part : part is null ? null : new SearchNone(part);
        }

        if (Take(SearchTokenKind.Open)) return Inside(token);
        _at++;
        switch (token.Kind)
        {
            case SearchTokenKind.Word or SearchTokenKind.Phrase: return Term(token);
            case SearchTokenKind.Filter or SearchTokenKind.Figure: return new FilterNode(token);
            case SearchTokenKind.End: return Stop(token.Span.Start, "a word or phrase is missing");
            default: return Stop(token.Span.Start, "a word or phrase is missing before this");
        }
    }

    private SearchNode? Inside(SearchToken open)
    {
        if (++_depth > SearchQuery.DeepestNesting) return Stop(open.Span.Start, "too many NOT or parentheses inside one another");
        var inside = Any();
        _depth--;
        if (inside is null) return null;
        if (!Take(SearchTokenKind.Close)) return Stop(open.Span.Start, "a parenthesis that is not closed");
        // "(a -b) c" is "a -b c"; but nobody can say what "c (-b -d)" was to exclude.
        if (inside is SearchAll && Excludes(inside)) return Stop(open.Span.Start, OnlyExcluded);
        return inside;
    }

    private SearchNode? Term(SearchToken token)
    {
        const string TooMany = "that are more words and phrases than a query may have";
        if (++_terms > SearchQuery.MostTerms) return Stop(token.Span.Start, TooMany);
        var forms = SearchForms.Of(token.Value);
        return forms.Count == 0 ? Stop(token.Span.Start, "no letter or digit to seek") : new SearchTerm(token.Span, forms);
    }

    // Something must be sought: what is only excluded would be the whole ledger but for it.
    private SearchNode? Joined(List<SearchNode> parts)
    {
        if (parts.All(Excludes)) return Stop(0, OnlyExcluded);
        return parts.Count == 1 ? parts[0] : new SearchAll(parts);
    }

    private bool Take(SearchTokenKind kind)
    {
        if (Here.Kind != kind) return false;
        _at++;
        return true;
    }

    private const string OnlyExcluded = "here something is only excluded and nothing sought; add a word that must stand";

    private SearchNode? Stop(int at, string message)
    {
        _fault ??= Fault(at, message);
        return null;
    }

    private SearchFault Fault(int at, string message) => SearchLexer.Fault(_text, at, message);

    private static bool Excludes(SearchNode node) =>
        node is SearchNone || (node is SearchAll all && all.Parts.All(part => part is SearchNone));

    private static IEnumerable<FilterNode> Filters(SearchNode node) => node switch
    {
        FilterNode filter => [filter],
        SearchAll all => all.Parts.SelectMany(Filters),
        SearchAny any => any.Parts.SelectMany(Filters),
        SearchNone none => Filters(none.Part),
        _ => [],
    };

    /// <summary>A filter where it stands among the words; taken out before the query is handed on.</summary>
    private sealed record FilterNode(SearchToken Token) : SearchNode;
}
