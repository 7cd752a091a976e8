using System.Text;
using Konon.Intake.Archives;
using Konon.Intake.Feeds;

namespace Konon.Intake;

/// <summary>What a stream holds.</summary>
internal enum ContentKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>One article's text.</summary>
    Text,

    /// <summary>A page of HTML.</summary>
    Page,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>One JSON array of objects, or one object over several lines.</summary>
    Json,

    /// <summary>A table with a head line.</summary>
    Csv,

    /// <summary>A feed, a sitemap, a list of feeds.</summary>
    Feed,

    /// <summary>A web archive.</summary>
    Archive,
}

/// <summary>Tells what a stream holds by its name, and where the name says nothing by its first bytes.</summary>
internal static class ContentKinds
{
    private const int SampleLength = 4096;

    public static ContentKind Tell(string name, PeekStream stream, ColumnMap columns)
    {
        var sample = stream.Peek(SampleLength);
        if (sample.Length == 0) return ContentKind.Empty;
        if (IsArchive(sample)) return ContentKind.Archive;
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".JSONL" or ".NDJSON" => ContentKind.JsonLines,
            ".JSON" => SniffJson(sample) ?? ContentKind.Json,
            ".RSS" or ".ATOM" or ".RDF" or ".OPML" => ContentKind.Feed,
            ".CSV" or ".TSV" => ContentKind.Csv,
            _ when FeedSniffer.IsXmlFeed(Decode(sample)) => ContentKind.Feed,
            ".HTML" or ".HTM" or ".XHTML" or ".SHTML" or ".AMP" or ".PHP" or ".ASPX" when LooksLikeMarkup(sample) => ContentKind.Page,
            ".TXT" or ".TEXT" or ".MD" => IsPage(sample) ? ContentKind.Page : ContentKind.Text,
            _ when IsPage(sample) => ContentKind.Page,
            _ => Sniff(sample, columns),
        };
    }

    /// <summary>Whether the bytes say themselves that they are a page: a doctype, or the root element, before anything else.</summary>
    private static bool IsPage(byte[] sample)
    {
        var text = SkipProlog(Decode(sample));
        foreach (var start in (ReadOnlySpan<string>)["<!doctype html", "<html", "<head", "<body"])
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>What is left after blanks, an XML declaration and comments.</summary>
    private static ReadOnlySpan<char> SkipProlog(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        while (text.StartsWith("<?", StringComparison.Ordinal) || text.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = text.IndexOf(text[1] == '?' ? "?>" : "-->", StringComparison.Ordinal);
            if (end < 0) return default;
            text = text[(end + (text[1] == '?' ? 2 : 3))..].TrimStart();
        }

        return text;
    }

    /// <summary>Whether an element stands in it: a file may go by the name of a page and hold plain text.</summary>
    private static bool LooksLikeMarkup(byte[] sample)
    {
        var text = Decode(sample);
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            if (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '!' or '/' or '?') return true;
        }

        return false;
    }

    /// <summary>Whether bytes, as they are or unpacked, begin a web archive.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> head) =>
        head.StartsWith(WarcHeader.Mark) || (head is [0x1F, 0x8B, ..] && GzipMember.BeginsRecord(head));

    private static ContentKind Sniff(byte[] sample, ColumnMap columns)
    {
        var text = Decode(sample);
        // A piece of a page may stand on one line, whose first words look like a table's head.
        if (BeginsWithTag(text)) return ContentKind.Page;
        return SniffJson(sample) ?? (CsvRows.LooksLikeTable(text, columns) ? ContentKind.Csv : ContentKind.Text);
    }

    /// <summary>Whether a text begins with a tag; one that begins with an angle bracket ("&lt;3 ribu") does not.</summary>
    private static bool BeginsWithTag(ReadOnlySpan<char> text) =>
        text.TrimStart() is ['<', (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..] && text.Contains('>');

    /// <summary>Rows when the first line is an object of its own, one document when a bracket or a lone brace opens.</summary>
    private static ContentKind? SniffJson(byte[] sample)
    {
        var text = Decode(sample).TrimStart();
        if (text.StartsWith('[') && text[1..].TrimStart() is ['{' or ']', ..]) return ContentKind.Json;
        if (text.StartsWith('{') && FeedSniffer.IsJsonFeed(text)) return ContentKind.Feed;
        if (!text.StartsWith('{') || text[1..].TrimStart() is not ['"' or '}', ..]) return null;
        var end = text.IndexOfAny(['\r', '\n']);
        var first = (end < 0 ? text : text[..end]).TrimEnd();
        // A first line longer than the sample is a row; a short one that does not close goes on on the next.
        return end < 0 || first.EndsWith('}') ? ContentKind.JsonLines : ContentKind.Json;
    }

    private static string Decode(byte[] sample)
    {
        if (sample is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(sample.AsSpan(2));
        if (sample is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(sample.AsSpan(2));
        return Encoding.UTF8.GetString(sample).TrimStart('\uFEFF');
    }
}
