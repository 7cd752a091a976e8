using Konon.Claims;

namespace Konon.Stories;

/// <summary>The values that a figure leaves open; null ends are open.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The most.</param>
internal readonly record struct Interval(decimal? Low, decimal? High)
{
    // A round number is a rounded number: 10,000 does not contradict 9,800. Half of its last digit that is not zero, but
    // no more than a twentieth; "about" is given a tenth.
    private const decimal Rounding = 0.05m;
    private const decimal Approximation = 0.1m;

    /// <summary>The interval of a figure.</summary>
    public static Interval Of(Figure figure)
    {
        var value = figure.Value;
        return figure.Bound switch
        {
            Bound.AtLeast or Bound.MoreThan => new Interval(value, null),
            Bound.AtMost => new Interval(null, value),
            // The end itself is not meant: "less than 3,000" and "at least 3,000" have nothing in common.
            Bound.LessThan => new Interval(null, value - (value * 0.0001m)),
            Bound.Range or Bound.Order => new Interval(value, figure.Max ?? value),
            Bound.About => Around(value, Math.Abs(value) * Approximation),
            _ => Around(value, Math.Min(HalfOfLastDigit(value), Math.Abs(value) * Rounding)),
        };
    }

    /// <summary>Whether no value lies in both.</summary>
    public bool IsApartFrom(Interval other) => High < other.Low || other.High < Low;

    private static Interval Around(decimal value, decimal slack) => new(value - slack, value + slack);

    private static decimal HalfOfLastDigit(decimal value)
    {
        if (value == 0 || value != decimal.Truncate(value)) return 0;
        var unit = 1m;
        while (unit < 1e15m && value % (unit * 10) == 0) unit *= 10;
        return unit == 1 ? 0 : unit / 2;
    }
}
