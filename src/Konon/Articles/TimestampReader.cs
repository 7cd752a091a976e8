using System.Globalization;
using Konon.Text;

namespace Konon.Articles;

/// <summary>Reads a time as outlets and tables write it.</summary>
/// <remarks>
/// "2025-06-10T18:27:00+07:00", "2025-06-10 18:27", "2025-06", "Tue, 10 Jun 2025 11:27:00 GMT",
/// "Selasa, 22 Oktober 2024 - 13:38 WIB", "1 November 2024 10:29", "10/06/2025 18.27 WIB". A date without its year is
/// none. Linear in the words given, of which it looks at the first two hundred characters.
/// </remarks>
internal static class TimestampReader
{
    private const int MaxLength = 200;

    /// <summary>Reads <paramref name="written"/>; null where no full date, nor a year and month, stands in it.</summary>
    public static Timestamp? Read(string? written, TimeOrigin from)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        written = written.Trim();
        if (written.Length > MaxLength) written = written[..MaxLength];
        return Coarse(written, from) ?? Iso(written, from) ?? Worded(written, from);
    }

    /// <summary>The date at a place of a text, with the clock time that follows it; null where it is not full.</summary>
    /// <param name="text">The line.</param>
    /// <param name="date">A date found in it.</param>
    /// <param name="from">Where the line stands.</param>
    /// <param name="end">One past the last character that belongs to the time.</param>
    public static Timestamp? At(string text, FoundDate date, TimeOrigin from, out int end)
    {
        end = date.Span.End;
        if (!date.IsFull) return null;
        var day = new DateTime(date.Year!.Value, date.Month!.Value, date.Day!.Value, 0, 0, 0, DateTimeKind.Unspecified);
        return Clock(text, end, day, from, out end) ?? new Timestamp(day, null, TimePrecision.Day, from);
    }

    private static Timestamp? Coarse(string written, TimeOrigin from)
    {
        var culture = CultureInfo.InvariantCulture;
        if (written.Length == 4 && DateTime.TryParseExact(written, "yyyy", culture, DateTimeStyles.None, out var year))
        {
            return new Timestamp(year, null, TimePrecision.Year, from);
        }

        return written.Length == 7 && DateTime.TryParseExact(written, "yyyy-MM", culture, DateTimeStyles.None, out var month)
            ? new Timestamp(month, null, TimePrecision.Month, from)
            : null;
    }

    private static Timestamp? Iso(string written, TimeOrigin from)
    {
        if (written.Length < 10 || written[4] != '-') return null;
        if (!DateTime.TryParseExact(
            written.AsSpan(0, 10), IsoDay.Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        if (written.Length == 10) return new Timestamp(day, null, TimePrecision.Day, from);
        return Clock(written, written[10] is 'T' or 't' ? 11 : 10, day, from, out _)
            ?? new Timestamp(day, null, TimePrecision.Day, from);
    }

    private static Timestamp? Worded(string written, TimeOrigin from)
    {
        foreach (var language in (ReadOnlySpan<string>)["id", "en"])
        {
            foreach (var date in DateReader.For(language).Find(written))
            {
                if (At(written, date, from, out _) is { } found) return found;
                if (date is { Day: null, Month: { } month, Year: { } year })
                {
                    var start = new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Unspecified);
                    return new Timestamp(start, null, TimePrecision.Month, from);
                }
            }
        }

        return null;
    }

    /// <summary>"13:38", "10.29 WIB", "18:27:00.000+07:00", after at most a few signs.</summary>
    private static Timestamp? Clock(string text, int at, DateTime day, TimeOrigin from, out int end)
    {
        end = at;
        var start = at;
        while (at < text.Length && at - start < 4 && text[at] is ' ' or ',' or '-' or '–' or '|' or '•' or ')' or '/') at++;
        foreach (var lead in (ReadOnlySpan<string>)["pukul ", "jam ", "at "])
        {
            if (text.AsSpan(at).StartsWith(lead, StringComparison.OrdinalIgnoreCase)) at += lead.Length;
        }

        if (!TryNumber(text, ref at, 23, out var hour) || at >= text.Length || text[at] is not (':' or '.')) return null;
        at++;
        if (!TryNumber(text, ref at, 59, out var minute)) return null;
        var precision = TimePrecision.Minute;
        var second = 0;
        if (at + 2 < text.Length + 1 && at < text.Length && text[at] == ':')
        {
            var next = at + 1;
            if (TryNumber(text, ref next, 59, out second))
            {
                precision = TimePrecision.Second;
                at = next;
                if (at < text.Length && text[at] is '.' or ',')
                {
                    var fraction = at + 1;
                    while (fraction < text.Length && char.IsAsciiDigit(text[fraction])) fraction++;
                    if (fraction > at + 1) at = fraction;
                }
            }
        }

        hour = HalfDay(text, ref at, hour);
        end = at;
        var local = day.AddHours(hour).AddMinutes(minute).AddSeconds(second);
        return new Timestamp(local, Offset(text, ref end), precision, from);
    }

    /// <summary>"9:25pm", "9:25 p.m.": the hour of the whole day.</summary>
    private static int HalfDay(string text, ref int at, int hour)
    {
        if (hour > 12) return hour;
        var next = at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F' ? at + 1 : at;
        foreach (var mark in (ReadOnlySpan<string>)["pm", "p.m.", "am", "a.m."])
        {
            if (!text.AsSpan(next).StartsWith(mark, StringComparison.OrdinalIgnoreCase)) continue;
            var after = next + mark.Length;
            if (after < text.Length && char.IsLetterOrDigit(text[after])) continue;
            at = after;
            return (hour % 12) + (mark[0] == 'p' ? 12 : 0);
        }

        return hour;
    }

    private static bool TryNumber(string text, ref int at, int most, out int value)
    {
        value = 0;
        var start = at;
        while (at < text.Length && at - start < 2 && char.IsAsciiDigit(text[at])) value = (value * 10) + (text[at++] - '0');
        return at > start && value <= most && (at >= text.Length || !char.IsAsciiDigit(text[at]));
    }

    private static TimeSpan? Offset(string text, ref int at)
    {
        var next = at;
        if (next < text.Length && text[next] == ' ') next++;
        foreach (var (name, hours) in (ReadOnlySpan<(string, int)>)
            [("WIB", 7), ("WITA", 8), ("WIT", 9), ("GMT", 0), ("UTC", 0), ("Z", 0)])
        {
            if (!text.AsSpan(next).StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            var after = next + name.Length;
            if (after < text.Length && char.IsLetterOrDigit(text[after])) continue;
            at = after;
            return Signed(text, ref at) ?? TimeSpan.FromHours(hours);
        }

        var sign = next;
        var offset = Signed(text, ref sign);
        if (offset is not null) at = sign;
        return offset;
    }

    private static TimeSpan? Signed(string text, ref int at)
    {
        if (at >= text.Length || text[at] is not ('+' or '-' or '−')) return null;
        var next = at + 1;
        if (!TryTwo(text, next, 14, out var hours)) return null;
        next += 2;
        if (next < text.Length && text[next] == ':') next++;
        if (TryTwo(text, next, 59, out var minutes)) next += 2;
        var offset = new TimeSpan(hours, minutes, 0);
        if (text[at] != '+') offset = -offset;
        at = next;
        return offset;
    }

    private static bool TryTwo(string text, int at, int most, out int value)
    {
        value = 0;
        if (at + 2 > text.Length || !char.IsAsciiDigit(text[at]) || !char.IsAsciiDigit(text[at + 1])) return false;
        value = ((text[at] - '0') * 10) + (text[at + 1] - '0');
        return value <= most;
    }
}
