namespace Konon.Store.Search;

/// <summary>What the listings have in common.</summary>
internal static class Listings
{
    /// <summary>So many rows are asked for by number in one statement.</summary>
    public const int Piece = 500;

    public static int ToInt(long number) => (int)Math.Min(number, int.MaxValue);
}
