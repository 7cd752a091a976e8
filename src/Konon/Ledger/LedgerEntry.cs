using Konon.Bytes;
using Konon.Claims;

namespace Konon.Ledger;

/// <summary>One thing to be kept: a document as it was seen, and what this reader made of it.</summary>
/// <param name="Input">Where it was seen, as the user named it; for a row or record the container's path, <c>#</c> and its number.</param>
/// <param name="Documents">The documents that the reading was made of, its own first; more than one for an article in several pages.</param>
/// <param name="Reading">What was read.</param>
public sealed record LedgerEntry(string Input, IReadOnlyList<Document> Documents, Reading Reading);
