namespace Konon.Ledger.Listing;

/// <summary>A figure as a listing shows it, with the claim that gives it.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Claim">Who gives it, where and when.</param>
public sealed record FigureRow(FigureInClaim Figure, ClaimRow Claim);
