namespace Konon.Stories.Lineage;

/// <summary>Finds, in a stream of texts, the earlier ones that share words with each new one.</summary>
/// <remarks>
/// By postings of three-word shingles, with a cap on how many texts may bear one: work and memory per text are bounded by its own
/// length, however many texts there were. What it tells is a candidate, not yet a copy: two reports that quote one speaker share
/// words, too (<c>LineageBuilder</c> tells them apart). The same texts in the same order give the same candidates. Not
/// thread-safe.
/// </remarks>
public sealed class CopyFinder
{
    // A text like another in nearly every word adds nothing to find later ones by; after some of them the rest is left out, or a
    // message that hundreds of outlets print would pass for a phrase that everybody uses.
    private const double SameText = 0.95;
    private const int LargestCrowd = 8;

    private readonly CopyOptions _options;
    private readonly ShinglePostings _postings;
    private readonly int[] _bearers;
    private readonly List<int> _touched = [];
    private readonly List<CopyCandidate> _found = [];
    private readonly List<ulong> _words = [];
    private Slot[] _slots;

    /// <summary>Starts a stream.</summary>
    /// <param name="options">The window and the measures; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or a cap is below 1.</exception>
    public CopyFinder(CopyOptions? options = null)
    {
        _options = options ?? CopyOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Window, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MostBearers, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MostCandidates, 1, nameof(options));
        _postings = new ShinglePostings(_options.MostShingles, _options.MostBearers);
        _bearers = new int[_options.MostBearers];
        _slots = new Slot[Math.Min(_options.Window + 1, 1 << 10)];
    }

    /// <summary>How many texts were added; the number of the next one.</summary>
    public int Count { get; private set; }

    /// <summary>The memory held, in bytes, about.</summary>
    public long Bytes => _postings.Bytes + ((long)_slots.Length * 16);

    /// <summary>Adds a text and tells which earlier ones share words with it.</summary>
    /// <param name="text">The article's text; may be empty.</param>
    /// <returns>Those that share most first; valid until the next text is added.</returns>
    public IReadOnlyList<CopyCandidate> Add(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _words.Clear();
        foreach (var word in new WordScanner(text, new Konon.Text.TextSpan(0, text.Length))) _words.Add(WordHash.Of(word.In(text)));
        return Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words));
    }

    /// <summary>The same for a text that is cut into words already.</summary>
    internal IReadOnlyList<CopyCandidate> Add(ReadOnlySpan<ulong> words)
    {
        var text = Count;
        Grow();
        var oldest = Math.Max(0, text - _options.Window);
        var mark = _postings.Mark;
        var own = Vote(words, text, oldest);
        Collect(own);
        ref var slot = ref SlotOf(text);
        slot = new Slot { Shingles = own, Like = text };
        if (_found is [var best, ..]) Settle(ref slot, best);
        if (slot.Like != text && SlotOf(slot.Like).Crowd > LargestCrowd) _postings.TakeBack(mark);
        Count++;
        return _found;
    }

    private int Vote(ReadOnlySpan<ulong> words, int text, int oldest)
    {
        var own = 0;
        var length = Math.Min(words.Length - WordHash.ShingleLength + 1, _options.LongestText);
        for (var i = 0; i < length; i++)
        {
            var shingle = (uint)WordHash.Shingle(words[i], words[i + 1], words[i + 2]);
            var count = _postings.Meet(shingle, text, oldest, _bearers);
            if (count >= 0) own++;
            for (var k = 0; k < count; k++)
            {
                ref var slot = ref SlotOf(_bearers[k]);
                if (slot.Votes++ == 0) _touched.Add(_bearers[k]);
            }
        }

        return own;
    }

    private void Collect(int own)
    {
        _found.Clear();
        foreach (var other in _touched)
        {
            ref var slot = ref SlotOf(other);
            var containment = Math.Min(1, (double)slot.Votes / Math.Max(1, Math.Min(own, slot.Shingles)));
            if (slot.Votes >= _options.FewestShared && containment >= _options.SmallestContainment)
            {
                _found.Add(new CopyCandidate(other, slot.Votes, containment));
            }

            slot.Votes = 0;
        }

        _touched.Clear();
        _found.Sort(static (one, other) => (-one.Shared, -one.Text).CompareTo((-other.Shared, -other.Text)));
        if (_found.Count > _options.MostCandidates) _found.RemoveRange(_options.MostCandidates, _found.Count - _options.MostCandidates);
    }

    // The crowd of a text: those added that hold nearly the same words.
    private void Settle(ref Slot slot, CopyCandidate best)
    {
        ref var other = ref SlotOf(best.Text);
        if (best.Shared < SameText * Math.Max(slot.Shingles, other.Shingles)) return;
        slot.Like = other.Like < Count - _options.Window ? best.Text : other.Like;
        SlotOf(slot.Like).Crowd++;
    }

    private ref Slot SlotOf(int text) => ref _slots[text % _slots.Length];

    private void Grow()
    {
        if (Count < _slots.Length || _slots.Length > _options.Window) return;
        Array.Resize(ref _slots, (int)Math.Min((long)_options.Window + 1, _slots.Length * 2L));
    }

    private struct Slot
    {
        public int Shingles;
        public int Votes;
        public int Crowd;
        public int Like;
    }
}
