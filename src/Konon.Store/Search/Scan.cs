namespace Konon.Store.Search;

/// <summary>Walks along a lead until a page is full, in pieces that grow.</summary>
internal static class Scan
{
    private const int LargestPiece = 4000;

    /// <summary>The first hits that pass.</summary>
    /// <param name="lead">Where hits come from.</param>
    /// <param name="after">Where to begin.</param>
    /// <param name="pass">Keeps of a piece what the filters let pass, in its order; null where all passes.</param>
    /// <param name="limit">How many are wanted.</param>
    /// <param name="most">After so many hits it stops looking.</param>
    public static ScanResult Run(Lead lead, WordHit? after, Func<IReadOnlyList<WordHit>, IEnumerable<WordHit>>? pass, int limit, int most)
    {
        var found = new List<WordHit>();
        var piece = pass is null ? limit : Math.Min(limit * 4, LargestPiece);
        var looked = 0;
        while (found.Count < limit)
        {
            if (looked >= most) return new ScanResult(found, after, looked);
            var hits = lead(after, piece);
            looked += hits.Count;
            found.AddRange(pass is null ? hits : pass(hits));
            if (hits.Count < piece) return new ScanResult(found, null, looked);
            after = hits[^1];
            piece = Math.Min(piece * 4, LargestPiece);
        }

        return new ScanResult(found, null, looked);
    }
}

/// <summary>What a scan found.</summary>
/// <param name="Found">The hits, in order; a few more than were wanted, perhaps.</param>
/// <param name="StoppedAt">Where it stopped looking before it had found enough; null where it did not.</param>
/// <param name="Looked">How many hits it looked at.</param>
internal sealed record ScanResult(IReadOnlyList<WordHit> Found, WordHit? StoppedAt, int Looked);
