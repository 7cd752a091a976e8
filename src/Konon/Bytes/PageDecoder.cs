using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Konon.Bytes;

/// <summary>Turns the bytes of a page into characters: by byte order mark, by what was said on the way, by the page's own word, else by the bytes.</summary>
/// <remarks>Linear in the bytes; never throws for what they hold. A page that calls itself Latin and is well-formed UTF-8 is UTF-8.</remarks>
public static class PageDecoder
{
    // Browsers heed the page's own word as late as they meet it; archives put much of their own before it.
    private const int SampleLength = 1 << 16;
    private const int ZeroSample = 4096;

    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_:");

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
            if (!text.AsSpan(0, Math.Min(text.Length, ZeroSample)).Contains('\0'))
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

    /// <summary>The charset that a meta element among the page's first bytes names, else its XML declaration; null without either.</summary>
    /// <remarks>Scripts and style sheets name theirs as well, which is not the page's.</remarks>
    private static string? OwnWord(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, SampleLength)]).AsSpan();
        for (var rest = head; rest.IndexOf("<meta", StringComparison.OrdinalIgnoreCase) is >= 0 and var at;)
        {
            rest = rest[at..];
            var end = rest.IndexOf('>') is >= 0 and var found ? found : rest.Length;
            if (Behind("charset", rest[..end]) is { } label) return label;
            rest = rest[end..];
        }

        var declared = head.IndexOf("?>", StringComparison.Ordinal);
        return head.TrimStart().StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && declared > 0 ? Behind("encoding", head[..declared]) : null;
    }

    /// <summary>The label behind a name and an equals sign.</summary>
    private static string? Behind(string name, ReadOnlySpan<char> words)
    {
        while (words.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            words = words[(at + name.Length)..].TrimStart();
            if (words is not ['=', ..]) continue;
            words = words[1..].TrimStart(" \t\r\n\"'");
            var end = words.IndexOfAnyExcept(LabelCharacters);
            return end == 0 ? null : (end < 0 ? words : words[..end]).ToString();
        }

        return null;
    }
}
