namespace Konon.Store;

/// <summary>A ledger cannot be used. What was committed before is kept.</summary>
#pragma warning disable RCS1194 // Without a fault and a place it would say nothing.
public sealed class LedgerException : Exception
#pragma warning restore RCS1194
{
    /// <summary>A fault of the ledger at a place.</summary>
    /// <param name="location">The ledger as the user named it.</param>
    /// <param name="fault">What is wrong.</param>
    /// <param name="inner">What the database said; null where it said nothing.</param>
    public LedgerException(string location, LedgerFault fault, Exception? inner = null)
        : base(location + ": " + Words(fault) + Detail(fault, inner), inner)
    {
        Fault = fault;
    }

    /// <summary>What is wrong.</summary>
    public LedgerFault Fault { get; }

    private static string Words(LedgerFault fault) => fault switch
    {
        LedgerFault.Missing => "there is no ledger; konon add makes one",
        LedgerFault.NotALedger => "this file is no ledger of Konon",
        LedgerFault.Newer => "a newer version of Konon wrote this ledger; this one cannot read it",
        LedgerFault.Busy => "somebody else is writing to the ledger; try again",
        LedgerFault.ReadOnly => "the ledger may not be written",
        LedgerFault.Full => "the disk is full; what was kept before stays",
        LedgerFault.Damaged => "the ledger is damaged; konon verify says where",
        LedgerFault.Itself => "this is the ledger itself; a backup goes elsewhere",
        _ => "the ledger cannot be used",
    };

    private static string Detail(LedgerFault fault, Exception? inner) =>
        fault == LedgerFault.Unreachable && inner is not null ? " (" + inner.Message.ReplaceLineEndings(" ") + ")" : "";
}
