using Konon.Store;
using Konon.Store.Search;
using Xunit;

namespace Konon.Tests.Store.Search;

public class ClaimSearchTests : IDisposable
{
    private readonly FloodLedger _flood = new();

    public void Dispose() => _flood.Dispose();

    [Fact]
    public void The_coverage_is_read_as_the_tests_below_take_it() => Assert.Equal(6, _flood.Claims("since:2025").Count);

    [Theory]
    [InlineData("banjir", 2)]
    [InlineData("kerahkan", 1)]
    [InlineData("pengerahan", 1)]
    [InlineData("deploys", 1)]
    [InlineData("\"merendam rumah\"", 0)]
    [InlineData("\"rumah terendam\"", 1)]
    [InlineData("banjir OR longsor", 3)]
    [InlineData("rahmat NOT longsor", 2)]
    [InlineData("rahmat -banjir", 1)]
    [InlineData("(banjir OR longsor) rahmat", 3)]
    [InlineData("tsunami", 0)]
    public void Words_find_claims_in_all_their_forms(string query, int count) => Assert.Equal(count, _flood.Claims(query).Count);

    [Theory]
    [InlineData("outlet:kabar", 2)]
    [InlineData("outlet:pagi.example", 3)]
    [InlineData("-outlet:kabar", 4)]
    [InlineData("outlet:kabar,daily", 3)]
    [InlineData("outlet:nowhere", 0)]
    [InlineData("speaker:rahmat", 3)]
    [InlineData("speaker:santoso", 3)]
    [InlineData("speaker:Rakhmat", 0)]
    [InlineData("speaker:soeharto", 0)]
    [InlineData("-speaker:rahmat", 3)]
    [InlineData("stance:denies", 1)]
    [InlineData("language:en", 1)]
    [InlineData("date:2025-03", 4)]
    [InlineData("since:2025-03-06 until:2025-04-01", 3)]
    [InlineData("figure>=1000", 1)]
    [InlineData("figure>=100 counted:rumah", 2)]
    [InlineData("figure<200 counted:rumah", 1)]
    [InlineData("figure:100..600", 2)]
    [InlineData("counted:soldier", 1)]
    [InlineData("banjir outlet:kabar figure>=1000", 1)]
    [InlineData("banjir speaker:rahmat date:2025-03-04", 1)]
    [InlineData("banjir speaker:dewi", 0)]
    public void Filters_narrow(string query, int count) => Assert.Equal(count, _flood.Claims(query).Count);

    [Fact]
    public void The_newest_day_comes_first_whatever_was_added_first()
    {
        using var reversed = new FloodLedger(reversed: true);
        foreach (var query in (string[])["since:2025", "rahmat", "banjir OR rumah OR longsor", "speaker:rahmat"])
        {
            Assert.Equal(_flood.Claims(query).Select(row => row.Id), reversed.Claims(query).Select(row => row.Id));
        }

        Assert.Equal(["2025-04-01", "2025-03-05", "2025-03-04"], _flood.Claims("rahmat").Select(row => row.Day));
    }

    [Fact]
    public void Of_words_joined_by_OR_what_holds_all_comes_first_and_then_what_holds_the_rarest() =>
        Assert.Equal(["2025-03-05", "2025-04-01", "2025-03-04"], _flood.Claims("(setidaknya OR rahmat OR longsor)").Select(row => row.Day));

    [Theory]
    [InlineData("since:2025")]
    [InlineData("rahmat")]
    [InlineData("banjir OR rahmat OR tentara OR longsor")]
    [InlineData("speaker:rahmat")]
    [InlineData("rahmat stance:asserts")]
    public void Pages_of_any_size_give_the_whole_in_its_order(string query)
    {
        var whole = _flood.Claims(query).Select(row => row.Id).ToList();
        Assert.True(whole.Count >= 2);
        for (var limit = 1; limit <= whole.Count + 1; limit++)
        {
            var pages = _flood.Pages(query, limit).ToList();
            Assert.Equal(whole, pages.SelectMany(page => page.Rows.Select(row => row.Id)));
            Assert.All(pages.SkipLast(1), page => Assert.Equal(limit, page.Rows.Count));
        }
    }

    [Fact]
    public void What_is_added_meanwhile_shifts_no_page()
    {
        var query = new ClaimQuery { Words = FloodLedger.Parse("rahmat").Words, Limit = 1 };
        var first = _flood.Store.Claims(query);
        TemporaryLedger.Add(
            _flood.Store,
            TemporaryLedger.Row("n", "https://kabar.example/9", "Baru\n\n\"Air surut,\" kata Kepala BPBD Rahmat Santoso, Minggu (1/6/2025).", "2025-06-01"));
        var second = _flood.Store.Claims(query with { Cursor = first.Next });
        Assert.Equal("2025-03-05", Assert.Single(second.Rows).Day);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("0..2025-03-04.ffffffffffffffff.0.0")]
    [InlineData("0.7-8.2025-03-04..0.0")]
    public void A_wrong_cursor_is_told(string cursor) => Assert.Throws<FormatException>(() =>
        _flood.Store.Claims(new ClaimQuery { Words = FloodLedger.Parse("banjir OR rumah").Words, Cursor = cursor }));

    [Fact]
    public void Rows_show_who_said_it_where_with_the_words_marked()
    {
        var row = Assert.Single(_flood.Claims("rumah figure>=1000"));
        Assert.Equal("Rahmat Santoso", Assert.Single(row.Speakers).Name);
        Assert.Equal((1340m, "at-least"), (row.Figures[0].Value, row.Figures[0].Bound));
        Assert.Equal("https://kabar.example/2", row.Url);
        Assert.Equal("rumah", Assert.Single(row.Snippet!.Marks).Of(row.Snippet.Text));
    }

    [Fact]
    public void A_superseded_version_is_found_no_more_and_the_current_one_is()
    {
        TemporaryLedger.Add(
            _flood.Store,
            TemporaryLedger.Row(
                "v", "https://kabar.example/1", "Banjir Sukamaju\n\n\"Air merendam 95 gudang,\" kata Kepala BPBD Rahmat Santoso, Selasa (4/3/2025).", "2025-03-07"));
        Assert.Equal(2, _flood.Claims("banjir OR gudang").Count);
        Assert.Single(_flood.Claims("gudang"));
        Assert.Empty(_flood.Claims("banjir figure<200"));
    }

    [Fact]
    public void A_speaker_merged_into_another_is_listed_under_that_one()
    {
        var (rahmat, dewi) = (_flood.Claims("speaker:rahmat")[0].Speakers[0].Id, _flood.Claims("speaker:dewi")[0].Speakers[0].Id);
        Merge(dewi, rahmat);
        Assert.Equal(5, _flood.Claims("speaker:dewi").Count);
        Assert.All(_flood.Claims("speaker:" + dewi), row => Assert.Equal(("Rahmat Santoso", rahmat), (row.Speakers[0].Name, row.Speakers[0].Id)));
        var row = Assert.Single(_flood.Store.Speakers(new SpeakerQuery { Filter = FloodLedger.Parse("speaker:dewi").Filter }).Rows);
        Assert.Equal((rahmat, 5L, 4L, 2L), (row.Id, row.Claims, row.Reports, row.Outlets));
    }

    [Fact]
    public void Words_taken_out_are_found_no_more_even_when_the_row_is_gone()
    {
        var id = _flood.Store.Use(connection => Dapper.SqlMapper.QuerySingle<long>(connection, "SELECT id FROM claims WHERE words LIKE '%Longsor%'"));
        _flood.Store.Write((connection, transaction) =>
        {
            foreach (var table in (string[])["figures", "claim_speakers"])
            {
                Dapper.SqlMapper.Execute(connection, $"DELETE FROM {table} WHERE claim_id = @id", new { id }, transaction);
            }

            Dapper.SqlMapper.Execute(connection, "DELETE FROM claims WHERE id = @id", new { id }, transaction);
            _flood.Store.Database.RemoveWords(transaction, WordIndex.Claims, id);
            return 0;
        });
        var longsor = FloodLedger.Parse("longsor").Words!;
        Assert.Empty(_flood.Store.Use(connection => _flood.Store.Database.FindWords(connection, WordIndex.Claims, longsor, WordRange.All, 10)));
    }

    [Fact]
    public void The_few_claims_of_a_speaker_are_compared_as_the_index_compares_them()
    {
        foreach (var words in (string[])["banjir", "\"rumah terendam\"", "kepala", "banjir OR longsor", "rahmat NOT banjir", "santoso longsor"])
        {
            var all = _flood.Claims(words).Where(row => row.Speakers.Any(speaker => speaker.Name == "Rahmat Santoso")).Select(row => row.Id).Order();
            Assert.Equal(all, _flood.Claims($"({words}) speaker:rahmat").Select(row => row.Id).Order());
        }
    }

    private void Merge(string from, string into) => _flood.Store.Write((connection, transaction) => Dapper.SqlMapper.Execute(
        connection,
        "UPDATE speakers SET merged_into = (SELECT id FROM speakers WHERE public_id = @into) WHERE public_id = @from",
        new { from, into },
        transaction));
}
