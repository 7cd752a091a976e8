using Konon.Claims;

namespace Konon.Stories.Series;

/// <content>What is said of those counted.</content>
internal sealed partial class QuantityReader
{
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
        figure.Status is { } status && _table.Counted.Counted(status.ToLowerInvariant()) is { Kind: "status" or "doing" } found
            ? found
            : null;

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
}
