namespace Konon.Ledger.Review;

/// <summary>
/// What a person decided: who, when, why, on which words, and what was there before. Never changed; undone by another one.
/// </summary>
public sealed record Decision
{
    /// <summary>16 hexadecimal digits made of all the rest.</summary>
    public string Id { get; init; } = "";

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>Why; null where nothing was said.</summary>
    public string? Why { get; init; }

    /// <summary>What was decided.</summary>
    public required DecisionAction Action { get; init; }

    /// <summary>What kind of thing it is on.</summary>
    public required DecisionTarget On { get; init; }

    /// <summary>The id of what it is on, as it was called then.</summary>
    public required string Target { get; init; }

    /// <summary>Of a merge, what the target becomes part of.</summary>
    public string? Other { get; init; }

    /// <summary>Of a correction, the field: <c>stance</c>, <c>speaker.1.name</c>, <c>figure.2.value</c>.</summary>
    public string? Field { get; init; }

    /// <summary>
    /// Of a correction, the new value; null where the field has none. Of a decision on stories the ids of the articles that it speaks of,
    /// with blanks between them: articles stay, while the ids of stories may change.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>What stood there before: a state, a value; null where nothing stood.</summary>
    public string? Before { get; init; }

    /// <summary>The id of the article that holds the words; null where the decision is on no words.</summary>
    public string? Article { get; init; }

    /// <summary>The words; null where the decision is on no words.</summary>
    public Anchor? Anchor { get; init; }

    /// <summary>The words of <see cref="Other"/>; null where it has none.</summary>
    public Anchor? OtherAnchor { get; init; }

    /// <summary>The id of the decision that this one undoes.</summary>
    public string? Undoes { get; init; }

    /// <summary>Those of the decisions that still count, in their order: none that was undone, and no undoing itself.</summary>
    /// <param name="decisions">Decisions in the order in which they were made. Linear.</param>
    public static IReadOnlyList<Decision> Standing(IReadOnlyList<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var undone = Undone(decisions);
        return [.. decisions.Where(decision => decision.Action != DecisionAction.Undo && !undone.Contains(decision.Id))];
    }

    /// <summary>The ids of the decisions that no longer count, undoings that were undone among them.</summary>
    /// <param name="decisions">Decisions in the order in which they were made. Linear.</param>
    public static IReadOnlySet<string> Undone(IReadOnlyList<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        // From the last to the first: whoever undoes comes after what is undone, so an undoing is settled before it is asked.
        var undone = new HashSet<string>(StringComparer.Ordinal);
        for (var i = decisions.Count - 1; i >= 0; i--)
        {
            if (decisions[i].Undoes is { } id && !undone.Contains(decisions[i].Id)) undone.Add(id);
        }

        return undone;
    }
}
