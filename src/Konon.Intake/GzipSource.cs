using System.Buffers.Binary;
using System.IO.Compression;

namespace Konon.Intake;

/// <summary>Unpacks gzip, and says so when it breaks off, which <see cref="GZipStream"/> passes over in silence.</summary>
/// <remarks>
/// The last four bytes of a member tell how much it unpacks to. Where several members follow each other only the last
/// one's length stands at the end, so there a difference tells nothing.
/// </remarks>
internal sealed class GzipSource : Stream
{
    private readonly Packed _packed;
    private readonly GZipStream _unpacked;
    private uint _length;

    public GzipSource(Stream packed)
    {
        _packed = new Packed(packed);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads unpacked bytes.</summary>
    /// <exception cref="InvalidDataException">The data is broken or breaks off.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _unpacked.Read(buffer, offset, count);
        _length += (uint)read;
        if (read > 0 || count == 0) return read;
        if (_packed.StatedLength != _length && !_packed.HasMembers) throw new InvalidDataException("The gzip data breaks off.");
        return 0;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The packed bytes on their way, of which the last and the heads of members are remembered.</summary>
    private sealed class Packed(Stream inner) : Stream
    {
        private readonly byte[] _last = new byte[4];
        private int _heads;
        private uint _window;

        public uint StatedLength => BinaryPrimitives.ReadUInt32LittleEndian(_last);

        public bool HasMembers => _heads > 1;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            foreach (var value in buffer.AsSpan(offset, read))
            {
                _window = (_window << 8) | value;
                if ((_window & 0xFFFFFF) == 0x1F8B08) _heads++;
            }

            // The window holds the bytes with the first uppermost, the length has it lowermost.
            BinaryPrimitives.WriteUInt32BigEndian(_last, _window);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
