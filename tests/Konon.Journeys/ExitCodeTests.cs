using Xunit;

namespace Konon.Journeys;

public sealed class ExitCodeTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("brief")]
    [InlineData("extract")]
    [InlineData("explain")]
    public void All_read_is_0_and_silent(string command)
    {
        var run = _desk.Run(command, "coverage");
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("brief")]
    [InlineData("extract")]
    [InlineData("explain")]
    public void Some_refused_is_1_with_one_line_each(string command)
    {
        var run = _desk.Run(command, "coverage/a.txt", "nowhere.txt", _desk.Write("empty.txt", ""));
        Assert.Equal(1, run.Code);
        Assert.Equal(2, run.ErrorLines.Length);
        Assert.StartsWith("konon: nowhere.txt: ", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith("konon: empty.txt: ", run.ErrorLines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("brief")]
    [InlineData("extract")]
    [InlineData("explain")]
    public void Nothing_read_is_3(string command) => Assert.Equal(3, _desk.Run(command, "nowhere.txt").Code);

    [Theory]
    [InlineData("konon: Required command was not provided.")]
    [InlineData("konon: Required argument 'PATH' missing for command: 'brief'.", "brief")]
    [InlineData("konon: --jobs: must be 1 or more", "brief", "--jobs", "0", "coverage")]
    [InlineData("konon: --max-text-size: a size such as 64M", "extract", "--max-text-size", "lots", "coverage")]
    [InlineData("konon: --map: 'headline' is none of id, url, outlet, title, published, text", "extract", "--map", "headline=h", "coverage")]
    public void Wrong_usage_is_2_and_says_why(string why, params string[] arguments)
    {
        var run = _desk.Run(arguments);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Equal(why, run.ErrorLines[0]);
        Assert.StartsWith("Try 'konon", run.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("brief", "--ui", "fr", "coverage")]
    [InlineData("brief", "--format", "pdf", "coverage")]
    [InlineData("brief", "--nothing", "coverage")]
    [InlineData("brief", "--color", "often", "coverage")]
    [InlineData("prief", "coverage")]
    public void An_unknown_word_is_wrong_usage(params string[] arguments) => Assert.Equal(2, _desk.Run(arguments).Code);

    [Fact]
    public void Bad_input_is_refused_by_name_and_the_rest_is_read()
    {
        Directory.CreateDirectory(Path.Combine(_desk.Folder, "bare"));
        _desk.Write("binary.bin", [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 0, 1, 0, 2, 0, 0, 0, 255, 254, 0]);
        _desk.Write("large.txt", new string('a', 3000));
        _desk.Write("rows.jsonl", "{\"id\":\"1\",\"text\":\"Ani mengatakan hujan turun di kota itu.\"}\nno json\n{\"id\":\"2\"}\n");
        var run = _desk.Run("extract", "--max-text-size", "2k", "bare", "binary.bin", "large.txt", "rows.jsonl", "coverage/a.txt");
        Assert.Equal(1, run.Code);
        Assert.Equal(
            ["konon: bare:", "konon: binary.bin:", "konon: large.txt:", "konon: rows.jsonl#2:", "konon: rows.jsonl#3:"],
            run.ErrorLines.Select(line => line[..(line.IndexOf(": ", 7, StringComparison.Ordinal) + 1)]));
        Assert.Equal(2, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void An_unreadable_file_is_refused()
    {
        // Nobody, root neither, reads the first page of a process; elsewhere a file is gone between listing and reading.
        var path = OperatingSystem.IsLinux() ? "/proc/self/mem" : "gone.txt";
        var run = _desk.Run("brief", path, "coverage/a.txt");
        Assert.Equal(1, run.Code);
        Assert.StartsWith($"konon: {path}: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
