using System.Runtime.InteropServices;

namespace Konon.Stories.Grouping;

/// <summary>Finds the open stories that share heavy terms with an article: postings of open stories only.</summary>
/// <remarks>What it finds depends on which stories are open and what they are like, not on how they came to be so.</remarks>
internal sealed class StoryIndex(GroupingOptions options)
{
    private readonly Dictionary<uint, List<int>> _postings = [];
    private readonly List<LiveStory?> _stories = [];
    private readonly Stack<int> _free = [];
    private readonly List<int> _touched = [];
    private float[] _scores = new float[256];

    /// <summary>How many stories are open.</summary>
    public int Count => _stories.Count - _free.Count;

    /// <summary>How many postings there are.</summary>
    public long Postings => _postings.Values.Sum(list => (long)list.Count);

    /// <summary>Opens a story that has a state.</summary>
    public void Open(LiveStory story)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _stories.Count;
            _stories.Add(null);
            if (slot >= _scores.Length) Array.Resize(ref _scores, _scores.Length * 2);
        }

        _stories[slot] = story;
        story.Slot = slot;
        foreach (var term in story.State!.Indexed) AddPosting(term, slot);
    }

    /// <summary>Closes a story; it keeps its state.</summary>
    public void Close(LiveStory story)
    {
        foreach (var term in story.State!.Indexed) RemovePosting(term, story.Slot);
        _stories[story.Slot] = null;
        _free.Push(story.Slot);
        story.Slot = -1;
    }

    /// <summary>Puts another state in the place of an open story's.</summary>
    public void Change(LiveStory story, StoryState state)
    {
        var (before, after) = (story.State!.Indexed, state.Indexed);
        var (one, other) = (0, 0);
        while (one < before.Length || other < after.Length)
        {
            if (other == after.Length || (one < before.Length && before[one] < after[other])) RemovePosting(before[one++], story.Slot);
            else if (one == before.Length || after[other] < before[one]) AddPosting(after[other++], story.Slot);
            else (one, other) = (one + 1, other + 1);
        }

        story.State = state;
    }

    /// <summary>The stories that share most with the heaviest of an article's terms, the best first.</summary>
    /// <param name="terms">The article's terms.</param>
    /// <param name="found">Filled with at most <see cref="GroupingOptions.Candidates"/> stories.</param>
    public void Find(ReadOnlySpan<SketchTerm> terms, List<LiveStory> found)
    {
        found.Clear();
        Span<SketchTerm> heaviest = stackalloc SketchTerm[Math.Min(options.ProbeTerms, terms.Length)];
        Select(terms, heaviest);
        foreach (var term in heaviest) Touch(term);
        foreach (var slot in _touched) Keep(slot, found);
        foreach (var slot in _touched) _scores[slot] = 0;
        _touched.Clear();
    }

    private void Touch(SketchTerm term)
    {
        if (!_postings.TryGetValue(term.Hash, out var slots) || slots.Count > options.PostingCap) return;
        foreach (var slot in CollectionsMarshal.AsSpan(slots))
        {
            if (_scores[slot] == 0) _touched.Add(slot);
            _scores[slot] += term.Weight;
        }
    }

    private void Keep(int slot, List<LiveStory> found)
    {
        var story = _stories[slot]!;
        var at = found.Count;
        while (at > 0 && IsBetter(story, found[at - 1])) at--;
        if (at >= options.Candidates) return;
        if (found.Count == options.Candidates) found.RemoveAt(found.Count - 1);
        found.Insert(at, story);
    }

    // Of two alike the one that began earlier: slots are given out as they come, and may not decide.
    private bool IsBetter(LiveStory story, LiveStory than)
    {
        var (one, other) = (_scores[story.Slot], _scores[than.Slot]);
        return one > other || (one == other && LogOrder.By.Compare(story.Root, than.Root) < 0);
    }

    private static void Select(ReadOnlySpan<SketchTerm> terms, Span<SketchTerm> heaviest)
    {
        var count = 0;
        foreach (var term in terms)
        {
            var at = count;
            while (at > 0 && term.Weight > heaviest[at - 1].Weight) at--;
            if (at == heaviest.Length) continue;
            if (count < heaviest.Length) count++;
            heaviest[at..(count - 1)].CopyTo(heaviest[(at + 1)..]);
            heaviest[at] = term;
        }
    }

    private void AddPosting(uint term, int slot)
    {
        ref var slots = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, term, out _);
        (slots ??= []).Add(slot);
    }

    private void RemovePosting(uint term, int slot)
    {
        var slots = _postings[term];
        var at = CollectionsMarshal.AsSpan(slots).LastIndexOf(slot);
        slots[at] = slots[^1];
        slots.RemoveAt(slots.Count - 1);
        if (slots.Count == 0) _postings.Remove(term);
    }
}
