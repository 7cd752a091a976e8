using System.Runtime.CompilerServices;
using System.Text.Json;
using Konon.Store;
using Konon.Store.Out;
using Konon.Views.Exports;
using Xunit;

namespace Konon.Tests.Store;

/// <summary>Holds docs/formats and docs/ledger.md to what is written.</summary>
public sealed class FormatDocsTests
{
    [Fact]
    public void The_columns_of_the_csv_are_those_of_its_page()
    {
        Assert.Equal(Told("csv.md", "claims"), ExportTables.Claims.Select(column => (column.Name, column.Meaning)));
        Assert.Equal(Told("csv.md", "figures"), ExportTables.Figures.Select(column => (column.Name, column.Meaning)));
        var articles = ExportTables.Articles.Append(ExportTables.Text);
        Assert.Equal(Told("csv.md", "articles"), articles.Select(column => (column.Name, column.Meaning)));
        Assert.Equal(Told("csv.md", "speakers"), ExportTables.Speakers.Select(column => (column.Name, column.Meaning)));
    }

    [Fact]
    public void The_fields_of_an_exported_article_are_those_of_its_page()
    {
        using var ledger = Full();
        using var article = JsonDocument.Parse(Exported.Canonical(ledger.Store).Split('\n')[0]);
        var told = Rows(Read("formats/export.md"), "## One article").SelectMany(row => row[0].Split(", ")).Select(Name);
        Assert.Equal(told, article.RootElement.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public void The_tables_of_a_history_are_those_of_its_page()
    {
        var told = Rows(Read("formats/history.md"), "| table | columns")
            .Select(row => (Name(row[0]), Names(row[1]), Names(row[2])));
        var written = HistoryTables.Facts.Select(table => (
            table.Name,
            string.Join(' ', table.Columns.Select(column => column.Key)),
            string.Join(' ', table.Identity.Select(column => table.Columns.Single(one => one.Name == column).Key))));
        Assert.Equal(told, written);
    }

    [Fact]
    public void The_tables_of_the_database_are_those_of_its_page()
    {
        using var ledger = new TemporaryLedger();
        var there = ledger.Store.Use(ledger.Store.Database.Tables)
            .Where(table => !HistoryTests.IsOfAnIndex(table))
            .Select(table => (table, HistoryTables.Derived.Contains(table) ? "derived" : HistoryTables.Local.Contains(table) ? "local" : "fact"));
        var told = Rows(Read("formats/ledger.md"), "| table | holds").Select(row => (Name(row[0]), row[2]));
        Assert.Equal(told.Order(), there.Order());
    }

    [Fact]
    public void The_dangerous_moments_are_those_of_the_page() =>
        Assert.Equal(Rows(Read("ledger.md"), "| moment |").Select(row => Name(row[0])), CrashPoints.All);

    [Fact]
    public void Every_term_of_the_linked_data_stands_in_its_context()
    {
        using var ledger = Full();
        var options = new ExportOptions { Format = ExportFormat.JsonLd, WithText = true };
        using var linked = JsonDocument.Parse(Exported.Canonical(ledger.Store, options));
        var context = linked.RootElement.GetProperty("@context");
        using var published = JsonDocument.Parse(Read("formats/context.jsonld"));
        Assert.True(JsonElement.DeepEquals(published.RootElement.GetProperty("@context"), context));
        var used = Terms(linked.RootElement.GetProperty("@graph")).Where(term => term[0] != '@').ToHashSet(StringComparer.Ordinal);
        Assert.True(used.Count > 25, $"only {used.Count} terms used");
        Assert.All(used, term => Assert.True(context.TryGetProperty(term, out _), term));
    }

    private static IEnumerable<string> Terms(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Terms),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field =>
            field.Name == "@type" ? Types(field.Value) : Terms(field.Value).Prepend(field.Name)),
        _ => [],
    };

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static TemporaryLedger Full()
    {
        var ledger = new TemporaryLedger();
        TemporaryLedger.Add(ledger.Store, Newsroom.Documents(20, seed: 8));
        return ledger;
    }

    private static IEnumerable<(string, string)> Told(string page, string table) =>
        Rows(Read("formats/" + page), "## " + table).Select(row => (Name(row[0]), row[1]));

    // The first table behind a mark, without its two lines of heading.
    private static List<string[]> Rows(string page, string mark)
    {
        var lines = page[page.IndexOf(mark, StringComparison.Ordinal)..].Split('\n');
        var rows = lines.SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static string Names(string cell) => string.Join(' ', cell.Split(", ").Select(Name));

    private static string Name(string cell) => cell.Trim('`');

    private static string Read(string page) =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", page));

    private static string Here([CallerFilePath] string path = "") => path;
}
