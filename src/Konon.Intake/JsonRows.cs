using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Konon.Bytes;

namespace Konon.Intake;

/// <summary>Rows out of JSON: one object a line, one array, or one object.</summary>
internal sealed class JsonRows(CoverageOptions options)
{
    /// <summary>One document a line; empty lines are passed over and counted.</summary>
    public IEnumerable<CoverageItem> ReadLines(string input, PeekStream stream)
    {
        var number = 0;
        foreach (var line in new LineSource(AsUtf8(stream), options.MaxDocumentBytes).Lines())
        {
            number++;
            var name = Rows.Name(input, number);
            if (line.TooLong)
            {
                yield return CoverageItem.Of(name, IntakeRefusal.AboveLimit);
            }
            else if (!IsBlank(line.Bytes))
            {
                yield return Row(name, line.Bytes);
            }
        }

        if (number == 0) yield return CoverageItem.Of(input, IntakeRefusal.Empty);
    }

    /// <summary>One document for each object of the array, or for the object.</summary>
    public IEnumerable<CoverageItem> ReadWhole(string input, PeekStream stream)
    {
        var bytes = Whole.Read(AsUtf8(stream), options.MaxDocumentBytes);
        if (bytes is null) return [CoverageItem.Of(input, IntakeRefusal.AboveLimit)];
        using var json = Parse(bytes);
        return json?.RootElement.ValueKind switch
        {
            JsonValueKind.Object => [Row(Rows.Name(input, 1), bytes)],
            JsonValueKind.Array => [.. json.RootElement.EnumerateArray().Select((item, index) => Row(Rows.Name(input, index + 1), item))],
            _ => [CoverageItem.Of(input, IntakeRefusal.RowNotJson)],
        };
    }

    private CoverageItem Row(string name, byte[] bytes)
    {
        using var json = Parse(bytes);
        return json is null ? CoverageItem.Of(name, IntakeRefusal.RowNotJson) : Row(name, json.RootElement, bytes);
    }

    private CoverageItem Row(string name, JsonElement item) => Row(name, item, Encoding.UTF8.GetBytes(item.GetRawText()));

    private CoverageItem Row(string name, JsonElement item, byte[] bytes)
    {
        if (item.ValueKind != JsonValueKind.Object) return CoverageItem.Of(name, IntakeRefusal.RowNotJson);
        try
        {
            var columns = options.Columns;
            var fields = new RowFields(
                Field(item, columns.Id), Field(item, columns.Url), Field(item, columns.Outlet),
                Field(item, columns.Title), Field(item, columns.Published), Field(item, columns.Text));
            return CoverageItem.Of(new Document { Input = name, Bytes = bytes, Row = fields });
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate written as an escape is JSON by its grammar and no text.
            return CoverageItem.Of(name, IntakeRefusal.RowNotJson);
        }
    }

    private static string? Field(JsonElement item, string column)
    {
        if (!item.TryGetProperty(column, out var value) && !TryGetIgnoringCase(item, column, out value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    private static bool TryGetIgnoringCase(JsonElement item, string column, out JsonElement value)
    {
        foreach (var property in item.EnumerateObject())
        {
            if (!string.Equals(property.Name, column, StringComparison.OrdinalIgnoreCase)) continue;
            value = property.Value;
            return true;
        }

        value = default;
        return false;
    }

    private static JsonDocument? Parse(byte[] bytes)
    {
        try
        {
            ReadOnlyMemory<byte> json = bytes;
            if (!Utf8.IsValid(bytes) && TextDecoder.TryDecode(bytes, out var decoded) is null)
            {
                json = Encoding.UTF8.GetBytes(decoded!.Text);
            }

            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Stream AsUtf8(PeekStream stream) => stream.Peek(2) switch
    {
        [0xFF, 0xFE] => Encoding.CreateTranscodingStream(stream, Encoding.Unicode, Encoding.UTF8),
        [0xFE, 0xFF] => Encoding.CreateTranscodingStream(stream, Encoding.BigEndianUnicode, Encoding.UTF8),
        _ => stream,
    };

    private static bool IsBlank(byte[] line) => line.AsSpan().IndexOfAnyExcept(" \t\r"u8) < 0;
}
