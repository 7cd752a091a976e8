using System.Buffers.Binary;
using System.IO.Compression;
using Konon.Fetch;

namespace Konon.Intake;

/// <summary>Unpacks gzip, and says so when it breaks off, which <see cref="GZipStream"/> passes over in silence.</summary>
/// <remarks>
/// The last four bytes of a member tell how much it unpacks to. Where several members follow each other only the last
/// one's length stands at the end, so there a difference tells nothing.
/// </remarks>
internal sealed class GzipSource : ReadOnlyStream
{
    private readonly Packed _packed;
    private readonly GZipStream _unpacked;
    private uint _length;

    public GzipSource(Stream packed)
    {
        _packed = new Packed(packed);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
    }

    /// <summary>Reads unpacked bytes.</summary>
    /// <exception cref="InvalidDataException">The data is broken or breaks off.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = _unpacked.Read(buffer);
        _length += (uint)read;
        if (read > 0 || buffer.IsEmpty) return read;
        if (_packed.StatedLength != _length && !_packed.HasMembers) throw new InvalidDataException("The gzip data breaks off.");
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The packed bytes on their way, of which the last and the heads of members are remembered.</summary>
    private sealed class Packed(Stream inner) : ReadOnlyStream
    {
        private readonly byte[] _last = new byte[4];
        private int _heads;
        private uint _window;

        public uint StatedLength => BinaryPrimitives.ReadUInt32LittleEndian(_last);

        public bool HasMembers => _heads > 1;

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            foreach (var value in buffer[..read])
            {
                _window = (_window << 8) | value;
                if ((_window & 0xFFFFFF) == 0x1F8B08) _heads++;
            }

            // The window holds the bytes with the first uppermost, the length has it lowermost.
            BinaryPrimitives.WriteUInt32BigEndian(_last, _window);
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
