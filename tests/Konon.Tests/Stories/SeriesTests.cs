using FsCheck;
using FsCheck.Fluent;
using Konon.Claims;
using Konon.Stories;
using Konon.Stories.Series;
using Xunit;

namespace Konon.Tests.Stories;

public sealed class SeriesTests
{
    [Fact]
    public void The_dead_of_an_air_crash_rise_and_are_no_contradiction()
    {
        Assert.Equal("12 first, 12 repeat, 31 update, 31 repeat, 49 update", Invented.AirCrash.Line("tewas"));
        Assert.Empty(Invented.AirCrash.Story.FigureConflicts);
    }

    [Theory]
    [InlineData("penumpang", 46)]
    [InlineData("kru", 4)]
    [InlineData("jenazah", 49)]
    [InlineData("penumpang selamat", 1)]
    public void Those_on_board_the_bodies_and_the_one_who_lives_are_other_quantities_than_the_dead(string name, int value) =>
        Assert.All(Invented.AirCrash.Series(name).Points, point => Assert.Equal(value, point.Figure.Value));

    [Fact]
    public void The_dead_of_a_day_are_apart_from_those_since_the_start()
    {
        Assert.Equal("23410 first, 23502 update", Invented.War.Line("tewas", FigureScope.Since));
        Assert.Equal("41 first, 41 repeat, 17 notcomparable", Invented.War.Line("tewas", FigureScope.Period));
        Assert.Empty(Invented.War.Story.FigureConflicts);
    }

    [Fact]
    public void Those_who_fled_an_eruption_become_more_and_then_fewer() =>
        Assert.Equal("1200 first, 3850 update, 2100 update", Invented.Eruption.Line("warga mengungsi"));

    [Fact]
    public void A_column_and_a_radius_are_measures_of_their_own()
    {
        Assert.Equal(8_000, Invented.Eruption.Series("ketinggian").Points[0].Figure.Value);
        Assert.Equal(5, Invented.Eruption.Series("radius").Points[0].Figure.Value);
    }

    [Fact]
    public void Figures_meet_across_languages()
    {
        var evacuated = Invented.Evacuation.Series("evacuated");
        Assert.Equal("900 first, 900 repeat, 2400 update, 2400 repeat", Invented.Evacuation.Line("evacuated"));
        Assert.Equal([1, 2, 3], evacuated.Points.SelectMany(point => point.Reports).Select(report => report.Number).Distinct().Order());
    }

    [Fact]
    public void What_is_demanded_is_not_what_is_ruled_and_a_higher_court_updates_the_lower()
    {
        var coverage = Invented.Verdict;
        Assert.Equal("9", string.Join(' ', coverage.Series("hukuman dituntut").Points.Select(point => $"{point.Figure.Value:0}")));
        Assert.Equal("5 first, 7 update", coverage.Line("hukuman divonis"));
        Assert.Empty(coverage.Story.FigureConflicts);
    }

    [Fact]
    public void The_sentences_of_two_men_are_two_series()
    {
        var owners = Invented.Verdict.Story.Figures.Where(series => series.Name == "hukuman divonis").Select(series => series.Key.Of).Order();
        Assert.Equal(["gandi", "suwarna"], owners);
    }

    [Fact]
    public void A_corrected_magnitude_is_struck_and_stays()
    {
        Assert.Equal("6.7 first withdrawn, 6.3 update", Invented.Quake.Line("magnitudo"));
        var struck = Invented.Quake.Series("magnitudo").Points[0];
        Assert.Contains("dikoreksi", struck.WithdrawnBy!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_still_carries_a_withdrawn_figure_is_named_with_its_words()
    {
        var stale = Invented.Quake.Story.Corrections;
        Assert.Equal([(1, false), (3, true)], stale.Select(figure => (figure.Telling.Report.Number, figure.IsAfter)));
        Assert.All(stale, figure => Assert.Equal(StaleCause.Withdrawn, figure.Cause));
        Assert.Equal("6,7", stale[1].Telling.Exact);
    }

    [Fact]
    public void Not_ten_but_nine_takes_ten_back_wherever_it_was_told()
    {
        Assert.Equal("14 first withdrawn, 14 repeat withdrawn, 9 update", Invented.Shipwreck.Line("tewas"));
        Assert.Equal([1, 3], Invented.Shipwreck.Story.Corrections.Select(stale => stale.Telling.Report.Number));
    }

    [Fact]
    public void Two_offices_on_one_day_contradict_each_other()
    {
        var conflict = Assert.Single(Invented.Flood.Story.FigureConflicts);
        Assert.Equal([640m, 410m], conflict.Sides.Select(side => side.Figure.Value));
        Assert.Equal("640 first, 410 contradiction", Invented.Flood.Line("rumah rusak"));
    }

    [Fact]
    public void A_union_and_a_company_count_differently_in_one_report()
    {
        var conflict = Assert.Single(Invented.Strike.Story.FigureConflicts);
        Assert.Equal([4000m, 1100m], conflict.Sides.Select(side => side.Figure.Value));
    }

    [Fact]
    public void Layoffs_are_declined_to_comment_on_and_then_confirmed()
    {
        var changes = Invented.Layoffs.Story.Positions.SelectMany(position => position.Changes);
        var change = Assert.Single(changes);
        Assert.Equal((Stance.Declines, Stance.Confirms), (change.From.Claim.Stance, change.To.Claim.Stance));
    }

    [Fact]
    public void A_party_that_denies_what_it_said_has_changed_its_position()
    {
        var change = Assert.Single(Invented.Ministry.Story.Positions.SelectMany(position => position.Changes));
        Assert.Equal((Stance.Asserts, Stance.Denies), (change.From.Claim.Stance, change.To.Claim.Stance));
    }

    [Fact]
    public void A_party_that_goes_on_saying_the_same_has_not() =>
        Assert.Empty(Invented.Flood.Story.Positions.SelectMany(position => position.Changes));

    [Fact]
    public void A_rounded_sum_is_a_rounding_and_another_sum_is_another_series()
    {
        Assert.Equal("724300000000000 first, 724300000000000 repeat, 724000000000000 rounding, 724000000000000 repeat", Invented.Budget.Line("anggaran"));
        Assert.Single(Invented.Budget.Series("defisit").Points);
    }

    [Fact]
    public void Ordered_present_and_earlier_troops_are_never_compared()
    {
        var story = Invented.Troops.Story;
        var series = story.Figures.Where(one => one.Key.Counted == "tentara").ToList();
        Assert.Equal(FigureScope.Planned, series.First(one => one.Points.Any(point => point.Figure.Value == 3000)).Key.Scope);
        Assert.Equal(FigureScope.Present, series.Single(one => one.Points.Any(point => point.Figure.Value == 400)).Key.Scope);
        Assert.True(series.SelectMany(one => one.Points).Single(point => point.Figure.Value == 1500).IsFormer);
        Assert.DoesNotContain(series.SelectMany(one => one.Points), point => point.Relation is PointRelation.Update or PointRelation.Contradiction);
    }

    [Fact]
    public void The_whole_out_of_which_some_are_counted_is_compared_with_nothing()
    {
        var story = new Coverage().Add("kabarpul.id", "2026-02-01", "Bus Terbakar di Terminal",
            "Kepala Dinas Perhubungan Kota Harsa, Rudi Samena, mengatakan 12 bus terbakar dari total 60 bus yang diparkir di terminal itu pada Minggu (1/2/2026).").Story;
        Assert.Equal(FigureScope.OutOf, story.Figures.Single(series => series.Points.Any(point => point.Figure.Value == 60)).Key.Scope);
        Assert.Equal("terbakar", story.Figures.Single(series => series.Points.Any(point => point.Figure.Value == 12)).Key.Status);
    }

    [Fact]
    public void Parts_of_the_dead_are_no_smaller_count_of_them()
    {
        var story = new Coverage().Add("kabarkota.id", "2026-02-01", "Sembilan Tewas di Lintasan",
            "Sembilan orang tewas dalam kecelakaan itu, kata Wali Kota Harsa Dewi Lantika. Ia mengatakan korban tewas terdiri dari enam siswa dan tiga orang dewasa.").Story;
        var parts = story.Figures.Where(series => series.Key is { Status: "tewas", Scope: FigureScope.Part }).SelectMany(series => series.Points);
        Assert.Equal([3m, 6m], parts.Select(point => point.Figure.Value).Order());
        Assert.Empty(story.FigureConflicts);
    }

    [Fact]
    public void A_smaller_count_told_later_by_nobody_says_nothing_of_the_larger()
    {
        var coverage = new Coverage()
            .Add("a.id", "2026-02-01T08:00:00+07:00", "Longsor, 20 Orang Tewas", "Sebanyak 20 orang tewas akibat longsor di Lereng Kidul pada Minggu pagi, dan pencarian masih dilakukan.")
            .Add("b.id", "2026-02-01T12:00:00+07:00", "Longsor di Lereng Kidul", "Sebanyak 15 orang tewas akibat longsor di Lereng Kidul pada Minggu pagi, dan jalan ke sana tertutup.");
        Assert.Equal("20 first, 15 notcomparable", coverage.Line("tewas"));
    }

    [Fact]
    public void A_source_that_says_its_smaller_number_again_after_the_larger_stands_against_it()
    {
        var coverage = new Coverage()
            .Add("a.id", "2026-02-01T08:00:00+07:00", "Bentrok di Pasar", "Kapolres Harsa Budi Samana mengatakan 5 orang tewas dalam bentrokan di pasar itu pada Minggu pagi.")
            .Add("b.id", "2026-02-01T10:00:00+07:00", "Bentrok di Pasar", "Ketua Palang Merah Harsa Wina Lestari mengatakan 9 orang tewas dalam bentrokan di pasar itu pada Minggu pagi.")
            .Add("c.id", "2026-02-02T10:00:00+07:00", "Polisi: Korban Lima", "Kapolres Harsa Budi Samana menegaskan 5 orang tewas dalam bentrokan di pasar itu, Senin (2/2/2026).");
        Assert.Equal([5m, 9m], Assert.Single(coverage.Story.FigureConflicts).Sides.Select(side => side.Figure.Value).Order());
    }

    [Fact]
    public void A_headline_that_denies_a_number_does_not_tell_it()
    {
        var story = StoryBuilder.Build(
        [
            Told("Kapal Mutiara Karam, 112 Penumpang di Dalamnya", "Kepala Pelabuhan Rahmat Sujono mengatakan 112 penumpang berada di Kapal Mutiara.", "2025-03-03"),
            Told("Operator Bantah Kapal Mutiara Angkut 180 Penumpang", "Perusahaan pelayaran itu belum memberi keterangan lain.", "2025-03-04"),
        ]);
        Assert.DoesNotContain(
            story.Figures.SelectMany(series => series.Points),
            point => point.Figure.Value == 180 && point.Stance is not Stance.Denies);
        static Reading Told(string title, string text, string day) => Konon.Tests.Store.TemporaryLedger.Read(
            Konon.Tests.Store.TemporaryLedger.Document(title, title + "\n\n" + text) with { Row = new Konon.Bytes.RowFields(title, null, title, title, day, text) }).Reading;
    }

    [Fact]
    public void Every_point_shows_its_words()
    {
        foreach (var coverage in All())
        {
            Assert.All(coverage.Story.Figures.SelectMany(series => series.Points).SelectMany(point => point.Tellings), telling =>
            {
                Assert.Contains(telling.Exact, telling.Words, StringComparison.Ordinal);
                Assert.Contains(telling.Words, telling.Report.Article.Text, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void Points_relate_to_earlier_ones_alone()
    {
        foreach (var series in All().SelectMany(coverage => coverage.Story.Figures))
        {
            Assert.Equal(Enumerable.Range(1, series.Points.Count), series.Points.Select(point => point.Number));
            Assert.All(series.Points, point => Assert.True(point.To is null || point.To < point.Number));
        }
    }

    [Fact]
    public void The_order_of_the_readings_is_no_matter()
    {
        var readings = All().SelectMany(coverage => coverage.Readings).ToArray();
        var expected = Told(readings);
        Prop.ForAll(Gen.Shuffle(readings).ToArbitrary(), shuffled => Told(shuffled) == expected)
            .Check(Fixed.Seed.WithMaxTest(8));
    }

    private static string Told(IEnumerable<Reading> readings) => string.Join('\n', StoryBuilder.Build(readings).Figures.SelectMany(series =>
        series.Points.Select(point => $"{series.Name} {series.Key.Of} {series.Key.Scope} {point.Number} {point.Figure.Value} {point.Relation} {point.To} {point.First.Report.Article.Outlet}")));

    private static Coverage[] All() =>
    [
        Invented.AirCrash, Invented.War, Invented.Eruption, Invented.Evacuation, Invented.Verdict, Invented.Quake, Invented.Flood, Invented.Strike,
        Invented.Layoffs, Invented.Budget, Invented.Shipwreck, Invented.Ministry, Invented.Troops,
    ];
}
