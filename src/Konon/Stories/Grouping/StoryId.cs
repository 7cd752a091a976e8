using System.Security.Cryptography;
using System.Text;

namespace Konon.Stories.Grouping;

/// <summary>A story's id: made of the key of its earliest article, so that the same articles give the same ids anywhere.</summary>
/// <param name="Value">16 hexadecimal digits in lower case; null in the default value, which is no story's.</param>
public readonly record struct StoryId(string Value)
{
    // 64 bits: among ten million stories a clash has a chance of one in 400,000.
    private const int Bytes = 8;

    /// <summary>The id of the story whose earliest article has this key.</summary>
    public static StoryId Of(string articleKey)
    {
        ArgumentNullException.ThrowIfNull(articleKey);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes("story\u001f" + articleKey), digest);
        return new StoryId(Convert.ToHexStringLower(digest[..Bytes]));
    }

    /// <summary>The digits.</summary>
    public override string ToString() => Value;
}
