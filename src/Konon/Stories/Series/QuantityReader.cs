using Konon.Claims;
using Konon.Text;

namespace Konon.Stories.Series;

/// <summary>Reads, of the figures of one sentence, what each counts: noun, status, whose, where, in which scope, as of when.</summary>
/// <remarks>Looks of bounded length to both sides; the words are those of <c>counted.txt</c> and <c>series.txt</c>.</remarks>
internal sealed class QuantityReader(
    Report report, List<SentenceWord> words, List<(Figure Figure, Statement? Statement)> figures, List<TimeRead> times)
{
    // How far a status may stand from its number: "sebanyak 10 orang warga desa itu dilaporkan telah meninggal".
    private const int StatusReachBehind = 7;
    private const int StatusReachBefore = 8;
    private const int ScopeBehind = 5;
    private const int ScopeBefore = 7;
    private const int MeasureBefore = 12;
    private const int NameBefore = 16;
    private const int SizeReach = 6;

    private readonly string _text = report.Article.Text;
    private readonly SeriesWords _table = SeriesWords.Of(report.Article.Language);
    private readonly int[] _figureAt = new int[words.Count];
    private readonly List<(int Start, int End)> _ranges = [];
    private readonly List<Sighting> _read = [];

    /// <summary>Reads them in their order.</summary>
    public void Run(List<Sighting> into)
    {
        Array.Fill(_figureAt, -1);
        foreach (var (figure, _) in figures) _ranges.Add(RangeOf(figure.Span));
        for (var i = 0; i < _ranges.Count; i++) _figureAt.AsSpan(_ranges[i].Start, _ranges[i].End - _ranges[i].Start).Fill(i);
        var corrects = Corrects();
        for (var i = 0; i < figures.Count; i++) _read.Add(Read(i, corrects));
        MarkParts();
        TakeBack(corrects);
        into.AddRange(_read);
    }

    private (int Start, int End) RangeOf(TextSpan span)
    {
        var start = words.FindIndex(word => word.Span.End > span.Start);
        if (start < 0) start = words.Count - 1;
        var end = start;
        while (end < words.Count && words[end].Span.Start < span.End) end++;
        return (start, Math.Max(end, start));
    }

    private Sighting Read(int i, bool corrects)
    {
        var (figure, statement) = figures[i];
        var (noun, name) = NounOf(i);
        var before = Listed(i);
        var status = StatusOf(i) ?? (before is null ? null : StatusIn(before)) ?? FromClaim(figure) ?? RulingBefore(i);
        var scope = ScopeOf(i, noun, before);
        var measure = figure.Unit is null ? SizeBefore(i) : MeasureOf(i);
        var of = WhoseOf(i, status, measure);
        if (figure.Unit is not null || measure is not null) (noun, name) = (measure ?? "", measure ?? figure.Unit!);
        if (scope.Scope == FigureScope.OutOf) status = null;
        var takes = (figure.Unit is null && measure is null) || figure.Unit is "%" or "ha" or "t" or "kg" || (measure is not null && status is { Change: "ruled" });
        var change = takes && status is not null ? status.Change : measure is not null ? "whole" : _table.Counted.Counted(name)?.Change;
        return new Sighting
        {
            Report = report,
            Statement = statement,
            Figure = figure,
            Key = new SeriesKey(noun, of, takes ? status?.FiledUnder : null, PlaceOf(i), scope.Scope, figure.Unit) { Change = change },
            Words = name,
            Sentence = new TextSpan(words[0].Span.Start, words[^1].Span.End),
            AsOf = figure.AsOf ?? AsOf(i),
            IsFormer = scope.IsFormer,
            IsChange = scope.IsChange,
            Corrects = corrects,
        };
    }

    // Inside the counted phrase, then behind it in its clause, then before it.
    private CountedWord? StatusOf(int i)
    {
        var (start, end) = _ranges[i];
        for (var at = start; at < end; at++)
        {
            if (_table.CountedAt(words, at, end, out _) is { Kind: "status" } inside) return inside;
        }

        return StatusBehind(end) ?? StatusBefore(start);
    }

    private CountedWord? StatusBehind(int end)
    {
        for (var at = end; at < words.Count && at - end < StatusReachBehind; at++)
        {
            if (_figureAt[at] >= 0 || words[at].IsMark || IsJoin(at)) return null;
            switch (_table.CountedAt(words, at, words.Count, out _))
            {
                case { Kind: "status" } found: return found;
                case { Kind: "doing" }: return null;
            }
        }

        return null;
    }

    private CountedWord? StatusBefore(int start)
    {
        for (var at = start - 1; at >= 0 && start - at <= StatusReachBefore; at--)
        {
            if (_figureAt[at] >= 0 || words[at].EndsClause || IsJoin(at)) return null;
            if (_table.CountedAt(words, at, start, out _) is { Kind: "status" or "doing" } found) return found;
        }

        return null;
    }

    // "tewas tujuh siswa dan satu guru": in a list what is said of one is said of the next; "sembilan orang: satu guru …".
    private Sighting? Listed(int i)
    {
        if (i == 0 || figures[i].Figure.Unit is not null) return null;
        var (before, start) = (_ranges[i - 1].End, _ranges[i].Start);
        if (words[start - 1].Folded == ":") return _read[i - 1];
        if (start - before > 2 || start <= before) return null;
        for (var at = before; at < start; at++)
        {
            var isContrast = _table.PhraseAt(words, at, start, out var kind, out _) > 0 && kind == "contrast";
            if (!IsJoin(at) && words[at].Folded != "," && !_table.Is("of", words[at]) && !isContrast) return null;
        }

        return _read[i - 1];
    }

    private static CountedWord? StatusIn(Sighting before) =>
        before.Key.Status is null ? null : new CountedWord("status", before.Key.Status, before.Key.Change);

    private CountedWord? FromClaim(Figure figure) =>
        figure.Status is { } status && _table.Counted.Counted(status.ToLowerInvariant()) is { Kind: "status" or "doing" } found ? found : null;

    // "menuntut mantan bupati X, Y, 9 tahun penjara": of years the verb may stand farther away.
    private CountedWord? RulingBefore(int i)
    {
        if (figures[i].Figure.Unit is not ("yr" or "mo") && !IsMoney(figures[i].Figure.Unit)) return null;
        var start = _ranges[i].Start;
        for (var at = start - 1; at >= 0 && start - at <= NameBefore; at--)
        {
            if (_table.CountedAt(words, at, start, out _) is { Change: "ruled" } found) return found;
        }

        return null;
    }

    // "magnitudo 6,3": a bare number directly behind what it measures.
    private string? SizeBefore(int i)
    {
        if (!string.IsNullOrEmpty(figures[i].Figure.Counted)) return null;
        var start = _ranges[i].Start;
        for (var at = start - 1; at >= 0 && start - at <= SizeReach; at--)
        {
            if (words[at].EndsClause || (_figureAt[at] >= 0 && !_read[_figureAt[at]].IsFormer)) return null;
            if (_table.PhraseAt(words, at, start, out var kind, out var value) > 0 && kind == "size") return value;
        }

        return null;
    }

    private bool IsJoin(int at) => _table.Is("join", words[at]);

    // The head of the counted phrase, filed, and as the report calls it; for people what "jumlah X" names before it.
    private (string Noun, string Name) NounOf(int i)
    {
        var (start, end) = _ranges[i];
        var (noun, name, kind) = Head(start, end);
        if (kind is "people" or "" or "classifier")
        {
            if (CountedBefore(start) is { } named) return named;
            return kind == "" && noun.Length > 0 ? (noun, name) : ("", kind == "people" ? name : "");
        }

        return (noun, name);
    }

    private (string Noun, string Name, string Kind) Head(int start, int end)
    {
        var counted = figures[_figureAt[start]].Figure.Counted;
        if (string.IsNullOrEmpty(counted)) return ("", "", "");
        var first = end;
        var length = counted.Length;
        while (first > start && words[end - 1].Span.End - words[first - 1].Span.Start <= length) first--;
        (string, string, string)? people = null, plain = null;
        for (var step = 0; step < end - first; step++)
        {
            var at = _table.Counted.HeadComesFirst ? first + step : end - 1 - step;
            if (words[at].IsMark) continue;
            switch (_table.CountedAt(words, at, end, out var count))
            {
                case { Kind: "noun" or "member" } noun: return (noun.FiledUnder, Joined(at, count), noun.Kind);
                case { Kind: "people" } found: people ??= (found.FiledUnder, words[at].Folded, "people"); break;
                case { Kind: "classifier" or "status" or "doing" }: break;
                default: plain ??= (words[at].Folded, words[at].Folded, ""); break;
            }
        }

        return people ?? plain ?? ("", "", "");
    }

    private string Joined(int at, int count) => string.Join(' ', words.Skip(at).Take(count).Select(word => word.Folded));

    // "jumlah pasukan … sebanyak 3.000 orang", "bus yang terbakar sekitar 50 unit".
    private (string Noun, string Name)? CountedBefore(int start)
    {
        var afterNumber = false;
        (string, string)? nearest = null;
        for (var at = Math.Max(0, start - MeasureBefore); at < start; at++)
        {
            if (_figureAt[at] >= 0 || words[at].EndsClause)
            {
                (nearest, afterNumber) = (null, false);
                continue;
            }

            var found = _table.CountedAt(words, at, start, out _);
            if (found is { Kind: "noun" or "member" })
            {
                if (afterNumber) return (found.FiledUnder, words[at].Folded);
                nearest = at + 1 < start && IsSaidOf(at + 1, start) ? (found.FiledUnder, words[at].Folded) : nearest;
            }

            afterNumber = found is { Kind: "number" };
        }

        return nearest;
    }

    // "bus yang terbakar sekitar 50 unit", "penumpang hilang menjadi 17 orang": who the subject of an active verb is, is not counted.
    private bool IsSaidOf(int at, int end) =>
        at < end && (_table.Is("relative", words[at]) || _table.CountedAt(words, at, end, out _) is { Kind: "status" });

    private string? MeasureOf(int i)
    {
        var (start, end) = _ranges[i];
        for (var at = end; at < words.Count && at - end < 3 && _figureAt[at] < 0; at++)
        {
            if (_table.PhraseAt(words, at, words.Count, out var kind, out var behind) > 0 && kind == "after") return behind;
        }

        var measure = MeasureKind(figures[i].Figure.Unit!);
        for (var at = end - 1; at >= 0 && end - at <= MeasureBefore; at--)
        {
            if (at < start && (_figureAt[at] >= 0 && !IsJoinedTo(at, start))) break;
            if (at < start && words[at].Folded is ";" or ".") break;
            for (var back = Math.Min(2, at); back >= 0; back--)
            {
                var count = _table.PhraseAt(words, at - back, Math.Max(at + 1, 0), out var kind, out var value);
                if (count == back + 1 && kind == measure) return value;
            }
        }

        return null;
    }

    private static bool IsMoney(string? unit) => unit is { Length: 3 } && unit.All(char.IsAsciiLetterUpper);

    private static string MeasureKind(string unit) => unit switch
    {
        "%" => "measure",
        "s" or "min" or "h" or "d" or "wk" or "mo" or "yr" => "term",
        _ when IsMoney(unit) => "measure",
        _ => "size",
    };

    // "naik dari 4 tahun menjadi 6 tahun": both are of what stands before the first.
    private bool IsJoinedTo(int at, int start) => start - at <= 3 && figures[_figureAt[at]].Figure.Unit is not null
        && _table.Is("to", words[start - 1]);

    private readonly record struct ScopeRead(FigureScope Scope, bool IsFormer, bool IsChange);

    private ScopeRead ScopeOf(int i, string noun, Sighting? listed)
    {
        var (start, end) = _ranges[i];
        if (OutOf(i, noun)) return new ScopeRead(FigureScope.OutOf, false, false);
        if (listed is not null && (listed.Key.Scope == FigureScope.Part || words[start - 1].Folded == ":")) return new ScopeRead(FigureScope.Part, false, false);
        if (IsFromTo(i)) return new ScopeRead(FigureScope.Total, IsFormer: true, false);
        var nearest = Before(start) ?? Behind(end);
        var wide = Span(i);
        return nearest switch
        {
            ("change", _) => new ScopeRead(wide ?? FigureScope.Total, false, IsChange: true),
            ("scope", "former") => new ScopeRead(wide ?? FigureScope.Total, IsFormer: true, false),
            ("scope", var value) => new ScopeRead(Named(value), false, false),
            _ => new ScopeRead(wide ?? FigureScope.Total, false, false),
        };
    }

    private (string Kind, string Value)? Before(int start)
    {
        for (var at = start - 1; at >= 0 && start - at <= ScopeBefore; at--)
        {
            if (_figureAt[at] >= 0) return null;
            // "Sebelumnya, 10 orang …" may have its comma; other clauses end at theirs.
            if (words[at].EndsClause && at > 2) return null;
            for (var from = Math.Max(0, at - 2); from <= at; from++)
            {
                var count = _table.PhraseAt(words, from, at + 1, out var kind, out var value);
                if (count != at + 1 - from || kind is not ("scope" or "change") || value is "period" or "since") continue;
                return (kind, value);
            }
        }

        return null;
    }

    private (string Kind, string Value)? Behind(int end)
    {
        for (var at = end; at < words.Count && at - end < ScopeBehind; at++)
        {
            if (_figureAt[at] >= 0 || words[at].EndsClause || IsJoin(at)) return null;
            if (_table.PhraseAt(words, at, words.Count, out var kind, out var value) == 0) continue;
            // "10 tewas, termasuk 3 anak": who is included stands behind.
            if (kind == "scope" && value is not ("period" or "since" or "former" or "capacity" or "most") && !_table.Is("lists", words[at]))
                return (kind, value);
            if (kind == "scope" && value == "former") return (kind, value);
        }

        return null;
    }

    // "Dalam 24 jam terakhir 41 orang tewas, total sejak Oktober 55.104": the nearest word of time in the figure's own clause.
    private FigureScope? Span(int i)
    {
        var (start, end) = _ranges[i];
        for (var at = start - 1; at >= 0 && start - at <= StatusReachBefore * 2; at--)
        {
            if (IsCount(at)) break;
            if (Duration(at) is { } found) return found;
        }

        for (var at = end; at < words.Count && at - end < StatusReachBehind * 2; at++)
        {
            if (IsCount(at) || words[at].EndsClause || _table.Is("meanwhile", words[at])) break;
            if (Duration(at) is { } found) return found;
        }

        return null;
    }

    private bool IsCount(int at) => _figureAt[at] >= 0 && figures[_figureAt[at]].Figure.Unit is null;

    private FigureScope? Duration(int at) =>
        _table.PhraseAt(words, at, words.Count, out var kind, out var value) > 0 && kind == "scope" && value is "period" or "since"
            ? value == "since" ? FigureScope.Since : FigureScope.Period
            : null;

    private static FigureScope Named(string value) => value switch
    {
        "part" => FigureScope.Part,
        "out-of" => FigureScope.OutOf,
        "added" => FigureScope.Added,
        "planned" => FigureScope.Planned,
        "present" => FigureScope.Present,
        "capacity" => FigureScope.Capacity,
        "most" => FigureScope.Most,
        "period" => FigureScope.Period,
        "since" => FigureScope.Since,
        _ => FigureScope.Total,
    };

    // "20 bus yang terbakar dari sebanyak 104 bus", "bagian dari 417 bus"; but "3.200 jiwa dari 800 keluarga", "terdiri dari 3 anak".
    private bool OutOf(int i, string noun)
    {
        var start = _ranges[i].Start;
        if (start == 0 || IsFromTo(i)) return false;
        var of = _table.Is("of", words[start]) ? start
            : _table.Is("of", words[start - 1]) ? start - 1
            : start > 1 && _table.Is("lead", words[start - 1]) && _table.Is("of", words[start - 2]) ? start - 2 : -1;
        if (of < 0 || (of > 0 && _table.PhraseAt(words, of - 1, of, out var kind, out _) > 0 && kind == "scope")) return false;
        if (i == 0 || _read[i - 1].Figure.Unit is not null) return true;
        return figures[i].Figure.Value > _read[i - 1].Figure.Value
            && (_read[i - 1].Key.Counted.Length == 0 || noun.Length == 0 || _read[i - 1].Key.Counted == noun);
    }

    // "dari 8 menjadi 10", "from 8 to 10".
    private bool IsFromTo(int i)
    {
        var (start, end) = _ranges[i];
        if (start == 0 || i + 1 >= figures.Count || !_table.Is("from", words[start - 1])) return false;
        var next = _ranges[i + 1].Start;
        return next - end <= 3 && next > end && _table.Is("to", words[next - 1]);
    }

    private string? WhoseOf(int i, CountedWord? status, string? measure)
    {
        if (status is { Change: "ruled" } && (measure is "hukuman" or "denda" or "uang pengganti" or "kurungan")) return PersonBefore(_ranges[i].Start);
        if (figures[i].Figure.Counted is not { Length: > 0 } counted || figures[i].Figure.Unit is not null) return null;
        if (_table.Counted.StateIn(counted) is { } state) return state;
        // In a headline every word may have a capital.
        if (figures[i].Figure.Span.Start < report.Article.BodyStart) return null;
        return NameIn(i);
    }

    // "anggota Garda Nasional", "National Guard troops": the capitals beside a head that is nothing without them.
    private string? NameIn(int i)
    {
        var (start, end) = _ranges[i];
        var head = -1;
        for (var at = start; at < end && head < 0; at++)
        {
            if (_table.CountedAt(words, at, end, out _) is { Kind: "member" }) head = at;
        }

        if (head < 0 || words[head].IsCapital) return null;
        var (from, to) = (head + 1, head + 1);
        while (to < end && IsName(to)) to++;
        if (!_table.Counted.HeadComesFirst)
        {
            (from, to) = (head, head);
            while (from > start + 1 && IsName(from - 1)) from--;
        }

        return to > from ? _text[words[from].Span.Start..words[to - 1].Span.End] : null;
    }

    private bool IsName(int at) => words[at].IsCapital && !words[at].IsMark;

    // Who is sentenced: the nearest name before, in the sentence; "terdakwa" and titles are none.
    private string? PersonBefore(int start)
    {
        for (var at = start - 1; at >= 0 && start - at <= NameBefore; at--)
        {
            if (!IsPersonWord(at)) continue;
            var from = at;
            while (from > 0 && IsPersonWord(from - 1)) from--;
            var name = _text[words[from].Span.Start..words[at].Span.End];
            // "Pengadilan Negeri Bandung", "Jaksa Penuntut Umum" rule and demand; they are not ruled of.
            if (!IsBody(from, at)) return NameKey.Words(name)[^1];
            at = from;
        }

        return null;
    }

    private bool IsPersonWord(int at) => IsName(at) && words[at].Folded.Length > 2
        && _table.CountedAt(words, at, at + 1, out _) is null && _table.PhraseAt(words, at, at + 1, out _, out _) == 0;

    private bool IsBody(int from, int to)
    {
        for (var at = from; at <= to; at++)
        {
            if (_table.Is("body", words[at])) return true;
        }

        return false;
    }

    private string? PlaceOf(int i)
    {
        if (figures[i].Figure.Scope is { Length: > 0 } scope) return scope;
        if (words.Count < 3 || !_table.Is("in", words[0]) || !words[1].IsCapital) return null;
        var end = 2;
        while (end < words.Count && words[end].IsCapital && !words[end].IsMark && end < 5) end++;
        return end < _ranges[i].Start && !Enumerable.Range(end, _ranges[i].Start - end).Any(IsCount)
            ? _text[words[1].Span.Start..words[end - 1].Span.End]
            : null;
    }

    // "per 10 Juni", "hingga Selasa (10/6)": a time behind a word that says as of when.
    private DayRange? AsOf(int i)
    {
        foreach (var time in times)
        {
            if (time.Days is not { } days) continue;
            var at = words.FindIndex(word => word.Span.Start >= time.Span.Start);
            if (at <= 0 || _figureAt[at] == i) continue;
            for (var from = Math.Max(0, at - 3); from < at; from++)
            {
                if (_table.PhraseAt(words, from, at, out var kind, out _) is var count and > 0 && kind == "as-of" && from + count >= at - 1) return days;
            }
        }

        return null;
    }

    // The smaller of two totals of one thing in a sentence is a part of the larger, unless the words say former or new.
    private void MarkParts()
    {
        for (var i = 0; i < _read.Count; i++)
        {
            var one = _read[i];
            if (one.Key.Scope != FigureScope.Total || one.Corrects || one.IsFormer || one.IsChange) continue;
            var isPart = _read.Exists(other => !ReferenceEquals(other, one) && other.Key.Equals(one.Key) && other.Figure.Value > one.Figure.Value
                && !other.IsFormer && !other.IsChange && ReferenceEquals(other.Statement, one.Statement));
            if (isPart) _read[i] = one with { Key = one.Key with { Scope = FigureScope.Part } };
        }
    }

    private bool Corrects()
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (_table.PhraseAt(words, at, words.Count, out var kind, out _) > 0 && kind == "correct") return true;
        }

        return HasContrast();
    }

    // "bukan 10, melainkan 8": no other word need say that it is a correction.
    private bool HasContrast() => _ranges.Exists(range => IsNegated(range.Start))
        && Enumerable.Range(0, words.Count).Any(at => _table.PhraseAt(words, at, words.Count, out var kind, out _) > 0 && kind == "contrast");

    private bool IsNegated(int start)
    {
        for (var at = start - 1; at >= 0 && start - at <= 2; at--)
        {
            if (_table.Is("not", words[at])) return true;
        }

        return false;
    }

    // In a sentence that corrects, what is negated or former is taken back; the other is the new value.
    private void TakeBack(bool corrects)
    {
        if (!corrects) return;
        for (var i = 0; i < _read.Count; i++)
        {
            var isOld = _read[i].IsFormer || IsNegated(_ranges[i].Start);
            _read[i] = _read[i] with { IsTakenBack = isOld, IsFormer = isOld, IsChange = !isOld };
        }
    }
}
