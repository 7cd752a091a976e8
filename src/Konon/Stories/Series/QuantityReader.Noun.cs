namespace Konon.Stories.Series;

/// <content>What is counted: nouns, and what sums and sizes measure.</content>
internal sealed partial class QuantityReader
{
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
}
