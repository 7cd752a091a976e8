using Konon.Bytes;
using Konon.Fetch;

namespace Konon.Intake;

/// <summary>One thing that coverage yields: a document, or why there is none.</summary>
/// <param name="Document">The document; null when refused.</param>
/// <param name="Refused">The refusal; null when it came in.</param>
public readonly record struct CoverageItem(Document? Document, RefusedInput? Refused)
{
    /// <summary>An address to be fetched in this item's place; null in every item that a caller sees.</summary>
    internal Link? Link { get; private init; }

    internal static CoverageItem Of(Link link) => new(null, null) { Link = link };

    internal static CoverageItem Of(Document document) => new(document, null);

    internal static CoverageItem Of(string input, FetchResult refused) =>
        new(null, new RefusedInput(input, IntakeRefusal.NotFetched, refused));

    internal static CoverageItem Of(string input, IntakeRefusal reason) => new(null, new RefusedInput(input, reason));
}
