using Konon.Stories;

namespace Konon.Store.Search;

/// <summary>What the values of a filter on outlets stand for.</summary>
public static class OutletFilter
{
    // Before a whole name.
    private const char Exactly = '=';

    /// <summary>A value that finds the outlet of that name alone.</summary>
    public static string Whole(string name) => Exactly + name;

    /// <summary>Whether an outlet is meant: it is called exactly so, or the words stand in its name or domain.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The outlet.</param>
    public static bool Fits(string value, string name)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.StartsWith(Exactly)) return value.AsSpan(1).Equals(name, StringComparison.OrdinalIgnoreCase);
        return NameKey.Words(value) is { Count: > 0 } words && SpeakerWords.StandIn(words, name);
    }
}
