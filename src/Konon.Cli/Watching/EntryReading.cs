using Konon.Bytes;
using Konon.Fetch;
using Konon.Ledger;
using Konon.Store;
using Konon.Store.Watching;

namespace Konon.Cli.Watching;

/// <summary>Asks the address of an entry whether it has changed, reads it where it has, and keeps its documents. Thread-safe.</summary>
internal sealed class EntryReading(LedgerStore store, Inputs inputs, Fetcher fetcher)
{
    // Who says "too many" without saying how long.
    private static readonly TimeSpan TooMany = TimeSpan.FromMinutes(5);

    // The state of a document that is not seen within a run that goes on.
    private static readonly LedgerRun NoRun = new(0, 0);

    // What is forgotten while this one is at work is refused when it is appended.
    private readonly Lazy<Store.Forgetting.ForgottenBook> _forgotten = new(store.Forgotten);

    /// <summary>What came of asking.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> asked for it.</exception>
    /// <exception cref="LedgerException">The ledger or its folder cannot be used.</exception>
    public async Task<EntryVisit> ReadAsync(WatchedEntry entry, CancellationToken cancel)
    {
        if (_forgotten.Value.HasAddress(entry.Url)) return new EntryVisit(entry) { Forgotten = true };
        var request = new FetchRequest(entry.Url) { ETag = entry.Validators.ETag, LastModified = entry.Validators.LastModified };
        var answer = await fetcher.FetchAsync(request, cancel);
        if (answer.Page is not { } page) return Refused(entry, answer);
        if (IsFrontPage(page.Url) && !IsFrontPage(entry.Url))
        {
            return new EntryVisit(entry) { Absence = "front page", Fault = "leads to the outlet's front page" };
        }

        if (!page.NotModified) return await Task.Run(() => TryRead(entry, page), cancel);
        return entry.Validators == default
            ? new EntryVisit(entry) { Fault = "the server says \"not modified\" to whom it gave nothing" }
            : new EntryVisit(entry) { NotModifiedAt = page.FetchedAt };
    }

    private static EntryVisit Refused(WatchedEntry entry, FetchResult answer) => new(entry)
    {
        Fault = answer.Words,
        Absence = answer.Refusal switch { FetchRefusal.NotFound => "404", FetchRefusal.Gone => "410", _ => null },
        RetryAfter = answer.RetryAfter ?? (answer.Refusal == FetchRefusal.TooManyRequests ? TooMany : null),
    };

    private EntryVisit TryRead(WatchedEntry entry, FetchedPage page)
    {
        try
        {
            return Read(entry, page);
        }
#pragma warning disable CA1031 // The last resort: a fault of the program on one article costs that article, and says which.
        catch (Exception fault) when (fault is not (OutOfMemoryException or LedgerException))
#pragma warning restore CA1031
        {
            return new EntryVisit(entry) { Fault = $"a fault in konon, please report it: {fault.GetType().Name}: {fault.Message}" };
        }
    }

    private EntryVisit Read(WatchedEntry entry, FetchedPage page)
    {
        var (read, known) = (new List<PreparedEntry>(), new List<Document>());
        var visit = new EntryVisit(entry) { Read = read, Known = known, Validators = new Validators(page.ETag, page.LastModified) };
        using var lookup = store.LookUp(NoRun);
        foreach (var item in inputs.Open(entry.Url, entry.Feed, page))
        {
            var state = item.Document is { } document ? lookup.Of(document) : DocumentState.New;
            if (state == DocumentState.Forgotten) return new EntryVisit(entry) { Forgotten = true };
            if (state == DocumentState.Known)
            {
                known.Add(item.Document!);
                continue;
            }

            var outcome = inputs.Read(item);
            if (outcome.Reading is null) return new EntryVisit(entry) { Fault = outcome.Refusal };
            if (_forgotten.Value.Has(outcome.Reading)) return new EntryVisit(entry) { Forgotten = true };
            store.KeepDocuments(outcome.Documents);
            read.Add(PreparedEntry.Of(new LedgerEntry(outcome.Input, outcome.Documents, outcome.Reading)));
            // Of an article whose words stand on another page this one's validators say nothing.
            if (outcome.Documents is not [{ } own] || own.Sha256 != item.Document!.Sha256) visit = visit with { Validators = default };
        }

        return read.Count + known.Count > 0 ? visit : new EntryVisit(entry) { Fault = "nothing to read" };
    }

    private static bool IsFrontPage(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { AbsolutePath: "/", Query: "" };
}
