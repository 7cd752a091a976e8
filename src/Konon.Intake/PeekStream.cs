using Konon.Fetch;

namespace Konon.Intake;

/// <summary>A stream whose first bytes can be looked at before they are read. Reads only.</summary>
internal sealed class PeekStream(Stream inner) : ReadOnlyStream
{
    private byte[] _head = [];
    private int _length;
    private int _at;

    /// <summary>The first bytes, as many as asked for or as there are; they are read again afterwards.</summary>
    public byte[] Peek(int count)
    {
        if (_head.Length < count) Array.Resize(ref _head, count);
        while (_length < count)
        {
            var read = inner.Read(_head, _length, count - _length);
            if (read == 0) break;
            _length += read;
        }

        return _head[..Math.Min(count, _length)];
    }

    public override int Read(Span<byte> buffer)
    {
        if (_at >= _length) return inner.Read(buffer);
        var count = Math.Min(buffer.Length, _length - _at);
        _head.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}
