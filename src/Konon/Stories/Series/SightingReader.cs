using Konon.Claims;
using Konon.Languages;
using Konon.Text;

namespace Konon.Stories.Series;

/// <summary>Finds every figure of a report: those inside claims, and those that the report tells in its own words.</summary>
/// <remarks>Linear in the text; only sentences that hold figures are looked at closely.</remarks>
internal sealed class SightingReader
{
    // A list run together into one sentence; what comes behind is read as the next one.
    private const int LongestSentence = 120;

    private readonly Report _report;
    private readonly string _text;
    private readonly Token[] _tokens;
    private readonly Language? _language;
    private readonly FigureHabits _habits;
    private readonly List<(Figure Figure, Statement Statement)> _claimed;
    private readonly List<TextSpan> _contents;
    private readonly List<Sighting> _found = [];
    private int _nextClaimed;
    private int _nextContent;

    private SightingReader(Report report, IEnumerable<(Claim Claim, Statement Statement)> claims)
    {
        _report = report;
        _text = report.Article.Text;
        _language = Language.Of(report.Article.Language);
        var language = _language ?? Language.Of("en")!;
        _tokens = Tokenizer.Read(_text, language.Vocabulary);
        _habits = FigureHabits.Of(_text, _tokens, language);
        var told = claims.ToList();
        _claimed =
        [
            .. told.SelectMany(pair => pair.Claim.Figures.Select(figure => (figure, pair.Statement))).OrderBy(pair => pair.figure.Span.Start),
        ];
        _contents = [.. told.SelectMany(pair => pair.Claim.Content).OrderBy(span => span.Start)];
    }

    /// <summary>The figures of a report, in the order in which they stand.</summary>
    /// <param name="report">The report.</param>
    /// <param name="claims">Its claims, each with the statement that it is a telling of.</param>
    public static IReadOnlyList<Sighting> Read(Report report, IEnumerable<(Claim Claim, Statement Statement)> claims)
    {
        var reader = new SightingReader(report, claims);
        reader.Run();
        return reader._found;
    }

    private void Run()
    {
        for (var first = 0; first < _tokens.Length;)
        {
            var end = SentenceEnd(first);
            ReadSentence(first, end);
            first = end;
        }
    }

    // A full stop ends a sentence where a capital or a quotation follows; marks and closing quotations behind it belong to it.
    private int SentenceEnd(int first)
    {
        var quoted = false;
        for (var at = first; at < _tokens.Length; at++)
        {
            if (at > first && _tokens[at].OpensParagraph) return at;
            if (at - first >= LongestSentence) return at;
            if (_tokens[at].Kind == TokenKind.Quote) quoted = !quoted;
            if (_tokens[at].Kind != TokenKind.Mark || _text[_tokens[at].Start] is not ('.' or '!' or '?')) continue;
            var next = at + 1;
            while (next < _tokens.Length && _tokens[next].Kind is TokenKind.Quote && !_tokens[next].OpensParagraph && quoted)
            {
                next++;
                quoted = false;
            }

            if (next >= _tokens.Length || _tokens[next].OpensParagraph) return next;
            if (_tokens[next].IsCapital || _tokens[next].Kind is TokenKind.Quote or TokenKind.Number) return next;
        }

        return _tokens.Length;
    }

    private void ReadSentence(int first, int end)
    {
        var figures = FiguresOf(first, end);
        if (figures.Count == 0) return;
        var words = new List<SentenceWord>(end - first);
        for (var at = first; at < end; at++)
        {
            var token = _tokens[at];
            words.Add(new SentenceWord(
                token.Span.Of(_text).ToLowerInvariant(), token.Span, token.Kind is TokenKind.Mark or TokenKind.Quote, token.IsCapital));
        }

        var times = new List<TimeRead>();
        if (_language is { } language)
            TimeReader.Read(_text, _tokens, first, end, language, _report.Article.Published?.Date ?? _report.NotBefore, times);
        new QuantityReader(_report, words, figures, times).Run(_found);
    }

    // "Kepulauan Seribu": a number word with a capital behind another is a name, but in a headline.
    private bool IsName(Figure figure, int first)
    {
        if (figure.Span.Start < _report.Article.BodyStart) return false;
        var at = first;
        while (_tokens[at].Start < figure.Span.Start) at++;
        return at > first && _tokens[at].Kind == TokenKind.Word && _tokens[at].IsCapital && _tokens[at - 1].IsCapital;
    }

    // "Operator Bantah Kapal Angkut 180 Orang": no claim was found in it, and it tells no such number either.
    private bool IsDenied(Figure figure, int first)
    {
        var words = SeriesWords.Of(_report.Article.Language);
        for (var at = first; at < _tokens.Length && _tokens[at].Start < figure.Span.Start; at++)
        {
            if (_tokens[at].Kind == TokenKind.Word && words.IsAgainst(_tokens[at].Span.Of(_text).ToLowerInvariant())) return true;
        }

        return false;
    }

    // Claims have read their own figures; beside them stands what the report tells itself.
    private List<(Figure Figure, Statement? Statement)> FiguresOf(int first, int end)
    {
        var (from, to) = (_tokens[first].Start, _tokens[end - 1].End);
        var figures = new List<(Figure Figure, Statement? Statement)>();
        while (_nextClaimed < _claimed.Count && _claimed[_nextClaimed].Figure.Span.Start < to) figures.Add(_claimed[_nextClaimed++]);
        if (_language is null) return figures;
        var own = new List<Figure>();
        FigureReader.Read(_text, _tokens, first, end, _language, _habits, own);
        var claimed = figures.Count;
        foreach (var figure in own)
        {
            if (IsName(figure, first) || IsDenied(figure, first)) continue;
            while (_nextContent < _contents.Count && _contents[_nextContent].End <= figure.Span.Start) _nextContent++;
            if (_nextContent < _contents.Count && _contents[_nextContent].Start < figure.Span.End) continue;
            var isClaimed = false;
            for (var i = 0; i < claimed && !isClaimed; i++) isClaimed = figures[i].Figure.Span.Overlaps(figure.Span);
            if (!isClaimed && figure.Span.Start >= from) figures.Add((figure, null));
        }

        figures.Sort(static (one, other) => one.Figure.Span.Start.CompareTo(other.Figure.Span.Start));
        return figures;
    }
}
