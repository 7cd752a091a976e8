using System.Globalization;
using System.Text.Json;
using Konon.Views.Exports;
using Konon.Views;

namespace Konon.Cli;

/// <summary>A column of a listing.</summary>
/// <param name="Name">Its name in files.</param>
/// <param name="Heading">The key of its heading in a table; null where the table leaves it out.</param>
internal sealed record TableColumn(string Name, string? Heading);

/// <summary>Prints a listing as a table, JSON, JSON Lines or CSV.</summary>
internal sealed class TableOutput(IReadOnlyList<TableColumn> columns, Terminal terminal)
{
    public static string[] Formats { get; } = ["text", "json", "jsonl", "csv"];

    /// <summary>A time as tables show it: UTC, to the minute.</summary>
    public static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Prints the rows; a cell is text, a number, a truth or null.</summary>
    public void Write(string format, IReadOnlyList<object?[]> rows, BriefOptions options)
    {
        using var page = terminal.NewPage();
        switch (format)
        {
            case "text": WriteTable(rows, options, page); break;
            case "csv": WriteCsv(rows, page); break;
            default: WriteJson(rows, format == "json"); break;
        }

        page.Flush();
        terminal.Output.Flush();
    }

    private void WriteTable(IReadOnlyList<object?[]> rows, BriefOptions options, StreamWriter page)
    {
        var shown = Enumerable.Range(0, columns.Count).Where(i => columns[i].Heading is not null).ToList();
        TableText.Write(
            [.. shown.Select(i => columns[i].Heading!)], [.. rows.Select(row => shown.Select(i => Text(row[i])).ToList())], options, page);
    }

    private void WriteCsv(IReadOnlyList<object?[]> rows, StreamWriter page)
    {
        Csv.Write(page, columns.Select(column => column.Name), "\r\n");
        foreach (var row in rows) Csv.Write(page, row.Select(cell => cell is string words ? Csv.Defused(words) : Text(cell)), "\r\n");
    }

    private void WriteJson(IReadOnlyList<object?[]> rows, bool array)
    {
        using var json = new Utf8JsonWriter(terminal.Output, ArticleJson.WriterOptions with { Indented = array });
        if (array) json.WriteStartArray();
        foreach (var row in rows)
        {
            if (!array) json.Reset();
            json.WriteStartObject();
            for (var i = 0; i < columns.Count; i++) Write(json, columns[i].Name, row[i]);
            json.WriteEndObject();
            json.Flush();
            if (!array) terminal.Output.WriteByte((byte)'\n');
        }

        if (!array) return;
        json.WriteEndArray();
        json.Flush();
        terminal.Output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case bool truth: json.WriteBoolean(name, truth); break;
            case double number: json.WriteNumber(name, number); break;
            case int number: json.WriteNumber(name, number); break;
            default: json.WriteString(name, Text(value)); break;
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
