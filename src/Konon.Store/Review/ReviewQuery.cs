using Konon.Ledger.Review;

namespace Konon.Store.Review;

/// <summary>Which claims to look at.</summary>
public sealed record ReviewQuery
{
    /// <summary>How they stand; null for all.</summary>
    public ReviewState? State { get; init; } = ReviewState.Suggested;

    /// <summary>A speaker's id, or part of the name; null for all.</summary>
    public string? Speaker { get; init; }

    /// <summary>The speaker's party; null for all.</summary>
    public string? Party { get; init; }

    /// <summary>The stance by its name in files; null for all.</summary>
    public string? Stance { get; init; }

    /// <summary>The outlet; null for all.</summary>
    public string? Outlet { get; init; }

    /// <summary>The first day, <c>2025-06-10</c>; null for all.</summary>
    public string? Since { get; init; }

    /// <summary>The most claims, the least sure first.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>A claim that waits for a person.</summary>
public sealed record ReviewRow
{
    /// <summary>The claim's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The article's id.</summary>
    public string Article { get; init; } = "";

    /// <summary>The outlet; null where it is not known.</summary>
    public string? Outlet { get; init; }

    /// <summary>The day of the claim or of publication; empty where nothing says.</summary>
    public string Day { get; init; } = "";

    /// <summary>The speakers' names, with ", " between; null for nobody named.</summary>
    public string? Speakers { get; init; }

    /// <summary>The stance by its name in files.</summary>
    public string Stance { get; init; } = "";

    /// <summary>The claim's words.</summary>
    public string Words { get; init; } = "";

    /// <summary>How sure the rule is, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>How it stands, by its name in files.</summary>
    public string State { get; init; } = "";

    /// <summary>Whether a person corrected a field.</summary>
    public bool Corrected { get; init; }
}
