using System.Text.Json;
using Konon.Ledger;
using Konon.Ledger.Review;
using Konon.Ledger.Revisions;
using Konon.Text;

namespace Konon.Views;

/// <summary>The change of an article as one JSON object; offsets count Unicode code points of each version's text.</summary>
public static class RevisionJson
{
    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter json, RevisionPage page)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(page);
        var found = page.Revision;
        json.WriteStartObject();
        json.WriteString("article"u8, page.Article);
        json.WriteString("title"u8, page.Title);
        Write(json, "from", page.From);
        Write(json, "to", page.To);
        json.WriteBoolean("edit"u8, found.IsEdit);
        json.WriteBoolean("silent"u8, found.IsSilent);
        json.WriteStartArray("notes"u8);
        foreach (var note in found.Notes) json.WriteStringValue(note.Exact);
        json.WriteEndArray();
        Write(json, "head", found.Head);
        json.WriteStartArray("claims"u8);
        foreach (var change in found.Claims)
        {
            json.WriteStartObject();
            json.WriteString("change"u8, change.Before is null ? "added" : change.After is null ? "removed" : "changed");
            Write(json, "before", change.Before);
            Write(json, "after", change.After);
            Write(json, "fields", change.Fields);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "speakers_added", found.SpeakersAdded);
        Write(json, "speakers_removed", found.SpeakersRemoved);
        WriteWords(json, page);
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, RevisionPage page)
    {
        var (before, after) = (new CodePoints(page.Before), new CodePoints(page.After));
        json.WriteStartArray("words"u8);
        foreach (var edit in page.Revision.Words)
        {
            json.WriteStartObject();
            Write(json, "before", edit.Before, page.Before, before);
            Write(json, "after", edit.After, page.After, after);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, TextSpan span, string text, CodePoints points)
    {
        var (start, end) = points.Of(span);
        json.WriteStartObject(name);
        json.WriteNumber("start"u8, start);
        json.WriteNumber("end"u8, end);
        json.WriteString("exact"u8, span.In(text));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, VersionLabel version)
    {
        json.WriteStartObject(name);
        json.WriteNumber("version"u8, version.Number);
        json.WriteString("seen"u8, DecisionRecord.Time(version.Seen));
        json.WriteString("sha256"u8, version.Sha256);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ChangedClaim? claim)
    {
        if (claim is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("id"u8, claim.Id);
        json.WriteString("words"u8, claim.Words);
        json.WriteString("stance"u8, WireNames.Of(claim.Claim.Stance));
        Write(json, "speakers", [.. claim.Claim.Speakers.Select(speaker => speaker.Name)]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<FieldChange> changes)
    {
        json.WriteStartArray(name);
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("field"u8, change.Field);
            json.WriteString("before"u8, change.Before);
            json.WriteString("after"u8, change.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
