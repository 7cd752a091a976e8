using Konon.Articles;
using Konon.Claims;

namespace Konon.Stories;

/// <summary>One article among those that tell the story.</summary>
public sealed record Report
{
    /// <summary>Its number in the story, from 1, by day; what views print in brackets.</summary>
    public required int Number { get; init; }

    /// <summary>The article and its claims.</summary>
    public required Reading Reading { get; init; }

    /// <summary>The inputs that gave it: more than one where the same bytes came again.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>The day on which it was published; null when nothing says.</summary>
    public required DateOnly? Day { get; init; }

    /// <summary>Without a day: the latest day on which it lets somebody speak, before which it cannot have been written.</summary>
    public required DateOnly? NotBefore { get; init; }

    /// <summary>The article.</summary>
    public Article Article => Reading.Article;

    /// <summary>Two reports are the same when they are one object: comparing, and hashing, whole articles would cost their length.</summary>
    public bool Equals(Report? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Number;

    /// <summary>Where it stands in time, for sorting; undated reports come last.</summary>
    internal DateOnly Place => Day ?? NotBefore ?? DateOnly.MaxValue;
}
