namespace Konon.Views;

/// <summary>How a brief is printed.</summary>
public sealed record BriefOptions
{
    /// <summary>The narrowest page on which every column still says something.</summary>
    public const int NarrowestWidth = 60;

    /// <summary>How many columns a line may take; at least <see cref="NarrowestWidth"/>. Markdown has no width.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Whether to colour; only text has colours.</summary>
    public bool Colours { get; init; }

    /// <summary>The words, dates and numbers.</summary>
    public UiWords Words { get; init; } = UiWords.Of("en");

    /// <summary>Whether long lists are printed to their end.</summary>
    public bool All { get; init; }
}
