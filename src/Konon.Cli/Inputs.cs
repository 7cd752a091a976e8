using Konon.Articles;
using Konon.Bytes;
using Konon.Claims;
using Konon.Fetch;
using Konon.Intake;
using Konon.Intake.Feeds;

namespace Konon.Cli;

/// <summary>What came of one input: a reading, or why there is none.</summary>
/// <param name="Input">The input as the user named it.</param>
/// <param name="Reading">What was read; null when it was refused.</param>
/// <param name="Refusal">Why it was refused; null when it was read.</param>
internal readonly record struct Outcome(string Input, Reading? Reading, string? Refusal)
{
    /// <summary>The documents that the reading was made of, its own first; empty when it was refused.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];
}

/// <summary>Which inputs, and how to take them.</summary>
/// <param name="Paths">Files, folders, or <c>-</c>.</param>
/// <param name="Columns">How a table calls Konon's fields.</param>
/// <param name="MaxTextSize">The most bytes of text that one article may have.</param>
/// <param name="Jobs">How many articles to read at a time.</param>
/// <param name="Skip">In an archive, the offset before which records are passed over.</param>
/// <param name="MaxEntries">The most articles of one feed or sitemap.</param>
/// <param name="Fetch">How addresses are fetched.</param>
internal sealed record InputOptions(
    IReadOnlyList<string> Paths, ColumnMap Columns, int MaxTextSize, int Jobs, long Skip, int MaxEntries, FetchOptions Fetch);

/// <summary>Reads the inputs that the user named.</summary>
internal sealed class Inputs : IDisposable
{
    private readonly InputOptions _options;
    private readonly Fetcher _fetcher;
    private readonly Coverage _coverage;
    private readonly ArticleOptions _limits;

    /// <summary>The inputs of one run.</summary>
    /// <param name="options">Which inputs, and how to take them.</param>
    /// <param name="waiting">Told which address is waited for.</param>
    public Inputs(InputOptions options, Action<string> waiting)
        : this(options, new Fetcher(options.Fetch with { MaxBytes = options.MaxTextSize }, TimeProvider.System), waiting)
    {
    }

    /// <summary>The inputs of one run, fetched by a fetcher that goes with it.</summary>
    /// <param name="options">Which inputs, and how to take them.</param>
    /// <param name="fetcher">What fetches.</param>
    /// <param name="waiting">Told which address is waited for.</param>
    public Inputs(InputOptions options, Fetcher fetcher, Action<string> waiting)
    {
        _options = options;
        _fetcher = fetcher;
        _coverage = new Coverage(
            CoverageOptions.Default with
            {
                MaxDocumentBytes = options.MaxTextSize,
                Columns = options.Columns,
                Skip = options.Skip,
                MaxEntries = options.MaxEntries,
                Waiting = waiting,
            },
            Console.OpenStandardInput(),
            _fetcher);
        _limits = ArticleOptions.Default with { MaxTextBytes = options.MaxTextSize };
    }

    /// <summary>The outcomes, in the order of the inputs for any number of jobs.</summary>
    /// <param name="options">Which inputs, and how to take them.</param>
    /// <param name="waiting">Told which address is waited for.</param>
    public static IEnumerable<Outcome> Read(InputOptions options, Action<string> waiting)
    {
        using var inputs = new Inputs(options, waiting);
        foreach (var outcome in InOrder.Select(inputs.Items(), inputs.Read, options.Jobs)) yield return outcome;
    }

    /// <summary>The documents at the inputs, and what was refused, in order; to be walked over by one thread.</summary>
    public IEnumerable<CoverageItem> Items() => Items(_coverage, _options.Paths);

    /// <summary>Reads one document. Thread-safe.</summary>
    public Outcome Read(CoverageItem item) => ReadOne(item, _limits, _coverage);

    /// <summary>The documents of a page that was fetched for a feed's entry. Thread-safe.</summary>
    public IEnumerable<CoverageItem> Open(string address, FeedFields feed, FetchedPage page) => _coverage.Open(address, feed, page);

    /// <summary>Reads a page that was fetched as a feed. Thread-safe.</summary>
    public IntakeRefusal? TryReadFeed(FetchedPage page, out Feed? feed) => _coverage.TryReadFeed(page, out feed);

    /// <inheritdoc/>
    public void Dispose() => _fetcher.Dispose();

    // A device or a network drive may fail at any byte: that costs the path that it happens in.
    private static IEnumerable<CoverageItem> Items(Coverage coverage, IReadOnlyList<string> paths)
    {
        for (var start = 0; start < paths.Count;)
        {
            var path = paths[start];
            // Addresses that stand together are fetched together.
            var together = paths.Skip(start).TakeWhile(Fetcher.IsAddress).Count();
            var count = Math.Max(1, together);
            using var items = coverage.Read(paths.Skip(start).Take(count)).GetEnumerator();
            start += count;
            while (true)
            {
                CoverageItem item;
                try
                {
                    if (!items.MoveNext()) break;
                    item = items.Current;
                }
                catch (IOException)
                {
                    item = new CoverageItem(null, new RefusedInput(path, IntakeRefusal.Unreadable));
                }

                yield return item;
                if (together == 0 && item.Refused?.Input == path) break;
            }
        }
    }

    private static Outcome ReadOne(CoverageItem item, ArticleOptions limits, Coverage coverage)
    {
        if (item.Refused is { } refused) return new Outcome(refused.Input, null, refused.Words);
        var document = item.Document!;
        try
        {
            var refusal = ArticleReader.TryRead(document, limits, out var article);
            if (refusal is { } reason) return new Outcome(document.Input, null, reason.Message());
            var (whole, documents) = new WholeArticle(coverage, limits).Of(article!, document);
            return new Outcome(document.Input, ClaimFinder.Read(whole), null) { Documents = documents };
        }
#pragma warning disable CA1031 // The last resort: a fault of the program on one article costs that article, and says which.
        catch (Exception fault) when (fault is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return new Outcome(document.Input, null, $"a fault in konon, please report it: {fault.GetType().Name}: {fault.Message}");
        }
    }
}
