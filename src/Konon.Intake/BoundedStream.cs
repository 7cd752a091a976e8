using Konon.Fetch;

namespace Konon.Intake;

/// <summary>More came out of a stream than it may hold.</summary>
internal sealed class LimitExceededException : Exception
{
    public LimitExceededException()
        : base("More came out of the stream than its limit.")
    {
    }

    public LimitExceededException(string message)
        : base(message)
    {
    }

    public LimitExceededException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>A stream that gives up after so many bytes: what unpacks without end does not.</summary>
internal sealed class BoundedStream(Stream inner, long limit) : ReadOnlyStream
{
    private long _left = limit;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _left -= read;
        return _left < 0 ? throw new LimitExceededException() : read;
    }
}
