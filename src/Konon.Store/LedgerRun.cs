namespace Konon.Store;

/// <summary>One run of a command that adds: what it has seen is written down as it goes, so that a stopped run can go on.</summary>
/// <param name="Id">Its number in the ledger.</param>
/// <param name="SeenBefore">How many inputs it had seen when it was stopped; 0 for a fresh run.</param>
public sealed record LedgerRun(long Id, long SeenBefore)
{
    /// <summary>Whether it goes on where it was stopped.</summary>
    public bool IsResumed => SeenBefore > 0;
}

/// <summary>What a ledger knows of a document before it is read.</summary>
public enum DocumentState
{
    /// <summary>Nothing: it is to be read.</summary>
    New,

    /// <summary>This version of Konon read it; only a sighting is to be added.</summary>
    Known,

    /// <summary>The same run saw it at the same input before it was stopped; nothing is to be added.</summary>
    SeenInThisRun,

    /// <summary>A person had it erased; it is not read again.</summary>
    Forgotten,
}

/// <summary>What came of an append.</summary>
/// <param name="Articles">Articles that the ledger did not have.</param>
/// <param name="Versions">New readings of articles that it had.</param>
/// <param name="Sightings">What was seen, new or known.</param>
public readonly record struct AppendCounts(int Articles, int Versions, int Sightings)
{
    /// <summary>Both together.</summary>
    public static AppendCounts operator +(AppendCounts one, AppendCounts other) =>
        new(one.Articles + other.Articles, one.Versions + other.Versions, one.Sightings + other.Sightings);
}
