using Konon.Bytes;
using Konon.Ledger.Review;
using Konon.Store.Review;
using Konon.Store.Search;
using Xunit;

namespace Konon.Tests.Store;

public class StoryDecisionTests
{
    private static readonly Document[] Week =
    [
        Row("a", "2025-03-03", "Feri Mutiara Lintang tenggelam di Selat Lorang. Kepala Basarnas Lorang Yohan Maruli mengatakan 41 orang selamat dari feri itu."),
        Row("b", "2025-03-04", "Korban tewas feri Mutiara Lintang di Selat Lorang menjadi sembilan orang, kata Yohan Maruli dari Basarnas Lorang."),
        Row("c", "2025-03-04", "Gunung Bukawe meletus dan memuntahkan abu. Petugas pos pengamatan Lalu Suhendra meminta warga Desa Tolire mengungsi."),
    ];

    [Fact]
    public void A_merge_holds_for_stories_and_undoing_it_parts_them_again()
    {
        using var ledger = Filled();
        var (ferry, volcano) = (Story(ledger, "a"), Story(ledger, "c"));
        Assert.Equal(ferry, Story(ledger, "b"));
        Assert.NotEqual(ferry, volcano);
        var merged = Decide(ledger, DecisionAction.Merge, volcano, ferry).Made!;
        Assert.Equal(ferry, Story(ledger, "c"));
        Assert.Equal(ferry, ledger.Store.Story(volcano)!.Id);
        Assert.Equal(DecisionRefusal.AlreadySo, Decide(ledger, DecisionAction.Merge, volcano, ferry).Refusal);
        Decide(ledger, DecisionAction.Undo, merged.Id);
        Assert.Equal(volcano, Story(ledger, "c"));
    }

    [Fact]
    public void An_article_split_off_stands_apart_and_what_is_unknown_is_refused()
    {
        using var ledger = Filled();
        Assert.Null(Decide(ledger, DecisionAction.Split, Url("b")).Refusal);
        Assert.NotEqual(Story(ledger, "a"), Story(ledger, "b"));
        Assert.Equal(DecisionRefusal.AlreadySo, Decide(ledger, DecisionAction.Split, Url("b")).Refusal);
        Assert.Equal(DecisionRefusal.NoSuchTarget, Decide(ledger, DecisionAction.Split, Url("nobody")).Refusal);
        Assert.Equal(DecisionRefusal.NoSuchTarget, Decide(ledger, DecisionAction.Merge, Url("a"), "zzzzz").Refusal);
    }

    [Fact]
    public void A_decision_holds_whether_the_articles_came_before_it_or_after()
    {
        using var early = Filled();
        Decide(early, DecisionAction.Merge, Url("c"), Url("b"));
        using var late = new TemporaryLedger();
        TemporaryLedger.Add(late.Store, Week[1..]);
        late.Store.SettleStories();
        Decide(late, DecisionAction.Merge, Url("c"), Url("b"));
        TemporaryLedger.Add(late.Store, Week[..1]);
        late.Store.SettleStories();
        Assert.Equal(Story(early, "c"), Story(late, "c"));
        Assert.Equal(3, late.Store.StoryArticles(Story(late, "c")).Count);
    }

    [Fact]
    public void A_rejected_claim_is_in_no_list_but_where_rejected_ones_are_asked_for()
    {
        using var ledger = Filled();
        var claim = ledger.Store.Claims(new ClaimQuery()).Rows[0];
        var figures = ledger.Store.Figures(new FigureQuery()).Rows.Count;
        ledger.Store.Decide(new DecisionRequest { By = "rani", Action = DecisionAction.Reject, Target = claim.Id });
        Assert.DoesNotContain(ledger.Store.Claims(new ClaimQuery()).Rows, row => row.Id == claim.Id);
        Assert.Equal(figures - claim.Figures.Count, ledger.Store.Figures(new FigureQuery()).Rows.Count);
        var all = Konon.Ledger.Search.LedgerFilter.None with { WithRejected = true };
        Assert.Contains(ledger.Store.Claims(new ClaimQuery { Filter = all }).Rows, row => row.Id == claim.Id);
        Assert.Equal(figures, ledger.Store.Figures(new FigureQuery { Filter = all }).Rows.Count);
    }

    private static TemporaryLedger Filled()
    {
        var ledger = new TemporaryLedger();
        TemporaryLedger.Add(ledger.Store, Week);
        ledger.Store.SettleStories();
        return ledger;
    }

    private static DecisionOutcome Decide(TemporaryLedger ledger, DecisionAction action, string target, string? other = null)
    {
        var outcome = ledger.Store.Decide(new DecisionRequest
        {
            By = "rani", Action = action, On = DecisionTarget.Story, Target = target, Other = other,
        });
        ledger.Store.SettleStories();
        return outcome;
    }

    private static string Story(TemporaryLedger ledger, string name) => Assert.Single(ledger.Store.FindStories(Url(name))).Id;

    private static string Url(string name) => $"https://kabar-{name}.example/berita";

    private static Document Row(string name, string day, string text) => TemporaryLedger.Row(name, Url(name), text, day);
}
