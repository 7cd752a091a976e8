using System.Security.Cryptography;

namespace Konon.Bytes;

/// <summary>What a document, and whatever else is kept as bytes, is known by.</summary>
public static class DocumentDigest
{
    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
