namespace Konon.Articles.Pages;

/// <summary>What an element's tag, role, class and id say of it.</summary>
[Flags]
internal enum PageMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Not the article's, going by a word that may mislead: sidebar, promo, related.</summary>
    Furniture = 1,

    /// <summary>Hardly ever the article's, going by a word: menus, footers, forms.</summary>
    Never = 2,

    /// <summary>What readers wrote below the article.</summary>
    Comments = 4,

    /// <summary>Holds an article's text, says the content system.</summary>
    Body = 8,

    /// <summary>A picture's words or credit.</summary>
    Caption = 16,

    /// <summary>Names who wrote it.</summary>
    Byline = 32,

    /// <summary>Says when it was published.</summary>
    Date = 64,

    /// <summary>The headline.</summary>
    Title = 128,

    /// <summary>The paragraph between headline and text.</summary>
    Lead = 256,

    /// <summary>When it was last changed.</summary>
    Modified = 512,

    /// <summary>Never the article's: not shown, or navigation by its very tag.</summary>
    Hidden = 1024,
}
