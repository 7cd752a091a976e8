using Konon.Stories.Grouping;
using Xunit;

namespace Konon.Tests.Stories.Grouping;

/// <summary>Which articles tell one event. The events never happened, and their reports are in our own words.</summary>
public sealed class GroupingTests
{
    private static readonly ArticleSketch[] Indonesian =
    [
        Flow.Article("f1", "Feri Sinar Rawa Tenggelam di Selat Lembar", "LOMBOK, Kabar – Feri Sinar Rawa tenggelam di Selat Lembar pada Senin malam. "
            + "Kepala Kantor SAR Mataram, Arif Suryana, mengatakan 17 penumpang belum ditemukan. Kapal membawa 120 orang dari Padangbai."),
        Flow.Article("f2", "Pencarian Korban Kapal di Lembar Dilanjutkan", "Tim SAR Mataram melanjutkan pencarian korban Feri Sinar Rawa yang karam di Selat Lembar. "
            + "Arif Suryana menyebut dua jenazah ditemukan nelayan Padangbai pada Selasa pagi.", 1),
        Flow.Article("f3", "Nakhoda Sinar Rawa Diperiksa Polisi", "Polres Lombok Barat memeriksa nakhoda Feri Sinar Rawa. Kapal yang karam di Selat Lembar itu diduga "
            + "membawa penumpang melebihi manifes, kata Arif Suryana.", 2),
        Flow.Article("g1", "Gempa Guncang Mamasa, Puluhan Rumah Rusak", "Gempa bermagnitudo 5,6 mengguncang Mamasa, Sulawesi Barat, Senin petang. Bupati Welem Sarongallo "
            + "menyebut 64 rumah di Kecamatan Tabang rusak dan warga Tabang mengungsi ke lapangan."),
        Flow.Article("g2", "Warga Tabang Mamasa Masih Tidur di Tenda", "Warga Tabang, Mamasa, memilih tidur di tenda setelah gempa. Bupati Welem Sarongallo mengatakan rumah "
            + "yang rusak bertambah menjadi 81 di Kecamatan Tabang.", 1),
        Flow.Article("k1", "Gubernur Resmikan Pasar Ikan Kendari", "Gubernur meresmikan pasar ikan di Kendari. Pedagang Anaiwoi berharap sewa kios tidak naik.", 1),
    ];

    private static readonly ArticleSketch[] English =
    [
        Flow.Article("p1", "Commuter plane crashes near Halvorsen Lake", "A commuter plane operated by Norrland Air crashed near Halvorsen Lake on Monday with 19 people on board. "
            + "Investigator Petra Lindqvist said the crew of the Norrland Air flight had reported icing.", 0, "en"),
        Flow.Article("p2", "Crash investigators recover recorder from Halvorsen", "Investigators have recovered the flight recorder of the Norrland Air plane that crashed near "
            + "Halvorsen Lake. Petra Lindqvist said icing remained one line of inquiry. Two of the 19 aboard survived.", 2, "en"),
        Flow.Article("p3", "Norrland Air grounds fleet after crash", "Norrland Air grounded its turboprops after the Halvorsen Lake crash. Lindqvist, who leads the inquiry, welcomed the step.", 3, "en"),
        Flow.Article("v1", "Former minister Osric Vane found guilty of bribery", "A court in Tamworth found former transport minister Osric Vane guilty of taking bribes over the "
            + "Calder bridge contract. Judge Imelda Roth will sentence Vane in May.", 0, "en"),
        Flow.Article("v2", "Vane to appeal Calder bridge verdict", "Lawyers for Osric Vane said he would appeal against the bribery verdict. Prosecutors had told Judge Imelda Roth that "
            + "the Calder bridge builder paid for a villa.", 1, "en"),
        Flow.Article("t1", "Tamworth council raises bus fares", "The council in Tamworth raised bus fares by a tenth. Passengers complained at a meeting on Monday.", 1, "en"),
    ];

    [Fact]
    public void Reports_of_one_event_are_one_story_and_other_events_are_others() =>
        Assert.Equal("f1+f2+f3 g1+g2 k1", Flow.Grouped(Indonesian).Told());

    [Fact]
    public void So_they_are_in_English() => Assert.Equal("p1+p2+p3 t1 v1+v2", Flow.Grouped(English).Told());

    [Fact]
    public void Streams_of_several_languages_do_not_disturb_each_other() =>
        Assert.Equal("f1+f2+f3 g1+g2 k1 p1+p2+p3 t1 v1+v2", Flow.Grouped([.. Indonesian, .. English]).Told());

    [Fact]
    public void A_report_in_another_language_joins_where_names_and_figures_carry_it()
    {
        var foreign = Flow.Article("e1", "Ferry Sinar Rawa sinks in Lembar Strait", "The ferry Sinar Rawa sank in the Lembar Strait off Lombok with 120 people from Padangbai aboard, Arif Suryana of the "
            + "Mataram search office said. Mataram boats searched Lembar.", 0, "en");
        Assert.Equal("e1+f1+f2+f3 g1+g2 k1", Flow.Grouped([.. Indonesian, foreign]).Told());
        var other = Flow.Article("e2", "Lombok hotels expect a good year", "Hotels on Lombok expect more guests this year, the tourism board in Mataram said on Monday.", 0, "en");
        Assert.Equal("e2 f1+f2+f3 g1+g2 k1", Flow.Grouped([.. Indonesian, other]).Told());
    }

    [Fact]
    public void Matters_of_one_war_stay_apart()
    {
        ArticleSketch[] war =
        [
            Flow.Article("d1", "Drone hits power station in Veldana", "KARSK – A drone from Ostmark hit the power station of Veldana at night, the grid operator Elvolt said. Engineer Tomas Brack said half of Veldana was dark.", 0, "en"),
            Flow.Article("d2", "Veldana still without power after drone strike", "Half of Veldana had no power a day after the Ostmark drone hit its station. Elvolt and its engineer Tomas Brack promised repairs in a week.", 1, "en"),
            Flow.Article("x1", "Ostmark and Karsk swap ninety prisoners at Lindau", "Ostmark and Karsk exchanged ninety prisoners at the Lindau crossing. Envoy Marit Solberg, who brokered the exchange, said more would follow.", 0, "en"),
            Flow.Article("x2", "Freed prisoners tell of Lindau crossing", "Prisoners freed at the Lindau crossing spoke of their return. Marit Solberg thanked Ostmark and Karsk for keeping the exchange.", 1, "en"),
        ];
        Assert.Equal("d1+d2 x1+x2", Flow.Grouped(war).Told());
    }

    [Fact]
    public void Recipes_and_forecasts_are_no_event()
    {
        ArticleSketch[] genre =
        [
            Flow.Article("r1", "Resep Soto Bening", "Rebus daging hingga empuk. Tumis bumbu halus, masukkan serai dan daun salam, lalu tuang santan. Sajikan hangat."),
            Flow.Article("r2", "Resep Gulai Kambing", "Potong daging, tumis bumbu halus dengan serai dan jahe, tuang santan, masak hingga bumbu meresap. Sajikan dengan nasi."),
            Flow.Article("c1", "Cuaca Palu Hari Ini", "Cuaca di Palu diperkirakan berawan pada pagi hari dan hujan ringan pada malam hari. Suhu 24 hingga 31 derajat."),
            Flow.Article("c2", "Cuaca Ambon Hari Ini", "Cuaca di Ambon diperkirakan cerah berawan pada pagi hari dan hujan ringan pada malam hari. Suhu 25 hingga 30 derajat."),
        ];
        Assert.DoesNotContain("+", Flow.Grouped(genre).Told().Replace("c1+c2", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, "a0001+a0002")]
    [InlineData(30, "a0001 a0002")]
    public void A_story_closes_when_nothing_is_told_of_it_for_the_window(int days, string told) =>
        Assert.Equal(told, Flow.Grouped(Flow.Made(1, 7, 0, own: 0), Flow.Made(2, 7, days * 24, own: 0)).Told());

    [Fact]
    public void A_story_goes_on_as_long_as_it_is_told() =>
        Assert.Single(Flow.Grouped(Enumerable.Range(0, 20).Select(i => Flow.Made(i, 7, i * 48))).Stories());

    [Fact]
    public void An_undated_article_joins_what_was_told_last()
    {
        var grouper = Flow.Grouped(Flow.Made(1, 7, 0), Flow.Made(2, 8, 900), Flow.Made(3, 8, null), Flow.Made(4, 7, null), Flow.Made(5, 9, null), Flow.Made(6, 9, null));
        Assert.Equal("a0001 a0002+a0003 a0004 a0005+a0006", grouper.Told());
    }

    [Fact]
    public void Of_too_many_undated_articles_the_rest_stay_alone()
    {
        var grouper = new StoryGrouper(GroupingOptions.Default with { MostUndated = 3 });
        for (var i = 9; i >= 0; i--) grouper.Add(Flow.Made(i, 7, null));
        grouper.Settle();
        Assert.Equal("a0000+a0001+a0002 a0003 a0004 a0005 a0006 a0007 a0008 a0009", grouper.Told());
    }

    [Fact]
    public void Articles_of_next_to_nothing_join_nothing()
    {
        var grouper = Flow.Grouped(
            Flow.Article("a", null, ""), Flow.Article("b", null, ""), Flow.Article("c", "Foto", "Foto."), Flow.Article("d", "Video", "Lihat video."), Flow.Article("e", null, "…"));
        Assert.Equal("a b c d e", grouper.Told());
    }

    [Fact]
    public void A_term_of_half_the_world_brings_nothing_together_and_costs_nothing()
    {
        var grouper = new StoryGrouper(GroupingOptions.Default with { PostingCap = 20 });
        for (var i = 0; i < 500; i++) grouper.Add(Flow.Made(i, 7, i, own: 60, shared: 1));
        grouper.Settle();
        Assert.Equal(500, grouper.Stories().Count);
    }

    [Fact]
    public void A_wrong_clock_far_ahead_closes_no_story_for_those_that_come_after()
    {
        var grouper = Flow.Grouped(Flow.Made(1, 7, 0), Flow.Made(9, 8, 100_000));
        grouper.Add(Flow.Made(2, 7, 5));
        grouper.Settle();
        Assert.Equal("a0001+a0002 a0009", grouper.Told());
    }
}
