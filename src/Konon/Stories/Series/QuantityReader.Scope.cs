namespace Konon.Stories.Series;

/// <content>Of what it is the number: all, a part, those of a day, those ordered.</content>
internal sealed partial class QuantityReader
{
    private readonly record struct ScopeRead(FigureScope Scope, bool IsFormer, bool IsChange);

    private ScopeRead ScopeOf(int i, string noun, Sighting? listed)
    {
        var (start, end) = _ranges[i];
        if (OutOf(i, noun)) return new ScopeRead(FigureScope.OutOf, false, false);
        if (listed is not null && (listed.Key.Scope == FigureScope.Part || words[start - 1].Folded == ":"))
            return new ScopeRead(FigureScope.Part, false, false);
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
}
