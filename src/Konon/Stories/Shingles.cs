using Konon.Claims;
using Konon.Text;

namespace Konon.Stories;

/// <summary>A report's text as overlapping runs of three words, each of one kind.</summary>
/// <remarks>
/// Three words, because reworded copies keep few longer runs: three-word containment finds 95 % of light rewrites and
/// 63 % of heavy ones without a false alarm, where whole-text similarity finds almost none.
/// </remarks>
internal sealed class Shingles
{
    private const int Words = 3;
    private readonly List<TextSpan> _words = [];
    private readonly List<ulong> _hashes = [];
    private readonly List<SharedTextKind?> _kinds = [];

    /// <summary>Reads a report's shingles; linear in its text.</summary>
    public Shingles(Report report)
    {
        var text = report.Article.Text;
        var kinds = KindsOf(report);
        var wordHashes = new List<ulong>();
        foreach (var span in new WordScanner(text, new TextSpan(0, text.Length)))
        {
            _words.Add(span);
            wordHashes.Add(Hash(span.In(text)));
        }

        for (var i = 0; i + Words <= wordHashes.Count; i++)
        {
            _hashes.Add((((wordHashes[i] * 0x9E3779B97F4A7C15) ^ wordHashes[i + 1]) * 0xC2B2AE3D27D4EB4F) ^ wordHashes[i + 2]);
            _kinds.Add(KindOf(kinds[_words[i].Start], kinds[_words[i + 1].Start], kinds[_words[i + 2].Start]));
        }
    }

    /// <summary>The different shingles of one kind.</summary>
    public HashSet<ulong> Of(SharedTextKind kind) => [.. _hashes.Where((_, i) => _kinds[i] == kind)];

    /// <summary>The longest stretch whose shingles of one kind all stand in <paramref name="other"/>.</summary>
    public TextSpan Longest(HashSet<ulong> other, SharedTextKind kind)
    {
        var (best, bestLength, run) = (0, 0, 0);
        for (var i = 0; i < _hashes.Count; i++)
        {
            run = _kinds[i] == kind && other.Contains(_hashes[i]) ? run + 1 : 0;
            if (run > bestLength) (best, bestLength) = (i - run + 1, run);
        }

        return bestLength == 0 ? default : new TextSpan(_words[best].Start, _words[best + bestLength + Words - 2].End);
    }

    // A shingle that touches a credit is a credit; one that leads into a quotation or out of it is of no kind.
    private static SharedTextKind? KindOf(SharedTextKind a, SharedTextKind b, SharedTextKind c)
    {
        if (SharedTextKind.Credit == a || SharedTextKind.Credit == b || SharedTextKind.Credit == c) return SharedTextKind.Credit;
        return a == b && b == c ? a : null;
    }

    private static SharedTextKind[] KindsOf(Report report)
    {
        var kinds = new SharedTextKind[report.Article.Text.Length];
        foreach (var claim in report.Reading.Claims)
        {
            if (claim.Kind == ClaimKind.Direct) Fill(claim.Content, SharedTextKind.Quotation);
        }

        FillQuotes(report.Article.Text, kinds);
        Fill(report.Article.Asides, SharedTextKind.Credit);
        foreach (var claim in report.Reading.Claims)
        {
            if (claim.Cue is { } cue) Fill([cue], SharedTextKind.Credit);
            Fill(claim.Speakers.Select(speaker => speaker.Mention).OfType<TextSpan>(), SharedTextKind.Credit);
            Fill(claim.Via.Select(relay => relay.Span), SharedTextKind.Credit);
        }

        return kinds;

        void Fill(IEnumerable<TextSpan> spans, SharedTextKind kind)
        {
            foreach (var span in spans) kinds.AsSpan(span.Start, span.Length).Fill(kind);
        }
    }

    // What stands between quotation marks in one paragraph, whether or not somebody was found to say it.
    private static void FillQuotes(string text, SharedTextKind[] kinds)
    {
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') open = -1;
            if (text[i] is not ('"' or '“' or '”')) continue;
            if (open >= 0 && text[i] != '“')
            {
                kinds.AsSpan(open, i - open).Fill(SharedTextKind.Quotation);
                open = -1;
            }
            else
            {
                open = i;
            }
        }
    }

    // FNV-1a over the word in lower case: the same on every machine and in every run, unlike String.GetHashCode.
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in word) hash = (hash ^ char.ToLowerInvariant(letter)) * 1099511628211UL;
        return hash;
    }
}
