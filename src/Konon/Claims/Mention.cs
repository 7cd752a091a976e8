using Konon.Text;

namespace Konon.Claims;

/// <summary>A range of tokens.</summary>
/// <param name="First">The first token.</param>
/// <param name="End">One past the last token.</param>
internal readonly record struct TokenRange(int First, int End)
{
    /// <summary>Whether it holds nothing.</summary>
    public bool IsEmpty => End <= First;

    /// <summary>How many tokens it holds.</summary>
    public int Length => End - First;
}

/// <summary>What kind of words name a speaker.</summary>
internal enum MentionKind
{
    /// <summary>A person's name, perhaps with a role.</summary>
    Person,

    /// <summary>A state, body, outlet or other name that is no person's.</summary>
    Name,

    /// <summary>"Dia", "-nya", "mereka".</summary>
    Pronoun,

    /// <summary>A role or description without a name.</summary>
    Description,

    /// <summary>A document that speaks: "laporan", "data".</summary>
    Document,
}

/// <summary>Who is named beside a cue, taken apart.</summary>
internal sealed record Mention
{
    /// <summary>All of it, role and apposition included.</summary>
    public required TokenRange Range { get; init; }

    /// <summary>What kind of words they are.</summary>
    public required MentionKind Kind { get; init; }

    /// <summary>The name's tokens, or those of the description; empty for "-nya".</summary>
    public required TokenRange Name { get; init; }

    /// <summary>Role or apposition; empty without one.</summary>
    public TokenRange Role { get; init; }

    /// <summary>The description put together where a relative clause completes it; null when the tokens of <see cref="Name"/> say all.</summary>
    public string? FullText { get; init; }

    /// <summary>Whether a demonstrative points back: "menteri itu".</summary>
    public bool PointsBack { get; init; }

    /// <summary>The second speaker of "X dan Y"; null for one.</summary>
    public Mention? Other { get; init; }

    /// <summary>Where it stands in the text.</summary>
    public TextSpan Span(Token[] tokens) => Range.IsEmpty
        ? default
        : new TextSpan(tokens[Range.First].Start, tokens[Range.End - 1].End);
}
