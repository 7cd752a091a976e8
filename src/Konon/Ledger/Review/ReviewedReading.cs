using Konon.Claims;

namespace Konon.Ledger.Review;

/// <summary>A reading as people left it: corrected, each claim with its state.</summary>
/// <param name="Reading">The reading with every correction; a rejected claim is still in it.</param>
/// <param name="Claims">How each of its claims stands, in the same order.</param>
/// <param name="Detached">Decisions that count and whose words are not in this reading, in order.</param>
public sealed record ReviewedReading(Reading Reading, IReadOnlyList<ClaimReview> Claims, IReadOnlyList<Decision> Detached)
{
    /// <summary>The reading without the claims that a person rejected.</summary>
    public Reading WithoutRejected() => Claims.All(claim => claim.State != ReviewState.Rejected)
        ? Reading
        : Reading with { Claims = [.. Reading.Claims.Where((_, i) => Claims[i].State != ReviewState.Rejected)] };

    /// <summary>Applies decisions to a reading. Linear in its claims and the decisions.</summary>
    /// <param name="reading">The reading as the machine made it.</param>
    /// <param name="decisions">All decisions on the article's claims, undone ones too, in the order in which they were made.</param>
    /// <param name="nameOf">The name of a speaker who was merged with others; null for one who was not.</param>
    public static ReviewedReading Of(Reading reading, IReadOnlyList<Decision> decisions, Func<Speaker, string?>? nameOf = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(decisions);
        var claims = reading.Claims.ToArray();
        var states = ClaimIds.Of(reading).Select(id => new ClaimReview { Id = id }).ToArray();
        var detached = new List<Decision>();
        if (decisions.Count > 0) Apply(reading, Decision.Standing(decisions), claims, states, detached);
        if (nameOf is not null) Rename(claims, nameOf);
        return new ReviewedReading(reading with { Claims = claims }, states, detached);
    }

    private static void Apply(
        Reading reading, IReadOnlyList<Decision> standing, Claim[] claims, ClaimReview[] states, List<Decision> detached)
    {
        var finder = new AnchorFinder(reading);
        foreach (var decision in standing)
        {
            if (decision.On != DecisionTarget.Claim || decision.Anchor is not { } anchor) continue;
            if (finder.Claim(anchor) is not { } at || !TryApply(decision, at, finder, reading, claims, states)) detached.Add(decision);
        }
    }

    private static bool TryApply(Decision decision, int at, AnchorFinder finder, Reading reading, Claim[] claims, ClaimReview[] states)
    {
        var state = states[at];
        switch (decision.Action)
        {
            case DecisionAction.Confirm:
                states[at] = state with { State = ReviewState.Confirmed, Decisions = [.. state.Decisions, decision] };
                return true;
            case DecisionAction.Reject:
                states[at] = state with { State = ReviewState.Rejected, Decisions = [.. state.Decisions, decision] };
                return true;
            case DecisionAction.Reset:
                claims[at] = reading.Claims[at];
                states[at] = new ClaimReview { Id = state.Id, Decisions = [decision] };
                return true;
            case DecisionAction.Correct or DecisionAction.Split:
                if (!ClaimField.TryParse(decision.Field ?? "", out var field)) return false;
                if (field.Part == ClaimPart.Figure)
                {
                    // A newer reading may number the figures of a claim in another way.
                    if (finder.Figure(decision.Anchor!, at) is not { } ordinal) return false;
                    field = field with { Ordinal = ordinal };
                }

                if (Correction.TryApply(claims[at], field, decision.Value, out claims[at]) is not null) return false;
                var fields = state.Corrected.Append(field.ToString()).Distinct(StringComparer.Ordinal);
                states[at] = state with { Corrected = [.. fields], Decisions = [.. state.Decisions, decision] };
                return true;
            default:
                return false;
        }
    }

    private static void Rename(Claim[] claims, Func<Speaker, string?> nameOf)
    {
        for (var i = 0; i < claims.Length; i++)
        {
            var speakers = claims[i].Speakers;
            var named = speakers.Select(speaker => nameOf(speaker) is { } name ? speaker with { Name = name } : speaker).ToList();
            if (!named.SequenceEqual(speakers)) claims[i] = claims[i] with { Speakers = named };
        }
    }
}
