using System.Globalization;
using System.Text;

namespace Konon.Intake.Archives;

/// <summary>The lines at the head of an archive's record: WARC/1.0 or 1.1, then names and values (ISO 28500).</summary>
internal sealed record WarcHeader
{
    private const int Longest = 1 << 15;

    /// <summary>How every record begins.</summary>
    public static ReadOnlySpan<byte> Mark => "WARC/"u8;

    /// <summary>What the record is: response, request, metadata … In lower case.</summary>
    public string Type { get; private init; } = string.Empty;

    /// <summary>How many bytes of content follow.</summary>
    public long ContentLength { get; private init; }

    /// <summary>The type of the content, as written.</summary>
    public string ContentType { get; private init; } = string.Empty;

    /// <summary>The address that was fetched; null without one.</summary>
    public string? Target { get; private init; }

    /// <summary>When it was fetched; null where that is not said or not understood.</summary>
    public DateTimeOffset? Date { get; private init; }

    /// <summary>Reads a header, which is consumed.</summary>
    /// <exception cref="InvalidDataException">There is none, it does not end, or does not say how long its record is.</exception>
    public static WarcHeader Read(Window window)
    {
        var ahead = window.Peek(Longest);
        if (!ahead.StartsWith(Mark)) throw new InvalidDataException("Not the head of a record.");
        var (end, skip) = End(ahead);
        if (end < 0) throw new InvalidDataException("The head of a record does not end.");
        var header = Parse(Encoding.UTF8.GetString(ahead[..end]));
        window.Advance(end + skip);
        return header;
    }

    /// <summary>Where the blank line stands that ends a head, and how long it is; -1 where there is none.</summary>
    public static (int At, int Length) End(ReadOnlySpan<byte> bytes)
    {
        var strict = bytes.IndexOf("\r\n\r\n"u8);
        var loose = (strict < 0 ? bytes : bytes[..strict]).IndexOf("\n\n"u8);
        return loose >= 0 ? (loose, 2) : (strict, 4);
    }

    private static WarcHeader Parse(string lines)
    {
        var header = new WarcHeader();
        long? length = null;
        foreach (var line in lines.AsSpan().EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon < 0) continue;
            var value = line[(colon + 1)..].Trim();
            switch (line[..colon].ToString().ToUpperInvariant())
            {
                case "WARC-TYPE": header = header with { Type = value.ToString().ToLowerInvariant() }; break;
                case "CONTENT-TYPE": header = header with { ContentType = value.ToString() }; break;
                // WARC 1.0 was read by some as asking for angle brackets around an address.
                case "WARC-TARGET-URI": header = header with { Target = value.Trim("<>").ToString() }; break;
                case "WARC-DATE": header = header with { Date = Time(value) }; break;
                case "CONTENT-LENGTH":
                    length = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : null;
                    break;
            }
        }

        return header with { ContentLength = length ?? throw new InvalidDataException("A record does not say how long it is.") };
    }

    private static DateTimeOffset? Time(ReadOnlySpan<char> written) =>
        DateTimeOffset.TryParse(
            written,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? time
            : null;
}
