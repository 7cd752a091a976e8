using Konon.Articles;
using Konon.Claims;
using Konon.Intake;
using Konon.Ledger;
using Konon.Store;

namespace Konon.Cli;

/// <summary>A ledger of the samples that come with Konon, in a temporary folder that goes with it.</summary>
internal sealed class DemoLedger : IDisposable
{
    private readonly DirectoryInfo _folder;

    private DemoLedger(DirectoryInfo folder)
    {
        _folder = folder;
        Store = LedgerStore.Open(Path.Combine(folder.FullName, "demo.db"), TimeProvider.System, LedgerOptions.Default with { Create = true });
    }

    public LedgerStore Store { get; }

    /// <summary>Reads the samples into a fresh ledger.</summary>
    public static DemoLedger Make()
    {
        var demo = new DemoLedger(Directory.CreateTempSubdirectory("konon-demo-"));
        var run = demo.Store.BeginRun("add", "samples");
        var entries = new List<PreparedEntry>();
        foreach (var item in new Coverage(CoverageOptions.Default).Read([demo.Samples()]))
        {
            if (item.Document is not { } document || ArticleReader.TryRead(document, ArticleOptions.Default, out var article) is not null) continue;
            demo.Store.KeepDocuments([document]);
            entries.Add(PreparedEntry.Of(new LedgerEntry(Path.GetFileName(document.Input), [document], ClaimFinder.Read(article!))));
        }

        demo.Store.Append(run, entries, []);
        demo.Store.EndRun(run);
        return demo;
    }

    // They lie in the program itself, which may be a single file.
    private string Samples()
    {
        const string Prefix = "samples/";
        var program = typeof(DemoLedger).Assembly;
        var folder = _folder.CreateSubdirectory("samples").FullName;
        foreach (var name in program.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var sample = program.GetManifestResourceStream(name)!;
            using var file = File.Create(Path.Combine(folder, name[Prefix.Length..]));
            sample.CopyTo(file);
        }

        return folder;
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Delete(recursive: true);
    }
}
