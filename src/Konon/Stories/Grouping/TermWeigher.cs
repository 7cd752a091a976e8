using System.Runtime.InteropServices;
using Konon.Articles;
using Konon.Languages;
using Konon.Text;

namespace Konon.Stories.Grouping;

/// <summary>Finds the terms of one article and weighs them.</summary>
internal sealed class TermWeigher
{
    // Points of one occurrence, by where it stands; that the title and the lead tell what an article is about is how news is written.
    private const int TitlePoints = 4;
    private const int LeadPoints = 2;
    private const int BodyPoints = 1;
    private const int LeadTokens = 90;
    private const int MostPoints = 16;

    private const int LeastWord = 3;
    private const int LongestWord = 40;
    private const int LeastDigits = 3;
    private const int MostDigits = 12;
    private const int NumberRank = 7;
    private const int PairBonus = 2;
        // Who and where tell events apart better than what happened does: there is a fire every day.
    private const float NameFactor = 1.9f;
    private const float PairFactor = 1.5f;

    private readonly Article _article;
    private readonly Token[] _tokens;
    private readonly FrequencyTable _table;
    private readonly Stemmer _stemmer;
    private readonly string _possessive;
    private readonly string _salt;
    private readonly Dictionary<uint, (int Points, float Rank)> _terms = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _namesBySpan;
    private readonly List<TextSpan> _places = [];
    private readonly PlaceWords _placeWords;

    private TermWeigher(Article article)
    {
        _article = article;
        // Malay is read with the Indonesian tables: most of its words are the same, so are most of its events.
        var language = article.Language == "ms" ? "id" : article.Language;
        _tokens = Tokenizer.Read(article.Text, (Language.Of(language) ?? Language.Of("en")!).Vocabulary);
        _table = FrequencyTable.Of(language);
        _stemmer = Stemmer.Of(language);
        _possessive = new LanguageTraits(language).Possessive;
        _placeWords = PlaceWords.Of(language);
        _salt = language;
        _namesBySpan = _names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The places named in the body, every mention once.</summary>
    public IReadOnlyList<TextSpan> Places => _places;

    /// <summary>Reads an article; linear in its text.</summary>
    public static TermWeigher Read(Article article)
    {
        var weigher = new TermWeigher(article);
        var end = Math.Min(weigher._tokens.Length, SketchMaker.MostTokens);
        weigher.CollectNames(end);
        weigher.Weigh(end);
        return weigher;
    }

    /// <summary>The heaviest terms, by hash, with weights of one article's scale.</summary>
    public SketchTerm[] Heaviest(int most)
    {
        var heaviest = _terms
            .Select(term => (Hash: term.Key, Weight: Math.Sqrt(Math.Min(term.Value.Points, MostPoints)) * term.Value.Rank))
            .Where(term => term.Weight > 0)
            .OrderByDescending(term => term.Weight)
            .ThenBy(term => term.Hash)
            .Take(most)
            .OrderBy(term => term.Hash)
            .ToList();
        var length = Math.Sqrt(heaviest.Sum(term => term.Weight * term.Weight));
        return [.. heaviest.Select(term => new SketchTerm(term.Hash, (ushort)Math.Max(1, term.Weight / length * SketchTerm.Unit)))];
    }

    /// <summary>A word with a capital where none is asked for is a name; it is one then wherever else it stands.</summary>
    private void CollectNames(int end)
    {
        for (var i = 0; i < end; i++)
        {
            var token = _tokens[i];
            if (IsName(token) && token.Start >= _article.BodyStart && !OpensSentence(i)) _names.Add(Word(token).ToString());
        }
    }

    private static bool IsName(Token token) => token.Kind == TokenKind.Word && token.IsCapital && token.Length <= LongestWord;

    private bool OpensSentence(int at)
    {
        if (at == 0 || _tokens[at].OpensParagraph) return true;
        var before = _tokens[at - 1];
        return before.Kind == TokenKind.Quote
            || (before.Kind == TokenKind.Mark && _article.Text[before.Start] is '.' or '!' or '?' or ':' or '•' or '-' or '–' or '—');
    }

    private void Weigh(int end)
    {
        var asides = 0;
        var lead = 0;
        var run = -1;
        for (var i = 0; i < end; i++)
        {
            var token = _tokens[i];
            while (asides < _article.Asides.Count && _article.Asides[asides].End <= token.Start) asides++;
            if (asides < _article.Asides.Count && _article.Asides[asides].Start <= token.Start) continue;
            var inTitle = token.Start < _article.BodyStart;
            if (!inTitle) lead++;
            var points = inTitle ? TitlePoints : lead <= LeadTokens ? LeadPoints : BodyPoints;
            run = token.Kind switch
            {
                TokenKind.Word => AddWord(i, run, points, inTitle),
                TokenKind.Number => AddNumber(i, points),
                _ => -1,
            };
        }
    }

    /// <summary>Adds a word; gives the token's number when it is part of a name, so that the next knows what it follows.</summary>
    private int AddWord(int at, int before, int points, bool inTitle)
    {
        var token = _tokens[at];
        if (token.Length > LongestWord) return -1;
        var word = Word(token);
        if (token.IsCapital && _namesBySpan.Contains(word)) return AddName(at, before, word, points, inTitle);
        if (word.Length < LeastWord) return -1;
        var stem = _stemmer.Stem(word);
        Add(SketchTerm.HashOf(TermKind.Word, _salt, stem), points, _table.OfStem(stem));
        return -1;
    }

    private int AddName(int at, int before, ReadOnlySpan<char> word, int points, bool inTitle)
    {
        var rank = _table.OfName(word);
        var common = _stemmer.Stem(word);
        // "Menteri", "Said": a frequent word with a capital says no more than without.
        rank = Math.Min(rank, _table.OfStem(common) + 2);
        var key = NameKey.Of(word.ToString());
        if (key.Length == 0) return -1;
        Add(SketchTerm.HashOf(TermKind.Name, key), points, rank * NameFactor);
        if (before >= 0)
        {
            var first = Word(_tokens[before]).ToString();
            var both = Math.Min(FrequencyTable.Rare, Math.Max(rank, _table.OfName(first)) + PairBonus);
            if (rank > 2 || _table.OfName(first) > 2) Add(SketchTerm.HashOf(TermKind.NamePair, NameKey.Of(first), key), points, both * PairFactor);
        }

        if (!inTitle && _placeWords.Match(_article.Text, _tokens, at) is { Length: > 0 } place) _places.Add(place);
        return at;
    }

    private int AddNumber(int at, int points)
    {
        Span<char> digits = stackalloc char[MostDigits];
        var count = 0;
        foreach (var mark in _tokens[at].Span.In(_article.Text))
        {
            if (!char.IsAsciiDigit(mark)) continue;
            if (count == MostDigits) return -1;
            digits[count++] = mark;
        }

        if (count < LeastDigits || IsYear(digits[..count]) || IsDate(at)) return -1;
        Add(SketchTerm.HashOf(TermKind.Number, digits[..count]), points, NumberRank);
        return -1;
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && (digits[0], digits[1]) is ('1', '9') or ('2', '0');

    // "10/6/2025", "18.30 WIB"
    private bool IsDate(int at) =>
        (at > 0 && _article.Text[_tokens[at - 1].Start] == '/')
        || (at + 1 < _tokens.Length && _tokens[at + 1].Span.In(_article.Text) is "/" or "WIB" or "WITA" or "WIT" or "GMT");

    private void Add(uint hash, int points, float rank)
    {
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, hash, out _);
        term = (Math.Min(term.Points + points, MostPoints), rank);
    }

    private ReadOnlySpan<char> Word(Token token)
    {
        var word = token.Span.In(_article.Text);
        if (_possessive.Length > 0 && word.Length > 2 && word[^1] is 's' && word[^2] is '\'' or '’') return word[..^2];
        return word;
    }
}
