namespace Konon.Store.Rereading;

/// <summary>A kept document under one of its labels, and the newest reading of it.</summary>
/// <param name="Sha256">SHA-256 of the document.</param>
/// <param name="Reader">Who read it last.</param>
public sealed record PendingReading(string Sha256, string Reader)
{
    internal long Document { get; init; }

    internal long Label { get; init; }

    internal long Reading { get; init; }
}

/// <summary>What came of reading a kept document again.</summary>
/// <param name="Pending">Which.</param>
/// <param name="Entry">What is to be appended; null where it was refused.</param>
/// <param name="Refusal">Why it was refused; null where it was read.</param>
public sealed record Reread(PendingReading Pending, PreparedEntry? Entry, string? Refusal);
