using System.Diagnostics.CodeAnalysis;

namespace Konon.Stories.Grouping;

/// <summary>Brings articles that tell one developing event together, as they come.</summary>
/// <remarks>
/// <para>
/// The stories are defined by one pass over the articles in order of time, then key: each joins the open story that it is most like, or
/// opens one. An article that comes late takes the pass back to its place and lets the rest go through again, so stories and ids are a
/// function of the set of articles and decisions, however they came. Adding only queues; <see cref="Settle"/> does the work, once for
/// all that was queued.
/// </para>
/// <para>
/// An article that comes in order costs bounded work: some of its terms look among open stories, a bounded number are compared. A late one
/// costs as much again for each article after it. Memory: the last <see cref="GroupingOptions.Held"/> articles, 2 to 4 kB each, and the open
/// stories. Not thread-safe.
/// </para>
/// </remarks>
public sealed partial class StoryGrouper
{
    private readonly GroupingOptions _options;
    private readonly StoryIndex _index;
    private readonly Dictionary<string, LogEntry> _byKey = new(StringComparer.Ordinal);

    // In order; the first _done went through the pass.
    private readonly List<LogEntry> _log = [];
    private readonly List<LogEntry> _queued = [];
    private int _done;

    // The last article that can be taken back no more; those up to it stay in the log while a story may still have to be closed for them.
    private LogEntry? _final;
    private int _fixed;

    // How many articles left the log for good.
    private long _gone;

    /// <summary>Creates a grouper without articles.</summary>
    /// <param name="options">The knobs; the defaults when null.</param>
    public StoryGrouper(GroupingOptions? options = null)
    {
        _options = options ?? GroupingOptions.Default;
        _index = new StoryIndex(_options);
    }

    /// <summary>How many articles are held and can still change their story.</summary>
    public int Held => _byKey.Count;

    /// <summary>How many stories articles can join at this moment.</summary>
    public int OpenStories => _index.Count;

    /// <summary>Queues an article.</summary>
    /// <remarks>
    /// Of two sketches with one key one stays, always the same one: the later, and of the same time the one whose bytes are ordinally
    /// greater. A corrected reading replaces its older one by <see cref="Remove"/> first.
    /// </remarks>
    public GroupingOutcome Add(ArticleSketch sketch) => Add(sketch, null);

    /// <summary>Queues an article of which it is kept where the pass put it: several times faster, for making the state again.</summary>
    /// <param name="sketch">The article.</param>
    /// <param name="part">
    /// <see cref="ArticleStory.Part"/> of an earlier run with the same rules, the same decisions, and the same articles before this one. Null
    /// where it must be found; what is not so gives other stories than the pass.
    /// </param>
    public GroupingOutcome Add(ArticleSketch sketch, StoryId? part)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        var entry = new LogEntry(sketch) { Known = part };
        if (_byKey.TryGetValue(sketch.Key, out var known))
        {
            if (!Replaces(sketch, known.Sketch!)) return GroupingOutcome.Unchanged;
            Take(known);
        }
        else if (_final is not null && LogOrder.By.Compare(entry, _final) <= 0)
        {
            return GroupingOutcome.TooLate;
        }

        _byKey[sketch.Key] = entry;
        _queued.Add(entry);
        return GroupingOutcome.Taken;
    }

    /// <summary>Takes an article out, as if it had never come.</summary>
    /// <param name="key">Its key.</param>
    public GroupingOutcome Remove(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!_byKey.Remove(key, out var entry)) return _final is null ? GroupingOutcome.Unchanged : GroupingOutcome.TooLate;
        Take(entry);
        return GroupingOutcome.Taken;
    }

    /// <summary>Lets everything queued take effect.</summary>
    /// <returns>What is told differently than after the last call.</returns>
    public GroupingChange Settle()
    {
        MergeQueue();
        var from = _done;
        while (_done < _log.Count) Place(_log[_done++]);
        var change = Tell(from);
        Trim();
        return change;
    }

    /// <summary>The story of an article; false when it is not held.</summary>
    /// <param name="key">The article's key.</param>
    /// <param name="story">Its story, as of the last settling.</param>
    public bool TryFind(string key, [MaybeNullWhen(false)] out ArticleStory story)
    {
        ArgumentNullException.ThrowIfNull(key);
        story = default;
        if (!_byKey.TryGetValue(key, out var entry) || entry.Story is null) return false;
        story = entry.Told;
        return true;
    }

    /// <summary>The stories of the articles held, as of the last settling, by their earliest article.</summary>
    public IReadOnlyList<GroupedStory> Stories() =>
    [
        .. _log.Take(_done).Skip(_fixed)
            .GroupBy(entry => entry.Told.Story)
            .Select(story => new GroupedStory(story.Key, [.. story.Select(entry => entry.Sketch!)])),
    ];

    // Of what was sketched twice, one must win whichever came first.
    private static bool Replaces(ArticleSketch sketch, ArticleSketch known)
    {
        var byTime = (sketch.Minute ?? -1).CompareTo(known.Minute ?? -1);
        return byTime != 0 ? byTime > 0 : sketch.ToBytes().AsSpan().SequenceCompareTo(known.ToBytes()) > 0;
    }

    /// <summary>Takes an entry out of the log or the queue.</summary>
    private void Take(LogEntry entry)
    {
        entry.IsTaken = true;
        _tellAll |= _named.Contains(entry.Key);
        var at = _log.BinarySearch(entry, LogOrder.By);
        if (at < 0 || _log[at] != entry) return;
        Rewind(at);
        Untell(entry);
        _log.RemoveAt(at);
    }

    /// <summary>Puts the queue into the log, and takes the pass back to the earliest of its articles.</summary>
    private void MergeQueue()
    {
        _queued.RemoveAll(entry => entry.IsTaken);
        if (_queued.Count == 0) return;
        _queued.Sort(LogOrder.By);
        var at = _log.BinarySearch(0, _done, _queued[0], LogOrder.By);
        Rewind(at < 0 ? ~at : at);
        var isAtEnd = _done == _log.Count;
        _log.AddRange(_queued);
        if (!isAtEnd) _log.Sort(_done, _log.Count - _done, LogOrder.By);
        _queued.Clear();
    }

    /// <summary>Lets go of what is too old to be taken back.</summary>
    private void Trim()
    {
        while (_done - _fixed > _options.Held) Fix(_log[_fixed++]);
        // Closing looks at an article once more when the window after it is over; a pass taken back may look again.
        var needed = _fixed < _done ? _log[_fixed].ClosedUpTo : _closedUpTo;
        var free = (int)Math.Min(needed - _gone, _fixed);
        // All at once now and then: taking from the front of a list costs its length.
        if (free * 2 < _log.Count) return;
        _log.RemoveRange(0, free);
        (_gone, _fixed, _done) = (_gone + free, _fixed - free, _done - free);
    }

    private void Fix(LogEntry entry)
    {
        _byKey.Remove(entry.Key);
        Untell(entry);
        if (_named.Contains(entry.Key)) _fixedStories[entry.Key] = entry.Story!;
        entry.Forget();
        _final = entry;
    }
}
