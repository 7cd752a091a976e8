using Konon.Claims;

namespace Konon.Views.Exports;

/// <summary>One article as an export shows it: what it says now, under names that are the same in every ledger.</summary>
/// <param name="Id">The article's id: 16 hexadecimal digits made of its key.</param>
/// <param name="Key">Its address, external id or digest.</param>
/// <param name="TextDigest">SHA-256 of its text, which claims point into.</param>
/// <param name="Reader">The newest version of Konon that read it so.</param>
/// <param name="Reading">The article and its claims.</param>
public sealed record ExportedArticle(string Id, string Key, string TextDigest, string Reader, Reading Reading);
