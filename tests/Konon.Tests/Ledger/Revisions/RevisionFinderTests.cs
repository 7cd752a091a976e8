using Konon.Claims;
using Konon.Ledger.Revisions;
using Xunit;

namespace Konon.Tests.Ledger.Revisions;

public sealed class RevisionFinderTests
{
    private static readonly Speaker Rina = Told.Person("Rina Astuti");

    [Fact]
    public void Says_which_figure_of_which_claim_changed()
    {
        var change = Assert.Single(RevisionFinder.Compare(Injured(7), Injured(9)).Claims);
        Assert.Equal(
            [new("figure.1.value", "7", "9"), new("words", "ada 7 orang luka di jembatan itu", "ada 9 orang luka di jembatan itu")],
            change.Fields);
        Assert.True(change.ChangesMeaning);
    }

    [Fact]
    public void Says_which_claims_came_and_went_and_whose()
    {
        var before = new Told(null, "Rina mengatakan hujan turun.").Claims(Rina, "hujan turun", cue: "mengatakan").Read();
        var after = new Told(null, "Doni membantah jembatan rapuh.")
            .Claims(Told.Person("Doni Prakoso"), "jembatan rapuh", Stance.Denies, "membantah")
            .Read();
        var revision = RevisionFinder.Compare(before, after);
        Assert.Equal(["jembatan rapuh", null], revision.Claims.Select(change => change.After?.Words));
        Assert.Equal(["Doni Prakoso"], revision.SpeakersAdded);
        Assert.Equal(["Rina Astuti"], revision.SpeakersRemoved);
    }

    [Fact]
    public void Says_that_a_stance_and_a_speaker_changed()
    {
        var before = new Told(null, "Rina menyebut jembatan rapuh.").Claims(Rina, "jembatan rapuh", cue: "menyebut").Read();
        var after = new Told(null, "Doni membantah jembatan rapuh.")
            .Claims(Told.Person("Doni Prakoso"), "jembatan rapuh", Stance.Denies, "membantah")
            .Read();
        var fields = Assert.Single(RevisionFinder.Compare(before, after).Claims).Fields;
        Assert.Equal([new("stance", "asserts", "denies"), new("speaker.1.name", "Rina Astuti", "Doni Prakoso")], fields);
    }

    [Fact]
    public void The_same_words_in_another_order_of_paragraphs_are_the_same_claims()
    {
        Reading Both(string text) =>
            new Told(null, text).Claims(Rina, "hujan turun", cue: "mengatakan").Claims(Rina, "jalan licin", cue: "menyebut").Read();
        var revision = RevisionFinder.Compare(
            Both("Rina mengatakan hujan turun.\nRina menyebut jalan licin."),
            Both("Rina menyebut jalan licin.\nRina mengatakan hujan turun."));
        Assert.Empty(revision.Claims);
        Assert.True(revision.IsEdit);
    }

    [Fact]
    public void An_edit_is_silent_unless_the_page_says_so()
    {
        Assert.True(RevisionFinder.Compare(Injured(7), Injured(9)).IsSilent);
        var noted = RevisionFinder.Compare(Injured(7), Injured(9, "\nRalat: 9 orang, bukan 7 orang."));
        Assert.False(noted.IsSilent);
        Assert.Equal("Ralat: 9 orang, bukan 7 orang.", Assert.Single(noted.Notes).Exact);
        // A note of an earlier edit says nothing of this one.
        Assert.True(RevisionFinder.Compare(Injured(7, "\nRalat: 7 orang, bukan 6 orang."), Injured(9, "\nRalat: 7 orang, bukan 6 orang.")).IsSilent);
        Assert.False(RevisionFinder.Compare(Injured(7), Injured(7)).IsEdit);
    }

    [Fact]
    public void A_thousand_claims_alike_are_paired_in_order()
    {
        Reading Many(string end)
        {
            var body = string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"Rina mengatakan hujan turun lagi di dusun {i}{end}."));
            var text = new Told(null, body);
            for (var i = 0; i < 1000; i++) text.Claims(Rina, $"hujan turun lagi di dusun {i}{end}");
            return text.Read();
        }

        Assert.All(
            RevisionFinder.Compare(Many(""), Many("x")).Claims,
            change => Assert.True(change.Before is null || change.After is null || change.Fields.Count == 1));
    }

    private static Reading Injured(int count, string more = "")
    {
        var told = new Told(null, $"Rina mengatakan ada {count} orang luka di jembatan itu.{more}");
        return told.Claims(Rina, $"ada {count} orang luka di jembatan itu", cue: "mengatakan", figures: told.Figure($"{count} orang", count, "orang", status: "luka")).Read();
    }
}
