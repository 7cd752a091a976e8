using Konon.Bytes;
using Konon.Claims;

namespace Konon.Queue;

/// <summary>Reads one document: bytes to article to claims. Called on several threads at a time; says what is wrong as a value.</summary>
public delegate ReadOutcome DocumentReading(Document document);

/// <summary>What came of reading a document.</summary>
/// <param name="Reading">What was read; null where it was refused.</param>
/// <param name="Refusal">Why it was refused; null where it was read.</param>
/// <param name="Documents">The documents that the reading was made of, its own first; empty where it was refused.</param>
public sealed record ReadOutcome(Reading? Reading, string? Refusal, IReadOnlyList<Document> Documents);
