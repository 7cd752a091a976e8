using Konon.Articles;
using Konon.Languages;
using Konon.Sentences;
using Konon.Text;

namespace Konon.Claims;

/// <summary>Reads the claims of one article: the state of one pass over its sentences.</summary>
internal sealed partial class ClaimReader
{
    private readonly Article article;
    private readonly string text;
    private readonly ClaimLexicon lexicon;
    private readonly Token[] tokens;
    private readonly List<Quotation> quotations;
    private readonly int[] quotationOf;
    private readonly List<Sentence> sentences;
    private readonly WordClass[] classes;
    private readonly CueFrame[] frames;
    private readonly Cast cast = new();
    private readonly List<Claim> claims = [];
    private readonly List<Refusal> refusals = [];
    private readonly bool[] claimed;
    private readonly FigureHabits habits;

    private ClaimReader(Article article, ClaimLexicon lexicon)
    {
        this.article = article;
        this.lexicon = lexicon;
        text = article.Text;
        tokens = CutAtAsides(Tokenizer.Read(text, lexicon.Language.Vocabulary), article, lexicon);
        quotations = QuotationFinder.Read(text, tokens);
        quotationOf = new int[tokens.Length];
        Array.Fill(quotationOf, -1);
        for (var q = 0; q < quotations.Count; q++)
        {
            for (var i = quotations[q].First; i < quotations[q].End; i++) quotationOf[i] = q;
        }

        sentences = CutAtOpeners(SentenceFinder.Read(text, tokens, quotations, word => lexicon.In(WordList.Abbreviation, word), word => lexicon.In(WordList.Letter, word),
            word => ((lexicon.Cues.Bare(word) is var bare && bare >= 0 ? lexicon.Cues.Frames(bare) : lexicon.Cues.Frames(word)) & CueFrame.Say) != 0));
        classes = new WordClass[tokens.Length];
        frames = new CueFrame[tokens.Length];
        claimed = new bool[tokens.Length];
        habits = FigureHabits.Of(text, tokens, lexicon.Language);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Word < 0) continue;
            classes[i] = lexicon.Grammar[tokens[i].Word];
            frames[i] = lexicon.Cues.Frames(tokens[i].Word);
        }

    }

    /// <summary>Reads an article.</summary>
    public static Reading Read(Article article, ClaimLexicon lexicon)
    {
        var reader = new ClaimReader(article, lexicon);
        reader.MeetTheCast();
        for (var s = 0; s < reader.sentences.Count; s++) reader.ReadSentence(s);
        reader.CompleteGrown();
        reader.RefuseTheRest();
        reader.CompleteSpeakers();
        reader.claims.Sort(static (a, b) =>
        {
            var order = a.Content[0].Start.CompareTo(b.Content[0].Start);
            return order != 0 ? order : a.Content[^1].End.CompareTo(b.Content[^1].End);
        });
        reader.refusals.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return new Reading(article, reader.claims, reader.refusals);
    }

    /// <summary>
    /// "… Selesaikan Masalah Menurutnya, …": a headline glued in without a mark ends where a word with a capital opens a sentence.
    /// </summary>
    private List<Sentence> CutAtOpeners(List<Sentence> found)
    {
        var cut = new List<Sentence>(found.Count);
        foreach (var whole in found)
        {
            var first = whole.First;
            var opens = whole.OpensParagraph;
            for (var i = whole.First + 1; i < whole.End && tokens[i].Start >= article.BodyStart; i++)
            {
                if (!tokens[i].IsCapital || tokens[i].IsAllCaps || !lexicon.In(WordList.Sentenceopener, tokens[i].Word)) continue;
                if (!IsWord(i - 1) || quotationOf[i] >= 0 || i - first < 3 || (i + 1 < whole.End && tokens[i + 1].IsCapital && tokens[i - 1].IsCapital
                    && !lexicon.In(WordList.Firmopener, tokens[i].Word))) continue;
                cut.Add(new Sentence(first, i, opens));
                first = i;
                opens = false;
            }

            cut.Add(new Sentence(first, whole.End, opens));
        }

        return cut;
    }

    // "Nasutionbertemu" wants a name of three letters and a word of three at least.
    private const int ShortestGluedName = 3;
    private const int LongestGluedName = 40;
    private const int ShortestGluedVerb = 5;

    /// <summary>
    /// "Bobby Nasutionbertemu": where a link lost its blank behind a name that stands elsewhere in the article, or that a table knows,
    /// the word behind it is cut off.
    /// </summary>
    private static Token[] CutAtNames(Token[] tokens, string text, ClaimLexicon lexicon)
    {
        HashSet<string>? seen = null;
        List<Token>? cut = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            var at = -1;
            if (token is { IsCapital: true, IsAllCaps: false, Word: < 0, Kind: TokenKind.Word, Length: >= 2 * ShortestGluedName and <= LongestGluedName })
            {
                at = NameCut(token, tokens, text, lexicon, ref seen);
            }

            if (at < 0)
            {
                cut?.Add(token);
                continue;
            }

            cut ??= [.. tokens[..i]];
            var name = text.AsSpan(token.Start, at - token.Start);
            cut.Add(token with { End = at, Word = lexicon.Language.Vocabulary.Find(name) });
            cut.Add(new Token(at, token.End, TokenKind.Word, TokenShape.Glued, lexicon.Language.Vocabulary.Find(text.AsSpan(at, token.End - at))));
        }

        return cut is null ? tokens : [.. cut];
    }

    private static HashSet<string> CapitalWords(Token[] tokens, string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var token in tokens)
        {
            if (token.IsCapital && token.Kind == TokenKind.Word) lookup.Add(text.AsSpan(token.Start, token.Length));
        }

        return seen;
    }

    private static int NameCut(Token token, Token[] tokens, string text, ClaimLexicon lexicon, ref HashSet<string>? seen)
    {
        for (var at = token.End - ShortestGluedName; at >= token.Start + ShortestGluedName; at--)
        {
            if (!char.IsAsciiLetterLower(text[at]) || !char.IsAsciiLetter(text[at - 1])) continue;
            var tail = lexicon.Language.Vocabulary.Find(text.AsSpan(at, token.End - at));
            if (tail < 0 || !(lexicon.IsCommon(tail) || lexicon.Grammar[tail] != WordClass.None || lexicon.Cues.Frames(tail) != CueFrame.None)) continue;
            // Most articles have no such word, so the others are gathered only now.
            seen ??= CapitalWords(tokens, text);
            var head = text.AsSpan(token.Start, at - token.Start);
            var word = lexicon.Language.Vocabulary.Find(head);
            if (seen.GetAlternateLookup<ReadOnlySpan<char>>().Contains(head)) return at;
            // "Suryanegara", "Wulandari" are names that end in a word: only a verb or a function word shows that the name before it is whole.
            if (head.Length >= 5 && word >= 0 && lexicon.Names.MayBeName(word) && token.End - at >= ShortestGluedVerb
                && (lexicon.Cues.Frames(tail) != CueFrame.None || lexicon.Grammar[tail] != WordClass.None || lexicon.Forms.IsFinite(text.AsSpan(at, token.End - at), out _))) return at;
        }

        return -1;
    }

    /// <summary>"AS-Korsel Perkirakan …": two states with a hyphen are two.</summary>
    private static Token[] CutAtHyphens(Token[] tokens, string text, ClaimLexicon lexicon)
    {
        List<Token>? cut = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            var hyphen = token.IsCapital && token.Word < 0 ? text.IndexOf('-', token.Start, token.Length) : -1;
            if (hyphen > token.Start + 1 && hyphen < token.End - 2)
            {
                var left = new Token(token.Start, hyphen, TokenKind.Word, token.Shape & ~TokenShape.AllCaps | CapsOf(text, token.Start, hyphen), lexicon.Language.Vocabulary.Find(text.AsSpan(token.Start, hyphen - token.Start)));
                var right = new Token(hyphen + 1, token.End, TokenKind.Word, TokenShape.Glued | CapsOf(text, hyphen + 1, token.End), lexicon.Language.Vocabulary.Find(text.AsSpan(hyphen + 1, token.End - hyphen - 1)));
                Token[] pair = [left, right];
                if (IsState(pair, 0, lexicon) && IsState(pair, 1, lexicon))
                {
                    cut ??= [.. tokens[..i]];
                    cut.Add(left);
                    cut.Add(new Token(hyphen, hyphen + 1, TokenKind.Mark, TokenShape.Glued, -1));
                    cut.Add(right);
                    continue;
                }
            }

            cut?.Add(token);
        }

        return cut is null ? tokens : [.. cut];
    }

    private static TokenShape CapsOf(string text, int start, int end)
    {
        var upper = 0;
        for (var i = start; i < end; i++) upper += char.IsUpper(text[i]) ? 1 : 0;
        return !char.IsUpper(text[start]) ? TokenShape.None : upper == end - start && upper > 1 ? TokenShape.Capital | TokenShape.AllCaps : TokenShape.Capital;
    }

    private static bool IsState(Token[] pair, int at, ClaimLexicon lexicon) => pair[at].IsCapital
        && lexicon.Names.Places.Match(pair, at, at + 1, out var place) > 0 && place.Kind is "state" or "capital"
        && (place.Name.Length > 3 || pair[at].IsAllCaps);

    /// <summary>"Jakarta-Satuan Kerja": where a dateline ends inside a token, the token is cut.</summary>
    private static Token[] CutAtAsides(Token[] tokens, Article article, ClaimLexicon lexicon)
    {
        tokens = CutAtOwners(CutAtHyphens(CutAtNames(tokens, article.Text, lexicon), article.Text, lexicon), article.Text, lexicon);
        if (!CutsToken(tokens, article.Asides)) return tokens;
        var cut = new List<Token>(tokens.Length + article.Asides.Count);
        var aside = 0;
        foreach (var token in tokens)
        {
            while (aside < article.Asides.Count && article.Asides[aside].End <= token.Start) aside++;
            var end = aside < article.Asides.Count ? article.Asides[aside].End : int.MaxValue;
            if (end <= token.Start || end >= token.End)
            {
                cut.Add(token);
                continue;
            }

            cut.Add(token with { End = end, Word = -1 });
            var rest = article.Text.AsSpan(end, token.End - end);
            var shape = char.IsUpper(rest[0]) ? TokenShape.Capital | TokenShape.Glued : TokenShape.Glued;
            cut.Add(new Token(end, token.End, token.Kind, shape, lexicon.Language.Vocabulary.Find(rest)));
        }

        return [.. cut];
    }

    private static bool CutsToken(Token[] tokens, IReadOnlyList<TextSpan> asides)
    {
        for (int i = 0, aside = 0; i < tokens.Length && aside < asides.Count; i++)
        {
            while (aside < asides.Count && asides[aside].End <= tokens[i].Start) aside++;
            if (aside < asides.Count && asides[aside].End < tokens[i].End) return true;
        }

        return false;
    }

    private bool Is(int token, WordClass wordClass)
    {
        WorkMeter.Step();
        return (classes[token] & wordClass) != 0;
    }

    private bool Has(int token, CueFrame frame)
    {
        WorkMeter.Step();
        return (frames[token] & frame) != 0;
    }

    private bool In(WordList list, int token)
    {
        WorkMeter.Step();
        return lexicon.In(list, tokens[token].Word);
    }

    private bool IsMark(int token, char mark)
    {
        WorkMeter.Step();
        return tokens[token].Kind == TokenKind.Mark && text[tokens[token].Start] == mark;
    }

    private bool IsMark(int token) => tokens[token].Kind == TokenKind.Mark;

    private bool IsWord(int token) => tokens[token].Kind == TokenKind.Word;

    private ReadOnlySpan<char> Words(int token) => text.AsSpan(tokens[token].Start, tokens[token].Length);

    private bool IsTitle(int token) => tokens[token].Start < article.BodyStart;

    /// <summary>Whether the token stands outside every quotation that may be speech.</summary>
    private bool IsOutside(int token)
    {
        WorkMeter.Step();
        return quotationOf[token] < 0;
    }

    private string TextOf(TokenRange range) =>
        range.IsEmpty ? "" : text[tokens[range.First].Start..tokens[range.End - 1].End];

    private TextSpan SpanOf(int first, int end) => new(tokens[first].Start, tokens[end - 1].End);

    /// <summary>Whether the word has the form of a finite verb by its affixes, or is one that a table names.</summary>
    private bool IsVerbForm(int token)
    {
        if (!IsWord(token) || Is(token, WordClass.NotVerb)) return false;
        if (Is(token, WordClass.Verb)) return true;
        if (tokens[token].IsCapital && !IsTitle(token)) return false;
        if (frames[token] != CueFrame.None && (frames[token] & ~(CueFrame.Say | CueFrame.Per | CueFrame.View)) != 0 && tokens[token].Length > 6)
            return true;
        return lexicon.Forms.IsFinite(Words(token), out var unlessRole)
            && !(unlessRole && lexicon.Names.Roles.Match(tokens, token, token + 1, out _) > 0);
    }

    /// <summary>Whether the token shows that a predicate has begun.</summary>
    private bool IsPredicate(int token) => Is(token, WordClass.Auxiliary) || IsVerbForm(token);

    /// <summary>One past the closing bracket of the one at <paramref name="open"/>; <paramref name="open"/> itself when none closes it.</summary>
    private int AfterBracket(int open, int end)
    {
        for (var i = open + 1; i < end && i < open + 24; i++)
        {
            if (IsMark(i, ')')) return i + 1;
        }

        return open;
    }
}
