using System.Buffers.Binary;
using System.Text;

namespace Konon.Stories.Grouping;

/// <content>The bytes of a sketch, as a ledger keeps them.</content>
/// <remarks>
/// Little-endian. Offset 0: version (1 byte). 1: time in minutes since year 1 (4 bytes, signed; -1 without one). 5: number of terms n (1 byte),
/// of places (1 byte), of parties (1 byte). 8: n terms of 6 bytes, a hash (4) and a weight (2), by hash. Then strings: key, language, title, places,
/// parties, each its length in bytes (2 bytes; 0xFFFF for no title) and that many bytes of UTF-8. Nothing follows. docs/stages/stories.md
/// has the same table.
/// </remarks>
public sealed partial class ArticleSketch
{
    /// <summary>
    /// What <see cref="ToBytes"/> writes first. It rises with the format and with whatever changes what terms or weights an article gets,
    /// tables of a language included: sketches of different versions cannot be compared, and those of an older one are made anew.
    /// </summary>
    public const byte Version = 1;

    private const int Head = 8;
    private const int TermBytes = 6;
    private const ushort NoText = 0xFFFF;

    /// <summary>The sketch as bytes: 100 to 1,000 of them.</summary>
    public byte[] ToBytes()
    {
        string?[] texts = [Key, Language, Title, .. Places, .. Parties];
        var bytes = new byte[Head + (_terms.Length * TermBytes) + texts.Sum(text => 2 + Encoding.UTF8.GetByteCount(text ?? ""))];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), Minute ?? -1);
        (bytes[5], bytes[6], bytes[7]) = ((byte)_terms.Length, (byte)Places.Count, (byte)Parties.Count);
        var at = Head;
        foreach (var term in _terms)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), term.Hash);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 4), term.Weight);
            at += TermBytes;
        }

        foreach (var text in texts)
        {
            var length = Encoding.UTF8.GetBytes(text ?? "", bytes.AsSpan(at + 2));
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), text is null ? NoText : (ushort)length);
            at += 2 + length;
        }

        return bytes;
    }

    /// <summary>Reads the bytes of a sketch.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> gave.</param>
    /// <param name="sketch">The sketch; null when there is none.</param>
    /// <returns>False for bytes of another version, and for any that are not a sketch's.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ArticleSketch? sketch)
    {
        sketch = null;
        if (bytes.Length < Head || bytes[0] != Version) return false;
        var minute = BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]);
        if (minute is < -1 or > SketchMaker.LastMinute || !TryReadTerms(bytes, out var terms)) return false;
        var rest = bytes[(Head + (terms.Length * TermBytes))..];
        var texts = new string?[3 + bytes[6] + bytes[7]];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!TryReadText(ref rest, out texts[i]) || (texts[i] is null && i != 2)) return false;
        }

        if (!rest.IsEmpty || texts[0]!.Length is 0 or > SketchMaker.LongestKey) return false;
        var (places, parties) = (texts[3..(3 + bytes[6])], texts[(3 + bytes[6])..]);
        sketch = new ArticleSketch(texts[0]!, minute < 0 ? null : minute, texts[1]!, texts[2], terms, places!, parties!);
        return true;
    }

    private static bool TryReadTerms(ReadOnlySpan<byte> bytes, out SketchTerm[] terms)
    {
        terms = [];
        if (bytes[5] > SketchMaker.MostTerms || bytes.Length < Head + (bytes[5] * TermBytes)) return false;
        terms = new SketchTerm[bytes[5]];
        for (var i = 0; i < terms.Length; i++)
        {
            var at = bytes[(Head + (i * TermBytes))..];
            terms[i] = new SketchTerm(BinaryPrimitives.ReadUInt32LittleEndian(at), BinaryPrimitives.ReadUInt16LittleEndian(at[4..]));
            if (terms[i].Weight == 0 || (i > 0 && terms[i].Hash <= terms[i - 1].Hash)) return false;
        }

        return true;
    }

    private static bool TryReadText(ref ReadOnlySpan<byte> bytes, out string? text)
    {
        text = null;
        if (bytes.Length < 2) return false;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        bytes = bytes[2..];
        if (length == NoText) return true;
        if (bytes.Length < length) return false;
        text = Encoding.UTF8.GetString(bytes[..length]);
        bytes = bytes[length..];
        return true;
    }
}
