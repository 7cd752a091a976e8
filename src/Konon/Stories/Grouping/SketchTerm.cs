using System.Runtime.InteropServices;

namespace Konon.Stories.Grouping;

/// <summary>One term of an article and how much it says of the article's matter.</summary>
/// <param name="Hash">The term, hashed; its lowest two bits are its <see cref="TermKind"/>.</param>
/// <param name="Weight">From 1; the squares of an article's weights sum to about the square of <see cref="Unit"/>.</param>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly record struct SketchTerm(uint Hash, ushort Weight)
{
    /// <summary>The weight that stands for 1.</summary>
    public const ushort Unit = 60000;

    private const uint KindBits = 3;
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>What the term is.</summary>
    public TermKind Kind => KindOf(Hash);

    /// <summary>What a hashed term is.</summary>
    public static TermKind KindOf(uint hash) => (TermKind)(hash & KindBits);

    /// <summary>Whether a hashed term means the same in every language: a name or a number.</summary>
    public static bool IsShared(uint hash) => (hash & KindBits) != (uint)TermKind.Word;

    /// <summary>Hashes a term: FNV-1a (Fowler, Noll, Vo) over its code units, the last bits mixed, the kind put in.</summary>
    public static uint HashOf(TermKind kind, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default)
    {
        var hash = Over(Offset, first);
        hash = Over((hash ^ ' ') * Prime, second);
        // FNV's low bits are its weakest and the kind takes two of them: fold the high half in (Murmur3's finaliser).
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        return (hash & ~KindBits) | (uint)kind;
    }

    private static uint Over(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var unit in text) hash = (hash ^ unit) * Prime;
        return hash;
    }
}
