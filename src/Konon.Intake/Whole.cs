namespace Konon.Intake;

/// <summary>Reads a stream to its end, up to a limit.</summary>
internal static class Whole
{
    /// <summary>The bytes; null when there are more than <paramref name="limit"/>, of which no more are read.</summary>
    public static byte[]? Read(Stream stream, int limit)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (whole.Length + read > limit) return null;
            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }
}
