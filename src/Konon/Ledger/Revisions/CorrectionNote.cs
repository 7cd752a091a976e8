namespace Konon.Ledger.Revisions;

/// <summary>A line in which an outlet says that it changed the article.</summary>
/// <param name="Exact">Its words as they stand, one paragraph.</param>
public readonly record struct CorrectionNote(string Exact);
