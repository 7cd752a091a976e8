using Konon.Fetch;

namespace Konon.Intake.Archives;

/// <summary>A stream with its position, in which one can look ahead and go back: as far as one likes in a file, a little in a pipe.</summary>
internal sealed class Window : ReadOnlyStream
{
    // What a pipe keeps to go back to: more than all but the largest compressed records.
    private const int LookBack = 1 << 20;
    private readonly int _keep;
    private readonly byte[] _buffer;
    private readonly Stream? _owner;
    private Stream _source;
    private long _start;
    private int _length;
    private int _at;

    /// <summary>A window over an archive; its first byte is at position 0.</summary>
    /// <param name="source">The archive.</param>
    public Window(Stream source)
    {
        (_source, _owner, _keep) = (source, source, source.CanSeek ? 1 << 16 : LookBack);
        _buffer = new byte[_keep + (1 << 18)];
    }

    /// <summary>A window that is moved from one source to the next with <see cref="Reset"/>.</summary>
    public Window()
    {
        _source = Null;
        _buffer = new byte[1 << 16];
    }

    /// <summary>How many bytes of the source stand before the next one.</summary>
    public override long Position
    {
        get => _start + _at;
        set => throw new NotSupportedException();
    }

    /// <summary>Begins anew with another source, at position 0.</summary>
    public void Reset(Stream source) => (_source, _start, _length, _at) = (source, 0, 0, 0);

    /// <summary>The next bytes, as many as asked for or as there are; at most 64 KB. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_length - _at < count && Fill())
        {
        }

        return _buffer.AsSpan(_at, Math.Min(count, _length - _at));
    }

    public override int Read(Span<byte> buffer)
    {
        if (_at == _length)
        {
            // A large piece goes straight through where nothing need be kept to go back to.
            if (_owner is null && buffer.Length >= _buffer.Length) return ReadThrough(buffer);
            if (!Fill()) return 0;
        }

        var count = Math.Min(buffer.Length, _length - _at);
        _buffer.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    /// <summary>Passes over bytes already looked at.</summary>
    public void Advance(int count) => _at += count;

    /// <summary>Passes over so many bytes; the number passed, fewer at the end.</summary>
    public long Skip(long count)
    {
        if (_owner is { CanSeek: true } && count > _length - _at)
        {
            var from = Position;
            GoTo(Math.Min(from + count, _owner.Length));
            return Position - from;
        }

        var left = count;
        while (left > 0 && (_at < _length || Fill()))
        {
            var step = (int)Math.Min(left, _length - _at);
            _at += step;
            left -= step;
        }

        return count - left;
    }

    /// <summary>Goes to a position, ahead or back; in a pipe not further back than its window holds.</summary>
    public void GoTo(long position)
    {
        if (position >= _start && position <= _start + _length)
        {
            _at = (int)(position - _start);
        }
        else if (_owner is { CanSeek: true })
        {
            _owner.Position = position;
            (_start, _length, _at) = (position, 0, 0);
        }
        else if (position < _start)
        {
            _at = 0;
        }
        else
        {
            Skip(position - Position);
        }
    }

    private int ReadThrough(Span<byte> buffer)
    {
        var read = _source.Read(buffer);
        (_start, _length, _at) = (_start + _length + read, 0, 0);
        return read;
    }

    private bool Fill()
    {
        if (_length == _buffer.Length)
        {
            var drop = Math.Max(0, _at - _keep);
            if (drop == 0) return false;
            _buffer.AsSpan(drop, _length - drop).CopyTo(_buffer);
            (_start, _length, _at) = (_start + drop, _length - drop, _at - drop);
        }

        var read = _source.Read(_buffer.AsSpan(_length));
        _length += read;
        return read > 0;
    }
}
