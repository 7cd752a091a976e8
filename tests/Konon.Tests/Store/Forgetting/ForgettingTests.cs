using System.IO.Compression;
using System.Text;
using Konon.Bytes;
using Konon.Ledger.Review;
using Konon.Store;
using Konon.Store.Forgetting;
using Konon.Store.Review;
using Konon.Tests.Store.Postgres;
using Xunit;

namespace Konon.Tests.Store.Forgetting;

public class ForgettingTests
{
    private const string Url = "https://kabar.example/zaenuddinova-bicara";
    private const string Secret =
        "Banjir merendam 120 rumah di Desa Wkrambilan, kata Kepala Dinas Zulkarnaen Zaenuddinova, Selasa (4/3/2025).\nZulkarnaen mengatakan warga mengungsi.";

    private const string Other = "Hujan turun di Desa Sukamaju, kata Lurah Dewi Anggraini, Rabu (5/3/2025).";

    // Whatever of the article could be left: words, stems, names, the address.
    private static readonly string[] Traces = ["wkrambil", "Wkrambil", "zaenuddinova", "Zaenuddinova", "Zulkarnaen", "zulkarnaen"];

    [Theory]
    [InlineData(Url)]
    [InlineData("Zulkarnaen Zaenuddinova")]
    public void Nothing_of_it_is_left_in_any_file(string target)
    {
        using var ledger = Filled();
        Assert.True(TracesLeft(ledger).Count > 3, "the test looks for what was there");
        Assert.Null(ledger.Store.TryForget(target, "permintaan", out var plan));
        Assert.True(plan!.Claims > 0);
        Assert.Empty(TracesLeft(ledger));
        Assert.Equal(1, ledger.Store.Count().Articles);
        Assert.Equal("Dewi Anggraini", Assert.Single(ledger.Store.Current()).Read().Claims[0].Speakers[0].Name);
    }

    [Fact]
    public void A_tombstone_stays_with_time_and_reason_and_no_words()
    {
        using var ledger = Filled();
        ledger.Store.TryForget(Url, "permintaan", out _);
        var stones = ledger.Store.Use(connection => Dapper.SqlMapper.Query<(string Kind, string Digest, long At, string Why)>(connection, "SELECT kind, digest, at, why FROM tombstones ORDER BY kind")).ToList();
        Assert.Equal(["article", "document", "document"], stones.Select(stone => stone.Kind));
        Assert.All(stones, stone => Assert.Equal((64, true, "permintaan"), (stone.Digest.Length, stone.At > 0, stone.Why)));
    }

    [Fact]
    public void It_is_not_read_in_again_nor_under_another_address()
    {
        using var ledger = Filled();
        ledger.Store.TryForget(Url, "permintaan", out _);
        var run = ledger.Store.BeginRun("test", "again");
        using (var lookup = ledger.Store.LookUp(run)) Assert.Equal(DocumentState.Forgotten, lookup.Of(First));
        var elsewhere = First with { Row = First.Row! with { Url = "https://lain.example/1" } };
        var newWords = TemporaryLedger.Row("a", Url, "Kata-kata lain, kata Lurah Dewi Anggraini.", "2025-03-09");
        Assert.Equal(default, TemporaryLedger.Add(ledger.Store, First, elsewhere, newWords));
        Assert.Equal(1, ledger.Store.Count().Articles);
        Assert.Empty(TracesLeft(ledger));
        Assert.False(ledger.Store.Documents.Has(newWords.Sha256));
        var book = ledger.Store.Forgotten();
        Assert.True(book.HasAddress("http://kabar.example/zaenuddinova-bicara?utm_source=x"));
        Assert.False(book.HasAddress("https://kabar.example/lain"));
    }

    [Fact]
    public void An_article_in_which_a_forgotten_speaker_speaks_is_not_read_in()
    {
        using var ledger = Filled();
        ledger.Store.TryForget("Zulkarnaen Zaenuddinova", "permintaan", out _);
        Assert.Equal(default, TemporaryLedger.Add(ledger.Store, TemporaryLedger.Document("new.txt", "Hujan reda, kata Kepala Dinas Zulkarnaen Zaenuddinova, Kamis (6/3/2025).")));
        Assert.Equal(1, ledger.Store.Count().Articles);
    }

    [Fact]
    public void An_article_that_only_names_a_speaker_goes_with_the_speaker()
    {
        using var ledger = Filled();
        TemporaryLedger.Add(
            ledger.Store,
            TemporaryLedger.Document("names.txt", "Dewi Anggraini mengatakan hujan reda.\nZULKARNAEN  ZAENUDDINOVA tidak hadir."));
        Assert.Equal(3, ledger.Store.Count().Articles);
        ledger.Store.TryForget("Zulkarnaen Zaenuddinova", "permintaan", out var plan);
        Assert.Equal(2, plan!.Articles.Count);
        Assert.Equal(["Dewi Anggraini"], ledger.Store.Current().SelectMany(stored => stored.Read().Claims).SelectMany(claim => claim.Speakers).Select(speaker => speaker.Name).Distinct());
    }

    [Fact]
    public void Of_an_article_that_once_had_the_same_bytes_the_other_versions_stay()
    {
        using var ledger = Filled();
        var twin = First with { Row = First.Row! with { Url = "https://lain.example/1" } };
        TemporaryLedger.Add(ledger.Store, twin, TemporaryLedger.Row("t", "https://lain.example/1", Other + " Sekian.", "2025-03-08"));
        ledger.Store.TryForget(Url, "permintaan", out var plan);
        Assert.Equal([false, true], plan!.Articles.Select(article => article.IsWhole).Order());
        Assert.Contains(ledger.Store.Current(), stored => stored.Key == "url:https://lain.example/1");
        Assert.Empty(TracesLeft(ledger));
    }

    [Fact]
    public void A_dry_run_says_what_would_go_and_erases_nothing()
    {
        using var ledger = Filled();
        Assert.Null(ledger.Store.TryPlanForgetting(Url, out var plan));
        Assert.Equal((1, 2, 1), (plan!.Articles.Count, plan.Documents, plan.Decisions));
        Assert.Equal(2, ledger.Store.Count().Articles);
        Assert.Equal(ForgetRefusal.NoSuchTarget, ledger.Store.TryPlanForgetting("nobody", out _));
    }

    [Fact]
    public void An_address_that_was_never_read_can_be_kept_out()
    {
        using var ledger = Filled();
        ledger.Store.TryForget("https://kabar.example/never", "permintaan", out var plan);
        Assert.Empty(plan!.Articles);
        Assert.Equal(default, TemporaryLedger.Add(ledger.Store, TemporaryLedger.Row("n", "https://kabar.example/never", Other + " Lagi.")));
    }

    [Fact]
    public void What_an_interrupted_one_left_is_erased_by_the_next()
    {
        using var ledger = Filled();
        // Killed after the commit: the rows are gone, the bytes and the pages of the file are not.
        ledger.Store.Write((connection, transaction) =>
        {
            new ForgetPlanner(connection, transaction, ledger.Store.Documents, _ => { }).TryPlan(Url, out var plan);
            new Eraser(ledger.Store.Database, transaction, 0).Erase(plan!, "permintaan");
            return 0;
        });
        Assert.NotEmpty(TracesLeft(ledger));
        using var again = ledger.Open();
        Assert.True(again.FinishForgetting());
        Assert.Empty(TracesLeft(ledger));
        Assert.True(again.FinishForgetting());
    }

    [Fact]
    public void While_another_program_reads_an_old_state_it_is_not_said_to_be_done()
    {
        using var ledger = Filled();
        using (var reader = ledger.Store.Database.Open())
        {
            Dapper.SqlMapper.Execute(reader, ledger.IsFile ? "BEGIN DEFERRED" : "BEGIN ISOLATION LEVEL REPEATABLE READ");
            Dapper.SqlMapper.QuerySingle<long>(reader, "SELECT COUNT(*) FROM articles");
            ledger.Store.TryForget(Url, "permintaan", out _);
            Assert.False(ledger.Store.FinishForgetting());
            Dapper.SqlMapper.Execute(reader, "COMMIT");
        }

        Assert.True(ledger.Store.FinishForgetting());
        Assert.Empty(TracesLeft(ledger));
    }

    [Fact]
    public void References_lead_somewhere_afterwards()
    {
        using var ledger = Filled();
        ledger.Store.TryForget(Url, "permintaan", out _);
        Assert.Empty(ledger.Store.Use(connection => ledger.Store.Database.Damages(connection).ToList()));
        Assert.Equal(ledger.Store.Count().Documents, ledger.Store.Documents.All().LongCount());
    }

    private static Document First => TemporaryLedger.Row("coverage/zaenuddinova.txt", Url, Secret, "2025-03-04");

    private static TemporaryLedger Filled()
    {
        var ledger = new TemporaryLedger();
        var run = ledger.Store.BeginRun("add", "coverage/zaenuddinova.txt\nother");
        Document[] documents =
        [
            First,
            TemporaryLedger.Row("coverage/zaenuddinova.txt", Url, Secret.Replace("120", "130", StringComparison.Ordinal), "2025-03-05"),
            TemporaryLedger.Document("other.txt", Other),
        ];
        foreach (var entry in documents.Select(TemporaryLedger.Read))
        {
            ledger.Store.KeepDocuments(entry.Documents);
            ledger.Store.Append(run, [PreparedEntry.Of(entry)], []);
        }

        ledger.Store.EndRun(run);
        var claim = ledger.Store.ReviewQueue(new ReviewQuery { Speaker = "Zulkarnaen" })[0].Id;
        Assert.NotNull(ledger.Store.Decide(new DecisionRequest { By = "rani", Action = DecisionAction.Correct, Target = claim, Field = "speaker.role", Value = "Zaenuddinova" }).Made);
        return ledger;
    }

    // On a server, what it has of the database once it wrote it down; its log is its administrator's.
    private static IEnumerable<string> Files(TemporaryLedger ledger)
    {
        if (ledger.IsFile) return Directory.EnumerateFiles(Path.GetDirectoryName(ledger.Path)!, "*", SearchOption.AllDirectories);
        // With a blank: Dapper takes a single word for a procedure.
        ledger.Change("CHECKPOINT ;");
        var own = ledger.Store.Use(connection => Dapper.SqlMapper.QuerySingle<long>(connection, "SELECT oid::BIGINT FROM pg_database WHERE datname = current_database()"));
        return Directory.EnumerateFiles(Path.Combine(PostgresServer.Shared.Data, "base", own.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    // Every file beside the ledger, as it is and unpacked; and every packed record in the rows.
    private static List<string> TracesLeft(TemporaryLedger ledger)
    {
        var found = new List<string>();
        foreach (var file in Files(ledger))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            if (file.EndsWith(".gz", StringComparison.Ordinal)) new GZipStream(stream, CompressionMode.Decompress).CopyTo(bytes);
            else stream.CopyTo(bytes);
            var text = Encoding.Latin1.GetString(bytes.ToArray());
            found.AddRange(Traces.Where(trace => text.Contains(trace, StringComparison.Ordinal)));
        }

        foreach (var (table, column) in ((string, string)[])[("readings", "body"), ("labels", "body"), ("decisions", "body")])
        {
            foreach (var body in ledger.Store.Use(connection => Dapper.SqlMapper.Query<byte[]>(connection, $"SELECT {column} FROM {table}").ToList()))
            {
                var text = Encoding.UTF8.GetString(Packed.Unpack(body));
                found.AddRange(Traces.Where(trace => text.Contains(trace, StringComparison.Ordinal)));
            }
        }

        return found;
    }
}
