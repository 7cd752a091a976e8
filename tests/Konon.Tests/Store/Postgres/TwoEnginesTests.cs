using Konon.Bytes;
using Konon.Ledger.Review;
using Konon.Ledger.Search;
using Konon.Store;
using Konon.Store.Grouping;
using Konon.Store.Review;
using Konon.Store.Search;
using Konon.Views.Exports;
using Xunit;

namespace Konon.Tests.Store.Postgres;

/// <summary>The same documents in a file and on a server: whatever is asked, both answer the same.</summary>
public sealed class TwoEnginesTests : IDisposable
{
    private static readonly IReadOnlyList<Document> Coverage = Newsroom.Documents(80, seed: 17);
    private readonly TemporaryLedger _file = new(onServer: false);
    private readonly TemporaryLedger _server = new(onServer: true);

    public TwoEnginesTests()
    {
        foreach (var ledger in Both)
        {
            foreach (var piece in Coverage.Chunk(20)) TemporaryLedger.Add(ledger.Store, piece);
            var claims = ledger.Store.ReviewQueue(new ReviewQuery { Limit = 500 }).OrderBy(row => row.Id, StringComparer.Ordinal).ToList();
            Decide(ledger.Store, DecisionAction.Reject, claims[0].Id);
            Decide(ledger.Store, DecisionAction.Confirm, claims[1].Id);
            Decide(ledger.Store, DecisionAction.Correct, claims[2].Id, "speaker.name", "Sari Melati");
            Decide(ledger.Store, DecisionAction.Correct, claims[3].Id, "said_on", "2025-02-27");
            ledger.Store.SettleStories();
        }
    }

    private IEnumerable<TemporaryLedger> Both => [_file, _server];

    public void Dispose()
    {
        _file.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void Their_exports_are_equal_byte_for_byte()
    {
        Assert.Equal(Exported.Canonical(_file.Store), Exported.Canonical(_server.Store));
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            var options = new ExportOptions { Format = format };
            Assert.Equal(Exported.Canonical(_file.Store, options), Exported.Canonical(_server.Store, options));
        }
    }

    [Fact]
    public void Carried_to_the_server_and_back_a_ledger_is_equal()
    {
        using var server = new TemporaryLedger(onServer: true);
        using var file = new TemporaryLedger(onServer: false);
        server.Store.Import(new MemoryStream(Exported.History(_file.Store)));
        file.Store.Import(new MemoryStream(Exported.History(server.Store)));
        Assert.Equal(Exported.HistoryLines(_file.Store), Exported.HistoryLines(server.Store));
        Assert.Equal(Exported.HistoryLines(_file.Store), Exported.HistoryLines(file.Store));
        Assert.Equal(Exported.Canonical(_file.Store), Exported.Canonical(server.Store));
        Assert.Empty(Exported.Problems(server.Store));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_sought_is_found_alike_and_in_the_same_order(int seed)
    {
        var chance = new System.Random(seed);
        var found = 0;
        for (var i = 0; i < 40; i++)
        {
            var text = Query(chance);
            Assert.Null(SearchQuery.TryParse(text, out var query));
            var claims = Both.Select(ledger => Claims(ledger.Store, query!, 7)).ToList();
            Assert.Equal(claims[0], claims[1]);
            found += claims[0].Count;
            Same(store => store.Articles(new ArticleQuery { Words = query!.Words, Filter = query.Filter, Limit = 30 }).Rows
                .Select(row => row.Id + row.Snippet?.Text));
            Same(store => store.Figures(new FigureQuery { Filter = query!.Filter, Limit = 50 }).Rows.Select(row => row.Figure.Id));
            Same(store => store.Facets(new ClaimQuery { Words = query!.Words, Filter = query.Filter }).Fields
                .Where(field => field.Name != "speaker").SelectMany(field => field.Values.Select(value => $"{field.Name} {value.Label} {value.Count}")));
        }

        Assert.True(found > 200, $"found {found}");
    }

    [Fact]
    public void Their_lists_are_equal()
    {
        Same(store => store.Speakers(new SpeakerQuery()).Rows.Select(row => $"{row.Id} {row.Name} {row.Claims} {row.Outlets} {row.First} {row.Last}"));
        Same(store => store.Stories(new StoryQuery { Limit = 500 }).Rows.Select(row => $"{row.Id} {row.Name} {row.From} {row.Articles} {row.Claims}"));
        Same(store => store.Stories(new StoryQuery { Words = "banjir" }).Rows.Select(row => row.Id));
        Same(store => store.Current().Select(reading => reading.Id + reading.Input + reading.Reader));
        Same(store => store.Decisions(new DecisionQuery()).Select(logged => $"{logged.Decision.Action} {logged.Decision.Target} {logged.IsDetached}"));
        Same(store => store.FindStories("banjir").Select(story => story.Id));
        Same(store => store.ReviewQueue(new ReviewQuery { Speaker = "astuti", Limit = 200 }).Select(row => row.Id + row.State).Order(StringComparer.Ordinal));
    }

    private void Same(Func<LedgerStore, IEnumerable<string>> ask) => Assert.Equal(ask(_file.Store).ToList(), ask(_server.Store).ToList());

    private static List<string> Claims(LedgerStore store, SearchQuery query, int limit)
    {
        var all = new List<string>();
        for (var asked = new ClaimQuery { Words = query.Words, Filter = query.Filter, Limit = limit }; ;)
        {
            var page = store.Claims(asked);
            all.AddRange(page.Rows.Select(row => row.Id + row.Snippet?.Text));
            if (page.Next is null) return all;
            asked = asked with { Cursor = page.Next };
        }
    }

    private static string Query(System.Random chance)
    {
        string[] words =
            ["banjir", "merendam", "rumah", "Wonorejo", "\"Kali Wening\"", "\"orang mengungsi\"", "gubernur", "polisi", "Astuti", "sedikitnya", "tidakada", "\"rumah di\""];
        string[] filters =
            ["speaker:astuti", "outlet:kabar", "-outlet:warta", "since:2025-03-08", "until:2025-03-12", "stance:asserts", "figure>=100", "figure<30", "counted:rumah", "party:ID"];
        var text = Word();
        for (var more = chance.Next(4); more > 0; more--) text += chance.Next(3) switch { 0 => " OR " + Word(), 1 => " NOT " + Word(), _ => " " + Word() };
        if (text.Contains("OR", StringComparison.Ordinal) && text.Contains("NOT", StringComparison.Ordinal)) text = text.Replace(" OR ", " ", StringComparison.Ordinal);
        text = "(" + text + ")";
        for (var more = chance.Next(3); more > 0; more--) text += " " + filters[chance.Next(filters.Length)];
        return text;

        string Word() => words[chance.Next(words.Length)];
    }

    private static void Decide(LedgerStore store, DecisionAction action, string target, string? field = null, string? value = null) =>
        Assert.NotNull(store.Decide(new DecisionRequest { By = "rani", Action = action, On = DecisionTarget.Claim, Target = target, Field = field, Value = value }).Made);
}
