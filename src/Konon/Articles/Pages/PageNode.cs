using AngleSharp.Dom;

namespace Konon.Articles.Pages;

/// <summary>One element or run of characters of a page, in document order.</summary>
/// <param name="Tag">What it is.</param>
/// <param name="Parent">The index of the element around it; -1 for the root.</param>
/// <param name="Element">The element; null for characters.</param>
/// <param name="Text">The characters; null for an element.</param>
internal record struct PageNode(PageTag Tag, int Parent, IElement? Element, string? Text)
{
    /// <summary>One past the last node inside it.</summary>
    public int End { get; set; }

    /// <summary>What its attributes say of it.</summary>
    public PageMarks Marks { get; set; }

    /// <summary>How many code units of text stand inside it, blanks at the ends of runs left out.</summary>
    public int Length { get; set; }
}
