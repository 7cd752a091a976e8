using Konon.Bytes;
using Konon.Fetch;
using Konon.Intake.Feeds;
using Konon.Ledger;

namespace Konon.Intake;

/// <summary>Reads paths as coverage: texts, pages, tables of rows, folders, feeds, archives, addresses, standard input.</summary>
/// <remarks>
/// <para>
/// Lazy: a table is read row by row, an archive record by record, and no more than one document is held, or, while an
/// address is waited for, eight. An address that several feeds name, or the user twice, is read once. The order is that of the paths; within a
/// folder the files are sorted by path, ordinally; files and folders whose name starts with a dot are passed over.
/// </para>
/// <para>What cannot be read is one refused item, and the others are read all the same.</para>
/// </remarks>
public sealed class Coverage
{
    /// <summary>The path that means standard input.</summary>
    public const string StandardInput = "-";

    // Enough of a gzip member to see what it unpacks to.
    private const int HeadLength = 4096;

    private readonly CoverageOptions _options;
    private readonly Stream? _standardInput;
    private readonly Fetcher? _fetcher;
    private readonly FeedLinks _feeds;
    private readonly Ahead _ahead;
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    /// <summary>Coverage under the given limits.</summary>
    /// <param name="options">Limits and columns.</param>
    /// <param name="standardInput">What <c>-</c> reads from; null where there is none.</param>
    /// <param name="fetcher">What fetches addresses; null refuses them.</param>
    public Coverage(CoverageOptions options, Stream? standardInput = null, Fetcher? fetcher = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _standardInput = standardInput;
        _fetcher = fetcher;
        _feeds = new FeedLinks(options);
        _ahead = new Ahead(fetcher, options.Waiting, Open);
    }

    /// <summary>The documents at <paramref name="paths"/>, and what was refused, in order.</summary>
    public IEnumerable<CoverageItem> Read(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return _ahead.Resolve(paths.SelectMany(ReadPath));
    }

    /// <summary>The page at another address of the article whose page <paramref name="part"/> is. Thread-safe.</summary>
    /// <param name="address">The address; one of another host is not asked.</param>
    /// <param name="part">A page that was fetched.</param>
    /// <returns>The page, named like <paramref name="part"/>; null where it cannot be had.</returns>
    public Document? ReadOther(string address, Document part)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (_fetcher is null || part.Delivery is not { FromArchive: false } delivery || !IsSameHost(address, delivery.Url)) return null;
        var page = _fetcher.FetchAsync(new FetchRequest(address)).GetAwaiter().GetResult().Page;
        if (page is null || page.Bytes.Length > _options.MaxDocumentBytes) return null;
        delivery = delivery with { Url = page.Url, FetchedAt = page.FetchedAt, ContentType = page.ContentType };
        return part with
        {
            Bytes = page.Bytes,
            Page = new PageFields(page.Url, delivery.Charset),
            Delivery = delivery,
        };
    }

    /// <summary>The documents of a page that was fetched for a feed's entry. Thread-safe.</summary>
    /// <param name="address">The address as the feed named it; the documents are named by it.</param>
    /// <param name="feed">What the feed said of the article.</param>
    /// <param name="page">What came; with bytes.</param>
    public IEnumerable<CoverageItem> Open(string address, FeedFields feed, FetchedPage page)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(page);
        return Open(new Link(address, LinkTo.Article) { Feed = feed }, page);
    }

    /// <summary>Reads a page that was fetched as a feed, sitemap or list of feeds; also a packed one. Thread-safe.</summary>
    /// <param name="page">What came; with bytes.</param>
    /// <param name="feed">The feed; also where it breaks off, with what stands before. Null when nothing could be read.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public IntakeRefusal? TryReadFeed(FetchedPage page, out Feed? feed)
    {
        ArgumentNullException.ThrowIfNull(page);
        feed = null;
        try
        {
            var head = new PeekStream(new MemoryStream(page.Bytes.ToArray(), writable: false));
            if (head.Peek(2) is [0x1F, 0x8B]) head = new PeekStream(new BoundedStream(new GzipSource(head), _options.MaxContainerBytes));
            if (ContentKinds.Tell(string.Empty, head, _options.Columns) != ContentKind.Feed) return IntakeRefusal.NotAFeed;
            return Whole.Read(head, _options.MaxDocumentBytes) is { } bytes
                ? FeedReader.TryRead(bytes, page.Url, FeedLinks.MaxEntriesRead, out feed)
                : IntakeRefusal.AboveLimit;
        }
        catch (InvalidDataException)
        {
            return IntakeRefusal.BrokenArchive;
        }
        catch (LimitExceededException)
        {
            return IntakeRefusal.UnpacksAboveLimit;
        }
    }

    private static bool IsSameHost(string address, string other) =>
        Uri.TryCreate(address, UriKind.Absolute, out var one) && Uri.TryCreate(other, UriKind.Absolute, out var two)
        && string.Equals(one.IdnHost, two.IdnHost, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<CoverageItem> ReadPath(string path)
    {
        if (path == StandardInput)
        {
            return _standardInput is null ? [CoverageItem.Of(path, IntakeRefusal.Unreadable)] : ReadStream(path, _standardInput);
        }

        if (Directory.Exists(path)) return ReadFolder(path);
        if (File.Exists(path)) return ReadFile(path);
        if (!Fetcher.IsAddress(path)) return [CoverageItem.Of(path, IntakeRefusal.Missing)];
        return _named.Add(Address.Normal(path)) ? [CoverageItem.Of(new Link(path, LinkTo.Anything))] : [];
    }

    private IEnumerable<CoverageItem> Open(Link link, FetchedPage page)
    {
        var delivery = new Delivery { Url = page.Url, FetchedAt = page.FetchedAt, ContentType = page.ContentType, Feed = link.Feed };
        return ReadStream(link.Url, new MemoryStream(page.Bytes.ToArray(), writable: false), new Carried(link, delivery));
    }

    private IEnumerable<CoverageItem> ReadFolder(string path)
    {
        List<string> files;
        try
        {
            var all = new EnumerationOptions
            {
                RecurseSubdirectories = true,
                IgnoreInaccessible = true,
                // A link back to its own parent would never end.
                AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
            };
            files = [.. Directory.EnumerateFiles(path, "*", all).Where(file => !IsHidden(path, file))];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [CoverageItem.Of(path, IntakeRefusal.Unreadable)];
        }

        files.Sort(StringComparer.Ordinal);
        return files.Count == 0 ? [CoverageItem.Of(path, IntakeRefusal.EmptyFolder)] : files.SelectMany(ReadFile);
    }

    private static bool IsHidden(string folder, string file) =>
        Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar)
            .Any(part => part.StartsWith('.'));

    private IEnumerable<CoverageItem> ReadFile(string path)
    {
        FileStream stream;
        IntakeRefusal refusal;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
            return ReadStream(path, stream);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            refusal = IntakeRefusal.Missing;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            refusal = IntakeRefusal.Unreadable;
        }

        return [CoverageItem.Of(path, refusal)];
    }

    /// <summary>Reads one stream, closing it; whatever breaks on the way becomes the last item.</summary>
    private IEnumerable<CoverageItem> ReadStream(string input, Stream stream, Carried? carried = null)
    {
        using var items = ReadContent(input, stream, carried).GetEnumerator();
        using (stream)
        {
            while (true)
            {
                CoverageItem item;
                try
                {
                    if (!items.MoveNext()) yield break;
                    item = items.Current;
                }
                catch (InvalidDataException)
                {
                    item = CoverageItem.Of(input, IntakeRefusal.BrokenArchive);
                }
                catch (LimitExceededException)
                {
                    item = CoverageItem.Of(input, IntakeRefusal.UnpacksAboveLimit);
                }
                catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ObjectDisposedException)
                {
                    item = CoverageItem.Of(input, IntakeRefusal.Unreadable);
                }

                yield return item;
                if (item.Refused is { } refused && refused.Input == input) yield break;
            }
        }
    }

    private IEnumerable<CoverageItem> ReadContent(string input, Stream stream, Carried? carried)
    {
        var head = new PeekStream(stream);
        // An address ends as its outlet likes; only a file's name says what is in it.
        var name = carried is null ? input : string.Empty;
        if (head.Peek(2) is [0x1F, 0x8B] && !ContentKinds.IsArchive(head.Peek(HeadLength)))
        {
            if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
            var unpacked = new BoundedStream(new GzipSource(head), _options.MaxContainerBytes);
            head = new PeekStream(unpacked);
        }

        var kind = ContentKinds.Tell(name, head, _options.Columns);
        var items = kind switch
        {
            _ when carried?.Link.To == LinkTo.Feed && kind != ContentKind.Feed => [CoverageItem.Of(input, IntakeRefusal.NotAFeed)],
            ContentKind.Empty => [CoverageItem.Of(input, IntakeRefusal.Empty)],
            ContentKind.JsonLines => new JsonRows(_options).ReadLines(input, head),
            ContentKind.Json => new JsonRows(_options).ReadWhole(input, head),
            ContentKind.Csv => new CsvRows(_options).Read(input, head),
            ContentKind.Feed => ReadFeed(input, head, carried),
            ContentKind.Archive => ReadArchive(input, stream, head),
            _ => ReadText(input, head, carried, IsPage(kind, carried)),
        };
        foreach (var item in items) yield return item;
    }

    private IEnumerable<CoverageItem> ReadFeed(string input, Stream stream, Carried? carried) =>
        Whole.Read(stream, _options.MaxDocumentBytes) is { } bytes
            ? _feeds.Of(input, bytes, carried)
            : [CoverageItem.Of(input, IntakeRefusal.AboveLimit)];

    private IEnumerable<CoverageItem> ReadArchive(string input, Stream stream, PeekStream head)
    {
        // In a file one can go back to what a damaged record took along; what was looked at is read again.
        if (!stream.CanSeek) return new ArchiveRows(_options).Read(input, head);
        stream.Position = 0;
        return new ArchiveRows(_options).Read(input, stream);
    }

    /// <summary>What looks like text and calls itself HTML is a page whose first tag comes late.</summary>
    private static bool IsPage(ContentKind kind, Carried? carried) =>
        kind == ContentKind.Page || carried?.Delivery.ContentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;

    private IEnumerable<CoverageItem> ReadText(string input, Stream stream, Carried? carried, bool isPage)
    {
        if (Whole.Read(stream, _options.MaxDocumentBytes) is not { } bytes)
        {
            yield return CoverageItem.Of(input, IntakeRefusal.AboveLimit);
            yield break;
        }

        yield return CoverageItem.Of(new Document
        {
            Input = input,
            Bytes = bytes,
            Page = isPage ? new PageFields(carried?.Delivery.Url, carried?.Delivery.Charset) : null,
            Delivery = carried?.Delivery,
        });
    }
}
