namespace Konon.Store;

/// <summary>Why a ledger cannot be used.</summary>
public enum LedgerFault
{
    /// <summary>There is none at that place, and the command only reads.</summary>
    Missing,

    /// <summary>What is there is no ledger.</summary>
    NotALedger,

    /// <summary>A newer Konon wrote it.</summary>
    Newer,

    /// <summary>Somebody else has been writing for longer than one waits.</summary>
    Busy,

    /// <summary>It may not be written.</summary>
    ReadOnly,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>It is damaged.</summary>
    Damaged,

    /// <summary>A copy was to be made over the ledger itself.</summary>
    Itself,

    /// <summary>It cannot be opened, read or written for another reason.</summary>
    Unreachable,
}
