using Konon.Articles.Pages;
using Konon.Text;

namespace Konon.Articles;

/// <summary>What one document says: the text without furniture, and whatever stands about it.</summary>
public sealed record Article
{
    /// <summary>Where it came from, as the user named it; for a row or record the container's path, <c>#</c> and its number.</summary>
    public required string Input { get; init; }

    /// <summary>The id that the row gave; null when it gave none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>SHA-256 of the document's bytes, lower-case hexadecimal, 64 characters.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The address, when the row or page gave one.</summary>
    public string? Url { get; init; }

    /// <summary>The outlet's name or domain; null when neither metadata nor text say.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline; null when the document has none.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it, as printed; empty when nobody is named.</summary>
    public IReadOnlyList<string> Byline { get; init; } = [];

    /// <summary>The place that the dateline names ("Washington DC"); null without one.</summary>
    public string? Dateline { get; init; }

    /// <summary>When it was published; null when nothing says.</summary>
    public Timestamp? Published { get; init; }

    /// <summary>When it was last changed; null when nothing says.</summary>
    public Timestamp? Modified { get; init; }

    /// <summary>
    /// ISO 639-1 code: <c>id</c>, <c>ms</c> or <c>en</c>; <c>und</c> where the text is in another language or too short to
    /// tell.
    /// </summary>
    public required string Language { get; init; }

    /// <summary>Offset in <see cref="Text"/>, in code units, at which the body starts; 0 without a title.</summary>
    public int BodyStart { get; init; }

    /// <summary>
    /// The title, a blank line and the body, furniture removed; paragraphs are separated by one line feed. Without a
    /// title it is the body alone. Never null, at most as long as the document.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>
    /// Stretches of <see cref="Text"/> that belong to the article and say nothing of its matter: the dateline
    /// ("KYIV, outlet.co.id –"). Claims never start inside one. In order, disjoint.
    /// </summary>
    public IReadOnlyList<TextSpan> Asides { get; init; } = [];

    /// <summary>Where the rest of it stands, when its page shows a part.</summary>
    public OtherPages OtherPages { get; init; } = OtherPages.None;

    /// <summary>What was removed and why, in the order in which it stood.</summary>
    public IReadOnlyList<RemovedText> Removed { get; init; } = [];

    /// <summary>What a reader should know of the reading: replaced bytes, a date that contradicts its weekday.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A stretch of the document that is furniture, kept so that <c>explain</c> can show it.</summary>
/// <param name="Exact">The words as they stood.</param>
/// <param name="Reason">Why they are not the article: <c>related</c>, <c>promotion</c>, <c>credit</c>, <c>tail</c> …</param>
public readonly record struct RemovedText(string Exact, string Reason);
