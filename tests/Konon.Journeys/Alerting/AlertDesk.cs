using System.Security.Cryptography;
using Konon.Articles;
using Konon.Bytes;
using Konon.Claims;
using Konon.Cli.Alerting;
using Konon.Fetch;
using Konon.Journeys.Watching;
using Konon.Ledger;
using Konon.Ledger.Alerts;
using Konon.Store;
using Konon.Store.Alerts;
using Konon.Store.Grouping;
using Xunit;

namespace Konon.Journeys.Alerting;

/// <summary>A ledger of the sample story's first reports, a receiver and a clock for one test.</summary>
internal sealed class AlertDesk : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("konon-alerts-");
    private readonly List<IDisposable> _open = [];

    private AlertDesk(Receiver receiver)
    {
        Receiver = receiver;
        Store = Open();
    }

    public Receiver Receiver { get; }

    public ManualTime Time { get; } = new(new DateTimeOffset(2025, 3, 4, 3, 0, 0, TimeSpan.Zero));

    public LedgerStore Store { get; }

    public List<string> Said { get; } = [];

    public string Location => Path.Combine(_folder.FullName, "konon.db");

    public string Story => Store.Stories(new StoryQuery()).Rows.MaxBy(story => story.Articles)!.Id;

    public static async Task<AlertDesk> OpenAsync(params string[] reports)
    {
        var desk = new AlertDesk(await Receiver.OpenAsync());
        desk.AddReports(reports.Length == 0 ? ["01", "02", "03"] : reports);
        return desk;
    }

    public LedgerStore Open()
    {
        var store = LedgerStore.Open(Location, Time, LedgerOptions.Default with { Create = true });
        _open.Add(store);
        return store;
    }

    public Alert AddAlert(out string secret, string? query = null, params StoryEventKind[] kinds) => new AlertBook(Store, Time).Add(
        query is null ? Story : null, query, Receiver.Address, kinds.Length == 0 ? StoryEventKinds.All : kinds, out secret);

    public IReadOnlyList<AlertDelivery> Log => new AlertOutbox(Store, Time).Log(null, 100);

    public Alert Alert => new AlertBook(Store, Time).All()[0];

    /// <summary>A runner as a process of its own would have it.</summary>
    public AlertRunner Runner(Func<FetchOptions, FetchOptions>? change = null, LedgerStore? store = null)
    {
        var options = FetchOptions.Default with { AllowPrivate = true, Retries = 2, RetryDelay = TimeSpan.FromMilliseconds(20) };
        var fetcher = new Fetcher(change?.Invoke(options) ?? options, TimeProvider.System);
        _open.Add(fetcher);
        return new AlertRunner(store ?? Store, new AlertSender(fetcher, Time), Time, line =>
        {
            lock (Said) Said.Add(line);
        });
    }

    /// <summary>Adds reports of the sample story by their numbers.</summary>
    public void AddReports(params string[] numbers)
    {
        var folder = Path.Combine(ReadmeTests.Root, "samples", "feri-selat-lorang");
        foreach (var number in numbers)
        {
            var file = Directory.GetFiles(folder, number + "-*.txt").Single();
            Add(Path.GetFileName(file), File.ReadAllBytes(file));
        }
    }

    public void Add(string name, byte[] bytes)
    {
        var document = new Document { Input = name, Bytes = bytes, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        Assert.Null(ArticleReader.TryRead(document, ArticleOptions.Default, out var article));
        Store.KeepDocuments([document]);
        var run = Store.BeginRun("test", name + Guid.NewGuid());
        Store.Append(run, [PreparedEntry.Of(new LedgerEntry(name, [document], ClaimFinder.Read(article!)))], []);
        Store.EndRun(run);
        Store.SettleStories();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _open) open.Dispose();
        await Receiver.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
