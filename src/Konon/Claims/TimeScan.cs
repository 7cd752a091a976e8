using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>The work of <see cref="TimeReader"/> on one stretch of tokens.</summary>
internal readonly ref struct TimeScan
{
    // Farther away nothing is dated: "65 juta tahun lalu".
    private const int FarthestOffset = 3000;

    private readonly string text;
    private readonly ReadOnlySpan<Token> tokens;
    private readonly int first;
    private readonly int end;
    private readonly Language language;
    private readonly DateOnly? published;

    public TimeScan(string text, ReadOnlySpan<Token> tokens, int first, int end, Language language, DateOnly? published)
    {
        this.text = text;
        this.tokens = tokens;
        this.first = first;
        this.end = end;
        this.language = language;
        this.published = published;
    }

    /// <summary>Reads the whole stretch.</summary>
    public void Run(List<TimeRead> into)
    {
        DateOnly? anchor = null;
        for (var at = first; at < end;)
        {
            if (TryRead(at, anchor, out var read))
            {
                into.Add(read);
                anchor = read.Days?.To ?? anchor;
                at = read.Next;
            }
            else
            {
                at++;
            }
        }
    }

    private bool TryRead(int at, DateOnly? anchor, out TimeRead read)
    {
        var token = tokens[at];
        read = default;
        if (token.Kind is TokenKind.Mark or TokenKind.Quote) return false;
        if (token.Kind == TokenKind.Number)
            return TryDate(at, at, 0, out read) || TryOffset(at, anchor, out read) || TryYear(at, out read);
        var weekday = token.IsCapital ? language.Calendar.DayOfWeek(token.Word) : 0;
        if (weekday > 0) return TryWeekday(at, weekday, out read);
        if (token.IsCapital && language.Calendar.Month(token.Word) > 0) return TryMonth(at, at, 0, 0, out read);
        if (token.Word < 0) return false;
        var role = language.Times[token.Word];
        if ((role & (TimeRole.Part | TimeRole.Between)) != 0) return TryParts(at, out read);
        return TryRelative(at, out read) || TryOffset(at, anchor, out read);
    }

    private TimeRole Own(int at) => language.Times[tokens[at].Word];

    // Of a word farther on, which belongs to the same time only in the same paragraph.
    private TimeRole Role(int at) => at < end && !tokens[at].OpensParagraph ? language.Times[tokens[at].Word] : TimeRole.None;

    private bool IsMark(int at, char mark) => at < end && !tokens[at].OpensParagraph && tokens[at].Length == 1 && text[tokens[at].Start] == mark;

    private TimeRead Make(int from, int next, DayRange? days, TimeKind kind, TimeNote note = TimeNote.None) =>
        new(new TextSpan(tokens[from].Start, tokens[next - 1].End), days, kind, note, from, next);

    /// <summary>A whole number without separators; -1 for anything else.</summary>
    private int Whole(int at, int longest)
    {
        if (at >= end || tokens[at].Kind != TokenKind.Number || tokens[at].Length > longest) return -1;
        var value = 0;
        foreach (var c in tokens[at].Span.In(text))
        {
            if (!char.IsAsciiDigit(c)) return -1;
            value = (value * 10) + (c - '0');
        }

        return value;
    }

    private int YearAt(int at)
    {
        if (at < end && tokens[at].OpensParagraph) return -1;
        var year = Whole(at, 4);
        return year is >= 1900 and <= 2100 ? year : -1;
    }

    /// <summary>"Rabu (23/10/2024)", "Jumat, 1 November 2024", "Senin malam", "Kamis pekan ini", "Senin lalu".</summary>
    private bool TryWeekday(int at, int weekday, out TimeRead read)
    {
        var next = at + 1;
        while ((Role(next) & TimeRole.Daytime) != 0 && next - at < 4) next++;
        if (next > at + 1 && next < end && language.Times.Unit(tokens[next].Word) == 'd' && tokens[next - 1].Length == 4
            && (Role(next - 1) & TimeRole.Daytime) != 0) next++;
        var bare = next;
        var bracket = IsMark(next, '(') || (IsMark(next, ',') && IsMark(next + 1, '('));
        if (IsMark(next, ',')) next++;
        if (bracket) next++;
        if (next < end && !tokens[next].OpensParagraph && TryDate(at, next, weekday, out read))
        {
            if (bracket && IsMark(read.Next, ')')) read = Make(at, read.Next + 1, read.Days, read.Kind, read.Note);
            return true;
        }

        read = default;
        if (at > first && !tokens[at].OpensParagraph && (Own(at - 1) & TimeRole.Every) != 0) return false;
        var (days, stop) = (LatestOrNull(weekday), bare);
        if (RelativeAt(bare) is { Unit: 'w' } week)
        {
            stop = bare + week.Words.Length;
            days = published is { } p && Days.Away(p, 'w', week.Offset) is { } w ? DayRange.Of(w.From.AddDays(weekday - 1)) : null;
        }
        else if ((Role(bare) & TimeRole.Past) != 0 || (bare + 1 < end && (Role(bare + 1) & TimeRole.Past) != 0 && tokens[bare].Length == 4))
        {
            stop = (Role(bare) & TimeRole.Past) != 0 ? bare + 1 : bare + 2;
            days = published is { } p && Days.Shift(p, -1) is { } before && Days.LatestWeekday(before, weekday) is { } last ? DayRange.Of(last) : null;
        }
        else if ((Role(bare) & TimeRole.Future) != 0)
        {
            stop = bare + 1;
            days = published is { } p && Days.Shift(p, 7) is { } ahead && Days.LatestWeekday(ahead, weekday) is { } following ? DayRange.Of(following) : null;
        }

        read = Make(at, stop, days, TimeKind.Weekday);
        return true;
    }

    private DayRange? LatestOrNull(int weekday) =>
        published is { } date && Days.LatestWeekday(date, weekday) is { } day ? DayRange.Of(day) : null;

    /// <summary>A written date: "23/10/2024", "28/10", "23-10-2024", "2024-10-23", "1 November 2024", "5-8 Juni 2025".</summary>
    private bool TryDate(int from, int at, int weekday, out TimeRead read)
    {
        read = default;
        if (at > 0 && at > from && tokens[at].Kind != TokenKind.Number) return false;
        if (at > first && tokens[at].IsGlued && text[tokens[at].Start - 1] is '/' or '.') return false;
        var day = Whole(at, 2);
        if (day < 0) return TryIsoDate(from, at, weekday, out read);
        var slash = IsMark(at + 1, '/') ? '/' : '-';
        if (IsMark(at + 1, slash) && tokens[at + 1].IsGlued && Whole(at + 2, 2) is > 0 and <= 12 and var month && tokens[at + 2].IsGlued)
        {
            var year = IsMark(at + 3, slash) && tokens[at + 3].IsGlued ? Whole(at + 4, 4) : -1;
            if (year is >= 0 and < 100 && tokens[at + 4].Length == 2) year += year > 50 ? 1900 : 2000;
            var known = year is >= 1900 and <= 2100;
            // "2/3" is a date only beside a weekday, "10-12" is a range.
            if ((known || (slash == '/' && weekday > 0)) && Resolve(from, at + (known ? 5 : 3), known ? year : -1, month, day, weekday, out read)) return true;
        }

        return TryDayMonth(from, at, day, weekday, out read);
    }

    private bool TryIsoDate(int from, int at, int weekday, out TimeRead read)
    {
        read = default;
        if (Whole(at, 4) is var year and >= 1900 and <= 2100 && IsMark(at + 1, '-') && Whole(at + 2, 2) is var month and > 0 && IsMark(at + 3, '-')
            && Whole(at + 4, 2) is var day and > 0) return Resolve(from, at + 5, year, month, day, weekday, out read);
        return false;
    }

    private bool TryDayMonth(int from, int at, int day, int weekday, out TimeRead read)
    {
        read = default;
        var next = at + 1;
        var last = day;
        if (next + 1 < end && (IsMark(next, '-') || IsMark(next, '–') || (Role(next) & (TimeRole.To | TimeRole.And)) != 0)
            && Whole(next + 1, 2) is var second and > 0)
        {
            last = second;
            next += 2;
        }

        if (next >= end || tokens[next].OpensParagraph || !tokens[next].IsCapital) return false;
        var month = language.Calendar.Month(tokens[next].Word);
        if (month == 0) return false;
        next++;
        var year = YearAt(next);
        if (year > 0) next++;
        if (!Resolve(from, next, year, month, day, weekday, out read)) return false;
        if (last > day && read.Days is { } days && Days.At(days.From.Year, month, last) is { } to) read = read with { Days = new DayRange(days.From, to) };
        return true;
    }

    private bool Resolve(int from, int next, int year, int month, int day, int weekday, out TimeRead read)
    {
        read = default;
        if (Days.At(year > 0 ? year : 2000, month, day) is null) return false;
        var date = year > 0 ? Days.At(year, month, day) : Days.WithoutYear(month, day, weekday, published);
        var note = date is { } found && weekday > 0 && Days.Iso(found) != weekday ? TimeNote.WeekdayDisagrees
            : year <= 0 && published is null && date is not null ? TimeNote.YearByWeekday
            : TimeNote.None;
        read = Make(from, next, date is { } d ? DayRange.Of(d) : null, TimeKind.Date, note);
        return true;
    }

    /// <summary>"Desember 2024", "Juni lalu", "Oktober", as a whole or in thirds.</summary>
    private bool TryMonth(int from, int at, int firstPart, int lastPart, out TimeRead read)
    {
        read = default;
        var month = language.Calendar.Month(tokens[at].Word);
        var next = at + 1;
        var lastMonth = month;
        if (MonthBehind(next, from) is var other and > 0)
        {
            lastMonth = other;
            next += 2;
        }

        var year = YearAt(next);
        // "FEB UI", "Jun Ji": an abbreviation alone is no month.
        if (year <= 0 && next == at + 1 && tokens[at].Length == 3 && month != 5) return false;
        if (year > 0)
        {
            next++;
            if ((Role(next) & TimeRole.Past) != 0) next++;
        }
        else if (published is { } date)
        {
            year = Days.WithoutYear(month, 15, 0, date)?.Year ?? date.Year;
            if ((Role(next) & TimeRole.Past) != 0)
            {
                year = month < date.Month ? date.Year : date.Year - 1;
                next++;
            }
            else if ((Role(next) & TimeRole.Future) != 0)
            {
                year = month > date.Month ? date.Year : date.Year + 1;
                next++;
            }
            else if ((Role(next) & TimeRole.Same) != 0)
            {
                year = date.Year;
                next++;
            }
        }

        var days = year <= 0 ? null
            : firstPart == 0 ? Days.Cover(Days.Month(lastMonth < month ? year - 1 : year, month), Days.Month(year, lastMonth))
            : Days.Cover(Days.ThirdOfMonth(year, month, firstPart), Days.ThirdOfMonth(year, month, lastPart));
        read = Make(from, next, days, TimeKind.Month);
        return true;
    }

    /// <summary>The month that ends a range: "Januari hingga Mei", "antara Januari dan Mei"; 0 without one.</summary>
    private int MonthBehind(int at, int from)
    {
        if (at + 1 >= end || tokens[at].OpensParagraph || !tokens[at + 1].IsCapital) return 0;
        var role = Role(at);
        var joins = (role & TimeRole.To) != 0 || IsMark(at, '-') || IsMark(at, '–')
            || ((role & TimeRole.And) != 0 && from > first && (Own(from - 1) & TimeRole.Between) != 0);
        return joins ? language.Calendar.Month(tokens[at + 1].Word) : 0;
    }

    /// <summary>"Antara awal dan pertengahan Oktober", "akhir 2024", "awal tahun ini".</summary>
    private bool TryParts(int from, out TimeRead read)
    {
        read = default;
        var at = (Own(from) & TimeRole.Between) != 0 ? from + 1 : from;
        if (at >= end) return false;
        var low = language.Times.Part(tokens[at].Word);
        if (low == 0) return false;
        var high = low;
        at++;
        if (at + 1 < end && (Role(at) & (TimeRole.And | TimeRole.To)) != 0 && language.Times.Part(tokens[at + 1].Word) is var other and > 0)
        {
            high = Math.Max(low, other);
            low = Math.Min(low, other);
            at += 2;
        }

        if (at < end && (Role(at) & TimeRole.MonthOf) != 0 && at + 1 < end && tokens[at + 1].IsCapital) at++;
        if (at >= end || tokens[at].OpensParagraph) return false;
        if (tokens[at].IsCapital && language.Calendar.Month(tokens[at].Word) > 0) return TryMonth(from, at, low, high, out read);
        if (RelativeAt(at) is { } relative)
        {
            var whole = published is { } date ? Days.Away(date, relative.Unit, relative.Offset) : null;
            var days = whole is not { } w ? null
                : relative.Unit == 'm' ? Days.Cover(Days.ThirdOfMonth(w.From.Year, w.From.Month, low), Days.ThirdOfMonth(w.From.Year, w.From.Month, high))
                // The weekend.
                : relative.Unit == 'w' && low == 3 ? new DayRange(w.To.AddDays(-1), w.To)
                : relative.Unit == 'y' ? Days.Cover(Days.ThirdOfYear(w.From.Year, low), Days.ThirdOfYear(w.From.Year, high))
                : whole;
            read = Make(from, at + relative.Words.Length, days, TimeKind.Relative);
            return true;
        }

        if ((Role(at) & TimeRole.YearOf) != 0) at++;
        if (YearAt(at) is not (> 0 and var year)) return false;
        read = Make(from, at + 1, Days.Cover(Days.ThirdOfYear(year, low), Days.ThirdOfYear(year, high)), TimeKind.Year);
        return true;
    }

    /// <summary>Four digits behind "tahun", "pada" or "sejak".</summary>
    private bool TryYear(int at, out TimeRead read)
    {
        read = default;
        if (at == 0 || tokens[at].OpensParagraph || (language.Times[tokens[at - 1].Word] & TimeRole.YearOf) == 0) return false;
        if (YearAt(at) is not (> 0 and var year)) return false;
        // "Nomor 5 Tahun 2025" is a law.
        if (at > 1 && tokens[at - 2].Kind == TokenKind.Number) return false;
        var next = at + 1;
        if (IsMark(next, '-') || IsMark(next, '–') || IsMark(next, '/'))
        {
            if (YearAt(next + 1) is var last && last > year)
            {
                read = Make(at, next + 2, Days.Cover(Days.Year(year), Days.Year(last)), TimeKind.Year);
                return true;
            }
        }

        read = Make(at, next, Days.Year(year), TimeKind.Year);
        return true;
    }

    // Of words farther on, which belong to the same time only in the same paragraph.
    private RelativeTime? RelativeAt(int at) => at >= end || tokens[at].OpensParagraph ? null : PhraseAt(at);

    private RelativeTime? PhraseAt(int at)
    {
        foreach (var phrase in language.Times.Starting(tokens[at].Word))
        {
            if (Stands(phrase.Words, at)) return phrase;
        }

        return null;
    }

    private bool Stands(ReadOnlySpan<int> words, int at)
    {
        if (at + words.Length > end) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[at + i].Word != words[i] || (i > 0 && tokens[at + i].OpensParagraph)) return false;
        }

        return true;
    }

    private bool TryRelative(int at, out TimeRead read)
    {
        read = default;
        if (PhraseAt(at) is not { } phrase) return false;
        // "59 tahun ini", "beberapa hari ini"
        if (at > first && !tokens[at].OpensParagraph
            && (tokens[at - 1].Kind == TokenKind.Number || (Own(at - 1) & TimeRole.Several) != 0
                || (language.Numbers[tokens[at - 1].Word] & (NumberRole.Starts | NumberRole.Scale)) != 0)) return false;
        var days = published is { } date ? Days.Away(date, phrase.Unit, phrase.Offset) : null;
        read = Make(at, at + phrase.Words.Length, days, phrase.Unit switch { 'y' => TimeKind.Year, 'm' => TimeKind.Month, _ => TimeKind.Relative });
        return true;
    }

    /// <summary>"dua hari lalu", "sehari sebelumnya", "dua hari setelahnya".</summary>
    private bool TryOffset(int at, DateOnly? anchor, out TimeRead read)
    {
        read = default;
        var count = 1;
        var unit = at;
        if ((language.Times[tokens[at].Word] & TimeRole.One) == 0)
        {
            if (!NumberReader.TryRead(text, tokens, at, end, language.Numbers, default, false, out var number)) return false;
            if (number.Max is not null || number.Value < 1 || number.Value > FarthestOffset || number.Value != Math.Floor(number.Value)) return false;
            count = (int)number.Value;
            unit = number.Next;
            if ((Role(unit) & TimeRole.Unit) == 0) return false;
        }

        var kind = language.Times.Unit(tokens[unit].Word);
        var next = unit + 1;
        if (next + 1 < end && (Role(next + 1) & TimeRole.Past) != 0 && Role(next) == TimeRole.Barrier) next++;
        var role = Role(next);
        if (tokens[unit].IsCapital && language.Calendar.DayOfWeek(tokens[unit].Word) > 0 && role == 0) return false;
        var sign = (role & (TimeRole.Past | TimeRole.Before)) != 0 ? -1 : 1;
        if ((role & (TimeRole.Past | TimeRole.Before | TimeRole.After | TimeRole.Future)) == 0) return false;
        var fromBefore = (role & (TimeRole.Before | TimeRole.After)) != 0;
        var origin = fromBefore ? anchor : published;
        var days = origin is { } day ? Days.Away(day, kind, sign * count) : null;
        read = Make(at, next + 1, days, fromBefore ? TimeKind.Offset : TimeKind.Relative);
        return true;
    }
}
