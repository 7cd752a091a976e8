using System.Text.Json;
using Konon.Claims;
using Konon.Ledger.Alerts;
using Konon.Stories;
using Konon.Tests.Stories;
using Konon.Views;
using Xunit;

namespace Konon.Tests.Ledger.Alerts;

public sealed class StoryEventTests
{
    private static readonly Story Nothing = StoryBuilder.Build([]);

    [Fact]
    public void A_later_figure_is_told_with_what_was_said_before()
    {
        var told = Between(Invented.AirCrash, 1, 2).Where(happened => happened is { Kind: StoryEventKind.Figure, What: "tewas" });
        var sides = Assert.Single(told).Sides;
        Assert.Equal([("was", 12m), ("now", 31m)], sides.Select(side => (side.Part, side.Figure!.Value)));
        Assert.Equal("wartapesisir.com", sides[1].Report.Article.Outlet);
    }

    [Fact]
    public void What_was_told_once_is_not_told_again_when_others_repeat_it()
    {
        var told = new[] { 1, 2 }.SelectMany(count => Between(Invented.AirCrash, count, count + 1))
            .Where(happened => happened is { Kind: StoryEventKind.Figure, What: "tewas" })
            .Select(happened => happened.Sides[^1].Figure!.Value);
        Assert.Equal([31m, 49m], told);
    }

    [Fact]
    public void A_figure_that_is_taken_back_is_a_correction()
    {
        var corrections = Between(Invented.Quake, 1, 3).Where(happened => happened.Kind == StoryEventKind.Correction);
        var correction = Assert.Single(corrections, happened => happened.What == "magnitudo");
        Assert.Equal(6.7m, correction.Sides[0].Figure!.Value);
        Assert.Contains("dikoreksi", correction.Sides[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_of_the_outlet_is_a_correction_once()
    {
        var first = Jetty("Jembatan itu ambruk pada Senin pagi, kata Kepala Dinas Jarot Sunu.");
        var second = Jetty(
            "Jembatan itu ambruk pada Minggu pagi, kata Kepala Dinas Jarot Sunu.\nRalat: Artikel ini semula menyebut hari Senin.");
        var third = Jetty(
            "Jembatan itu ambruk pada Minggu pagi, ujar Kepala Dinas Jarot Sunu.\nRalat: Artikel ini semula menyebut hari Senin.");
        var note = Assert.Single(StoryEventFinder.Between(first.Story, second.Story));
        Assert.Equal(StoryEventKind.Correction, note.Kind);
        Assert.StartsWith("Ralat", Assert.Single(note.Sides).Words, StringComparison.Ordinal);
        Assert.Empty(StoryEventFinder.Between(second.Story, third.Story));
    }

    [Fact]
    public void A_new_version_that_says_the_same_elsewhere_in_its_text_is_no_event()
    {
        var before = Invented.AirCrash;
        var after = new Coverage();
        foreach (var reading in before.Readings)
        {
            var article = reading.Article;
            after.Add(
                article.Outlet!, article.Published!.Value, article.Title!, "Pembaruan ketiga untuk pembaca. "
                + article.Text[article.BodyStart..]);
        }

        Assert.NotEqual(before.Readings[0].Article.Sha256, after.Readings[0].Article.Sha256);
        Assert.Empty(StoryEventFinder.Between(before.Story, after.Story));
    }

    [Fact]
    public void A_party_that_comes_to_say_otherwise_is_told_once()
    {
        Reading[] all =
        [
            Ministry("a.txt", 3, "membantah bendungan Lebak Jero retak", Stance.Denies),
            Ministry("b.txt", 5, "membenarkan bendungan Lebak Jero retak", Stance.Confirms),
        ];
        var told = StoryEventFinder.Between(StoryBuilder.Build(all[..1]), StoryBuilder.Build(all));
        var change = Assert.Single(told, happened => happened.Kind == StoryEventKind.Position);
        Assert.Equal("Balai Sungai", change.What);
        Assert.Equal([Stance.Denies, Stance.Confirms], change.Sides.Select(side => side.Stance!.Value));
        Reading[] more = [.. all, Ministry("c.txt", 6, "membenarkan bendungan Lebak Jero retak", Stance.Confirms)];
        Assert.DoesNotContain(
            StoryEventFinder.Between(StoryBuilder.Build(all), StoryBuilder.Build(more)),
            happened => happened.Kind == StoryEventKind.Position);
    }

    [Fact]
    public void A_conflict_opens_once_whoever_joins_it()
    {
        Reading[] all =
        [
            Ministry("a.txt", 3, "menyatakan bendungan Lebak Jero retak", Stance.Asserts),
            Owner("b.txt", 4, "membantah bendungan Lebak Jero retak"),
            Owner("c.txt", 5, "kembali membantah bendungan Lebak Jero retak"),
        ];
        var opened = StoryEventFinder.Between(StoryBuilder.Build(all[..1]), StoryBuilder.Build(all[..2]));
        Assert.Single(opened, happened => happened.Kind == StoryEventKind.Conflict);
        Assert.DoesNotContain(
            StoryEventFinder.Between(StoryBuilder.Build(all[..2]), StoryBuilder.Build(all)),
            happened => happened.Kind == StoryEventKind.Conflict);
    }

    [Theory]
    [MemberData(nameof(Coverages))]
    public void Between_a_story_and_itself_nothing_happens(string name) =>
        Assert.Empty(StoryEventFinder.Between(Named(name).Story, Named(name).Story));

    [Theory]
    [MemberData(nameof(Coverages))]
    public void Events_are_the_same_in_whatever_order_the_reports_come(string name)
    {
        var readings = Named(name).Readings;
        var ids = StoryEventFinder.Between(Nothing, StoryBuilder.Build(readings)).Select(happened => happened.Id).ToList();
        Assert.Equal(ids, StoryEventFinder.Between(Nothing, StoryBuilder.Build(readings.Reverse())).Select(happened => happened.Id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void A_message_cites_the_words_at_their_place_and_carries_nothing_that_acts()
    {
        var happened = Between(Invented.AirCrash, 1, 2).First(one => one.What == "tewas");
        var body = AlertJson.Of(
            happened, "a1", ("s1", "Nama \u202E\u001b[31m cerita"), new DateTimeOffset(2026, 2, 3, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(
            body, AlertJson.Of(
            happened, "a1", ("s1", "Nama \u202E\u001b[31m cerita"), new DateTimeOffset(2026, 2, 3, 8, 0, 0, TimeSpan.Zero)));
        using var json = JsonDocument.Parse(body);
        Assert.Equal("Nama cerita", json.RootElement.GetProperty("story").GetProperty("name").GetString());
        Assert.Equal("2026-02-03T08:00:00Z", json.RootElement.GetProperty("found_at").GetString());
        foreach (var (side, told) in happened.Sides.Zip(json.RootElement.GetProperty("sides").EnumerateArray()))
        {
            var (from, to) = (
                told.GetProperty("source").GetProperty("start").GetInt32(), told.GetProperty("source").GetProperty("end").GetInt32());
            Assert.Equal(PlainText.OneLine(side.Report.Article.Text[from..to]), told.GetProperty("words").GetString());
        }
    }

    public static TheoryData<string> Coverages =>
        [nameof(Invented.AirCrash), nameof(Invented.War), nameof(Invented.Quake), nameof(Invented.Verdict),
            nameof(Invented.Shipwreck), nameof(Invented.Troops)];

    private static Coverage Named(string name) => (Coverage)typeof(Invented).GetProperty(name)!.GetValue(null)!;

    private static IReadOnlyList<StoryEvent> Between(Coverage coverage, int before, int after) => StoryEventFinder.Between(
        StoryBuilder.Build(coverage.Readings.Take(before)), StoryBuilder.Build(coverage.Readings.Take(after)));

    private static Coverage Jetty(string body) => new Coverage().Add("kabarkali.id", "2026-03-02", "Jembatan Kali Bening Ambruk", body);

    private static Reading Ministry(string input, int day, string words, Stance stance) =>
        Said(input, day, new Speaker("Danu Wirya", null, "juru bicara Balai Sungai", SpeakerType.Person, "Balai Sungai"), words, stance);

    private static Reading Owner(string input, int day, string words) =>
        Said(input, day, new Speaker("Marta Lodra", null, "direktur PT Tirta", SpeakerType.Person, "PT Tirta"), words, Stance.Denies);

    private static Reading Said(string input, int day, Speaker speaker, string words, Stance stance) =>
        new Told("Bendungan Lebak Jero", $"{speaker.Name} {words}. Berkas {input}.")
        {
            Input = input,
            Outlet = input + ".example",
            Day = new DateOnly(2026, 3, day),
        }
            .Claims(speaker, "bendungan Lebak Jero retak", stance, words.Split(' ')[0])
            .Read();
}
