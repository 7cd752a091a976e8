using Konon.Claims;
using Konon.Ledger.Review;
using Xunit;

namespace Konon.Tests.Ledger.Review;

public sealed class ReviewedReadingTests
{
    private static readonly Speaker Rina = Told.Person("Rina Astuti", role: "kepala dinas");

    [Theory]
    [InlineData("stance", "doubts")]
    [InlineData("said_on", "2025-03-03/2025-03-04")]
    [InlineData("speaker.1.name", "Rina Dewi Astuti")]
    [InlineData("speaker.1.role", null)]
    [InlineData("speaker.1.party", "ID")]
    [InlineData("speaker.1.type", "office")]
    [InlineData("speaker.2.name", "Doni Prakoso")]
    [InlineData("figure.1.value", "9")]
    [InlineData("figure.1.bound", "at-least")]
    [InlineData("figure.1.counted", "warga")]
    [InlineData("figure.1.status", null)]
    [InlineData("figure.1.scope", "Kali Wening")]
    [InlineData("figure.1.as_of", "2025-03-04")]
    public void A_correction_is_what_the_claim_says_then(string field, string? value)
    {
        Assert.True(ClaimField.TryParse(field, out var parsed));
        var reading = Injured();
        var reviewed = ReviewedReading.Of(reading, [Correct(reading, field, value)]);
        Assert.Equal(value, Correction.ValueOf(reviewed.Reading.Claims[0], parsed));
        Assert.Equal([field], reviewed.Claims[0].Corrected);
        Assert.Empty(reviewed.Detached);
        Assert.NotEqual(value, Correction.ValueOf(reading.Claims[0], parsed));
    }

    [Theory]
    [InlineData("stance", "maybe", CorrectionRefusal.BadValue)]
    [InlineData("stance", null, CorrectionRefusal.BadValue)]
    [InlineData("said_on", "2025-03-04/2025-03-01", CorrectionRefusal.BadValue)]
    [InlineData("figure.1.value", "many", CorrectionRefusal.BadValue)]
    [InlineData("figure.2.value", "2", CorrectionRefusal.NoSuchPart)]
    [InlineData("speaker.3.name", "Doni", CorrectionRefusal.NoSuchPart)]
    public void A_correction_that_cannot_be_says_why(string field, string? value, CorrectionRefusal why)
    {
        Assert.True(ClaimField.TryParse(field, out var parsed));
        Assert.Equal(why, Correction.TryApply(Injured().Claims[0], parsed, value, out _));
    }

    [Theory]
    [InlineData("colour")]
    [InlineData("speaker.0.name")]
    [InlineData("speaker.1.age")]
    [InlineData("figure.1.value.more")]
    [InlineData("")]
    public void No_other_field_can_be_corrected(string field) => Assert.False(ClaimField.TryParse(field, out _));

    [Fact]
    public void A_decision_finds_its_words_where_a_newer_reading_has_them()
    {
        var decision = Decide(Injured(), DecisionAction.Confirm);
        var newer = new Told("Judul baru", "Pembuka baru.\nRina mengatakan “ada 7 orang luka”, Senin.")
            .Claims(null, "Pembuka baru").Claims(Rina, "“ada 7 orang luka”", cue: "mengatakan").Read();
        var reviewed = ReviewedReading.Of(newer, [decision]);
        Assert.Equal([ReviewState.Suggested, ReviewState.Confirmed], reviewed.Claims.Select(claim => claim.State));
    }

    [Fact]
    public void Of_the_same_words_twice_the_nearest_by_the_same_speaker_is_meant()
    {
        var doni = Told.Person("Doni Prakoso");
        Reading Both(Speaker first, Speaker second) => new Told(null, "hujan turun.\nKatanya hujan turun, sekali lagi.").Read() is var read
            ? read with { Claims = [Said(read, 0, first), Said(read, 21, second)] }
            : throw new InvalidOperationException();
        var decision = Decide(Both(Rina, Rina), DecisionAction.Reject, claim: 1);
        Assert.Equal(1, new AnchorFinder(Both(Rina, Rina)).Claim(decision.Anchor!));
        Assert.Equal(0, new AnchorFinder(Both(Rina, doni)).Claim(decision.Anchor!));
    }

    [Fact]
    public void A_decision_whose_words_are_gone_is_detached()
    {
        var decision = Decide(Injured(), DecisionAction.Confirm);
        var reviewed = ReviewedReading.Of(new Told(null, "Hujan turun.").Claims(Rina, "Hujan turun").Read(), [decision]);
        Assert.Equal(decision, Assert.Single(reviewed.Detached));
        Assert.Equal(ReviewState.Suggested, reviewed.Claims[0].State);
    }

    [Fact]
    public void An_undone_decision_does_not_count_and_an_undone_undoing_lets_it_count_again()
    {
        var confirm = DecisionRecord.Named(Decide(Injured(), DecisionAction.Confirm));
        var undo = DecisionRecord.Named(Decide(Injured(), DecisionAction.Undo) with { Undoes = confirm.Id });
        var redo = DecisionRecord.Named(Decide(Injured(), DecisionAction.Undo) with { Undoes = undo.Id });
        Assert.Equal(ReviewState.Suggested, ReviewedReading.Of(Injured(), [confirm, undo]).Claims[0].State);
        Assert.Equal(ReviewState.Confirmed, ReviewedReading.Of(Injured(), [confirm, undo, redo]).Claims[0].State);
    }

    [Fact]
    public void A_reset_takes_back_what_came_before_it_and_no_more()
    {
        var reading = Injured();
        var decisions = new[] { Correct(reading, "stance", "doubts"), Decide(reading, DecisionAction.Reject), Decide(reading, DecisionAction.Reset), Correct(reading, "speaker.1.party", "ID") };
        var reviewed = ReviewedReading.Of(reading, decisions);
        Assert.Equal(
            (ReviewState.Suggested, Stance.Asserts, "ID"),
            (reviewed.Claims[0].State, reviewed.Reading.Claims[0].Stance, reviewed.Reading.Claims[0].Speakers[0].Party));
    }

    [Fact]
    public void Without_the_rejected_ones_the_rest_stays()
    {
        var reviewed = ReviewedReading.Of(Injured(), [Decide(Injured(), DecisionAction.Reject)]);
        Assert.Empty(reviewed.WithoutRejected().Claims);
        Assert.Single(reviewed.Reading.Claims);
    }

    [Fact]
    public void A_decision_reads_back_as_it_was_written()
    {
        var decision = DecisionRecord.Named(
            Correct(Injured(), "figure.1.value", "9") with { Why = "dihitung ulang", Before = "7", Article = "0123456789abcdef" });
        var read = DecisionRecord.Parse(DecisionRecord.Write(decision));
        Assert.Equal(DecisionRecord.Write(decision), DecisionRecord.Write(read));
        Assert.Equal(decision.Id, DecisionRecord.Named(read).Id);
        Assert.NotEqual(decision.Id, DecisionRecord.Named(read, times: 1).Id);
        Assert.Throws<FormatException>(() => DecisionRecord.Parse("{}"u8.ToArray()));
    }

    [Theory]
    [InlineData("a>b", "a=b")]
    [InlineData("a>b b>c", "a=c b=c")]
    [InlineData("a>b c>b b/", "c=a")]
    [InlineData("a>b a/", "")]
    [InlineData("a>b c>d b>d", "a=d b=d c=d")]
    public void Who_was_merged_stands_under_one_head(string steps, string expected)
    {
        var decisions = steps.Split(' ').Select(step => Decide(Injured(), step[1] == '>' ? DecisionAction.Merge : DecisionAction.Split) with
        {
            Target = step[..1],
            Other = step[1] == '>' ? step[2..] : null,
        });
        Assert.Equal(expected, string.Join(' ', MergeGroups.Of([.. decisions]).OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Key + "=" + entry.Value)));
    }

    private static Claim Said(Reading read, int start, Speaker speaker)
    {
        var span = new Konon.Text.TextSpan(start, start + "hujan turun".Length);
        Assert.Equal("hujan turun", span.Of(read.Article.Text));
        return new Claim { Content = [span], Kind = ClaimKind.Indirect, Speakers = [speaker], Stance = Stance.Asserts, Rule = "by.hand" };
    }

    private static Decision Decide(Reading reading, DecisionAction action, int claim = 0) => new()
    {
        Id = action.ToString(),
        At = new DateTimeOffset(2025, 3, 5, 8, 0, 0, TimeSpan.Zero),
        By = "rani",
        Action = action,
        On = DecisionTarget.Claim,
        Target = "0123456789abcdef",
        Anchor = Anchor.Of(reading, claim),
    };

    private static Decision Correct(Reading reading, string field, string? value) => Decide(reading, DecisionAction.Correct) with
    {
        Field = field,
        Value = value,
        Anchor = field.StartsWith("figure", StringComparison.Ordinal) ? Anchor.OfFigure(reading, 0, 1) : Anchor.Of(reading, 0),
    };

    private static Reading Injured()
    {
        var told = new Told(null, "Rina mengatakan ada 7 orang luka di jembatan itu.");
        return told.Claims(Rina, "ada 7 orang luka", cue: "mengatakan", figures: told.Figure("7 orang", 7, "orang", status: "luka")).Read();
    }
}
