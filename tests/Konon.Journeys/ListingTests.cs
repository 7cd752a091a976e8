using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Konon.Journeys;

public sealed class ListingTests : IDisposable
{
    private readonly Desk _desk = new();

    public ListingTests() => Assert.Equal(0, _desk.Run("add", "coverage/").Code);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_search_prints_claims_with_the_words_marked_and_no_colours_in_a_pipe()
    {
        var run = _desk.Run("search", "menutup");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("*ditutup*", run.Output, StringComparison.Ordinal);
        Assert.Contains("Rina Astuti", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Contains("\u001b[1mditutup", _desk.Run("search", "menutup", "--color", "always").Output, StringComparison.Ordinal);
        Assert.StartsWith("Tanggal ", _desk.Run("search", "menutup", "--ui", "id").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("figures")]
    [InlineData("speakers")]
    [InlineData("search rina")]
    [InlineData("search --in articles jembatan")]
    [InlineData("stories")]
    public void Every_listing_has_every_format(string command)
    {
        var words = command.Split(' ');
        Assert.NotEmpty(_desk.Run([.. words]).Output);
        var json = JsonDocument.Parse(_desk.Run([.. words, "--format", "json"]).Output).RootElement;
        var rows = json.ValueKind == JsonValueKind.Array ? json : json.EnumerateObject().First().Value;
        Assert.True(rows.GetArrayLength() > 0);
        var lines = _desk.Run([.. words, "--format", "jsonl"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows.GetArrayLength(), lines.Length);
        Assert.Equal(rows[0].GetProperty("id").GetString(), JsonDocument.Parse(lines[0]).RootElement.GetProperty("id").GetString());
        var table = _desk.Run([.. words, "--format", "csv"]).Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows.GetArrayLength() + 1, table.Length);
        Assert.All(table.Skip(1), row => Assert.Equal(Cells(table[0]), Cells(row)));
    }

    [Fact]
    public void Pages_follow_each_other_by_their_cursor()
    {
        var all = _desk.Run("claims", "--all", "--limit", "1", "--format", "csv").Output.Split("\r\n");
        var page = _desk.Run("claims", "--limit", "1", "--format", "json").Output;
        var seen = new List<string>();
        while (true)
        {
            var json = JsonDocument.Parse(page).RootElement;
            seen.AddRange(json.GetProperty("claims").EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
            if (json.GetProperty("next").GetString() is not { } next) break;
            page = _desk.Run("claims", "--limit", "1", "--format", "json", "--cursor", next).Output;
        }

        Assert.True(seen.Count >= 4);
        Assert.Equal(all.Skip(1).Take(seen.Count).Select(row => row.Split(',')[0]), seen);
        Assert.Contains("--cursor ", _desk.Run("claims", "--limit", "1").Output, StringComparison.Ordinal);
        Assert.Contains("--cursor ", _desk.Run("claims", "--limit", "1", "--format", "jsonl").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the query, at character 8:", "search", "banjir \"rumah")]
    [InlineData("--stance: no stance is called", "claims", "--stance", "lies")]
    [InlineData("--since: \"kemarin\" is no date", "figures", "--since", "kemarin")]
    [InlineData("--limit: from 1 to", "claims", "--limit", "0")]
    [InlineData("--cursor: the cursor does not belong", "claims", "--cursor", "x")]
    public void What_is_wrong_is_told_in_a_line(string message, params string[] arguments)
    {
        var run = _desk.Run(arguments);
        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_that_is_not_there_is_told_in_a_line()
    {
        var run = _desk.Run("claims", "--ledger", "none.db");
        Assert.Equal((3, "none.db"), (run.Code, run.ErrorLines.Single().Split(' ')[1].TrimEnd(':')));
        Assert.Equal(3, _desk.Run("show", "nothing").Code);
    }

    [Fact]
    public void Show_tells_where_the_words_of_a_claim_stand()
    {
        var row = JsonDocument.Parse(_desk.Run("claims", "--stance", "denies", "--format", "jsonl").Output).RootElement;
        var id = row.GetProperty("id").GetString()!;
        var shown = JsonDocument.Parse(_desk.Run("show", id, "--format", "json").Output).RootElement;
        var extracted = _desk.Run("extract", "coverage/b.txt").Output;
        var part = shown.GetProperty("claim").GetProperty("content")[0];
        var text = JsonDocument.Parse(extracted).RootElement.GetProperty("text").GetString()!;
        Assert.Equal(part.GetProperty("exact").GetString(), text[part.GetProperty("start").GetInt32()..part.GetProperty("end").GetInt32()]);
        Assert.Equal(64, shown.GetProperty("text_sha256").GetString()!.Length);
        Assert.Contains("Doni Prakoso", _desk.Run("show", id).Output, StringComparison.Ordinal);

        var article = JsonDocument.Parse(_desk.Run("show", row.GetProperty("article").GetString()!, "--format", "json").Output).RootElement;
        Assert.Single(article.GetProperty("versions").EnumerateArray());
        Assert.Equal("coverage/b.txt", article.GetProperty("sightings")[0].GetProperty("input").GetString());
        var speaker = row.GetProperty("speakers")[0].GetProperty("id").GetString()!;
        Assert.Contains("Doni Prakoso", _desk.Run("show", speaker).Output, StringComparison.Ordinal);
        var figure = JsonDocument.Parse(_desk.Run("figures", "--format", "jsonl").Output).RootElement.GetProperty("id").GetString()!;
        Assert.Equal(7, JsonDocument.Parse(_desk.Run("show", figure, "--format", "json").Output).RootElement.GetProperty("figure").GetProperty("value").GetInt32());
        Assert.Contains("7", _desk.Run("show", figure, "--ui", "id").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_a_spreadsheet_would_compute_are_defused()
    {
        _desk.Write("f.txt", "=1+1 Rumus Baru\n\n\"Ini rumus kami yang baru,\" kata Ketua Panitia Sari Dewanti, Senin (3/3/2025).\n");
        Assert.Equal(0, _desk.Run("add", "f.txt").Code);
        Assert.Contains(",'=1+1", _desk.Run("search", "rumus", "--format", "csv").Output.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_examples_of_the_search_page_run()
    {
        var page = File.ReadAllText(Path.Combine(ReadmeTests.Root, "docs", "search.md"));
        var examples = page[page.IndexOf("## Examples", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("    konon ", StringComparison.Ordinal)).ToList();
        Assert.True(examples.Count >= 5);
        Assert.All(examples, example =>
        {
            // Words as a shell takes them: what stands in quotation marks is one.
            var arguments = Regex.Matches(example.Trim()["konon ".Length..], "\"([^\"]*)\"|'([^']*)'|([^\\s\"']+)")
                .Select(match => match.Value.Trim('"', '\'')).ToList();
            var run = _desk.Run(arguments);
            Assert.True(run.Code == 0, example + ": " + run.Error);
            Assert.DoesNotContain("nothing found", run.Output, StringComparison.Ordinal);
        });
    }

    // A comma inside quotation marks parts no cells.
    private static int Cells(string line) => Regex.Replace(line, "\"([^\"]|\"\")*\"", "").Count(letter => letter == ',');
}
