using System.Security.Cryptography;

namespace Konon.Queue;

/// <summary>The name under which bytes are kept.</summary>
internal static class DocumentDigest
{
    /// <summary>SHA-256 in small hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
