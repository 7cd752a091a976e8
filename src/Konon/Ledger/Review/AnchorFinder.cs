using Konon.Claims;

namespace Konon.Ledger.Review;

/// <summary>Finds the claims and figures that anchors name in one reading.</summary>
/// <remarks>
/// Found is the claim with the same words, whatever marks and blanks stand around them; of several the one with the same speakers, then the
/// one that stands nearest. Linear in the claims to build; a look-up goes through the claims with these words alone.
/// </remarks>
public sealed class AnchorFinder
{
    // Somebody may write one sentence a thousand times; the nearest of the first ones is near enough.
    private const int MostAlike = 64;

    private readonly Reading _reading;
    private readonly CodePoints _points;
    private readonly Dictionary<string, List<int>> _byWords = new(StringComparer.Ordinal);

    /// <summary>A finder over a reading as the machine made it.</summary>
    public AnchorFinder(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        _reading = reading;
        _points = new CodePoints(reading.Article.Text);
        for (var i = 0; i < reading.Claims.Count; i++)
        {
            var words = Anchor.Folded(Anchor.WordsOf(reading.Claims[i], reading.Article.Text));
            if (!_byWords.TryGetValue(words, out var alike)) _byWords.Add(words, alike = []);
            if (alike.Count < MostAlike) alike.Add(i);
        }
    }

    /// <summary>The claim that the anchor names, from 0; null where its words are gone.</summary>
    public int? Claim(Anchor anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        if (!_byWords.TryGetValue(Anchor.Folded(anchor.Words), out var alike)) return null;
        return alike
            .OrderByDescending(claim => _reading.Claims[claim].Speakers.Select(speaker => speaker.Name).SequenceEqual(anchor.Speakers))
            .ThenBy(claim => Math.Abs(_points.Before(_reading.Claims[claim].Content[0].Start) - anchor.Start))
            .First();
    }

    /// <summary>The figure of a claim that the anchor names, from 1; null where its words are gone.</summary>
    /// <param name="anchor">An anchor of a figure.</param>
    /// <param name="claim">What <see cref="Claim"/> gave.</param>
    public int? Figure(Anchor anchor, int claim)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        if (anchor.Figure is not { } exact) return null;
        var words = Anchor.Folded(exact);
        var figures = _reading.Claims[claim].Figures;
        return Enumerable.Range(1, figures.Count)
            .Where(ordinal => Anchor.Folded(figures[ordinal - 1].Span.Of(_reading.Article.Text)) == words)
            .OrderBy(ordinal => Math.Abs(ordinal - anchor.Ordinal))
            .Select(ordinal => (int?)ordinal)
            .FirstOrDefault();
    }
}
