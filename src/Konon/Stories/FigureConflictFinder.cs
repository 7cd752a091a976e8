using Konon.Stories.Series;

namespace Konon.Stories;

/// <summary>Takes out of the series what different sources say of one time and cannot both be right.</summary>
internal static class FigureConflictFinder
{
    /// <summary>The conflicts, in the order of the series.</summary>
    public static IReadOnlyList<FigureConflict> Of(IReadOnlyList<FigureSeries> series) =>
    [
        .. series.Select(one => new FigureConflict(one, [.. one.Points.Where(point => point.Contradicts.Count > 0)]))
            .Where(conflict => conflict.Sides.Count > 1),
    ];
}
