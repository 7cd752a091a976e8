using System.Runtime.InteropServices;

namespace Konon.Stories.Grouping;

/// <content>What is told: ids after people's decisions, and what changed since it was told last.</content>
public sealed partial class StoryGrouper
{
    // How many held articles were told to be of a story: an id that no article has is no story's.
    private readonly Dictionary<StoryId, int> _told = [];

    private GroupingChange Tell(int from)
    {
        var merged = MergedStories();
        if (_tellAll || AnyNamed(from)) from = _fixed;
        _tellAll = false;
        var articles = new List<ArticleStory>();
        var moved = new List<(StoryId From, StoryId To)>();
        for (var at = from; at < _done; at++)
        {
            var entry = _log[at];
            var told = new ArticleStory(entry.Key, merged.GetValueOrDefault(entry.Story!, entry.Story!).Id, entry.Story!.Id);
            if (told == entry.Told) continue;
            if (entry.Told.Story.Value is not null) moved.Add((entry.Told.Story, told.Story));
            Untell(entry);
            entry.Told = told;
            CollectionsMarshal.GetValueRefOrAddDefault(_told, told.Story, out _)++;
            articles.Add(told);
        }

        // The first to have moved is the earliest: the one that the old id was made of.
        var redirects = moved.DistinctBy(move => move.From).Where(move => !_told.ContainsKey(move.From));
        return new GroupingChange(articles, [.. redirects.Select(move => new StoryRedirect(move.From, move.To))]);
    }

    private void Untell(LogEntry entry)
    {
        if (entry.Told.Story.Value is null) return;
        ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(_told, entry.Told.Story);
        if (--count == 0) _told.Remove(entry.Told.Story);
        entry.Told = default;
    }

    private bool AnyNamed(int from)
    {
        if (_named.Count == 0) return false;
        for (var at = from; at < _done; at++)
        {
            if (_named.Contains(_log[at].Key)) return true;
        }

        return false;
    }
}
