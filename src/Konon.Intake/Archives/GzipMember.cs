using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using Konon.Fetch;

namespace Konon.Intake.Archives;

/// <summary>One gzip member of a file of many, unpacked; at its end the file stands at the next one.</summary>
/// <remarks>
/// .NET's inflater is seven times as fast as a managed one, and does not tell where the packed data ended: it reads in
/// pieces of 8 KB. But the member's check sum and length stand right behind its data, and both are known once it is
/// unpacked, so that the end is found by looking for those eight bytes in the last piece that the inflater took.
/// </remarks>
internal sealed class GzipMember : ReadOnlyStream
{
    // An inflater takes 8 KB at a time, and the trailer may begin in one piece and end beyond it.
    private const int PieceLength = 8192;
    private const int TrailerLength = 8;
    private const int LongestHeader = 1 << 12;

    private readonly Window _file;
    private readonly long _limit;
    private readonly DeflateStream _inflater;
    private readonly Pieces _pieces;
    private readonly Crc32 _sum = new();
    private long _count;
    private bool _ended;

    private GzipMember(Window file, long limit)
    {
        (_file, _limit) = (file, limit);
        _pieces = new Pieces(file);
        _inflater = new DeflateStream(_pieces, CompressionMode.Decompress, leaveOpen: true);
    }

    private static ReadOnlySpan<byte> Mark => [0x1F, 0x8B, 0x08];

    /// <summary>Opens the member that begins where the file stands; null where none does.</summary>
    /// <param name="file">The file.</param>
    /// <param name="limit">The most bytes that the member may unpack to.</param>
    public static GzipMember? Open(Window file, long limit)
    {
        var header = HeaderLength(file.Peek(LongestHeader));
        if (header == 0) return null;
        file.Advance(header);
        return new GzipMember(file, limit);
    }

    /// <summary>Moves the file to the next member that unpacks to an archive's record; false where there is none.</summary>
    public static bool Find(Window file)
    {
        while (true)
        {
            var ahead = file.Peek(1 << 15);
            var at = ahead.IndexOf(Mark);
            if (at >= 0)
            {
                file.Advance(at);
                if (BeginsRecord(file.Peek(LongestHeader))) return true;
                file.Advance(1);
            }
            else if (ahead.Length < 3)
            {
                return false;
            }
            else
            {
                file.Advance(ahead.Length - 2);
            }
        }
    }

    /// <summary>Whether packed bytes begin a gzip member that unpacks to an archive's record.</summary>
    public static bool BeginsRecord(ReadOnlySpan<byte> packed)
    {
        var header = HeaderLength(packed);
        if (header == 0) return false;
        try
        {
            using var inflater = new DeflateStream(new MemoryStream(packed[header..].ToArray()), CompressionMode.Decompress);
            var head = new byte[WarcHeader.Mark.Length];
            return inflater.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
                && head.AsSpan().SequenceEqual(WarcHeader.Mark);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Reads unpacked bytes; at the end it checks them and moves the file behind the member.</summary>
    /// <exception cref="InvalidDataException">The member is damaged, cut off, or unpacks to more than its limit.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty) return 0;
        var read = _inflater.Read(buffer);
        _count += read;
        _sum.Append(buffer[..read]);
        if (_count > _limit) throw new InvalidDataException("The member unpacks to more than its limit.");
        if (read == 0) Close(LastPiece());
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inflater.Dispose();
        base.Dispose(disposing);
    }

    private ReadOnlySpan<byte> LastPiece()
    {
        _file.GoTo(_pieces.LastAt);
        return _file.Peek(PieceLength + TrailerLength);
    }

    private void Close(ReadOnlySpan<byte> piece)
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _sum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)_count);
        var at = piece.IndexOf(trailer);
        if (at < 0) throw new InvalidDataException("The member's check sum is not behind its data.");
        _file.Advance(at + TrailerLength);
        _ended = true;
    }

    /// <summary>How long the header of a gzip member is; 0 where there is none (RFC 1952, section 2.3).</summary>
    private static int HeaderLength(ReadOnlySpan<byte> bytes)
    {
        const int Fixed = 10;
        if (bytes.Length < Fixed || bytes is not [0x1F, 0x8B, 0x08, ..] || (bytes[3] & 0xE0) != 0) return 0;
        var (flags, at) = (bytes[3], Fixed);
        if ((flags & 4) != 0)
        {
            if (bytes.Length < at + 2) return 0;
            at += 2 + BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
        }

        // A name and a comment, each with a zero at its end.
        for (var flag = 8; flag <= 16; flag *= 2)
        {
            if ((flags & flag) == 0) continue;
            var zero = at < bytes.Length ? bytes[at..].IndexOf((byte)0) : -1;
            if (zero < 0) return 0;
            at += zero + 1;
        }

        if ((flags & 2) != 0) at += 2;
        return at < bytes.Length ? at : 0;
    }

    /// <summary>Hands the file out in pieces, and remembers where the last one began.</summary>
    private sealed class Pieces(Window file) : ReadOnlyStream
    {
        public long LastAt { get; private set; } = file.Position;

        public override int Read(Span<byte> buffer)
        {
            var at = file.Position;
            var read = file.Read(buffer[..Math.Min(buffer.Length, PieceLength)]);
            if (read > 0) LastAt = at;
            return read;
        }
    }
}
