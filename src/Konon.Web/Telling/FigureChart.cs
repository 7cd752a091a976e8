using System.Globalization;
using System.Text;
using Konon.Articles;
using Konon.Claims;
using Konon.Stories.Series;

namespace Konon.Web.Telling;

/// <summary>Where the values of a series stand in a drawing: time to the right, number upwards.</summary>
public sealed class FigureChart
{
    /// <summary>The width of the drawing, in its own units.</summary>
    public const int Width = 640;

    /// <summary>Its height.</summary>
    public const int Height = 190;

    /// <summary>The left edge of the values; numbers of the axis stand left of it.</summary>
    public const int Left = 64;

    /// <summary>The foot of the values.</summary>
    public const int Foot = Height - 28;

    private const int Right = Width - 16;
    private const int Top = 14;

    // As many dots as can be told apart.
    private const int MostDistinct = 200;

    private readonly decimal _low;
    private readonly decimal _high;
    private readonly DateTime _from;
    private readonly double _span;

    private FigureChart(FigureSeries series, List<(SeriesPoint Point, DateTime At)> dated, int mostDots)
    {
        Series = series;
        var least = dated.Min(pair => pair.Point.Figure.Value);
        var most = dated.Max(pair => pair.Point.Figure.Max ?? pair.Point.Figure.Value);
        // From nought, unless all values lie so near each other that a step could not be seen; the axis says which.
        _low = least > most * 0.6m && least < most ? least - ((most - least) * 0.25m) : Math.Min(0, least);
        _high = most > _low ? most : _low + 1;
        _from = dated[0].At;
        _span = Math.Max(1, (dated[^1].At - _from).TotalMinutes);
        (Least, Most, From, To) = (least, most, DateOnly.FromDateTime(_from), DateOnly.FromDateTime(dated[^1].At));
        var dots = dated.ConvertAll(pair => Place(pair.Point, pair.At));
        // Of too many those that make the steps, then the newest.
        if (dots.Count > mostDots)
        {
            var kept = dots.OrderByDescending(dot => dot.IsStep).ThenByDescending(dot => dot.Point.Number).Take(mostDots).ToHashSet();
            dots = dots.FindAll(kept.Contains);
        }

        Dots = dots;
    }

    /// <summary>The series.</summary>
    public FigureSeries Series { get; }

    /// <summary>Its values.</summary>
    public IReadOnlyList<ChartDot> Dots { get; }

    /// <summary>The least value.</summary>
    public decimal Least { get; }

    /// <summary>The greatest value.</summary>
    public decimal Most { get; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; }

    /// <summary>What is written at the axis: the numbers, and how high.</summary>
    public IReadOnlyList<(decimal Value, string Y)> Ticks
    {
        get
        {
            // A nought at the foot says that heights may be compared; without it only steps may.
            decimal[] values = _low == 0 && Least > Most * 0.2m ? [0, Least, Most] : [Least, Most];
            return [.. values.Distinct().Select(value => (value, Y(value)))];
        }
    }

    /// <summary>The steps from each new value to the one that takes its place, as an SVG path; empty where there is but one.</summary>
    public string Steps
    {
        get
        {
            var path = new StringBuilder();
            foreach (var dot in Dots.Where(dot => dot.IsStep))
            {
                if (path.Length == 0) path.Append('M').Append(dot.X).Append(' ').Append(dot.Y);
                else path.Append('H').Append(dot.X).Append('V').Append(dot.Y);
            }

            return path.Length == 0 ? "" : path.Append('H').Append(Right).ToString();
        }
    }

    /// <summary>Draws a series; null where fewer than two of its values have a day, for which words are enough.</summary>
    /// <param name="series">The series.</param>
    /// <param name="most">How many dots at most.</param>
    public static FigureChart? Of(FigureSeries series, int most = MostDistinct)
    {
        ArgumentNullException.ThrowIfNull(series);
        var dated = series.Points
            // A denied number is no step of a quantity; the table has it, with who denies it.
            .Where(point => !point.IsFormer && point.Stance is (Stance.Asserts or Stance.Confirms))
            .Select(point => (Point: point, At: TimeOf(point)))
            .Where(pair => pair.At is not null)
            .Select(pair => (pair.Point, At: pair.At!.Value))
            .OrderBy(pair => pair.At).ThenBy(pair => pair.Point.Number)
            .ToList();
        return dated.Count < 2 ? null : new FigureChart(series, dated, most);
    }

    private static DateTime? TimeOf(SeriesPoint point)
    {
        var report = point.First.Report;
        return report.Article.Published is { Precision: >= TimePrecision.Day } time ? time.Local : report.NotBefore?.ToDateTime(TimeOnly.MinValue);
    }

    private ChartDot Place(SeriesPoint point, DateTime at)
    {
        var figure = point.Figure;
        var x = Left + ((at - _from).TotalMinutes / _span * (Right - Left - 12)) + 6;
        return new ChartDot(point, Number(x), Y(figure.Value), figure.Max is { } max && max != figure.Value ? Y(max) : null);
    }

    private string Y(decimal value) => Number(Foot - ((double)((value - _low) / (_high - _low)) * (Foot - Top)));

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
