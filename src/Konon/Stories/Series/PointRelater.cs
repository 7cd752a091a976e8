using Konon.Claims;

namespace Konon.Stories.Series;

/// <summary>Says of each point of a series how it stands to an earlier one.</summary>
/// <remarks>The rules stand in docs/stages/series.md.</remarks>
internal sealed class PointRelater(SeriesKey key)
{
    // Two sources speak of the same time when neither names one and they speak within a week of each other.
    private const int SameTimeDays = 7;
    private const int MostRounded = 16;
    private const decimal JustAbove = 0.05m;

    private readonly Dictionary<(decimal, decimal?), PointDraft> _byValue = [];
    private readonly Dictionary<string, PointDraft> _lastOf = new(StringComparer.Ordinal);
    private readonly List<PointDraft> _recent = [];
    private PointDraft? _top;

    /// <summary>Relates the points, which are in order of time.</summary>
    public static void Relate(SeriesKey key, IReadOnlyList<PointDraft> drafts)
    {
        var relater = new PointRelater(key);
        foreach (var draft in drafts) relater.Add(draft);
    }

    private void Add(PointDraft draft)
    {
        if (!PointList.IsGiven(draft.FirstSighting.Stance))
        {
            draft.Relate(PointRelation.NotComparable);
            return;
        }

        var (relation, to) = RelationOf(draft);
        draft.Relate(relation, to);
        _byValue.TryAdd((draft.Figure.Value, draft.Figure.Max), draft);
        if (draft.Source is { } source) _lastOf[source] = draft;
        if (relation is PointRelation.Repeat or PointRelation.Rounding) return;
        if (_recent.Count == MostRounded) _recent.RemoveAt(0);
        _recent.Add(draft);
        if (relation is PointRelation.First or PointRelation.Update) _top = draft;
    }

    private (PointRelation Relation, PointDraft? To) RelationOf(PointDraft draft)
    {
        if (_byValue.TryGetValue((draft.Figure.Value, draft.Figure.Max), out var same)) return (PointRelation.Repeat, same);
        if (Rounded(draft) is { } rounded) return (PointRelation.Rounding, rounded);
        if (_top is not { } top) return (_recent.Count == 0 ? PointRelation.First : PointRelation.NotComparable, null);
        if (key.Scope == FigureScope.Period && draft.FirstTime.Day != top.LastTime.Day) return (PointRelation.NotComparable, top);
        if (!key.IsComplete || draft.Figure.Bound == Bound.Order) return (PointRelation.NotComparable, null);
        if (draft.Source is { } source && _lastOf.TryGetValue(source, out var own)) return (OwnRelation(draft, own), own);
        if (draft.IsChange) return (PointRelation.Update, top);
        if (!draft.IsNamed || !top.IsNamed) return (Unnamed(draft, top), top);
        if (!draft.Interval.IsApartFrom(top.Interval))
            return (Rises(draft, top) && !draft.SharesReport(top) ? PointRelation.Update : PointRelation.NotComparable, top);
        return (IsSucceeded(top, draft, key) ? PointRelation.Update : Between(top, draft, key), top);
    }

    // A source that gives two values in one report counts two things, unless it says that one takes the other's place.
    private static PointRelation OwnRelation(PointDraft draft, PointDraft own) =>
        draft.IsChange || draft.FirstTime.IsAfter(own.FirstTime) || !draft.SharesReport(own)
            ? PointRelation.Update
            : PointRelation.NotComparable;

    // Told by the reports themselves, a count that was found to be larger is the later one; a smaller one may be old or of a part.
    private PointRelation Unnamed(PointDraft draft, PointDraft top) => key.Change switch
    {
        "grows" or "settles" or "whole" when draft.Figure.Value > top.Figure.Value && !draft.SharesReport(top) => PointRelation.Update,
        "varies" when draft.FirstTime.IsAfter(top.LastTime) => PointRelation.Update,
        _ => PointRelation.NotComparable,
    };

    private bool Rises(PointDraft draft, PointDraft top) => key.Change == "grows" && draft.Figure.Value > top.Figure.Value;

    /// <summary>Whether the later value takes the earlier one's place though another source gives it.</summary>
    public static bool IsSucceeded(PointDraft earlier, PointDraft later, SeriesKey key)
    {
        if (earlier.SharesReport(later) && !later.IsChange) return false;
        if (later.IsChange && !IsAgain(earlier, later)) return true;
        if (AsOfOf(earlier) is { } was && AsOfOf(later) is { } now && now.From > was.To) return key.Change is not "settles";
        return key.Change switch
        {
            "grows" => later.Figure.Value > earlier.Figure.Value && later.FirstTime.IsAfter(earlier.LastTime),
            "varies" or "ruled" => later.FirstTime.Day > earlier.LastTime.Day,
            _ => false,
        };
    }

    /// <summary>Contradiction, or not comparable where the two speak of other times.</summary>
    public static PointRelation Between(PointDraft earlier, PointDraft later, SeriesKey key)
    {
        if (AsOfOf(earlier) is { } was && AsOfOf(later) is { } now && was != now) return PointRelation.NotComparable;
        if (key.Scope == FigureScope.Period && earlier.FirstTime.Day != later.FirstTime.Day) return PointRelation.NotComparable;
        var days = later.FirstTime.Day.DayNumber - earlier.LastTime.Day.DayNumber;
        return Math.Abs(days) <= SameTimeDays ? PointRelation.Contradiction : PointRelation.NotComparable;
    }

    private static bool IsAgain(PointDraft earlier, PointDraft later) => earlier.LastTime.IsAfter(later.FirstTime);

    private static DayRange? AsOfOf(PointDraft draft) => draft.FirstSighting.AsOf;

    private PointDraft? Rounded(PointDraft draft) =>
        _recent.FindLast(other => !other.Interval.IsApartFrom(draft.Interval)
            && (IsClosed(other) && IsClosed(draft) ? IsRounder(draft, other) : key.Change != "grows" && IsJustAbove(draft, other)));

    // "13.000 lebih" is 13.136, said shorter; but more people may have been found.
    private static bool IsJustAbove(PointDraft one, PointDraft other) =>
        Math.Abs(one.Figure.Value - other.Figure.Value) <= JustAbove * Math.Min(one.Figure.Value, other.Figure.Value);

    private static bool IsClosed(PointDraft draft) => draft.Interval is { Low: not null, High: not null };

    // Of two values in one interval one must be a round one: 17 and 18 are no rounding of each other.
    private static bool IsRounder(PointDraft one, PointDraft other) =>
        one.Figure.Bound != Bound.Exact || other.Figure.Bound != Bound.Exact || Width(one) > 0 || Width(other) > 0;

    private static decimal Width(PointDraft draft) => draft.Interval.High!.Value - draft.Interval.Low!.Value;
}
