namespace Konon.Stories.Grouping;

/// <summary>What a person decided about stories. It names articles, which stay, and not stories, whose ids may change.</summary>
/// <param name="Order">Its place among the decisions: a later one overrides an earlier one. No two share one.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="Articles">
/// The keys of the articles concerned. To merge two stories name the articles of both: each that no later decision splits off stands for its
/// story. Articles that are not there are passed over.
/// </param>
public sealed record StoryDecision(long Order, StoryDecisionKind Kind, IReadOnlyList<string> Articles)
{
    /// <summary>The articles' stories are one.</summary>
    public static StoryDecision Merge(long order, params IReadOnlyList<string> articles) => new(order, StoryDecisionKind.Merge, articles);

    /// <summary>The articles leave their stories and together make one of their own, which others join only by a merge.</summary>
    public static StoryDecision Split(long order, params IReadOnlyList<string> articles) => new(order, StoryDecisionKind.Split, articles);

    /// <summary>An article leaves its story for the one that tells what <paramref name="others"/> do.</summary>
    /// <returns>A split of <paramref name="order"/> and a merge of the order after it.</returns>
    public static IReadOnlyList<StoryDecision> Move(long order, string article, params IReadOnlyList<string> others) =>
        [Split(order, article), Merge(order + 1, [article, .. others])];
}

/// <summary>What a person can decide about stories.</summary>
public enum StoryDecisionKind
{
    /// <summary>The articles' stories are one.</summary>
    Merge,

    /// <summary>The articles are a story of their own.</summary>
    Split,
}
