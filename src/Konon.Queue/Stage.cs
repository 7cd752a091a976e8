namespace Konon.Queue;

/// <summary>What a worker does with a document, in order.</summary>
internal enum Stage
{
    /// <summary>Bytes to article to claims.</summary>
    Read,

    /// <summary>Rows into the ledger; counted by documents, timed by batches.</summary>
    Keep,

    /// <summary>Settling stories.</summary>
    Settle,
}
