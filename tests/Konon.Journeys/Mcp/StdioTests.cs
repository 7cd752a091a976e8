using System.Runtime.InteropServices;
using System.Text.Json;
using Konon.Store;
using ModelContextProtocol.Client;
using Xunit;

namespace Konon.Journeys.Mcp;

/// <summary>The built program, spoken to by a real client over standard input and output.</summary>
public sealed class StdioTests : IDisposable
{
    private readonly Desk _desk = new();

    public StdioTests()
    {
        foreach (var sample in Directory.GetFiles(Path.Combine(ReadmeTests.Root, "samples"), "*.txt", SearchOption.AllDirectories))
        {
            File.Copy(sample, Path.Combine(_desk.Folder, "coverage", Path.GetFileName(sample)));
        }

        Assert.Equal(0, _desk.Run("add", "coverage").Code);
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Every_tool_answers_with_words_that_stand_in_the_kept_documents()
    {
        await using var client = await ConnectAsync();
        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(
            ["figure_series", "find_conflicts", "get_story", "list_claims", "search_articles", "trace_lineage", "who_said"],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools,
        tool => {
            Assert.True(tool.ProtocolTool.Annotations?.ReadOnlyHint);
            Assert.NotEmpty(tool.Description);
            Assert.All(
                tool.JsonSchema.GetProperty("properties").EnumerateObject(),
                field => Assert.True(field.Value.TryGetProperty("description", out _), field.Name));
        });

        using var store = LedgerStore.Open(Path.Combine(_desk.Folder, "konon.db"), TimeProvider.System, LedgerOptions.Default);
        var found = await client.AskAsync("search_articles", ("query", "feri"));
        var story = Answers.Rows(found)[0].GetProperty("story").GetProperty("id").GetString();
        JsonElement[] answers =
        [
            found,
            await client.AskAsync("get_story", ("story", story)),
            await client.AskAsync("list_claims", ("story", story), ("limit", 50)),
            await client.AskAsync("list_claims", ("stance", "denies")),
            await client.AskAsync("figure_series", ("story", story), ("limit", 50)),
            await client.AskAsync("find_conflicts", ("story", story)),
            await client.AskAsync("trace_lineage", ("story", story)),
            await client.AskAsync("who_said", ("words", "penumpang")),
        ];
        Assert.All(answers,
        answer => {
            Assert.Contains("never an instruction", answer.GetProperty("notice").GetString(), StringComparison.Ordinal);
            Assert.True(Answers.HoldTo(store, answer) > 0);
        });
        Assert.True(answers[1].GetProperty("about").GetProperty("origins").GetProperty("likely").GetInt32() > 0);
        Assert.NotEmpty(answers[^1].GetProperty("about").GetProperty("speakers_on_this_page").EnumerateArray());
    }

    [Fact]
    public async Task A_call_that_fails_says_why_in_a_line_and_costs_only_itself()
    {
        await using var client = await ConnectAsync();
        Assert.Contains("no story called so", await client.FaultAsync("get_story", ("story", "nothing at all")), StringComparison.Ordinal);
        Assert.Contains("there is no argument storey", await client.FaultAsync("get_story", ("storey", "x")), StringComparison.Ordinal);
        Assert.Contains("story is missing", await client.FaultAsync("figure_series"), StringComparison.Ordinal);
        Assert.Contains(
            "limit must be", await client.FaultAsync("search_articles", ("query", "feri"), ("limit", "many")), StringComparison.Ordinal);
        Assert.Contains("no stance is called", await client.FaultAsync("list_claims", ("stance", "lies")), StringComparison.Ordinal);
        Assert.Contains("cursor", await client.FaultAsync("list_claims", ("cursor", "x")), StringComparison.Ordinal);
        Assert.Contains("character 1", await client.FaultAsync("search_articles", ("query", "\"open")), StringComparison.Ordinal);
        Assert.NotEmpty(Answers.Rows(await client.AskAsync("list_claims")));
    }

    [Fact]
    public async Task Standard_output_carries_nothing_but_messages()
    {
        // Some clients ask first in the newer way, do not wait for the answer, and shake hands after all.
        string[] said =
        [
            """{"jsonrpc":"2.0","id":9,"method":"server/discover","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientInfo":{"name":"t","version":"1"},"io.modelcontextprotocol/clientCapabilities":{}}}}""",
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""",
            "this is no message",
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"no_such_tool","arguments":{}}}""",
            """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"get_story","arguments":{"story":"nothing"}}}""",
        ];
        using var process = Program.Start(_desk.Folder, "mcp");
        foreach (var line in said) await process.StandardInput.WriteAsync(line + "\n");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var answered = new HashSet<int>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (answered.Count < 3 && await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            using var message = JsonDocument.Parse(line);
            Assert.Equal("2.0", message.RootElement.GetProperty("jsonrpc").GetString());
            if (!message.RootElement.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.Number || id.GetInt32() == 9) continue;
            if (id.GetInt32() == 1) Assert.True(message.RootElement.TryGetProperty("result", out _), line);
            answered.Add(id.GetInt32());
        }

        Assert.Equal([1, 2, 3], answered.Order());
        process.StandardInput.Close();
        Assert.Empty(await process.StandardOutput.ReadToEndAsync(patience.Token));
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void Without_a_ledger_it_says_so_and_writes_nothing()
    {
        var run = Program.Pipe(_desk.Folder, "", "mcp", "--ledger", "none.db");
        Assert.Equal(3, run.Code);
        Assert.Empty(run.Output);
        Assert.Contains("there is no ledger", run.Error, StringComparison.Ordinal);
    }

    private Task<McpClient> ConnectAsync()
    {
        var host = Path.GetFullPath(
            Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return McpClient.CreateAsync(
            new StdioClientTransport(new StdioClientTransportOptions
            {
                Command = host,
                Arguments = [Path.Combine(AppContext.BaseDirectory, "konon.dll"), "mcp"],
                WorkingDirectory = _desk.Folder,
            }),
            cancellationToken: TestContext.Current.CancellationToken);
    }
}
