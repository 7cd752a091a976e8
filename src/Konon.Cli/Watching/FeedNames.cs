using Konon.Fetch;
using Konon.Intake;
using Konon.Intake.Feeds;

namespace Konon.Cli.Watching;

/// <summary>The feeds that the user named: addresses, and lists of feeds in files.</summary>
internal sealed class FeedNames
{
    // As many as a list of feeds may name, and as large as one may be.
    private const int MostFeeds = 10_000;
    private const int LargestFile = 64 * 1024 * 1024;

    private readonly List<string> _addresses = [];

    /// <summary>The feeds' addresses, in order, each once.</summary>
    public IEnumerable<string> Addresses => _addresses.Distinct(StringComparer.Ordinal);

    /// <summary>What was named and is no feed.</summary>
    public List<Outcome> Refused { get; } = [];

    /// <summary>Reads the names.</summary>
    public static FeedNames Read(IEnumerable<string> names)
    {
        var read = new FeedNames();
        foreach (var name in names)
        {
            if (FeedReading.IsWeb(name)) read._addresses.Add(name.Trim());
            else if (Fetcher.IsAddress(name)) read.Refuse(name, FetchRefusal.NotHttp.Message());
            else read.ReadFile(name);
        }

        return read;
    }

    private void ReadFile(string path)
    {
        byte[] bytes;
        try
        {
            var file = new FileInfo(path);
            if (file is { Exists: true, Length: > LargestFile })
            {
                Refuse(path, RefusedInput.Message(IntakeRefusal.AboveLimit));
                return;
            }

            bytes = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            Refuse(path, RefusedInput.Message(IntakeRefusal.Missing));
            return;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Refuse(path, RefusedInput.Message(IntakeRefusal.Unreadable));
            return;
        }

        var refusal = FeedReader.TryRead(bytes, null, MostFeeds, out var feed);
        if (feed?.Kind is FeedKind.FeedList or FeedKind.SitemapIndex)
        {
            _addresses.AddRange(feed.Entries.Select(entry => entry.Link).Where(FeedReading.IsWeb));
            if (refusal is { } reason) Refuse(path, RefusedInput.Message(reason));
        }
        else
        {
            Refuse(path, feed is null ? "neither a feed nor a list of feeds" : "a feed in a file has no news; konon add reads it");
        }
    }

    private void Refuse(string name, string why) => Refused.Add(new Outcome(name, null, why));
}
