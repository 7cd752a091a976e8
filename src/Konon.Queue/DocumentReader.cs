using Konon.Bytes;
using Konon.Ledger;
using Konon.Store;
using Konon.Store.Forgetting;
using Microsoft.Extensions.Logging;

namespace Konon.Queue;

/// <summary>Makes of a message what is to be kept. Not thread-safe: one for each job, as it holds a connection.</summary>
internal sealed class DocumentReader(LedgerStore store, DocumentReading read, ILogger log, TimeProvider time) : IDisposable
{
    // The state of a document that is not seen within a run that goes on.
    private static readonly LedgerRun NoRun = new(0, 0);

    // What a person forgets while this one is at work is refused once more when it is appended.
    private static readonly TimeSpan ForgottenFor = TimeSpan.FromMinutes(1);

    private readonly SteadyLookup _lookup = new(store, NoRun, log, time);
    private ForgottenBook? _forgotten;
    private long _forgottenAt;

    /// <summary>Reads a message's document.</summary>
    /// <param name="message">The message.</param>
    /// <returns>What is to be kept, or why there is nothing.</returns>
    /// <exception cref="LedgerException">The ledger or its folder is away.</exception>
    public ReadResult Read(DocumentMessage message)
    {
        if (Find(message, out var document) is { } fault) return new ReadResult { Dead = fault };
        switch (_lookup.Of(document!))
        {
            case DocumentState.Forgotten: return new ReadResult { IsForgotten = true };
            case DocumentState.Known: return new ReadResult { Known = document };
        }

        var outcome = read(document!);
        if (outcome.Reading is null) return new ReadResult { Dead = outcome.Refusal ?? "refused", IsRefused = true };
        if (Forgotten().Has(outcome.Reading) || outcome.Documents.Any(part => _forgotten!.HasDocument(part.Sha256)))
        {
            return new ReadResult { IsForgotten = true };
        }

        store.KeepDocuments(outcome.Documents);
        return new ReadResult { Entry = PreparedEntry.Of(new LedgerEntry(message.Input, outcome.Documents, outcome.Reading)) };
    }

    /// <inheritdoc/>
    public void Dispose() => _lookup.Dispose();

    private string? Find(DocumentMessage message, out Document? document)
    {
        document = null;
        try
        {
            if (store.Documents.Get(message.Sha256) is not { } bytes) return "its bytes are not in the ledger's folder";
            ReadOnlyMemory<byte>? label = message.LabelDigest is null ? message.Label : store.Documents.Get(message.LabelDigest);
            if (label is null) return "its label is not in the ledger's folder";
            document = message.ToDocument(bytes, label.Value);
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException)
        {
            return fault.Message;
        }
    }

    private ForgottenBook Forgotten()
    {
        if (_forgotten is not null && time.GetElapsedTime(_forgottenAt) < ForgottenFor) return _forgotten;
        _forgottenAt = time.GetTimestamp();
        return _forgotten = store.Forgotten();
    }
}

/// <summary>What came of reading a message's document: one of these.</summary>
internal sealed record ReadResult
{
    /// <summary>What was read.</summary>
    public PreparedEntry? Entry { get; init; }

    /// <summary>A document that was read before; only that it was seen is to be kept.</summary>
    public Document? Known { get; init; }

    /// <summary>Why it is dead.</summary>
    public string? Dead { get; init; }

    /// <summary>Whether it was read and found to be no article, which is no fault.</summary>
    public bool IsRefused { get; init; }

    /// <summary>A person had it erased.</summary>
    public bool IsForgotten { get; init; }
}
