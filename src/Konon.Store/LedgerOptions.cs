namespace Konon.Store;

/// <summary>What a ledger may be told.</summary>
public sealed record LedgerOptions
{
    /// <summary>The defaults.</summary>
    public static LedgerOptions Default { get; } = new();

    /// <summary>The reader's name, written beside all that it reads: this version of Konon.</summary>
    public string Reader { get; init; } = Konon.Ledger.Reader.Name;

    /// <summary>Whether a ledger that is not there is made; else opening it is a fault.</summary>
    public bool Create { get; init; }

    /// <summary>The folder of the kept documents; null for where the ledger has them: beside its file, or in the server's rows.</summary>
    public string? Documents { get; init; }

    /// <summary>
    /// For how long a server that is away, or a writer that takes long, is waited for before it is a fault; zero, the default, tells
    /// at once. A file is never away.
    /// </summary>
    public TimeSpan Patience { get; init; }

    /// <summary>The tables; a test may be an older or a newer Konon.</summary>
    internal LedgerSchema Schema { get; init; } = LedgerSchema.Newest;
}
