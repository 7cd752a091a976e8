using System.Globalization;

namespace Konon.Store;

/// <summary>Orders readers by the numbers of their version: konon 0.10.0 is newer than konon 0.9.2.</summary>
internal sealed class ReaderRank : IComparer<string>
{
    public static ReaderRank Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (one, other) = (Numbers(x), Numbers(y));
        for (var i = 0; i < Math.Max(one.Count, other.Count); i++)
        {
            var difference = (i < one.Count ? one[i] : 0).CompareTo(i < other.Count ? other[i] : 0);
            if (difference != 0) return difference;
        }

        return string.CompareOrdinal(x, y);
    }

    private static List<long> Numbers(string? name)
    {
        var version = name?[(name.LastIndexOf(' ') + 1)..] ?? "";
        return [.. version.Split('.', '-', '+')
            .Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)];
    }
}
