using System.Text;
using Konon.Claims;

namespace Konon.Ledger.Review;

/// <summary>The words that a decision is on, so that it finds them again in a newer reading or another version of the article.</summary>
public sealed record Anchor
{
    private const string Gap = " … ";

    /// <summary>SHA-256 of the document that the person saw.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The claim's content, word for word; its parts joined by <c> … </c>.</summary>
    public required string Words { get; init; }

    /// <summary>Where the content starts, in Unicode code points of the text.</summary>
    public required int Start { get; init; }

    /// <summary>One past its last code point.</summary>
    public required int End { get; init; }

    /// <summary>The speakers as the machine read them; tells two claims with the same words apart.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>The exact words of the figure that the decision is on; null where it is on the claim or a speaker of it.</summary>
    public string? Figure { get; init; }

    /// <summary>Which of the claim's speakers or figures, from 1; 0 where the decision is on the claim as a whole.</summary>
    public int Ordinal { get; init; }

    /// <summary>The anchor of a claim.</summary>
    /// <param name="reading">The reading as the machine made it.</param>
    /// <param name="claim">Which of its claims, from 0.</param>
    public static Anchor Of(Reading reading, int claim)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Of(reading, claim, new CodePoints(reading.Article.Text));
    }

    /// <summary>The anchor of a figure of a claim.</summary>
    /// <param name="reading">The reading as the machine made it.</param>
    /// <param name="claim">Which of its claims, from 0.</param>
    /// <param name="ordinal">Which of the claim's figures, from 1.</param>
    public static Anchor OfFigure(Reading reading, int claim, int ordinal)
    {
        var anchor = Of(reading, claim);
        return anchor with { Figure = reading.Claims[claim].Figures[ordinal - 1].Span.Of(reading.Article.Text), Ordinal = ordinal };
    }

    internal static Anchor Of(Reading reading, int claim, CodePoints points)
    {
        var found = reading.Claims[claim];
        return new Anchor
        {
            Sha256 = reading.Article.Sha256,
            Words = WordsOf(found, reading.Article.Text),
            Start = points.Before(found.Content[0].Start),
            End = points.Before(found.Content[^1].End),
            Speakers = [.. found.Speakers.Select(speaker => speaker.Name)],
        };
    }

    internal static string WordsOf(Claim claim, string text) => string.Join(Gap, claim.Content.Select(part => part.Of(text)));

    /// <summary>Small letters and digits, all else one blank: what stands when quotation marks and blanks are set in another way.</summary>
    public static string Folded(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var folded = new StringBuilder(words.Length);
        foreach (var letter in words)
        {
            if (char.IsLetterOrDigit(letter)) folded.Append(char.ToLowerInvariant(letter));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }
}
