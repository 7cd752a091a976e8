using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Konon.Languages;
using Konon.Text;

namespace Konon.Articles.Pages;

/// <summary>Reads dates as pages of any language print them: "12. März 2019", "March 12, 2019", "12.3.2019", "2019年3月12日".</summary>
/// <remarks>One pass, bounded look ahead: linear. Day before month where figures leave it open.</remarks>
internal static partial class PageDates
{
    private const int MaxLength = 400;
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    private static readonly FrozenDictionary<string, int> Months = Load();

    /// <summary>The first full date in <paramref name="words"/>, with its time where one follows; null without one.</summary>
    public static Timestamp? Read(string? words, TimeOrigin from)
    {
        if (string.IsNullOrWhiteSpace(words)) return null;
        if (words.Length > MaxLength) words = words[..MaxLength];
        if (American(words, from) is { } american) return american;
        var stated = TimestampReader.Read(words, from);
        if (stated is { Precision: >= TimePrecision.Day } && IsPlausible(stated)) return stated;
        for (var at = 0; at < words.Length; at++)
        {
            if (!char.IsLetterOrDigit(words[at]) || (at > 0 && char.IsLetterOrDigit(words[at - 1]))) continue;
            if (TryDate(words, at, out var date) && TimestampReader.At(words, date, from, out _) is { } found) return found;
        }

        return null;
    }

    /// <summary>"06/10/2025 6:27 PM EDT": month before day, where a clock of North America says so; else null.</summary>
    private static Timestamp? American(string words, TimeOrigin from)
    {
        var at = words.IndexOf('/', StringComparison.Ordinal) - 1;
        if (at < 0 || !char.IsAsciiDigit(words[at]) || !AmericanClock().IsMatch(words)) return null;
        while (at > 0 && char.IsAsciiDigit(words[at - 1])) at--;
        var date = default(FoundDate);
        if (!TryFigures(words, at, ref date) || date.Day is not { } day || day > 12 || date.Month is not { } month) return null;
        return TimestampReader.At(words, date with { Day = month, Month = day }, from, out _);
    }

    [GeneratedRegex(@"\b[ECMP][SD]?T\b", RegexOptions.CultureInvariant)]
    private static partial Regex AmericanClock();

    /// <summary>The date that an address names: "/2019/03/12/", "/2019-03-12-", "/20190312"; null without one.</summary>
    public static Timestamp? OfAddress(string? address)
    {
        if (address is null) return null;
        for (var at = 0; at + 9 < address.Length; at++)
        {
            if (address[at] is not ('/' or '-' or '_') || !IsNumber(address, at + 1, 4)) continue;
            var year = Number(address, at + 1, 4);
            if (year is < FirstYear or > LastYear) continue;
            var separator = address[at + 5];
            if (separator is '/' or '-' or '_' && at + 10 < address.Length && IsNumber(address, at + 6, 2) && address[at + 8] == separator
                && IsNumber(address, at + 9, 2) && Day(year, Number(address, at + 6, 2), Number(address, at + 9, 2)) is { } parted)
            {
                return parted;
            }

            if (IsNumber(address, at + 1, 8) && (at + 9 == address.Length || !char.IsAsciiDigit(address[at + 9]))
                && Day(year, Number(address, at + 5, 2), Number(address, at + 7, 2)) is { } joined)
            {
                return joined;
            }
        }

        return null;
    }

    /// <summary>Whether a time can be that of an article on the web.</summary>
    public static bool IsPlausible(Timestamp? time) => time is { Local.Year: >= FirstYear and < LastYear };

    private static Timestamp? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new Timestamp(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified), null, TimePrecision.Day, TimeOrigin.Page)
            : null;

    private static bool TryDate(string words, int at, out FoundDate date)
    {
        date = default;
        return char.IsAsciiDigit(words[at])
            ? TryFigures(words, at, ref date) || TryDayMonth(words, at, ref date)
            : TryMonthDay(words, at, ref date);
    }

    private static bool TryFigures(string words, int at, ref FoundDate date)
    {
        var end = at;
        var first = ReadNumber(words, ref end);
        if (end >= words.Length) return false;
        if (end - at == 8) return Build(at, end, first % 100, first / 100 % 100, first / 10_000, ref date);
        var separator = words[end];
        if (separator == '年') return TryEastAsian(words, at, end, first, ref date);
        if (separator is not ('.' or '/' or '-')) return false;
        var next = SkipBlank(words, end + 1);
        var start = next;
        var second = ReadNumber(words, ref next);
        if (next == start || next >= words.Length || words[next] != separator) return false;
        next = start = SkipBlank(words, next + 1);
        var third = ReadNumber(words, ref next);
        if (next == start) return false;
        if (end - at == 4) return Build(at, next, third, second, first, ref date);
        if (next - start == 2) third += 2000;
        else if (next - start != 4) return false;
        return second > 12 ? Build(at, next, second, first, third, ref date) : Build(at, next, first, second, third, ref date);
    }

    private static bool TryEastAsian(string words, int at, int end, int year, ref FoundDate date)
    {
        var next = end + 1;
        var month = ReadNumber(words, ref next);
        if (next >= words.Length || words[next] != '月') return false;
        next++;
        var day = ReadNumber(words, ref next);
        if (next >= words.Length || words[next] != '日') return false;
        return Build(at, next + 1, day, month, year, ref date);
    }

    /// <summary>"12. März 2019", "12 de marzo de 2019", "12th of March, 2019", "12-Mar-2019".</summary>
    private static bool TryDayMonth(string words, int at, ref FoundDate date)
    {
        var next = at;
        var day = ReadNumber(words, ref next);
        if (next - at > 2) return false;
        foreach (var ordinal in (ReadOnlySpan<string>)["st", "nd", "rd", "th", "er", "º", "°"])
        {
            if (string.CompareOrdinal(words, next, ordinal, 0, ordinal.Length) == 0) next += ordinal.Length;
        }

        next = SkipLinks(words, next);
        if (TryMonth(words, ref next) is not { } month) return false;
        next = SkipLinks(words, next);
        var start = next;
        var year = ReadNumber(words, ref next);
        return next - start == 4 && Build(at, next, day, month, year, ref date);
    }

    /// <summary>"March 12th, 2019", "Mar 12 2019".</summary>
    private static bool TryMonthDay(string words, int at, ref FoundDate date)
    {
        var next = at;
        if (TryMonth(words, ref next) is not { } month) return false;
        next = SkipLinks(words, next);
        var start = next;
        var day = ReadNumber(words, ref next);
        if (next == start || next - start > 2) return false;
        foreach (var ordinal in (ReadOnlySpan<string>)["st", "nd", "rd", "th"])
        {
            if (string.CompareOrdinal(words, next, ordinal, 0, ordinal.Length) == 0) next += ordinal.Length;
        }

        next = SkipLinks(words, next);
        start = next;
        var year = ReadNumber(words, ref next);
        return next - start == 4 && Build(at, next, day, month, year, ref date);
    }

    private static int? TryMonth(string words, ref int at)
    {
        var end = at;
        while (end < words.Length && end - at < 16 && (char.IsLetter(words[end]) || char.GetUnicodeCategory(words[end]) == UnicodeCategory.NonSpacingMark)) end++;
        if (end - at < 3 || !Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words.AsSpan(at, end - at), out var month)) return null;
        at = end;
        return month;
    }

    /// <summary>Skips what stands between a date's parts: blanks, a full stop or comma, "de", "of", hyphens.</summary>
    private static int SkipLinks(string words, int at)
    {
        for (var round = 0; round < 4; round++)
        {
            while (at < words.Length && words[at] is ' ' or '.' or ',' or '-' or '/' or '\u00A0' or '’' or '\n') at++;
            foreach (var link in (ReadOnlySpan<string>)["de ", "of ", "del ", "den "])
            {
                if (string.Compare(words, at, link, 0, link.Length, StringComparison.OrdinalIgnoreCase) == 0) at += link.Length;
            }
        }

        return at;
    }

    private static int SkipBlank(string words, int at) => at < words.Length && words[at] == ' ' ? at + 1 : at;

    private static int ReadNumber(string words, ref int at)
    {
        var (value, start) = (0, at);
        while (at < words.Length && at - start < 8 && char.IsAsciiDigit(words[at])) value = (value * 10) + (words[at++] - '0');
        return value;
    }

    private static bool Build(int start, int end, int day, int month, int year, ref FoundDate date)
    {
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new FoundDate(new TextSpan(start, end), null, day, null, month, year);
        return true;
    }

    private static bool IsNumber(string text, int at, int count) =>
        at + count <= text.Length && !text.AsSpan(at, count).ContainsAnyExceptInRange('0', '9');

    private static int Number(string text, int at, int count) => int.Parse(text.AsSpan(at, count), NumberStyles.None, CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, int> Load()
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in LanguageResource.Rows("any", "months"))
        {
            var number = int.Parse(row[0], CultureInfo.InvariantCulture);
            foreach (var word in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)) months[word.TrimEnd('.', ',')] = number;
        }

        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
