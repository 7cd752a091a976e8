using Konon.Bytes;

namespace Konon.Intake;

/// <summary>One thing that coverage yields: a document, or why there is none.</summary>
/// <param name="Document">The document; null when refused.</param>
/// <param name="Refused">The refusal; null when it came in.</param>
public readonly record struct CoverageItem(Document? Document, RefusedInput? Refused)
{
    internal static CoverageItem Of(Document document) => new(document, null);

    internal static CoverageItem Of(string input, IntakeRefusal reason) => new(null, new RefusedInput(input, reason));
}
