using Konon.Claims;
using Konon.Text;

namespace Konon.Stories.Lineage;

/// <summary>A report's text as words, each of a kind, with what is needed to lay it beside another.</summary>
/// <remarks>Immutable but for what is made at first use; linear in the text.</remarks>
internal sealed class ReportText
{
    // Shorter words seldom say what a sentence is about, in either language.
    private const int ShortestContent = 4;

    private readonly List<TextSpan> _words;
    private readonly List<ulong> _hashes;
    private readonly List<bool> _content;
    private readonly TextKind[] _kinds;
    private readonly IReadOnlySet<ulong>? _common;
    private (ulong Shingle, int At)[]? _index;
    private SentenceStems? _sentences;

    /// <summary>Cuts a report's text into words and types them.</summary>
    public ReportText(Reading reading)
    {
        Reading = reading;
        (_words, _hashes, _content) = ([], [], []);
        var text = reading.Article.Text;
        var language = StoryWords.Of(reading.Article.Language);
        Span<char> lower = stackalloc char[64];
        foreach (var span in new WordScanner(text, new TextSpan(0, text.Length)))
        {
            _words.Add(span);
            var word = span.In(text);
            _hashes.Add(WordHash.Of(word));
            _content.Add(IsContent(word, language, lower));
        }

        _kinds = WordKinds.Of(reading, Words);
        (Narrative, Counted) = Count(_kinds);
    }

    private ReportText(ReportText other, TextKind[] kinds, IReadOnlySet<ulong> common)
    {
        (Reading, _words, _hashes, _content, _index) = (other.Reading, other._words, other._hashes, other._content, other._index);
        (_kinds, _common) = (kinds, common);
        (Narrative, Counted) = Count(kinds);
    }

    public Reading Reading { get; }

    public string Text => Reading.Article.Text;

    /// <summary>Where the words stand.</summary>
    public ReadOnlySpan<TextSpan> Words => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words);

    /// <summary>What stands for each word.</summary>
    public ReadOnlySpan<ulong> Hashes => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_hashes);

    /// <summary>The kind of each word.</summary>
    public ReadOnlySpan<TextKind> Kinds => _kinds;

    /// <summary>How many words are narrative.</summary>
    public int Narrative { get; }

    /// <summary>How many words are no credits.</summary>
    public int Counted { get; }

    /// <summary>Whether the word says something of the matter: in small letters, long enough, and no word that every text has.</summary>
    public bool IsContent(int word) => _content[word];

    /// <summary>The narrative sentences by their stems.</summary>
    public SentenceStems Sentences => _sentences ??= new SentenceStems(this, _common);

    /// <summary>The same text with its words typed anew.</summary>
    /// <param name="kinds">The kind of each word.</param>
    /// <param name="common">Stems that say nothing of a sentence.</param>
    public ReportText Without(TextKind[] kinds, IReadOnlySet<ulong> common) => new(this, kinds, common);

    /// <summary>Every shingle with where it starts, sorted by shingle, then by place.</summary>
    public ReadOnlySpan<(ulong Shingle, int At)> Index => _index ??= MakeIndex();

    private static (int Narrative, int Counted) Count(TextKind[] kinds) =>
        (kinds.Count(kind => kind == TextKind.Narrative), kinds.Count(kind => kind != TextKind.Credit));

    private (ulong, int)[] MakeIndex()
    {
        var index = new (ulong Shingle, int At)[Math.Max(0, _hashes.Count - WordHash.ShingleLength + 1)];
        for (var i = 0; i < index.Length; i++) index[i] = (WordHash.Shingle(_hashes[i], _hashes[i + 1], _hashes[i + 2]), i);
        Array.Sort(index);
        return index;
    }

    private static bool IsContent(ReadOnlySpan<char> word, StoryWords language, Span<char> lower)
    {
        if (word.Length < ShortestContent || word.Length > lower.Length || !char.IsLower(word[0])) return false;
        word.ToLowerInvariant(lower);
        return !language.IsCommon(lower[..word.Length].ToString());
    }
}
