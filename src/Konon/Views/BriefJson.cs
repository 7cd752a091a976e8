using System.Text.Json;
using Konon.Ledger;
using Konon.Stories.Lineage;
using Konon.Text;

namespace Konon.Views;

/// <summary>A brief as one JSON object, for programs: everything that the text can show, nothing folded.</summary>
/// <remarks>A claim stands once, under <c>claims</c>; elsewhere its number stands for it.</remarks>
public static class BriefJson
{
    /// <summary>Writes the brief, indented, in UTF-8 with a line feed at the end.</summary>
    public static void Write(StoryBrief brief, Stream output)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, ArticleJson.WriterOptions with { Indented = true, NewLine = "\n" }))
        {
            new Writer(json).Write(brief);
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes the brief as one object.</summary>
    /// <param name="json">Made with <see cref="ArticleJson.WriterOptions"/>; not flushed.</param>
    /// <param name="brief">The brief.</param>
    public static void Write(Utf8JsonWriter json, StoryBrief brief)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(brief);
        new Writer(json).Write(brief);
    }

    private readonly struct Writer(Utf8JsonWriter json)
    {
        public void Write(StoryBrief brief)
        {
            json.WriteStartObject();
            json.WriteString("reader"u8, brief.Reader);
            if (brief.Id is { } id) json.WriteString("id"u8, id);
            if (brief.Name is { } name) json.WriteString("name"u8, name);
            WriteCounts(brief.Counts);
            WriteList("reports"u8, brief.Reports, WriteReport);
            WriteList("figures"u8, brief.Figures, WriteGroup);
            WriteList("figure_conflicts"u8, brief.FigureConflicts, WriteGroup);
            WriteList("conflicts"u8, brief.Conflicts, WriteConflict);
            WriteList("corrections"u8, brief.Corrections, WriteCorrection);
            WriteList("positions"u8, brief.Positions, WritePosition);
            WriteList("claims"u8, brief.Claims, WriteClaim);
            WriteList("lineage"u8, brief.Lineage, WriteBranch);
            WriteList("shared_text"u8, brief.Edges, WriteEdge);
            WriteList("refused"u8, brief.Refused, WriteRefused);
            json.WriteEndObject();
        }

        private void WriteCounts(BriefCounts counts)
        {
            json.WriteStartObject("counts"u8);
            json.WriteNumber("reports"u8, counts.Reports);
            json.WriteNumber("outlets"u8, counts.Outlets);
            json.WriteNumber("without_outlet"u8, counts.NoOutlet);
            WriteDay("from"u8, counts.From);
            WriteDay("to"u8, counts.To);
            json.WriteNumber("undated"u8, counts.Undated);
            WriteOrigins(counts.Origins);
            json.WriteNumber("claims"u8, counts.Claims);
            json.WriteNumber("figures"u8, counts.Figures);
            json.WriteNumber("parties"u8, counts.Parties);
            json.WriteEndObject();
        }

        private void WriteReport(BriefReport report)
        {
            json.WriteNumber("number"u8, report.Number);
            WriteStrings("inputs"u8, report.Inputs);
            json.WriteString("outlet"u8, report.Outlet);
            json.WriteString("title"u8, report.Title);
            json.WriteString("opening"u8, report.Opening);
            WriteDay("day"u8, report.Day);
            WriteDay("not_before"u8, report.NotBefore);
            json.WriteString("url"u8, report.Url);
            json.WriteString("sha256"u8, report.Sha256);
            json.WriteNumber("claims"u8, report.Claims);
            WriteStrings("notes"u8, report.Notes);
        }

        private void WriteGroup(BriefFigureGroup group)
        {
            json.WriteString("counted"u8, group.Counted);
            json.WriteString("of"u8, group.Of);
            WriteStrings("words"u8, group.Words);
            WriteList("figures"u8, group.Figures, WriteFigure);
        }

        private void WriteFigure(BriefFigure figure)
        {
            json.WriteNumber("value"u8, figure.Value / 1.0000000000000000000000000000m);
            if (figure.Max is { } max) json.WriteNumber("max"u8, max / 1.0000000000000000000000000000m);
            else json.WriteNull("max"u8);
            json.WriteString("bound"u8, WireNames.Of(figure.Bound));
            json.WriteString("unit"u8, figure.Unit);
            json.WriteString("status"u8, figure.Status);
            json.WriteString("scope"u8, figure.Scope);
            json.WriteString("as_of"u8, figure.AsOf?.ToString());
            json.WriteString("stance"u8, WireNames.Of(figure.Stance));
            json.WriteString("party"u8, figure.Party);
            json.WriteBoolean("beside_larger"u8, figure.IsBesideLarger);
            json.WriteString("counted_scope"u8, SeriesNames.Of(figure.Kind));
            json.WriteString("relation"u8, SeriesNames.Of(figure.Relation));
            if (figure.To is { } to) json.WriteNumber("relation_to"u8, to.Value / 1.0000000000000000000000000000m);
            else json.WriteNull("relation_to"u8);
            json.WriteString("withdrawn_by"u8, figure.WithdrawnBy);
            WriteList("sources"u8, figure.Sources, WriteSource);
        }

        private void WriteSource(BriefFigureSource source)
        {
            if (source.Claim.Number > 0) json.WriteNumber("claim"u8, source.Claim.Number);
            else json.WriteNull("claim"u8);
            json.WriteString("exact"u8, source.Exact);
            WriteNumbers("reports"u8, source.Reports);
        }

        private void WriteConflict(BriefConflict conflict)
        {
            WriteNumbers("stated"u8, conflict.Stated.Select(claim => claim.Number));
            WriteNumbers("against"u8, conflict.Against.Select(claim => claim.Number));
        }

        private void WritePosition(BriefPosition position)
        {
            json.WriteString("party"u8, position.Party);
            WriteList("steps"u8, position.Steps, WriteStep);
        }

        private void WriteStep(BriefStep step)
        {
            json.WriteString("stance"u8, WireNames.Of(step.Stance));
            WriteNumbers("claims"u8, step.Claims.Select(claim => claim.Number));
        }

        private void WriteClaim(BriefClaim claim)
        {
            json.WriteNumber("number"u8, claim.Number);
            WriteList("speakers"u8, claim.Speakers, WriteSpeaker);
            json.WriteString("stance"u8, WireNames.Of(claim.Stance));
            json.WriteString("cue"u8, claim.Cue);
            json.WriteString("said_on"u8, claim.SaidOn?.ToString());
            WriteDay("by"u8, claim.By);
            WriteStrings("via"u8, claim.Via);
            json.WriteString("kind"u8, WireNames.Of(claim.Kind));
            json.WriteString("words"u8, claim.Words);
            WriteNumbers("reports"u8, claim.Reports);
            WriteOrigins(claim.Origins);
            json.WriteNumber("informants"u8, claim.Speakers.Count);
        }

        private void WriteSpeaker(BriefSpeaker speaker)
        {
            json.WriteString("name"u8, speaker.Name);
            json.WriteString("role"u8, speaker.Role);
            json.WriteString("type"u8, WireNames.Of(speaker.Type));
            json.WriteString("party"u8, speaker.Party);
        }

        private void WriteOrigins(OriginCount origins)
        {
            json.WriteStartObject("origins"u8);
            json.WriteNumber("min"u8, origins.Min);
            json.WriteNumber("likely"u8, origins.Likely);
            json.WriteNumber("max"u8, origins.Max);
            json.WriteEndObject();
        }

        private void WriteBranch(BriefBranch branch)
        {
            json.WriteNumber("node"u8, branch.Node);
            json.WriteNumber("depth"u8, branch.Depth);
            json.WriteBoolean("report"u8, branch.IsReport);
            json.WriteString("name"u8, branch.Name);
            if (branch.Edge is { } edge) WriteEdge(edge);
        }

        private void WriteEdge(BriefEdge edge)
        {
            json.WriteString("kind"u8, WireNames.Of(edge.Kind));
            json.WriteNumber("from"u8, edge.From);
            json.WriteNumber("to"u8, edge.To);
            json.WriteBoolean("direction_known"u8, edge.IsDirectionKnown);
            json.WriteNumber("share"u8, Math.Round(edge.Share, 3));
            json.WriteString("evidence"u8, edge.Evidence);
        }

        private void WriteCorrection(BriefCorrection correction)
        {
            json.WriteString("counted"u8, correction.Counted);
            json.WriteNumber("value"u8, correction.Value);
            if (correction.Max is { } max) json.WriteNumber("max"u8, max);
            json.WriteString("bound"u8, WireNames.Of(correction.Bound));
            json.WriteString("unit"u8, correction.Unit);
            json.WriteString("cause"u8, correction.IsWithdrawn ? "withdrawn"u8 : "replaced"u8);
            json.WriteBoolean("after"u8, correction.IsAfter);
            json.WriteNumber("report"u8, correction.Report);
            json.WriteString("words"u8, correction.Words);
            json.WriteNumber("by_report"u8, correction.ByReport);
            json.WriteString("by_words"u8, correction.ByWords);
        }

        private void WriteRefused(BriefRefusal refused)
        {
            json.WriteString("input"u8, refused.Input);
            json.WriteString("reason"u8, refused.Reason);
        }

        private void WriteList<T>(ReadOnlySpan<byte> name, IReadOnlyList<T> items, Action<T> write)
        {
            json.WriteStartArray(name);
            foreach (var item in items)
            {
                json.WriteStartObject();
                write(item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void WriteStrings(ReadOnlySpan<byte> name, IReadOnlyList<string> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }

        private void WriteNumbers(ReadOnlySpan<byte> name, IEnumerable<int> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values) json.WriteNumberValue(value);
            json.WriteEndArray();
        }

        private void WriteDay(ReadOnlySpan<byte> name, DateOnly? day) =>
            json.WriteString(name, IsoDay.Of(day));
    }
}
