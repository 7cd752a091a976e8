namespace Konon.Views;

/// <summary>How a listing is written.</summary>
public enum ViewFormat
{
    /// <summary>Aligned lines for a terminal.</summary>
    Text,

    /// <summary>One JSON array, indented.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>Comma-separated values (RFC 4180) with a header; one row a line.</summary>
    Csv,

    /// <summary>CommonMark with tables.</summary>
    Markdown,
}
