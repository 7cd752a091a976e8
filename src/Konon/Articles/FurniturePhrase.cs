namespace Konon.Articles;

/// <summary>How far a furniture phrase reaches.</summary>
internal enum FurnitureReach
{
    /// <summary>The line is the phrase and nothing else.</summary>
    Whole,

    /// <summary>The line that starts with it.</summary>
    Line,

    /// <summary>From it to the line's end, or to the sentence's end where much follows.</summary>
    Rest,

    /// <summary>From it to the sentence's end.</summary>
    Sentence,

    /// <summary>It and the headline that it leads in.</summary>
    Headline,

    /// <summary>Its line and all after it, when no paragraph follows.</summary>
    Tail,

    /// <summary>The phrase itself.</summary>
    Mark,
}

/// <summary>Words that give furniture away.</summary>
/// <param name="Words">The words, a star for one to six of any.</param>
/// <param name="Colon">Whether a colon must follow.</param>
/// <param name="Reach">How much goes with them.</param>
/// <param name="Reason">What they are: <c>related</c>, <c>promotion</c>, <c>credit</c>, <c>share</c>, <c>tail</c>.</param>
internal sealed record FurniturePhrase(string[] Words, bool Colon, FurnitureReach Reach, string Reason);
