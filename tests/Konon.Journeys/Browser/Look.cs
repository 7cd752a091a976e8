using Microsoft.Playwright;

namespace Konon.Journeys.Browser;

/// <summary>How a reader looks at a page.</summary>
/// <param name="Language">What the browser asks for: <c>id</c> or <c>en</c>.</param>
/// <param name="Scheme">Light or dark.</param>
/// <param name="Width">The window's width in CSS pixels.</param>
internal sealed record Look(string Language, ColorScheme Scheme, int Width)
{
    public static readonly int[] Widths = [1440, 768, 390];

    public static Look Usual { get; } = new("en", ColorScheme.Light, 1440);

    /// <summary>Whether the browser runs scripts.</summary>
    public bool Script { get; init; } = true;

    /// <summary>Whether axe looks at it, too, and whether the window is drawn to the other widths.</summary>
    public bool Axe { get; init; }

    /// <summary>Whether the page's own policy on scripts is set aside, so that encoding has to hold alone.</summary>
    public bool Unguarded { get; init; }

    public int Height => Width < 500 ? 844 : 900;

    public override string ToString() => $"{Language}, {Scheme}, {Width}{(Script ? "" : ", no script")}";
}
