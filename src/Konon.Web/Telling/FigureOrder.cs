using Konon.Stories;
using Konon.Stories.Series;

namespace Konon.Web.Telling;

/// <summary>In which order pages show the series of a story.</summary>
internal static class FigureOrder
{
    /// <summary>Those whose values can be compared first, of these those with most values.</summary>
    public static IEnumerable<FigureSeries> Of(Story story) =>
        story.Figures.OrderByDescending(series => series.IsComparable).ThenByDescending(series => series.Points.Count);
}
