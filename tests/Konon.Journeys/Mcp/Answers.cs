using System.Text.Json;
using Konon.Articles;
using Konon.Bytes;
using Konon.Store;
using Konon.Web.Mcp;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Xunit;

namespace Konon.Journeys.Mcp;

/// <summary>Asks tools, and holds what they answer against the kept documents.</summary>
internal static class Answers
{
    public static async Task<JsonElement> AskAsync(this McpClient client, string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await CallAsync(client, tool, arguments);
        Assert.False(result.IsError is true, $"{tool}: {TextOf(result)}");
        using var json = JsonDocument.Parse(TextOf(result));
        return json.RootElement.Clone();
    }

    public static async Task<string> FaultAsync(this McpClient client, string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await CallAsync(client, tool, arguments);
        Assert.True(result.IsError is true, $"{tool} gave {TextOf(result)}");
        Assert.DoesNotContain('\n', TextOf(result));
        return TextOf(result);
    }

    public static List<JsonElement> Rows(JsonElement answer) => [.. answer.GetProperty("rows").EnumerateArray()];

    /// <summary>Every quotation of the rows stands in the kept document at its span; how many there were.</summary>
    public static int HoldTo(LedgerStore store, JsonElement answer)
    {
        var held = 0;
        foreach (var cited in Rows(answer).SelectMany(Cited))
        {
            var source = cited.GetProperty("source");
            var sha256 = source.GetProperty("document").GetString()!;
            var document = new Document { Input = "kept.txt", Bytes = store.Documents.Get(sha256), Sha256 = sha256 };
            Assert.Null(ArticleReader.TryRead(document, ArticleOptions.Default, out var article));
            Assert.Equal(sha256, store.CurrentOf([source.GetProperty("article").GetString()!])[0].Sha256);
            var runes = article!.Text.EnumerateRunes().ToList();
            var quotes = cited.GetProperty("quotes").EnumerateArray().ToList();
            Assert.NotEmpty(quotes);
            foreach (var quote in quotes)
            {
                var (start, end) = (quote.GetProperty("start").GetInt32(), quote.GetProperty("end").GetInt32());
                var there = ToolWords.Clean(string.Concat(runes[start..end]));
                var words = quote.GetProperty("words").GetString()!;
                if (quote.TryGetProperty("cut", out _)) Assert.StartsWith(words[..^ToolWords.Mark.Length], there, StringComparison.Ordinal);
                else Assert.Equal(there, words);
                Assert.NotEqual("", words);
                held++;
            }
        }

        return held;
    }

    // A row of a conflict has its words inside the figure or claim that is a side of it.
    private static IEnumerable<JsonElement> Cited(JsonElement row)
    {
        if (row.TryGetProperty("source", out _)) return [row];
        if (row.TryGetProperty("claim", out var claim) && claim.ValueKind == JsonValueKind.Object) return [claim];
        return [row.GetProperty("figure")];
    }

    private static async Task<CallToolResult> CallAsync(McpClient client, string tool, (string Name, object? Value)[] arguments) =>
        await client.CallToolAsync(
            tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value),
                cancellationToken: TestContext.Current.CancellationToken);

    private static string TextOf(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}
