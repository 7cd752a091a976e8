using System.Text;
using System.Text.Unicode;

namespace Konon.Bytes;

/// <summary>Turns the bytes of a page into characters: by byte order mark, by what was said on the way, by the page's own word, else by the bytes.</summary>
/// <remarks>Linear in the bytes; never throws for what they hold. A page that calls itself Latin and is well-formed UTF-8 is UTF-8.</remarks>
public static class PageDecoder
{
    // Browsers look no further for the page's own word.
    private const int SampleLength = 4096;

    /// <summary>Decodes a page.</summary>
    /// <param name="bytes">The page's bytes.</param>
    /// <param name="stated">The charset that the server stated; null where none did.</param>
    /// <param name="decoded">The characters; null when refused.</param>
    /// <returns>Why the bytes are no page; null when they are.</returns>
    public static DecodeRefusal? TryDecode(ReadOnlySpan<byte> bytes, string? stated, out DecodedText? decoded)
    {
        decoded = null;
        if (bytes.IsEmpty) return DecodeRefusal.Empty;
        var marked = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (!marked && !Utf8.IsValid(bytes) && (Find(stated) ?? Find(OwnWord(bytes))) is { } encoding && encoding.CodePage != Encoding.UTF8.CodePage)
        {
            var text = encoding.GetString(bytes);
            if (!text.AsSpan(0, Math.Min(text.Length, SampleLength)).Contains('\0'))
            {
                decoded = new DecodedText(text, encoding.WebName, text.AsSpan().Count('\uFFFD'));
                return null;
            }
        }

        return TextDecoder.TryDecode(bytes, out decoded);
    }

    /// <summary>The encoding that a page's label means; null for an unknown one. Latin-1 means Windows-1252, as in browsers.</summary>
    internal static Encoding? Find(string? label)
    {
        if (string.IsNullOrWhiteSpace(label) || label.Length > 40) return null;
        label = label.Trim().Trim('"', '\'').ToLowerInvariant();
        label = label switch
        {
            "iso-8859-1" or "latin1" or "iso8859-1" or "us-ascii" or "ascii" or "l1" => "windows-1252",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "iso-8859-9" => "windows-1254",
            "utf8" or "unicode" or "utf-16" or "utf-16le" or "utf-16be" => "utf-8",
            _ => label,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>What stands after "charset=" in the page's first bytes; null without it.</summary>
    private static string? OwnWord(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, SampleLength)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 && (at = head.IndexOf("encoding=", StringComparison.OrdinalIgnoreCase)) < 0) return null;
        at = head.IndexOf('=', at) + 1;
        while (at < head.Length && head[at] is '"' or '\'' or ' ') at++;
        var end = at;
        while (end < head.Length && (char.IsAsciiLetterOrDigit(head[end]) || head[end] is '-' or '_' or ':')) end++;
        return end > at ? head[at..end] : null;
    }
}
