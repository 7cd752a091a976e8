using Konon.Claims;
using Konon.Ledger.Review;
using Konon.Store;
using Konon.Store.Review;
using Xunit;

namespace Konon.Tests.Store.Review;

public class DecisionTests
{
    private const string Flood =
        "Banjir merendam 120 rumah di Desa Sukamaju, kata Kepala BPBD Rahmat Santoso, Selasa (4/3/2025).\n"
        + "\"Warga sudah mengungsi ke balai desa,\" ujar Lurah Sukamaju, Dewi Anggraini.";

    private const string Url = "https://kabar.example/banjir";

    [Fact]
    public void A_confirmed_claim_is_confirmed_and_leaves_the_queue()
    {
        using var ledger = Flooded();
        var claim = First(ledger);
        var outcome = ledger.Store.Decide(Request(DecisionAction.Confirm, claim) with { Why = "rekaman" });
        Assert.Equal(
            ("rani", "rekaman", "suggested", claim), (outcome.Made!.By, outcome.Made.Why, outcome.Made.Before, outcome.Made.Target));
        Assert.Equal(ReviewState.Confirmed, Reviewed(ledger, claim).State);
        Assert.DoesNotContain(ledger.Store.ReviewQueue(new ReviewQuery()), row => row.Id == claim);
        Assert.Equal(claim, Assert.Single(ledger.Store.ReviewQueue(new ReviewQuery { State = ReviewState.Confirmed })).Id);
    }

    [Fact]
    public void The_least_sure_stand_first_and_filters_narrow_them()
    {
        using var ledger = Flooded();
        var rows = ledger.Store.ReviewQueue(new ReviewQuery());
        Assert.True(rows.Count >= 2);
        Assert.Equal(rows.Select(row => row.Confidence).Order(), rows.Select(row => row.Confidence));
        Assert.All(
            ledger.Store.ReviewQueue(new ReviewQuery { Speaker = "anggraini" }),
            row => Assert.Contains("Dewi", row.Speakers, StringComparison.Ordinal));
        Assert.NotEmpty(ledger.Store.ReviewQueue(new ReviewQuery { Speaker = "anggraini" }));
        Assert.Empty(ledger.Store.ReviewQueue(new ReviewQuery { Stance = "denies" }));
        Assert.Empty(ledger.Store.ReviewQueue(new ReviewQuery { Since = "2030-01-01" }));
        Assert.Single(ledger.Store.ReviewQueue(new ReviewQuery { Limit = 1 }));
    }

    [Theory]
    [InlineData("stance", "doubts", "claims", "stance", "doubts")]
    [InlineData("said_on", "2025-03-02", "claims", "said_from", "2025-03-02")]
    [InlineData("speaker", "Rahmat Hidayat", "claim_speakers", "name", "Rahmat Hidayat")]
    [InlineData("speaker.party", "MY", "claim_speakers", "party", "MY")]
    [InlineData("figure.value", "340", "figures", "value", "340")]
    [InlineData("figure.counted", "bangunan", "figures", "counted", "bangunan")]
    public void A_correction_shows_in_the_rows_and_undoing_it_brings_back_what_was_there(
        string field, string value, string table, string column, string shown)
    {
        using var ledger = Flooded();
        var claim = First(ledger);
        var before = Column();
        var made = ledger.Store.Decide(Request(DecisionAction.Correct, claim) with { Field = field, Value = value }).Made!;
        Assert.Equal(shown, Column());
        Assert.NotEqual(before, shown);
        Assert.True(ClaimField.TryParse(field, out var parsed));
        Assert.Equal(value, Correction.ValueOf(Effective(ledger).Reading.Claims[0], parsed));
        Assert.NotNull(ledger.Store.Decide(Request(DecisionAction.Undo, made.Id[..8])).Made);
        Assert.Equal(before, Column());
        Assert.Equal([true, false], ledger.Store.Decisions(new DecisionQuery()).Select(logged => logged.IsUndone).OrderDescending());

        string? Column() => ledger.Store.Use(connection => Dapper.SqlMapper.QuerySingle<string?>(
            connection,
            $"SELECT CAST({(column == "value" ? "CAST(figures.value AS BIGINT)" : $"{table}.{column}")} AS TEXT) FROM {table} {(table == "claims" ? "" : $"JOIN claims ON claims.id = {table}.claim_id")} WHERE claims.public_id = @claim",
            new { claim }));
    }

    [Fact]
    public void A_corrected_speaker_is_found_by_the_new_name()
    {
        using var ledger = Flooded();
        ledger.Store.Decide(Request(DecisionAction.Correct, First(ledger)) with { Field = "speaker.name", Value = "Hidayat Pramono" });
        Assert.Null(Konon.Ledger.Search.SearchQuery.TryParse("Pramono", out var query));
        Assert.Single(ledger.Store.Use(connection => ledger.Store.Database.FindWords(connection, WordIndex.Claims, query!.Words!, WordRange.All, 10)));
    }

    [Fact]
    public void Who_decides_second_is_told_what_stands_there()
    {
        using var ledger = Flooded();
        var claim = First(ledger);
        var rejected = ledger.Store.Decide(Request(DecisionAction.Reject, claim)).Made!;
        var late = Request(DecisionAction.Confirm, claim) with { By = "budi" };
        var outcome = ledger.Store.Decide(late);
        Assert.Equal((DecisionRefusal.Changed, rejected.Id), (outcome.Refusal, outcome.Standing?.Id));
        Assert.Equal(DecisionRefusal.Changed, ledger.Store.Decide(late with { Seen = DecisionRequest.NobodyYet }).Refusal);
        Assert.NotNull(ledger.Store.Decide(late with { Seen = rejected.Id }).Made);
        Assert.Equal(ReviewState.Confirmed, Reviewed(ledger, claim).State);
        // Whoever saw that nobody had decided meets the one who was quicker, too.
        Assert.Equal(
            DecisionRefusal.Changed, ledger.Store.Decide(Request(DecisionAction.Reset, claim) with { Seen = rejected.Id }).Refusal);
    }

    [Fact]
    public void The_same_again_is_no_second_decision()
    {
        using var ledger = Flooded();
        var claim = First(ledger);
        ledger.Store.Decide(Request(DecisionAction.Confirm, claim));
        Assert.Equal(DecisionRefusal.AlreadySo, ledger.Store.Decide(Request(DecisionAction.Confirm, claim) with { By = "budi" }).Refusal);
        Assert.Single(ledger.Store.Decisions(new DecisionQuery()));
    }

    [Theory]
    [InlineData("ffffffffffffffff", "stance", "denies", DecisionRefusal.NoSuchTarget)]
    [InlineData(null, "colour", "red", DecisionRefusal.NoSuchField)]
    [InlineData(null, "stance", "red", DecisionRefusal.BadValue)]
    [InlineData(null, "figure.9.value", "1", DecisionRefusal.NoSuchPart)]
    [InlineData(null, "stance", "asserts", DecisionRefusal.AlreadySo)]
    [InlineData(null, "figure.max", "1", DecisionRefusal.BadValue)]
    public void What_cannot_be_decided_is_refused(string? target, string field, string value, DecisionRefusal why)
    {
        using var ledger = Flooded();
        Assert.Equal(
            why,
            ledger.Store.Decide(Request(DecisionAction.Correct, target ?? First(ledger)) with { Field = field, Value = value }).Refusal);
        Assert.Empty(ledger.Store.Decisions(new DecisionQuery()));
    }

    [Fact]
    public void Decisions_stay_with_their_words_when_a_newer_version_reads_them()
    {
        using var ledger = Flooded();
        var claim = First(ledger);
        ledger.Store.Decide(Request(DecisionAction.Reject, claim));
        using var newer = ledger.Open("konon 0.2.0");
        newer.AppendAgain([.. newer.Pending().Select(pending => newer.ReadAgain(pending).Entry!)]);
        Assert.Equal("konon 0.2.0", Assert.Single(newer.Current()).Reader);
        Assert.Equal(ReviewState.Rejected, Reviewed(ledger, claim).State);
    }

    [Fact]
    public void A_decision_holds_on_the_next_version_of_the_page_and_is_detached_when_its_words_go()
    {
        using var ledger = Flooded();
        var claim = First(ledger);
        ledger.Store.Decide(Request(DecisionAction.Confirm, claim));
        TemporaryLedger.Add(ledger.Store, TemporaryLedger.Row("b", Url, Flood + "\nAir mulai surut.", "2025-03-05"));
        Assert.Equal(ReviewState.Confirmed, Effective(ledger).Claims[0].State);
        Assert.Single(ledger.Store.ReviewQueue(new ReviewQuery { State = ReviewState.Confirmed }));
        TemporaryLedger.Add(
            ledger.Store, TemporaryLedger.Row("c", Url, Flood.Replace("120", "340", StringComparison.Ordinal), "2025-03-06"));
        Assert.True(Assert.Single(ledger.Store.Decisions(new DecisionQuery { Detached = true })).IsDetached);
        Assert.Equal(ReviewState.Suggested, Effective(ledger).Claims[0].State);
    }

    [Fact]
    public void Merged_speakers_are_one_and_split_ones_two_again()
    {
        using var ledger = Flooded();
        var merged = ledger.Store.Decide(
            Request(DecisionAction.Merge, "Rahmat Santoso") with { On = DecisionTarget.Speaker, Other = "Dewi Anggraini" });
        Assert.NotNull(merged.Made);
        Assert.All(
            Effective(ledger).Reading.Claims.SelectMany(one => one.Speakers), speaker => Assert.Equal("Dewi Anggraini", speaker.Name));
        Assert.Equal(DecisionRefusal.AlreadySo, ledger.Store.Decide(Request(DecisionAction.Merge, "Dewi Anggraini") with { On = DecisionTarget.Speaker, Other = "Rahmat Santoso" }).Refusal);
        Assert.NotNull(ledger.Store.Decide(Request(DecisionAction.Split, "Rahmat Santoso") with { On = DecisionTarget.Speaker }).Made);
        Assert.Equal(
            2, Effective(ledger).Reading.Claims.SelectMany(one => one.Speakers).Select(speaker => speaker.Name).Distinct().Count());
        Assert.Equal(
            DecisionRefusal.NotMerged,
            ledger.Store.Decide(Request(DecisionAction.Split, "Rahmat Santoso") with { On = DecisionTarget.Speaker }).Refusal);
    }

    [Fact]
    public void Two_figures_can_be_one_until_that_is_undone()
    {
        using var ledger = Flooded();
        TemporaryLedger.Add(
            ledger.Store,
            TemporaryLedger.Row("b", "https://warta.example/banjir", Flood.Replace("120", "125", StringComparison.Ordinal), "2025-03-05"));
        var claims = ledger.Store.ReviewQueue(new ReviewQuery { Speaker = "Rahmat" }).Select(row => row.Id + "#1").ToList();
        Assert.Equal(2, claims.Count);
        var made = ledger.Store.Decide(Request(DecisionAction.Merge, claims[0]) with { On = DecisionTarget.Figure, Other = claims[1] })
            .Made!;
        Assert.Equal(1, Merged());
        ledger.Store.Decide(Request(DecisionAction.Undo, made.Id));
        Assert.Equal(0, Merged());

        long Merged() => ledger.Store.Use(
            connection => Dapper.SqlMapper.QuerySingle<long>(connection, "SELECT COUNT(*) FROM figures WHERE merged_into IS NOT NULL"));
    }

    [Fact]
    public void A_claim_of_another_person_of_the_same_name_is_given_to_that_person()
    {
        using var ledger = Flooded();
        var claim = First(ledger);
        ledger.Store.Decide(Request(DecisionAction.Split, claim) with { Field = "speaker.1.name", Value = "Rahmat Santoso (Bandung)" });
        Assert.Equal("Rahmat Santoso (Bandung)", Effective(ledger).Reading.Claims[0].Speakers[0].Name);
    }

    [Fact]
    public void Going_over_all_readings_gives_the_same_as_one_by_one()
    {
        using var ledger = Flooded();
        ledger.Store.Decide(Request(DecisionAction.Correct, First(ledger)) with { Field = "stance", Value = "doubts" });
        var stored = Assert.Single(ledger.Store.Current());
        Assert.Equal(Stance.Doubts, ledger.Store.Reviews().Effective(stored).Reading.Claims[0].Stance);
        Assert.Equal(Stance.Asserts, stored.Read().Claims[0].Stance);
    }

    private static TemporaryLedger Flooded()
    {
        var ledger = new TemporaryLedger();
        TemporaryLedger.Add(ledger.Store, TemporaryLedger.Row("a", Url, Flood, "2025-03-04"));
        Assert.True(Effective(ledger).Reading.Claims.Count >= 2);
        return ledger;
    }

    private static ReviewedReading Effective(TemporaryLedger ledger) =>
        ledger.Store.Effective(ledger.Store.Current().Single(stored => stored.Key == "url:" + Url));

    private static string First(TemporaryLedger ledger) => Effective(ledger).Claims[0].Id;

    private static ClaimReview Reviewed(TemporaryLedger ledger, string claim) =>
        Effective(ledger).Claims.Single(review => review.Id == claim);

    private static DecisionRequest Request(DecisionAction action, string target) => new() { By = "rani", Action = action, Target = target };
}
