namespace Konon.Intake;

/// <summary>One line's bytes, without its end; empty where it was too long to be kept.</summary>
internal readonly record struct ByteLine(byte[] Bytes, bool TooLong);

/// <summary>Cuts a stream into lines, holding one at a time.</summary>
internal sealed class LineSource(Stream stream, int maxLength)
{
    public IEnumerable<ByteLine> Lines()
    {
        var buffer = new byte[1 << 16];
        using var line = new MemoryStream();
        var (tooLong, first, pending) = (false, true, false);
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            var at = 0;
            while (at < read)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', at, read - at);
                var stop = end < 0 ? read : end;
                if (line.Length + stop - at > maxLength) tooLong = true;
                if (!tooLong) line.Write(buffer, at, stop - at);
                pending = true;
                if (end < 0) break;
                yield return Take(line, tooLong, first);
                (tooLong, first, pending) = (false, false, false);
                at = end + 1;
            }
        }

        if (pending) yield return Take(line, tooLong, first);
    }

    private static ByteLine Take(MemoryStream line, bool tooLong, bool first)
    {
        var bytes = tooLong ? [] : line.ToArray();
        line.SetLength(0);
        if (line.Capacity > 1 << 20) line.Capacity = 0;
        if (bytes is [.., (byte)'\r']) bytes = bytes[..^1];
        if (first && bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        return new ByteLine(bytes, tooLong);
    }
}
