using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Xml;
using Konon.Views;

namespace Konon.Web.Feeds;

/// <summary>Makes strangers' words fit for feeds.</summary>
internal static class FeedText
{
    // A reader of feeds shows some hundred letters of a headline.
    private const int LongestTitle = 300;

    // Letters of every script stand as they are; what acts in HTML is encoded all the same.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A time as RFC 3339 has it: UTC, to the second.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Words on one line that any XML may hold: half characters and those that XML forbids become U+FFFD.</summary>
    public static string Line(string words)
    {
        var line = PlainText.OneLine(words);
        StringBuilder? clean = null;
        for (var i = 0; i < line.Length; i++)
        {
            var isPair = i + 1 < line.Length && XmlConvert.IsXmlSurrogatePair(line[i + 1], line[i]);
            if (!isPair && !XmlConvert.IsXmlChar(line[i])) (clean ??= new StringBuilder(line))[i] = '\uFFFD';
            if (isPair) i++;
        }

        return clean?.ToString() ?? line;
    }

    /// <summary>A headline: one line, cut at a blank where it is very long.</summary>
    public static string Title(string words)
    {
        var line = Line(words);
        if (line.Length <= LongestTitle) return line;
        var end = line.LastIndexOf(' ', LongestTitle);
        return line[..(end > LongestTitle / 2 ? end : SafeEnd(line))] + " …";
    }

    /// <summary>Paragraphs as HTML in which nothing acts.</summary>
    public static string Html(IEnumerable<string> paragraphs) =>
        string.Concat(paragraphs.Select(words => "<p>" + Encoder.Encode(Line(words)) + "</p>"));

    /// <summary>An address that a reader may follow; null for any other scheme, and for what is no address.</summary>
    public static string? Address(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    private static int SafeEnd(string line) => char.IsHighSurrogate(line[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle;
}
