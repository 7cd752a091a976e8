using System.Text.Json;
using Konon.Claims;
using Konon.Ledger;
using Konon.Text;

namespace Konon.Views;

/// <summary>Writes the claims of one text.</summary>
internal readonly struct ClaimJson(Utf8JsonWriter json, string text, CodePoints points)
{
    /// <summary>Whether the words before and behind a claim are written, too; they are the article's, not the claim's.</summary>
    public bool HasNeighbours { get; init; } = true;

    /// <summary>Whether speakers have their id.</summary>
    public bool HasSpeakerIds { get; init; }

    public void Write(Claim claim, string id)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteStartArray("content"u8);
        foreach (var part in claim.Content) WriteQuote(part);
        json.WriteEndArray();
        json.WriteString("kind"u8, WireNames.Of(claim.Kind));
        json.WriteStartArray("speakers"u8);
        foreach (var speaker in claim.Speakers) WriteSpeaker(speaker);
        json.WriteEndArray();
        WriteMention("cue"u8, claim.Cue);
        json.WriteStartArray("via"u8);
        foreach (var relay in claim.Via) WriteRelay(relay);
        json.WriteEndArray();
        json.WriteString("stance"u8, WireNames.Of(claim.Stance));
        json.WriteString("act"u8, claim.Act);
        json.WriteString("said_on"u8, claim.SaidOn?.ToString());
        json.WriteStartArray("figures"u8);
        foreach (var figure in claim.Figures) WriteFigure(figure);
        json.WriteEndArray();
        json.WriteStartArray("times"u8);
        foreach (var time in claim.Times) WriteTime(time);
        json.WriteEndArray();
        ArticleJson.WriteStrings(json, "notes"u8, claim.Notes);
        json.WriteNumber("confidence"u8, claim.Confidence);
        json.WriteString("rule"u8, claim.Rule);
        json.WriteEndObject();
    }

    private void WriteQuote(TextSpan span)
    {
        json.WriteStartObject();
        WriteSpan(span);
        if (!HasNeighbours)
        {
            json.WriteEndObject();
            return;
        }

        json.WriteString("prefix"u8, Neighbours.Before(text, span));
        json.WriteString("suffix"u8, Neighbours.Behind(text, span));
        json.WriteEndObject();
    }

    private void WriteSpeaker(Speaker speaker)
    {
        json.WriteStartObject();
        if (HasSpeakerIds) json.WriteString("id"u8, ContentId.OfSpeaker(speaker));
        json.WriteString("name"u8, speaker.Name);
        WriteMention("mention"u8, speaker.Mention);
        json.WriteString("role"u8, speaker.Role);
        json.WriteString("type"u8, WireNames.Of(speaker.Type));
        json.WriteString("party"u8, speaker.Party);
        json.WriteEndObject();
    }

    private void WriteRelay(Relay relay)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, relay.Name);
        WriteSpan(relay.Span);
        json.WriteEndObject();
    }

    private void WriteFigure(Figure figure)
    {
        json.WriteStartObject();
        WriteSpan(figure.Span);
        WriteNumber("value"u8, figure.Value);
        WriteNumber("max"u8, figure.Max);
        json.WriteString("bound"u8, WireNames.Of(figure.Bound));
        json.WriteString("counted"u8, figure.Counted);
        json.WriteString("unit"u8, figure.Unit);
        json.WriteString("status"u8, figure.Status);
        json.WriteString("scope"u8, figure.Scope);
        json.WriteString("as_of"u8, figure.AsOf?.ToString());
        json.WriteEndObject();
    }

    private void WriteTime(TimeMention time)
    {
        json.WriteStartObject();
        WriteSpan(time.Span);
        json.WriteString("from"u8, IsoDay.Of(time.Days?.From));
        json.WriteString("to"u8, IsoDay.Of(time.Days?.To));
        json.WriteEndObject();
    }

    private void WriteMention(ReadOnlySpan<byte> name, TextSpan? span)
    {
        if (span is not { } found)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteSpan(found);
        json.WriteEndObject();
    }

    private void WriteSpan(TextSpan span)
    {
        var (start, end) = points.Of(span);
        json.WriteNumber("start"u8, start);
        json.WriteNumber("end"u8, end);
        json.WriteString("exact"u8, span.In(text));
    }

    // Dividing by a one with many zeros takes the trailing zeros off: 12.50 is written 12.5, 3000.0 is 3000.
    private void WriteNumber(ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number) json.WriteNumber(name, number / 1.0000000000000000000000000000m);
        else json.WriteNull(name);
    }
}
