using Konon.Claims;

namespace Konon.Web.Telling;

/// <summary>The columns of a table over time.</summary>
internal static class DayColumns
{
    /// <summary>Puts days into at most so many columns, as evenly as they go; none where there are no days.</summary>
    /// <param name="days">The days that something stands at, in any order.</param>
    /// <param name="most">How many columns at most, from 1.</param>
    public static List<DayRange> Of(IEnumerable<DateOnly> days, int most)
    {
        var ordered = days.Distinct().Order().ToList();
        var length = Math.Max(1, (ordered.Count + most - 1) / most);
        return [.. ordered.Chunk(length).Select(some => new DayRange(some[0], some[^1]))];
    }
}
