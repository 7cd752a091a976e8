using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Konon.Ledger.Review;

/// <summary>Writes and reads a decision as one JSON object; absent values are left out.</summary>
public static class DecisionRecord
{
    private const int IdBytes = 8;

    // As many decisions with the very same content, to the millisecond, as nobody makes.
    private const int MostAlike = 64;

    /// <summary>The decision with the id that its content gives it.</summary>
    /// <param name="decision">A decision; whatever id it has is replaced.</param>
    /// <param name="times">How many decisions with the very same content there are before it.</param>
    public static Decision Named(Decision decision, int times = 0)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var content = Write(decision with { Id = times == 0 ? "" : times.ToString(CultureInfo.InvariantCulture) });
        return decision with { Id = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, IdBytes)) };
    }

    /// <summary>Whether a decision's id is one that <see cref="Named"/> gives it.</summary>
    /// <param name="decision">A decision with an id.</param>
    public static bool IsNamed(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return Enumerable.Range(0, MostAlike).Any(times => Named(decision, times).Id == decision.Id);
    }

    /// <summary>Writes one decision.</summary>
    public static byte[] Write(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, RecordJson.WriterOptions)) Write(json, decision);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes one decision as an object.</summary>
    public static void Write(Utf8JsonWriter json, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(decision);
        json.WriteStartObject();
        json.WriteString("id"u8, decision.Id);
        json.WriteString("at"u8, Time(decision.At));
        json.WriteString("by"u8, decision.By);
        json.WriteOptional("why", decision.Why);
        json.WriteString("action"u8, DecisionNames.Of(decision.Action));
        json.WriteString("on"u8, DecisionNames.Of(decision.On));
        json.WriteString("target"u8, decision.Target);
        json.WriteOptional("other", decision.Other);
        json.WriteOptional("field", decision.Field);
        json.WriteOptional("value", decision.Value);
        json.WriteOptional("before", decision.Before);
        json.WriteOptional("article", decision.Article);
        Write(json, "anchor", decision.Anchor);
        Write(json, "other_anchor", decision.OtherAnchor);
        json.WriteOptional("undoes", decision.Undoes);
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write(Decision)"/> wrote.</summary>
    /// <exception cref="FormatException">It is no decision.</exception>
    public static Decision Parse(ReadOnlyMemory<byte> record)
    {
        try
        {
            using var json = JsonDocument.Parse(record);
            return Read(json.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("not a record of a decision: " + fault.Message, fault);
        }
    }

    /// <summary>A time as decisions print it: UTC, to the millisecond.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static Decision Read(JsonElement json) => new()
    {
        Id = json.Required("id"),
        At = DateTimeOffset.Parse(json.Required("at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        By = json.Required("by"),
        Why = json.Optional("why"),
        Action = WireNames.Read<DecisionAction>(json.Required("action"), DecisionNames.Of),
        On = WireNames.Read<DecisionTarget>(json.Required("on"), DecisionNames.Of),
        Target = json.Required("target"),
        Other = json.Optional("other"),
        Field = json.Optional("field"),
        Value = json.Optional("value"),
        Before = json.Optional("before"),
        Article = json.Optional("article"),
        Anchor = Words(json, "anchor"),
        OtherAnchor = Words(json, "other_anchor"),
        Undoes = json.Optional("undoes"),
    };

    private static Anchor? Words(JsonElement json, string name) => !json.TryGetProperty(name, out var anchor) ? null : new Anchor
    {
        Sha256 = anchor.Required("sha256"),
        Words = anchor.Required("words"),
        Start = anchor.GetProperty("start"u8).GetInt32(),
        End = anchor.GetProperty("end"u8).GetInt32(),
        Speakers = anchor.List("speakers", one => one.GetString()!),
        Figure = anchor.Optional("figure"),
        Ordinal = anchor.TryGetProperty("ordinal"u8, out var ordinal) ? ordinal.GetInt32() : 0,
    };

    private static void Write(Utf8JsonWriter json, string name, Anchor? anchor)
    {
        if (anchor is null) return;
        json.WriteStartObject(name);
        json.WriteString("sha256"u8, anchor.Sha256);
        json.WriteString("words"u8, anchor.Words);
        json.WriteNumber("start"u8, anchor.Start);
        json.WriteNumber("end"u8, anchor.End);
        json.WriteOptional("speakers", anchor.Speakers);
        json.WriteOptional("figure", anchor.Figure);
        if (anchor.Ordinal > 0) json.WriteNumber("ordinal"u8, anchor.Ordinal);
        json.WriteEndObject();
    }
}
