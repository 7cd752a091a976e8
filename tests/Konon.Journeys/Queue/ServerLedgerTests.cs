using Xunit;

namespace Konon.Journeys.Queue;

/// <summary>The program on a ledger in PostgreSQL says what it says on one in a file.</summary>
[Collection(QueueServers.Name)]
public sealed class ServerLedgerTests(DatabaseServer server)
{
    // None that says when something was seen: the two see it one after the other.
    private static readonly string[] Asked =
    [
        "claims --format jsonl", "claims --speaker Rina", "search jembatan", "search retakan --format json", "figures --format json", "speakers",
        "stories --format jsonl --with-articles", "story coverage/a.txt", "lineage coverage/a.txt --format json", "positions coverage/a.txt",
        "conflicts coverage/a.txt --format json", "brief --story coverage/a.txt",
        "review list", "export", "export --format csv --table figures", "export --format markdown", "verify",
    ];

    [Fact]
    public async Task Every_command_says_the_same_on_either()
    {
        Assert.SkipUnless(Services.AreHere(), "RabbitMQ or PostgreSQL is not installed here.");
        using var desk = new Desk();
        var (file, rows) = ("file.db", await server.NewDatabaseAsync());
        foreach (var command in (string[])["add coverage/", "add coverage/", .. Asked])
        {
            var (one, other) = (On(desk, file, command), On(desk, rows, command));
            Assert.True(one.Code == 0, command + ": " + one.Error);
            Assert.Equal((command, one.Code, one.Output), (command, other.Code, other.Output));
        }
    }

    [Fact]
    public async Task What_was_decided_and_forgotten_moves_with_the_ledger_and_back()
    {
        Assert.SkipUnless(Services.AreHere(), "RabbitMQ or PostgreSQL is not installed here.");
        using var desk = new Desk();
        var (rows, back) = (await server.NewDatabaseAsync(), "back.db");
        Done(On(desk, rows, "add coverage/"));
        var claim = On(desk, rows, "claims --format jsonl --speaker Doni").Output.Split("\"id\":\"")[1].Split('"')[0];
        Done(On(desk, rows, "review reject " + claim + " --as meja --why keliru"));
        Done(On(desk, rows, "forget coverage/c.txt --why permintaan --yes"));
        Done(On(desk, rows, "export --with-history -o all.jsonl"));
        Done(On(desk, back, "import all.jsonl"));
        Assert.Equal(On(desk, rows, "export").Output, On(desk, back, "export").Output);
        Assert.Equal(On(desk, rows, "review log").Output, On(desk, back, "review log").Output);
        // What was forgotten stays so where the ledger went.
        var again = On(desk, back, "add coverage/");
        Assert.NotEqual(0, again.Code);
        Assert.Contains("coverage/c.txt", again.Error, StringComparison.Ordinal);
        Assert.Contains("forgotten", again.Error, StringComparison.Ordinal);
    }

    private static Run On(Desk desk, string ledger, string command) => desk.Run([.. command.Split(' '), "--ledger", ledger]);

    private static void Done(Run run) => Assert.True(run.Code == 0, run.Error);
}
