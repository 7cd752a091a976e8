using System.Globalization;
using System.Text.Json;
using System.Text;
using Konon.Views.Exports;

namespace Konon.Views;

/// <summary>Writes a listing in any of its formats; lines end in a line feed on every system.</summary>
/// <remarks>Words of articles are cleaned by <see cref="PlainText"/> in text, Markdown and CSV, and escaped in JSON.</remarks>
public static class ViewWriter
{
    private const int WidestCell = 60;

    /// <summary>Writes the sections.</summary>
    /// <param name="sections">The listing.</param>
    /// <param name="format">How.</param>
    /// <param name="words">The reader's language, for "nothing found".</param>
    /// <param name="output">Where to.</param>
    public static void Write(IReadOnlyList<ViewSection> sections, ViewFormat format, UiWords words, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(output);
        switch (format)
        {
            case ViewFormat.Json: WriteJson(sections, output); break;
            case ViewFormat.JsonLines: WriteLines(sections, output); break;
            case ViewFormat.Csv: WriteCsv(sections, output); break;
            case ViewFormat.Markdown: WriteMarkdown(sections, words, output); break;
            default: WriteText(sections, words, output); break;
        }
    }

    /// <summary>Writes the sections as one array.</summary>
    /// <param name="json">Made with <see cref="ArticleJson.WriterOptions"/>; not flushed.</param>
    /// <param name="sections">The listing.</param>
    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<ViewSection> sections)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(sections);
        json.WriteStartArray();
        foreach (var section in sections) WriteSection(json, section);
        json.WriteEndArray();
    }

    private static void WriteText(IReadOnlyList<ViewSection> sections, UiWords words, TextWriter output)
    {
        if (sections.Count == 0) output.Write(words["none"] + "\n");
        foreach (var section in sections)
        {
            output.Write(PlainText.OneLine(section.Title) + "\n");
            var columns = section.Rows.Select(row => row.Cells.Count).DefaultIfEmpty(0).Max();
            var widths = Enumerable.Range(0, columns)
                .Select(i => section.Rows.Where(row => i < row.Cells.Count).Max(row => Columns.Of(PlainText.OneLine(row.Cells[i]))))
                .Select(width => Math.Min(WidestCell, width))
                .ToList();
            foreach (var row in section.Rows)
            {
                var line = new StringBuilder();
                for (var i = 0; i < row.Cells.Count; i++)
                {
                    var cell = PlainText.OneLine(row.Cells[i]);
                    line.Append("  ").Append(i + 1 < row.Cells.Count ? Columns.Pad(cell, widths[i]) : cell);
                }

                output.Write(line.ToString().TrimEnd() + "\n");
            }
        }
    }

    private static void WriteMarkdown(IReadOnlyList<ViewSection> sections, UiWords words, TextWriter output)
    {
        if (sections.Count == 0) output.Write(words["none"] + "\n");
        var isFirst = true;
        foreach (var section in sections)
        {
            if (!isFirst) output.Write('\n');
            isFirst = false;
            output.Write("## " + MarkdownText.Escape(section.Title) + "\n\n");
            var columns = section.Rows.Select(row => row.Cells.Count).DefaultIfEmpty(0).Max();
            output.Write(string.Concat(Enumerable.Repeat("| ", columns)) + "|\n");
            output.Write(string.Concat(Enumerable.Repeat("| --- ", columns)) + "|\n");
            foreach (var row in section.Rows) output.Write("| " + string.Join(" | ", row.Cells.Select(MarkdownText.Escape)) + " |\n");
        }
    }

    private static void WriteCsv(IReadOnlyList<ViewSection> sections, TextWriter output)
    {
        var first = sections.FirstOrDefault(section => section.Rows.Count > 0);
        if (first is null) return;
        WriteCsvLine(first.Key.Concat(first.Rows[0].Fields).Select(field => (object)field.Name), output);
        foreach (var section in sections)
        {
            foreach (var row in section.Rows) WriteCsvLine(section.Key.Concat(row.Fields).Select(field => field.Value), output);
        }
    }

    private static void WriteCsvLine(IEnumerable<object?> cells, TextWriter output) => Csv.Write(output, cells.Select(Cell));

    // A number below zero is no formula.
    private static string? Cell(object? cell)
    {
        var clean = PlainText.OneLine(Plain(cell));
        return cell is string or IEnumerable<string> ? Csv.Defused(clean) : clean;
    }

    private static string Plain(object? value) => value switch
    {
        null => "",
        bool isTrue => isTrue ? "true" : "false",
        decimal number => Number(number).ToString(CultureInfo.InvariantCulture),
        IEnumerable<int> numbers => string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))),
        IEnumerable<string> texts => string.Join("; ", texts),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // Without the zeros that a decimal keeps behind its point.
    private static decimal Number(decimal value) => value / 1.0000000000000000000000000000m;

    private static void WriteJson(IReadOnlyList<ViewSection> sections, TextWriter output)
    {
        output.Write(Json(true, json => WriteJson(json, sections)));
        output.Write('\n');
    }

    private static void WriteLines(IReadOnlyList<ViewSection> sections, TextWriter output)
    {
        foreach (var section in sections) output.Write(Json(false, json => WriteSection(json, section)) + "\n");
    }

    private static string Json(bool indented, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ArticleJson.WriterOptions with { Indented = indented, NewLine = "\n" })) write(json);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteSection(Utf8JsonWriter json, ViewSection section)
    {
        json.WriteStartObject();
        foreach (var field in section.Key) WriteField(json, field);
        json.WriteStartArray(section.RowsName);
        foreach (var row in section.Rows)
        {
            json.WriteStartObject();
            foreach (var field in row.Fields) WriteField(json, field);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, ViewField field)
    {
        json.WritePropertyName(field.Name);
        switch (field.Value)
        {
            case null: json.WriteNullValue(); break;
            case bool isTrue: json.WriteBooleanValue(isTrue); break;
            case int number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(Number(number)); break;
            case IEnumerable<int> numbers: WriteArray(json, numbers, json.WriteNumberValue); break;
            case IEnumerable<string> texts: WriteArray(json, texts, json.WriteStringValue); break;
            default: json.WriteStringValue(Plain(field.Value)); break;
        }
    }

    private static void WriteArray<T>(Utf8JsonWriter json, IEnumerable<T> values, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var value in values) write(value);
        json.WriteEndArray();
    }
}
