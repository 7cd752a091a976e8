using System.Globalization;

namespace Konon.Store.Search;

/// <summary>Where a page ended, in words that outlive the numbers of a database.</summary>
/// <param name="Tier">Of a search in tiers, which.</param>
/// <param name="Order">Of a search in tiers the order of the alternatives, rarest first, as it was at the first page.</param>
/// <param name="Day">The day of the last row; empty where it has none.</param>
/// <param name="Row">The public id of its reading, or of a speaker.</param>
/// <param name="Ordinal">Which claim of the reading; of a speaker the number of claims.</param>
/// <param name="Figure">Which figure of the claim.</param>
internal sealed record ListingCursor(int Tier, IReadOnlyList<int> Order, string Day, string Row, long Ordinal, int Figure)
{
    private const int Parts = 6;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Tier}.{string.Join('-', Order)}.{Day}.{Row}.{Ordinal}.{Figure}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no cursor.</exception>
    public static ListingCursor Parse(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != Parts) throw Wrong();
        var order = parts[1].Length == 0 ? [] : parts[1].Split('-').Select(Number).ToList();
        return new ListingCursor(Number(parts[0]), order, parts[2], parts[3], Number(parts[4]), Number(parts[5]));
    }

    /// <summary>What to say where nothing stands at a cursor.</summary>
    public static FormatException Wrong() => new("the cursor does not belong to this listing; begin again without it");

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong();
}
