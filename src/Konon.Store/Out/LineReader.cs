namespace Konon.Store.Out;

/// <summary>Reads a stream line by line, as bytes; a line may be as long as a kept document written in base64.</summary>
internal sealed class LineReader(Stream input)
{
    // Longer than any document that Konon takes in; what has no line end for longer is no export.
    private const int Longest = 1 << 30;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>The next line without its line feed; empty at the end. It holds until the next call.</summary>
    /// <exception cref="InvalidDataException">A line is too long, or the last one is cut off.</exception>
    public ReadOnlyMemory<byte>? Next()
    {
        var looked = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = _buffer.AsMemory(_start, looked + found);
                _start += looked + found + 1;
                return line;
            }

            looked = _end - _start;
            if (_atEnd) return looked == 0 ? null : throw new InvalidDataException("it is cut off in the middle of a line");
            Fill();
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= Longest) throw new InvalidDataException("a line is longer than any that Konon writes");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = input.Read(_buffer, _end, _buffer.Length - _end);
        _atEnd = read == 0;
        _end += read;
    }
}
