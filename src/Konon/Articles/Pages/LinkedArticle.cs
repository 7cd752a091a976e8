namespace Konon.Articles.Pages;

/// <summary>What a page's linked data (schema.org in JSON-LD) say of its article; null or empty where they do not.</summary>
internal sealed class LinkedArticle
{
    /// <summary>The headline.</summary>
    public string? Headline { get; set; }

    /// <summary>The names of the authors, in order.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>The names of the editors.</summary>
    public List<string> Editors { get; } = [];

    /// <summary>When it was published, as written.</summary>
    public string? Published { get; set; }

    /// <summary>When it was changed, as written.</summary>
    public string? Modified { get; set; }

    /// <summary>The outlet's name.</summary>
    public string? Publisher { get; set; }

    /// <summary>The text.</summary>
    public string? Body { get; set; }

    /// <summary>The address.</summary>
    public string? Url { get; set; }

    /// <summary>The language, as written.</summary>
    public string? Language { get; set; }
}
