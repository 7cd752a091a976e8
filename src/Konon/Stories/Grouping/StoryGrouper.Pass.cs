using System.Numerics;

namespace Konon.Stories.Grouping;

/// <content>The pass: each article finds its story, and every step can be taken back.</content>
public sealed partial class StoryGrouper
{
    // A story opens per article at most, so closing a few per article keeps up; a wrong clock far ahead does not close all at once.
    private const int MostClosed = 4;

    private const int MinutesPerDay = 1440;

    // How fast likeness fades while nothing is told of a story: by half after eight days without an article.
    private const float FadeDays = 8;

    // Few words in common are like each other by chance: half of the likeness holds when so many terms are shared.
    private const float ChanceTerms = 3;

    // A story of many articles is like anything a little, and more of one topic than of one event: each doubling asks for a little more.
    private const float PerDoubling = 0.02f;

    // In another language only names and numbers can be compared: they must be nearly the same, and several.
    private const float ForeignJoinAt = 0.5f;
    private const int ForeignNames = 5;

    private readonly List<LiveStory> _found = [];

    // Of articles whose part is known: the stories that they opened.
    private readonly Dictionary<StoryId, LiveStory> _parts = [];

    // Up to where the log was looked at for stories to close, counted from the first article ever.
    private long _closedUpTo;

    // The time of the last article that has one: what one without is compared with is what is open then.
    private int _now;

    private int WindowMinutes => (int)Math.Min(_options.Window.TotalMinutes, int.MaxValue / 2);

    /// <summary>Lets one article find its story.</summary>
    private void Place(LogEntry entry)
    {
        entry.ClosedUpTo = _closedUpTo;
        if (entry.Minute != LogEntry.Undated) CloseOld(entry);
        if (entry.Minute != LogEntry.Undated) _now = entry.Minute;
        if (_apart.ContainsKey(entry.Key)) entry.Story = new LiveStory(entry);
        else if (entry.Known is { } part && _parts.TryGetValue(part, out var known) && known.IsOpen) Join(entry, known);
        else if (entry.Known is null && !IsBeyondUndated(entry) && Choose(entry.Sketch!) is { } story) Join(entry, story);
        else Open(entry);
    }

    private bool IsBeyondUndated(LogEntry entry) =>
        entry.Minute == LogEntry.Undated && _done > _options.MostUndated && _log[_done - 1 - _options.MostUndated].Minute == LogEntry.Undated;

    private void CloseOld(LogEntry entry)
    {
        for (var looked = 0; looked < MostClosed && _closedUpTo - _gone < _done - 1; looked++)
        {
            var oldest = _log[(int)(_closedUpTo - _gone)];
            if (oldest.Minute >= entry.Minute - WindowMinutes) return;
            _closedUpTo++;
            var story = oldest.Story!;
            if (!story.IsOpen || story.State!.Last != oldest) continue;
            _index.Close(story);
            (entry.Closed ??= []).Add(story);
        }
    }

    private LiveStory? Choose(ArticleSketch sketch)
    {
        var language = LanguageSets.Of(sketch.Language);
        LiveStory? best = null;
        var bestScore = (float)_options.JoinAt;
        _index.Find(sketch.Terms, _found);
        foreach (var story in _found)
        {
            var score = Score(sketch, story.State!, (story.State!.Languages & language) == 0);
            if (score < bestScore || (score == bestScore && best is not null && LogOrder.By.Compare(story.Root, best.Root) > 0)) continue;
            (best, bestScore) = (story, score);
        }

        return best;
    }

    private float Score(ArticleSketch sketch, StoryState state, bool isForeign)
    {
        var last = state.Last.Minute == LogEntry.Undated ? _now : state.Last.Minute;
        if (last < _now - WindowMinutes) return -1;
        var like = state.Compare(sketch.Terms, isForeign);
        if (isForeign && (like.Names < ForeignNames || like.Cosine < ForeignJoinAt)) return -1;
        var days = (float)(_now - last) / MinutesPerDay / FadeDays;
        var chance = like.Terms / (like.Terms + ChanceTerms);
        // Recipes and forecasts share many words and no name; a third of the likeness is left to those, near copies apart.
        var named = ((4f * like.Names) + 1) / ((4f * like.Names) + 3);
        var size = 1 + (PerDoubling * BitOperations.Log2((uint)state.Count));
        return like.Cosine * chance * named / size / (1 + (days * days));
    }

    private void Open(LogEntry entry)
    {
        var story = new LiveStory(entry) { State = StoryState.Open(entry, _options) };
        entry.Story = story;
        entry.Before = null;
        _index.Open(story);
        if (entry.Known is not null) _parts[story.Id] = story;
    }

    private void Join(LogEntry entry, LiveStory story)
    {
        entry.Story = story;
        entry.Before = story.State;
        _index.Change(story, story.State!.With(entry, _options));
    }

    /// <summary>Takes the pass back, so that <paramref name="to"/> articles have gone through it.</summary>
    private void Rewind(int to)
    {
        if (to >= _done) return;
        while (_done > to) TakeBack(_log[--_done]);
        _now = LastTime();
    }

    private int LastTime()
    {
        for (var at = _done - 1; at >= 0; at--)
        {
            if (_log[at].Minute != LogEntry.Undated) return _log[at].Minute;
        }

        return _final?.Minute ?? 0;
    }

    private void TakeBack(LogEntry entry)
    {
        var story = entry.Story!;
        if (entry.Before is { } before) _index.Change(story, before);
        else if (story.IsOpen) _index.Close(story);
        (entry.Story, entry.Before, entry.Known) = (null, null, null);
        for (var i = (entry.Closed?.Count ?? 0) - 1; i >= 0; i--) _index.Open(entry.Closed![i]);
        (entry.Closed, _closedUpTo) = (null, entry.ClosedUpTo);
    }
}
