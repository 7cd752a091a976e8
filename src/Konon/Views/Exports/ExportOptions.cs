namespace Konon.Views.Exports;

/// <summary>The form of an export.</summary>
public enum ExportFormat
{
    /// <summary>One article with its claims a line.</summary>
    JsonLines,

    /// <summary>The same as one array.</summary>
    Json,

    /// <summary>One table, of which <see cref="ExportOptions.Table"/> says which.</summary>
    Csv,

    /// <summary>Linked data: schema.org, Web Annotation and Konon's own context.</summary>
    JsonLd,

    /// <summary>A dossier to read.</summary>
    Markdown,
}

/// <summary>What a row of a table is.</summary>
public enum ExportTable
{
    /// <summary>A claim.</summary>
    Claims,

    /// <summary>A figure of a claim.</summary>
    Figures,

    /// <summary>An article.</summary>
    Articles,

    /// <summary>A speaker, over all articles.</summary>
    Speakers,
}

/// <summary>What an export holds, and in which form.</summary>
public sealed record ExportOptions
{
    /// <summary>JSON Lines without the articles' text.</summary>
    public static ExportOptions Default { get; } = new();

    /// <summary>The form.</summary>
    public ExportFormat Format { get; init; } = ExportFormat.JsonLines;

    /// <summary>The table, where the form is one.</summary>
    public ExportTable Table { get; init; } = ExportTable.Claims;

    /// <summary>Whether the articles' text goes along; claims have their own words without it.</summary>
    public bool WithText { get; init; }
}
