using System.Collections.Frozen;
using System.Globalization;
using Konon.Languages;

namespace Konon.Text;

/// <summary>Finds dates in running text: "Selasa (10/6/2025)", "Senin (28/10)", "23 Oktober 2024", "10/6", "2025-06-10".</summary>
/// <remarks>
/// One pass with a bounded look ahead at every word or number, so linear in the text. What it returns is what was
/// written; <see cref="FoundDate.Resolve"/> says which day that is. Thread-safe.
/// </remarks>
public sealed class DateReader
{
    private static readonly FrozenDictionary<string, DateReader> Readers = new[] { "id", "en" }
        .ToFrozenDictionary(language => language, language => new DateReader(language), StringComparer.Ordinal);

    private readonly Dictionary<string, int> _months = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DayOfWeek> _days = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _beforeMonth = new(StringComparer.OrdinalIgnoreCase);

    private DateReader(string language)
    {
        foreach (var row in LanguageResource.Rows(language, "calendar"))
        {
            if (row[1] == "before-month")
            {
                _beforeMonth.Add(row[0]);
                continue;
            }

            var number = int.Parse(row[2], CultureInfo.InvariantCulture);
            if (row[1] == "month") _months[row[0]] = number;
            else _days[row[0]] = (DayOfWeek)(number % 7);
        }
    }

    /// <summary>The reader of a language's dates.</summary>
    /// <param name="language">ISO 639-1; for a language without a calendar the Indonesian one is returned.</param>
    public static DateReader For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Readers.GetValueOrDefault(language) ?? Readers["id"];
    }

    /// <summary>The dates in the whole text, in order, disjoint.</summary>
    public IReadOnlyList<FoundDate> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(text, new TextSpan(0, text.Length));
    }

    /// <summary>The dates inside a stretch of the text, in order, disjoint.</summary>
    /// <param name="text">The whole text; spans count from its start.</param>
    /// <param name="within">Where to look. A date that reaches over its end is not found.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> reaches over the text's end.</exception>
    public IReadOnlyList<FoundDate> Find(string text, TextSpan within)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(within.End, text.Length, nameof(within));
        var found = new List<FoundDate>();
        var scan = new Scanner(this, text.AsSpan(0, within.End));
        var at = within.Start;
        while (at < within.End)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            if (scan.TryRead(at, within.Start, out var date))
            {
                found.Add(date);
                at = date.Span.End;
            }
            else
            {
                at = scan.EndOfWord(at);
            }
        }

        return found;
    }

    /// <summary>The grammar of a date, tried at one position of one text.</summary>
    private readonly ref struct Scanner(DateReader reader, ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;

        public bool TryRead(int at, int from, out FoundDate date)
        {
            date = default;
            if (char.IsAsciiDigit(_text[at])) return TryNumber(at, at, null, out date);
            var end = EndOfWord(at);
            var word = _text[at..end];
            if (reader._days.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var weekday))
            {
                return TryWeekday(at, end, weekday, out date);
            }

            return reader._months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var month)
                && TryMonth(at, end, from, month, out date);
        }

        public int EndOfWord(int at)
        {
            var digits = char.IsAsciiDigit(_text[at]);
            var end = at + 1;
            // "Jum'at" is a word; "Senin-Jumat" is two.
            while (end < _text.Length && (digits
                ? char.IsAsciiDigit(_text[end])
                : char.IsLetter(_text[end])
                    || (_text[end] is '\'' or '’' && end + 2 < _text.Length && char.IsLetter(_text[end + 1])
                        && char.IsLetter(_text[end + 2]))))
            {
                end++;
            }

            return end;
        }

        private bool TryWeekday(int start, int end, DayOfWeek weekday, out FoundDate date)
        {
            date = default;
            var capital = char.IsUpper(_text[start]);
            var next = SkipBlanks(SkipPartOfDay(end));
            var open = next < _text.Length && _text[next] == '(';
            if (!open) next = SkipBlanks(end);
            if (open) next = SkipBlanks(next + 1);
            else if (next < _text.Length && _text[next] is ',' or '-' or '–') next = SkipBlanks(next + 1);
            if (next < _text.Length && char.IsAsciiDigit(_text[next]) && TryNumber(start, next, weekday, out date))
            {
                var close = SkipBlanks(date.Span.End);
                if (open && close < _text.Length && _text[close] == ')')
                {
                    date = date with { Span = new TextSpan(start, close + 1) };
                }

                return true;
            }

            if (next < _text.Length && char.IsLetter(_text[next])
                && reader._months.GetAlternateLookup<ReadOnlySpan<char>>()
                    .TryGetValue(_text[next..EndOfWord(next)], out var month)
                && TryMonth(next, EndOfWord(next), next, month, out date) && date.Day is not null)
            {
                date = date with { Span = new TextSpan(start, date.Span.End), Weekday = weekday };
                return true;
            }

            // "minggu" is a week, "Minggu" a Sunday.
            if (!capital) return false;
            date = new FoundDate(new TextSpan(start, end), weekday, null, null, null, null);
            return true;
        }

        /// <summary>"Senin pagi (3/3)", "Rabu dini hari (5/3)": at most two short words in small letters before a parenthesis.</summary>
        private int SkipPartOfDay(int end)
        {
            var at = end;
            for (var word = 0; word < 2; word++)
            {
                var next = SkipBlanks(at);
                if (next == at || next >= _text.Length || !char.IsLower(_text[next])) break;
                var stop = next;
                while (stop < _text.Length && stop - next < 8 && char.IsLower(_text[stop])) stop++;
                if (stop < _text.Length && char.IsLetter(_text[stop])) return end;
                at = stop;
            }

            return at;
        }

        private bool TryNumber(int start, int at, DayOfWeek? weekday, out FoundDate date)
        {
            date = default;
            if (at > 0 && _text[at - 1] is '.' or ',' or '/' && at > 1 && char.IsAsciiDigit(_text[at - 2])) return false;
            var end = EndOfWord(at);
            var length = end - at;
            if (length == 4) return TryIso(start, at, weekday, out date);
            if (length > 2 || end >= _text.Length) return false;
            return _text[end] is '/' or '-' or '.' && TryNumeric(start, at, end, weekday, out date)
                || TryDayMonth(start, at, end, weekday, out date);
        }

        private bool TryIso(int start, int at, DayOfWeek? weekday, out FoundDate date)
        {
            date = default;
            if (at + 10 > _text.Length || _text[at + 4] is not ('-' or '/') || _text[at + 7] != _text[at + 4]) return false;
            if (!IsDigits(at + 5, 2) || !IsDigits(at + 8, 2) || IsDigitAt(at + 10)) return false;
            return Build(start, at + 10, weekday, Number(at + 8, 2), null, Number(at + 5, 2), Number(at, 4), out date);
        }

        /// <summary>"10/6/2025", "10/6", "10-06-2025", "10.06.2025"; without a year only with a stroke.</summary>
        private bool TryNumeric(int start, int at, int end, DayOfWeek? weekday, out FoundDate date)
        {
            date = default;
            var separator = _text[end];
            var month = end + 1;
            if (!IsDigitAt(month)) return false;
            var monthEnd = EndOfWord(month);
            if (monthEnd - month > 2) return false;
            int? year = null;
            var last = monthEnd;
            if (monthEnd + 1 < _text.Length && _text[monthEnd] == separator && IsDigitAt(monthEnd + 1))
            {
                last = EndOfWord(monthEnd + 1);
                var digits = last - monthEnd - 1;
                if (digits is not (2 or 4)) return false;
                year = Number(monthEnd + 1, digits) + (digits == 2 ? 2000 : 0);
            }

            // "3/4 bagian" is a share: a date without a year wants its weekday before it or parentheses around it.
            if (year is null && (separator != '/' || (weekday is null && !InParentheses(at, last)))) return false;
            return Build(start, last, weekday, Number(at, end - at), null, Number(month, monthEnd - month), year, out date);
        }

        private bool InParentheses(int start, int end) =>
            start > 0 && _text[start - 1] == '(' && end < _text.Length && _text[end] == ')';

        /// <summary>"23 Oktober 2024", "7-11 Juni 2025", "1 November".</summary>
        private bool TryDayMonth(int start, int at, int end, DayOfWeek? weekday, out FoundDate date)
        {
            date = default;
            var (first, last) = (Number(at, end - at), (int?)null);
            var next = SkipBlanks(end);
            if (next < _text.Length && _text[next] is '-' or '–')
            {
                var second = SkipBlanks(next + 1);
                if (!IsDigitAt(second)) return false;
                var secondEnd = EndOfWord(second);
                if (secondEnd - second > 2) return false;
                last = Number(second, secondEnd - second);
                next = SkipBlanks(secondEnd);
            }

            if (next >= _text.Length || !char.IsLetter(_text[next])) return false;
            var monthEnd = EndOfWord(next);
            if (!reader._months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(_text[next..monthEnd], out var month))
            {
                return false;
            }

            // "des" and "mei" are words and names as well: a month has its capital, unless the year follows.
            var year = TryYear(monthEnd, out var yearEnd);
            if (year is null && !char.IsUpper(_text[next])) return false;
            return Build(start, yearEnd, weekday, first, last, month, year, out date);
        }

        /// <summary>"Oktober 2024", "October 23, 2024"; a month alone only after a word such as "bulan".</summary>
        private bool TryMonth(int at, int end, int from, int month, out FoundDate date)
        {
            date = default;
            if (!char.IsUpper(_text[at])) return false;
            if (TryYear(end, out var yearEnd) is { } year) return Build(at, yearEnd, null, null, null, month, year, out date);
            var next = SkipBlanks(end < _text.Length && _text[end] == '.' ? end + 1 : end);
            if (next > end && IsDigitAt(next) && EndOfWord(next) - next <= 2
                && (reader == Readers["en"] || EndOfWord(next) < _text.Length && _text[EndOfWord(next)] == ','))
            {
                var dayEnd = EndOfWord(next);
                var stated = TryYear(dayEnd < _text.Length && _text[dayEnd] == ',' ? dayEnd + 1 : dayEnd, out yearEnd);
                return Build(at, stated is null ? dayEnd : yearEnd, null, Number(next, dayEnd - next), null, month, stated, out date);
            }

            return FollowsBeforeMonth(at, from) && Build(at, end, null, null, null, month, null, out date);
        }

        private bool FollowsBeforeMonth(int at, int from)
        {
            var end = at;
            while (end > from && _text[end - 1] == ' ') end--;
            var start = end;
            // The longest of these words has a dozen letters, so this looks back a bounded way.
            while (start > from && end - start < 16 && char.IsLetter(_text[start - 1])) start--;
            return reader._beforeMonth.GetAlternateLookup<ReadOnlySpan<char>>().Contains(_text[start..end]);
        }

        private int? TryYear(int end, out int yearEnd)
        {
            yearEnd = end;
            var at = SkipBlanks(end);
            if (at == end || !IsDigits(at, 4) || IsDigitAt(at + 4)) return null;
            var year = Number(at, 4);
            if (year is < 1900 or > 2199) return null;
            yearEnd = at + 4;
            return year;
        }

        private static bool Build(
            int start, int end, DayOfWeek? weekday, int? day, int? last, int? month, int? year, out FoundDate date)
        {
            date = new FoundDate(new TextSpan(start, end), weekday, day, last, month, year);
            if (month is < 1 or > 12 || year is < 1) return false;
            // A leap year stands in for an unknown one, so that 29 February is a date.
            var days = month is { } m ? DateTime.DaysInMonth(year ?? 2024, m) : 31;
            return day is null or >= 1 && (day ?? 1) <= days && (last ?? days) <= days && (last ?? int.MaxValue) > (day ?? 1);
        }

        private int SkipBlanks(int at)
        {
            // A date is written with one blank between its parts, a broken one with a few.
            var limit = Math.Min(_text.Length, at + 4);
            while (at < limit && _text[at] is ' ' or '\u00A0') at++;
            return at;
        }

        private bool IsDigitAt(int at) => at >= 0 && at < _text.Length && char.IsAsciiDigit(_text[at]);

        private bool IsDigits(int at, int count)
        {
            if (at < 0 || at + count > _text.Length) return false;
            return !_text.Slice(at, count).ContainsAnyExceptInRange('0', '9');
        }

        private int Number(int at, int count)
        {
            var value = 0;
            foreach (var digit in _text.Slice(at, count)) value = (value * 10) + (digit - '0');
            return value;
        }
    }
}
