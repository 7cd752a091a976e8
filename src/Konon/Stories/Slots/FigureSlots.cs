using Konon.Claims;
using Konon.Stories.Series;

namespace Konon.Stories.Slots;

/// <summary>Makes the row of a series: the last that each origin says of it.</summary>
internal static class FigureSlots
{
    // An origin that quotes more sources than this is read in the series itself.
    private const int MostValues = 2;

    public static SlotRow Of(FigureSeries series, IReadOnlyDictionary<Report, int> columnOf, int columns)
    {
        var given = new List<SlotValue>[columns];
        for (var i = 0; i < columns; i++) given[i] = [];
        foreach (var point in series.Points.Where(point => !point.IsFormer))
        {
            foreach (var own in point.Tellings.Where(telling => !telling.IsFormer).GroupBy(telling => columnOf[telling.Report]))
            {
                var telling = own.First();
                given[own.Key].Add(new SlotValue(telling.Report, point, telling, telling.Statement));
            }
        }

        var last = given.Select(Last).ToList();
        var latest = series.Points.LastOrDefault(Stands);
        return new SlotRow(SlotKind.Figure, series, [.. last.Select(values => Cell(values, latest))]);
    }

    // What each source said last in this origin's reports.
    private static List<SlotValue> Last(List<SlotValue> given) =>
    [
        .. given.GroupBy(value => value.Point!.Source ?? "", StringComparer.Ordinal)
            .Select(own => own.MaxBy(value => value.Point!.Number)!)
            .OrderByDescending(value => Stands(value.Point!)).ThenByDescending(value => value.Point!.Number),
    ];

    private static SlotCell Cell(List<SlotValue> values, SeriesPoint? latest) => new(
        values.Count > MostValues ? values[..MostValues] : values,
        Math.Max(0, values.Count - MostValues),
        Standing(values, latest));

    private static SlotStanding Standing(List<SlotValue> values, SeriesPoint? latest)
    {
        if (values.Count == 0) return SlotStanding.Silent;
        if (values.Exists(value => value.Point!.Contradicts.Count > 0)) return SlotStanding.Contradicts;
        // A number that is denied stands against nothing by itself; its stance says so.
        var given = values.FindAll(value => value.Point!.Stance is Stance.Asserts or Stance.Confirms);
        if (given.Count == 0) return SlotStanding.Alike;
        if (!given.Exists(value => Stands(value.Point!))) return SlotStanding.Earlier;
        return latest is not null && given.TrueForAll(value => IsApart(value.Point!, latest)) ? SlotStanding.Earlier : SlotStanding.Alike;
    }

    private static bool IsApart(SeriesPoint point, SeriesPoint latest) => Interval.Of(point.Figure).IsApartFrom(Interval.Of(latest.Figure));

    private static bool Stands(SeriesPoint point) => point.WithdrawnBy is null && point.Stance is Stance.Asserts or Stance.Confirms;
}
