using Xunit;

namespace Konon.Journeys;

public sealed class HelpTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Help_names_every_command()
    {
        var run = _desk.Run("--help");
        Assert.Equal(0, run.Code);
        string[] commands =
        [
            "brief", "extract", "explain", "add", "search", "claims", "figures", "speakers", "stories", "story", "lineage", "positions", "conflicts",
            "show", "export", "import", "verify", "backup", "serve", "token", "mcp", "alerts",
            "enqueue", "worker", "status", "dead",
        ];
        Assert.All(commands, command => Assert.Contains("\n  " + command, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_is_that_of_the_records() => Assert.Matches(@"^\d+\.\d+\.\d+\n$", _desk.Run("--version").Output);

    [Theory]
    [InlineData("brief", 6)]
    [InlineData("extract", 5)]
    [InlineData("explain", 2)]
    [InlineData("claims", 3)]
    [InlineData("figures", 4)]
    [InlineData("speakers", 3)]
    [InlineData("search", 4)]
    [InlineData("stories", 3)]
    [InlineData("story", 3)]
    [InlineData("lineage", 3)]
    [InlineData("positions", 3)]
    [InlineData("conflicts", 3)]
    [InlineData("show", 3)]
    [InlineData("export", 4)]
    [InlineData("import", 1)]
    [InlineData("verify", 3)]
    [InlineData("backup", 2)]
    [InlineData("mcp", 2)]
    [InlineData("alerts", 4)]
    public void The_examples_of_the_help_run(string command, int count)
    {
        foreach (var name in (string[])["a.txt", "b.txt", "c.txt"]) File.Copy(Path.Combine(_desk.Folder, "coverage", name), Path.Combine(_desk.Folder, name));
        // Commands that read a ledger have one.
        if (command is not ("brief" or "extract" or "explain")) Assert.Equal(0, _desk.Run("add", "coverage/").Code);
        var help = _desk.Run(command, "--help").Output;
        var examples = help[help.IndexOf("Examples:", StringComparison.Ordinal)..].Split('\n')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(count, examples.Count);
        _desk.Write("news.warc.gz", Fetching.Archive.OfOnePage(at: 65_536));
        // A ledger, and its history, for the commands that read one.
        Assert.Equal(0, _desk.Run("add", "coverage").Code);
        Assert.Equal(0, _desk.Run("export", "--with-history", "-o", "everything.jsonl.gz").Code);
        // Nobody is at the addresses of an example, which is why they are named so.
        Assert.All(examples.Where(example => !example.Contains(".example/", StringComparison.Ordinal)), example =>
        {
            // The part of the line that is Konon's, without the shell's redirection; what is piped in is a row.
            var own = example.Split('|').Select(part => part.Trim()).Single(part => part.StartsWith("konon ", StringComparison.Ordinal));
            var arguments = own.Split('>')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
            var run = Program.Pipe(_desk.Folder, "{\"body\":\"Ani mengatakan hujan turun.\"}\n", arguments);
            Assert.True(run.Code == 0, $"{example}: {run.Error}");
        });
    }
}
