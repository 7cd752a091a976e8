namespace Konon.Ledger.Alerts;

/// <summary>What happened in a story that somebody may want to be told of.</summary>
public enum StoryEventKind
{
    /// <summary>A quantity has a later value.</summary>
    Figure,

    /// <summary>A party says otherwise than before of one matter.</summary>
    Position,

    /// <summary>Figures that cannot all be right, or a statement and its denial, stand against each other for the first time.</summary>
    Conflict,

    /// <summary>A source took a figure back, or an outlet says that it changed an article.</summary>
    Correction,
}

/// <summary>What the kinds are called in commands and messages.</summary>
public static class StoryEventKinds
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<StoryEventKind> All { get; } = Enum.GetValues<StoryEventKind>();

    /// <summary>figure, position, conflict or correction.</summary>
    public static string Name(this StoryEventKind kind) => kind switch
    {
        StoryEventKind.Figure => "figure",
        StoryEventKind.Position => "position",
        StoryEventKind.Conflict => "conflict",
        StoryEventKind.Correction => "correction",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of event."),
    };

    /// <summary>The kind of that name; null where there is none.</summary>
    public static StoryEventKind? TryRead(string name)
    {
        foreach (var kind in All)
        {
            if (kind.Name() == name) return kind;
        }

        return null;
    }
}
