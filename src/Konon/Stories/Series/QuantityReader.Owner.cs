namespace Konon.Stories.Series;

/// <content>Whose the counted are.</content>
internal sealed partial class QuantityReader
{
    private string? WhoseOf(int i, CountedWord? status, string? measure)
    {
        if (status is { Change: "ruled" } && measure is not null) return PersonBefore(_ranges[i].Start);
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
}
