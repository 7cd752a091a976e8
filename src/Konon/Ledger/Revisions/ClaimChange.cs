using Konon.Claims;

namespace Konon.Ledger.Revisions;

/// <summary>One field that has another value now.</summary>
/// <param name="Field">
/// Its name in files: <c>words</c>, <c>stance</c>, <c>speaker.1.name</c>, <c>figure.2.value</c>; <c>figure</c> for a whole one.
/// </param>
/// <param name="Before">What stood there; null where nothing did.</param>
/// <param name="After">What stands there now; null where nothing does.</param>
public readonly record struct FieldChange(string Field, string? Before, string? After);

/// <summary>A claim that came, went or changed.</summary>
/// <param name="Before">The claim as it was; null for a new one.</param>
/// <param name="After">The claim as it is; null for one that went.</param>
/// <param name="Fields">What changed; empty for one that came or went.</param>
public sealed record ClaimChange(ChangedClaim? Before, ChangedClaim? After, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>Whether more than the words changed: a figure, a speaker, a stance, a time.</summary>
    public bool ChangesMeaning => Before is null || After is null || Fields.Any(change => change.Field != "words");
}

/// <summary>A claim with what is needed to show it.</summary>
/// <param name="Id">Its id in that version.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Words">Its content, word for word.</param>
public sealed record ChangedClaim(string Id, Claim Claim, string Words);
