using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Konon.Journeys;

/// <summary>Reviewing, revisions, reading again and forgetting, as a user does it.</summary>
public sealed partial class ReviewTests : IDisposable
{
    private readonly Desk _desk = new();

    public ReviewTests() => Assert.Equal(0, _desk.Run("add", "coverage").Code);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_claim_is_listed_decided_on_logged_and_undone()
    {
        var claim = FirstClaim();
        var made = _desk.Run("review", "reject", claim, "--as", "rani", "--why", "salah orang");
        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.DoesNotContain(claim, _desk.Run("review", "list").Output, StringComparison.Ordinal);
        Assert.Contains(claim, _desk.Run("review", "list", "--state", "rejected").Output, StringComparison.Ordinal);
        var log = Lines("review", "log", "--format", "jsonl").Single();
        Assert.Equal(
            ("rani", "salah orang", "reject"),
            (log.GetProperty("by").GetString(), log.GetProperty("why").GetString(), log.GetProperty("action").GetString()));
        Assert.Equal(0, _desk.Run("review", "undo", log.GetProperty("decision").GetString()!, "--as", "budi").Code);
        Assert.Contains(claim, _desk.Run("review", "list").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_decides_second_is_shown_both_versions()
    {
        var claim = FirstClaim();
        _desk.Run("review", "reject", claim, "--as", "rani", "--why", "salah orang");
        var second = _desk.Run("review", "confirm", claim, "--as", "budi");
        Assert.Equal(1, second.Code);
        Assert.Contains("there: rani", second.Error, StringComparison.Ordinal);
        Assert.Contains("you: confirm", second.Error, StringComparison.Ordinal);
        var seen = SeenId().Match(second.Error).Groups["id"].Value;
        Assert.Equal(0, _desk.Run("review", "confirm", claim, "--as", "budi", "--seen", seen).Code);
    }

    [Theory]
    [InlineData(2, "review", "confirm", "0123456789abcdef")]
    [InlineData(2, "review", "correct", "0123456789abcdef", "stance")]
    [InlineData(1, "review", "confirm", "0123456789abcdef", "--as", "rani")]
    [InlineData(3, "diff", "nobody")]
    [InlineData(3, "versions", "nobody")]
    [InlineData(2, "forget", "coverage/a.txt")]
    [InlineData(2, "forget", "coverage/a.txt", "--why", "x")]
    [InlineData(3, "forget", "nobody", "--why", "x", "--yes")]
    public void What_cannot_be_done_has_its_code(int code, params string[] arguments)
    {
        var run = _desk.Run(arguments);
        Assert.Equal(code, run.Code);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void A_diff_shows_the_figure_first_and_then_the_words()
    {
        AddVersions();
        var diff = _desk.Run("diff", "https://kabar.example/banjir");
        Assert.Equal((0, ""), (diff.Code, diff.Error));
        var figure = diff.Output.IndexOf("120 → 340", StringComparison.Ordinal);
        var words = diff.Output.IndexOf("[-120-] {+340+}", StringComparison.Ordinal);
        Assert.True(figure > 0 && words > figure, diff.Output);
        Assert.Contains("silent edit", diff.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', diff.Output);
        Assert.Contains(
            "suntingan diam-diam", _desk.Run("diff", "--ui", "id", "https://kabar.example/banjir").Output, StringComparison.Ordinal);
        Assert.Contains(
            "~~120~~ **340**", _desk.Run("diff", "--format", "markdown", "https://kabar.example/banjir").Output, StringComparison.Ordinal);
        var json = JsonDocument.Parse(_desk.Run("diff", "--format", "json", "https://kabar.example/banjir").Output).RootElement;
        Assert.True(json.GetProperty("silent").GetBoolean());
        Assert.Equal("340", json.GetProperty("words")[0].GetProperty("after").GetProperty("exact").GetString());
        Assert.Equal(
            ["first", "silent"],
            Lines("versions", "--format", "jsonl", "https://kabar.example/banjir").Select(line => line.GetProperty("change").GetString()));
    }

    [Fact]
    public void What_was_forgotten_is_refused_when_it_comes_again()
    {
        Assert.Contains(
            "would erase 1 articles", _desk.Run("forget", "coverage/a.txt", "--why", "permintaan", "--dry-run").Output,
            StringComparison.Ordinal);
        Assert.Equal(0, _desk.Run("forget", "coverage/a.txt", "--why", "permintaan", "--yes").Code);
        var again = _desk.Run("add", "coverage");
        Assert.Equal(1, again.Code);
        Assert.Equal("konon: coverage/a.txt: forgotten: a person had it erased", Assert.Single(again.ErrorLines));
    }

    [Fact]
    public void Reading_again_what_this_version_read_changes_nothing()
    {
        Assert.Equal("0 documents read again, 0 of them otherwise than before, 0 refused\n", _desk.Run("reread").Output);
        Assert.Equal("3 documents read again, 0 of them otherwise than before, 0 refused\n", _desk.Run("reread", "--all").Output);
    }

    [Theory]
    [InlineData("diff", 3)]
    [InlineData("versions", 2)]
    [InlineData("reread", 2)]
    [InlineData("forget", 4)]
    [InlineData("review", 2)]
    [InlineData("review list", 2)]
    [InlineData("review log", 2)]
    [InlineData("review confirm", 1)]
    [InlineData("review reject", 1)]
    [InlineData("review reset", 1)]
    [InlineData("review correct", 2)]
    [InlineData("review merge", 2)]
    [InlineData("review split", 2)]
    [InlineData("review undo", 1)]
    public void The_examples_of_the_help_run(string command, int count)
    {
        if (command == "review undo") _desk.Run("review", "reject", FirstClaim(), "--as", "budi");
        if (command == "review reset") _desk.Run("review", "reject", FirstClaim(), "--as", "rani");
        var help = _desk.Run([.. command.Split(' '), "--help"]).Output;
        var examples = help[help.IndexOf("Examples:", StringComparison.Ordinal)..].Split('\n')
            .Where(line => line.StartsWith("  konon ", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(count, examples.Count);
        Assert.All(examples.Where(example => !example.Contains(".example/", StringComparison.Ordinal)), example =>
        {
            // The ids of an example are nobody's.
            var line = example.Replace("0123456789abcdef", FirstClaim(), StringComparison.Ordinal);
            if (line.Contains("fedcba9876543210", StringComparison.Ordinal)) line = line.Replace(
                "fedcba9876543210", Lines("review", "log", "--format", "jsonl")[0].GetProperty("decision").GetString(),
                StringComparison.Ordinal);
            var run = _desk.Run(Word().Matches(line).Select(word => word.Value.Trim('"')).Skip(1));
            Assert.True(run.Code == 0, $"{line}: {run.Error}");
        });
    }

    private void AddVersions()
    {
        const string Row = "{\"url\":\"https://kabar.example/banjir\",\"published\":\"2025-03-0#\",\"text\":\"Banjir merendam @ rumah di Desa Sukamaju, kata Kepala BPBD Rahmat Santoso, Selasa (4/3/2025).\"}\n";
        _desk.Write("rows.jsonl", Row.Replace('#', '4').Replace("@", "120", StringComparison.Ordinal) + Row.Replace('#', '5').Replace("@", "340", StringComparison.Ordinal));
        Assert.Equal(0, _desk.Run("add", "rows.jsonl").Code);
    }

    private string FirstClaim() =>
        Lines("review", "list", "--state", "all", "--speaker", "rina", "--format", "jsonl")[0].GetProperty("claim").GetString()!;

    private List<JsonElement> Lines(params string[] arguments) =>
        [.. _desk.Run(arguments).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    [GeneratedRegex("--seen (?<id>[0-9a-f]{16})", RegexOptions.ExplicitCapture)]
    private static partial Regex SeenId();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
