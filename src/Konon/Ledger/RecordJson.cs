using System.Text.Encodings.Web;
using System.Text.Json;

namespace Konon.Ledger;

/// <summary>What the ledger's JSON records have in common: letters unescaped, and what is absent left out.</summary>
internal static class RecordJson
{
    /// <summary>How the writer must be made.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a text; nothing for null.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    /// <summary>Writes a list of texts; nothing for an empty one.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>A text that must be there.</summary>
    /// <exception cref="KeyNotFoundException">It is not.</exception>
    /// <exception cref="FormatException">It is null.</exception>
    public static string Required(this JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException(name + " is null");

    /// <summary>A text; null where there is none.</summary>
    public static string? Optional(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>A list; empty where there is none.</summary>
    public static IReadOnlyList<T> List<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(read)] : [];
}
