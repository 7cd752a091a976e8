namespace Konon.Stories.Grouping;

/// <summary>One article in the order of time, and what its coming changed, so that it can be taken back.</summary>
internal sealed class LogEntry(ArticleSketch sketch)
{
    /// <summary>The time of articles without one: after all others.</summary>
    public const int Undated = int.MaxValue;

    /// <summary>The article's key.</summary>
    public string Key { get; } = sketch.Key;

    /// <summary>Its time in minutes; <see cref="Undated"/> without one.</summary>
    public int Minute { get; } = sketch.Minute ?? Undated;

    /// <summary>The article; null once it can be taken back no more.</summary>
    public ArticleSketch? Sketch { get; private set; } = sketch;

    /// <summary>The part that it is known to be in; null once the pass was taken back, or where nobody knows.</summary>
    public StoryId? Known { get; set; }

    /// <summary>Whether it was taken out before it went through the pass.</summary>
    public bool IsTaken { get; set; }

    /// <summary>The story that it joined or opened; null before it was placed.</summary>
    public LiveStory? Story { get; set; }

    /// <summary>The story before it joined; null when it opened the story.</summary>
    public StoryState? Before { get; set; }

    /// <summary>Up to where stories had been looked at for closing before it came, counted from the first article ever.</summary>
    public long ClosedUpTo { get; set; }

    /// <summary>The stories that its coming closed, in order; null for none.</summary>
    public List<LiveStory>? Closed { get; set; }

    /// <summary>What was told of it last; the default before anything was.</summary>
    public ArticleStory Told { get; set; }

    /// <summary>Lets go of what taking it back would need, and of what the stories were like that it closed for good.</summary>
    public void Forget()
    {
        foreach (var story in Closed ?? []) story.State = null;
        (Sketch, Before, Closed) = (null, null, null);
    }
}
