using Konon.Claims;
using Konon.Ledger;

namespace Konon.Store;

/// <summary>A reading as the ledger has it: what lists show of it, and the whole where it is asked for.</summary>
public sealed class StoredReading
{
    /// <summary>The article's id: 16 hexadecimal digits made of its key.</summary>
    public required string Article { get; init; }

    /// <summary>The article's key: address, external id or digest.</summary>
    public required string Key { get; init; }

    /// <summary>The reading's id: 16 hexadecimal digits made of the article's key, the document and what was read.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the document.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Digest of title and text alone: two versions with one digest say the same.</summary>
    public required string TextDigest { get; init; }

    /// <summary>The newest reader that read it so.</summary>
    public required string Reader { get; init; }

    /// <summary>An input at which it was seen, the first by name.</summary>
    public string Input { get; init; } = "";

    /// <summary>Whether it is what the article says now.</summary>
    public required bool IsCurrent { get; init; }

    internal long Row { get; init; }

    internal byte[] Body { get; init; } = [];

    /// <summary>The reading itself; unpacked at each call.</summary>
    public Reading Read() => ReadingParser.Parse(Packed.Unpack(Body), Input, Sha256);
}
