using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Unicode;
using Konon.Bytes;

namespace Konon.Intake.Feeds;

/// <summary>A feed's bytes as characters that an XML reader takes.</summary>
internal static class FeedText
{
    private const int DeclarationLength = 256;
    private const int MaxEntityName = 32;
    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly string[] OwnEntities = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"];

    /// <summary>The characters; null where the bytes are no text.</summary>
    /// <remarks>
    /// UTF-8 where the bytes are that, whatever they say; else what the XML declaration says; else what the bytes look
    /// like. An XML reader alone would know five encodings, and stop at a declaration that is wrong.
    /// </remarks>
    public static string? Decode(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes) && Declared(bytes) is { } encoding) return encoding.GetString(bytes);
        return TextDecoder.TryDecode(bytes, out var decoded) is null ? decoded!.Text : null;
    }

    /// <summary>
    /// The same with what feeds most often get wrong set right: names of HTML's signs (<c>&amp;nbsp;</c>), lone
    /// ampersands, and characters that XML has not.
    /// </summary>
    public static string Repair(string xml)
    {
        var repaired = new StringBuilder(xml.Length + 64);
        for (var i = 0; i < xml.Length; i++)
        {
            if (xml[i] != '&')
            {
                if (xml[i] is >= ' ' or '\t' or '\n' or '\r') repaired.Append(xml[i]);
                continue;
            }

            var end = xml.AsSpan(i, Math.Min(MaxEntityName, xml.Length - i)).IndexOf(';');
            var name = end < 0 ? string.Empty : xml.Substring(i, end + 1);
            if (name.Length == 0 || !IsReference(name)) repaired.Append("&amp;");
            else if (name[1] == '#' || OwnEntities.Contains(name, StringComparer.Ordinal)) repaired.Append(name);
            else if (WebUtility.HtmlDecode(name) is var sign && sign != name) repaired.Append(sign);
            else repaired.Append("&amp;").Append(name.AsSpan(1));
            if (name.Length > 0 && IsReference(name)) i += name.Length - 1;
        }

        return repaired.ToString();
    }

    /// <summary>A headline as plain text: signs decoded, tags left out, one line.</summary>
    public static string? Plain(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        var plain = new StringBuilder(written.Length);
        var inTag = false;
        foreach (var sign in WebUtility.HtmlDecode(written))
        {
            if (sign == '<') inTag = true;
            else if (sign == '>' && inTag) inTag = false;
            else if (!inTag) plain.Append(char.IsWhiteSpace(sign) ? ' ' : sign);
        }

        var parts = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? null : string.Join(' ', parts);
    }

    private static bool IsReference(string name)
    {
        var inner = name.AsSpan(1, name.Length - 2);
        if (inner is ['#', 'x' or 'X', .. var hex])
        {
            return int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rune) && IsXml(rune);
        }

        if (inner is ['#', .. var digits])
        {
            return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var rune) && IsXml(rune);
        }

        return inner.Length > 0 && inner.IndexOfAnyExcept(NameLetters) < 0;
    }

    private static bool IsXml(int rune) => rune is 9 or 10 or 13 or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);

    private static Encoding? Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, DeclarationLength));
        var end = head.IndexOf("?>", StringComparison.Ordinal);
        var at = end < 0 ? -1 : head.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        if (at < 0) return null;
        var open = head.AsSpan(at, end - at).IndexOfAny('"', '\'');
        if (open < 0) return null;
        var rest = head.AsSpan(at + open + 1, end - at - open - 1);
        var close = rest.IndexOf(head[at + open]);
        return close < 0 ? null : Known(rest[..close].ToString());
    }

    private static Encoding? Known(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
