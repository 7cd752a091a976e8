namespace Konon.Stories.Grouping;

/// <summary>One story as the pass over the articles made it, before people's decisions.</summary>
/// <param name="root">Its earliest article, which opened it.</param>
internal sealed class LiveStory(LogEntry root)
{
    /// <summary>Its earliest article.</summary>
    public LogEntry Root { get; } = root;

    /// <summary>The id that it has by itself.</summary>
    public StoryId Id { get; } = StoryId.Of(root.Key);

    /// <summary>Where the index has it; -1 once it is closed, and of one that a person split off.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>What it is like now; null once it is closed for good, and of one that a person split off.</summary>
    public StoryState? State { get; set; }

    /// <summary>Whether articles can join it.</summary>
    public bool IsOpen => Slot >= 0;
}
