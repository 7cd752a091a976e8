using System.Buffers.Binary;

namespace Konon.Intake.Archives;

/// <summary>The check sum at the end of a gzip member (RFC 1952), eight bytes at a step.</summary>
/// <remarks>Slicing-by-8 after Kounavis and Berry, "Novel Table Lookup-Based Algorithms for High-Performance CRC Generation".</remarks>
internal struct Crc32
{
    private static readonly uint[][] Tables = NewTables();
    private uint _inverted;

    /// <summary>The sum of all bytes added; 0 of none.</summary>
    public readonly uint Value => _inverted;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var crc = ~_inverted;
        var (t0, t1, t2, t3) = (Tables[0], Tables[1], Tables[2], Tables[3]);
        var (t4, t5, t6, t7) = (Tables[4], Tables[5], Tables[6], Tables[7]);
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t7[(byte)low] ^ t6[(byte)(low >> 8)] ^ t5[(byte)(low >> 16)] ^ t4[low >> 24]
                ^ t3[(byte)high] ^ t2[(byte)(high >> 8)] ^ t1[(byte)(high >> 16)] ^ t0[high >> 24];
            bytes = bytes[8..];
        }

        foreach (var value in bytes) crc = t0[(byte)(crc ^ value)] ^ (crc >> 8);
        _inverted = ~crc;
    }

    private static uint[][] NewTables()
    {
        var tables = new uint[8][];
        for (var slice = 0; slice < tables.Length; slice++) tables[slice] = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
            tables[0][i] = value;
        }

        for (var slice = 1; slice < tables.Length; slice++)
        {
            for (var i = 0; i < 256; i++)
            {
                var before = tables[slice - 1][i];
                tables[slice][i] = tables[0][(byte)before] ^ (before >> 8);
            }
        }

        return tables;
    }
}
