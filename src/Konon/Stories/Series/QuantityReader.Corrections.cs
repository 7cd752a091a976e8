namespace Konon.Stories.Series;

/// <content>Parts beside their whole, and what is taken back.</content>
internal sealed partial class QuantityReader
{
    // The smaller of two totals of one thing in a sentence is a part of the larger, unless the words say former or new.
    private void MarkParts()
    {
        for (var i = 0; i < _read.Count; i++)
        {
            var one = _read[i];
            if (one.Key.Scope != FigureScope.Total || one.Corrects || one.IsFormer || one.IsChange) continue;
            var isPart = _read.Exists(other =>
                other.Figure.Value > one.Figure.Value && other.Key.Equals(one.Key)
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
        && Enumerable.Range(0, words.Count)
            .Any(at => _table.PhraseAt(words, at, words.Count, out var kind, out _) > 0 && kind == "contrast");

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
