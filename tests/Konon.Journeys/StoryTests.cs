using System.Text.Json;
using Xunit;

namespace Konon.Journeys;

/// <summary>A ledger's stories, as a user reads and decides on them.</summary>
public sealed class StoryTests : IDisposable
{
    private readonly Desk _desk = new();

    public StoryTests()
    {
        var samples = Path.Combine(ReadmeTests.Root, "samples", "feri-selat-lorang");
        Assert.Equal(0, _desk.Run("add", samples, "coverage").Code);
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_story_is_found_by_its_id_by_an_article_and_by_words_of_its_name()
    {
        var ferry = Ferry();
        var id = ferry.GetProperty("id").GetString()!;
        var article = ferry.GetProperty("articles")[0].GetProperty("id").GetString()!;
        var page = _desk.Run("story", id);
        Assert.Equal((0, ""), (page.Code, page.Error));
        Assert.StartsWith(ferry.GetProperty("name").GetString()!, page.Output, StringComparison.Ordinal);
        Assert.Equal(page.Output, _desk.Run("story", article).Output);
        Assert.Equal(page.Output, _desk.Run(["story", .. ferry.GetProperty("name").GetString()!.Split(' ')]).Output);
        Assert.Equal(page.Output, _desk.Run("brief", "--story", id).Output);
        var json = JsonDocument.Parse(_desk.Run("story", "--format", "json", id).Output).RootElement;
        Assert.Equal(ferry.GetProperty("articles").GetArrayLength(), json.GetProperty("reports").GetArrayLength());
        Assert.StartsWith("# ", _desk.Run("story", "--format", "markdown", id).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("story", "nothing")]
    [InlineData("lineage", "0123456789abcdef")]
    [InlineData("positions", "https://nobody.example/x")]
    [InlineData("conflicts", "_")]
    [InlineData("figures", "--story", "nothing")]
    [InlineData("brief", "--story", "nothing")]
    public void What_is_no_story_is_told_in_a_line(params string[] arguments)
    {
        var run = _desk.Run(arguments);
        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.StartsWith("konon: the ledger has no story called ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_several_names_hold_are_told_with_their_ids()
    {
        var run = _desk.Run("story", "jembatan");
        Assert.Equal(3, run.Code);
        Assert.Contains("more than one story", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_and_a_story_do_not_go_together() => Assert.Equal(2, _desk.Run("brief", "coverage", "--story", "feri").Code);

    [Theory]
    [InlineData("lineage", "nodes")]
    [InlineData("positions", "statements")]
    [InlineData("conflicts", "sides")]
    [InlineData("figures --story", "points")]
    public void Every_side_of_a_story_has_every_format(string command, string rows)
    {
        string[] words = [.. command.Split(' '), Ferry().GetProperty("id").GetString()!];
        var text = _desk.Run([.. words]);
        Assert.Equal((0, ""), (text.Code, text.Error));
        Assert.Contains("[1]", text.Output, StringComparison.Ordinal);
        Assert.Contains("Berita\n", _desk.Run([.. words, "--ui", "id"]).Output, StringComparison.Ordinal);
        var json = JsonDocument.Parse(_desk.Run([.. words, "--format", "json"]).Output).RootElement;
        Assert.True(json.GetArrayLength() > 0);
        var lines = _desk.Run([.. words, "--format", "jsonl"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(json.GetArrayLength(), lines.Length);
        var table = _desk.Run([.. words, "--format", "csv"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(json.EnumerateArray().Sum(part => part.GetProperty(rows).GetArrayLength()) + 1, table.Length);
    }

    [Fact]
    public void A_lineage_has_every_report_once_and_an_interval_of_origins()
    {
        var id = Ferry().GetProperty("id").GetString()!;
        var trees = JsonDocument.Parse(_desk.Run("lineage", "--format", "json", id).Output).RootElement[0];
        var reports = trees.GetProperty("nodes").EnumerateArray().Where(node => node.GetProperty("node").GetString() == "report").ToList();
        Assert.Equal(Enumerable.Range(1, reports.Count), reports.Select(node => node.GetProperty("number").GetInt32()).Order());
        Assert.Equal(Ferry().GetProperty("articles").GetArrayLength(), reports.Count);
        Assert.InRange(trees.GetProperty("origins_max").GetInt32(), trees.GetProperty("origins_min").GetInt32(), reports.Count);
        Assert.Contains(reports, node => node.GetProperty("evidence").GetArrayLength() > 0);
    }

    [Fact]
    public void A_rejected_claim_is_listed_only_where_it_is_asked_for_and_stands_in_no_story()
    {
        var claim = Lines("claims", "--speaker", "doni", "--stance", "denies", "--format", "jsonl")[0].GetProperty("id").GetString()!;
        var said = Lines("speakers", "--speaker", "doni", "--format", "jsonl")[0].GetProperty("claims").GetInt32();
        var before = Claims("rapuh");
        Assert.Equal(0, _desk.Run("review", "reject", claim, "--as", "rani").Code);
        foreach (var listing in (string[])["claims --all", "claims --speaker doni", "search rapuh"])
        {
            var words = listing.Split(' ');
            Assert.DoesNotContain(claim, _desk.Run([.. words, "--format", "csv"]).Output, StringComparison.Ordinal);
            Assert.Contains(claim, _desk.Run([.. words, "--format", "csv", "--rejected"]).Output, StringComparison.Ordinal);
        }

        Assert.Equal(said - 1, Lines("speakers", "--speaker", "doni", "--format", "jsonl")[0].GetProperty("claims").GetInt32());
        Assert.Equal(said, Lines("speakers", "--speaker", "doni", "--rejected", "--format", "jsonl")[0].GetProperty("claims").GetInt32());
        Assert.Equal(before - 1, Claims("rapuh"));
    }

    [Fact]
    public void People_merge_and_split_stories_and_undo_it()
    {
        var (one, other) = (Story("coverage/a.txt"), Story("coverage/b.txt"));
        Assert.NotEqual(one, other);
        var merged = _desk.Run("review", "merge", "--story", one, other, "--as", "rani", "--why", "satu jembatan");
        Assert.Equal((0, ""), (merged.Code, merged.Error));
        Assert.Equal(Story("coverage/a.txt"), Story("coverage/b.txt"));
        // Either id still finds it.
        Assert.Equal(_desk.Run("story", one).Output, _desk.Run("story", other).Output);
        Assert.Equal(0, _desk.Run("review", "split", "--story", "coverage/b.txt", "--as", "rani").Code);
        Assert.NotEqual(Story("coverage/a.txt"), Story("coverage/b.txt"));
        var log = Lines("review", "log", "--format", "jsonl");
        Assert.All(log.Select(row => row.GetProperty("decision").GetString()!), decision => Assert.Equal(0, _desk.Run("review", "undo", decision, "--as", "budi").Code));
        Assert.Equal((one, other), (Story("coverage/a.txt"), Story("coverage/b.txt")));
        Assert.Equal(1, _desk.Run("review", "merge", "--story", one, "nobody", "--as", "rani").Code);
    }

    private JsonElement Ferry() => Lines("stories", "--least", "3", "--with-articles", "--format", "jsonl").Single();

    private string Story(string article) =>
        JsonDocument.Parse(_desk.Run("story", "--format", "json", article).Output).RootElement.GetProperty("id").GetString()!;

    private int Claims(string story) =>
        JsonDocument.Parse(_desk.Run("story", "--format", "json", story).Output).RootElement.GetProperty("claims").GetArrayLength();

    private List<JsonElement> Lines(params string[] arguments) =>
        [.. _desk.Run(arguments).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
