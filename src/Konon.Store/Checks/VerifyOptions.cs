namespace Konon.Store.Checks;

/// <summary>How thoroughly a ledger is verified.</summary>
public sealed record VerifyOptions
{
    /// <summary>Everything, on one core.</summary>
    public static VerifyOptions Default { get; } = new();

    /// <summary>Whether documents are not read again and words not looked up in the index; all else is checked still.</summary>
    public bool Quick { get; init; }

    /// <summary>How many readings are checked at a time; the answer is the same for any number.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Told how many rows and files are checked; null where nobody asks.</summary>
    public Action<long>? Progress { get; init; }
}
