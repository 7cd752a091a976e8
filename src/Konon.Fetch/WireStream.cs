using System.Diagnostics;

namespace Konon.Fetch;

/// <summary>A body as it comes from the server: counted, and given up when it is too long, too slow or falls silent.</summary>
internal sealed class WireStream : ReadOnlyStream
{
    private readonly Stream _inner;
    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly long _limit;
    private readonly long _start;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _ended;
    private byte[] _head = [];
    private int _headAt;
    private long _count;

    /// <summary>Reads <paramref name="inner"/> within its limits; the clock starts now.</summary>
    /// <param name="inner">The body.</param>
    /// <param name="limit">The most bytes taken.</param>
    /// <param name="options">Time limits.</param>
    /// <param name="time">The clock that they are measured by.</param>
    /// <param name="cancel">Ends every read.</param>
    public WireStream(Stream inner, long limit, FetchOptions options, TimeProvider time, CancellationToken cancel)
    {
        (_inner, _limit, _options, _time, _start) = (inner, limit, options, time, time.GetTimestamp());
        _silence = new CancellationTokenSource(options.SilenceTimeout, time);
        _ended = CancellationTokenSource.CreateLinkedTokenSource(cancel, _silence.Token);
    }

    /// <summary>The first bytes, as many as asked for or as there are; they are read again afterwards.</summary>
    public async Task<ReadOnlyMemory<byte>> PeekAsync(int count)
    {
        Debug.Assert(_count == 0, "Nothing was read yet.");
        var head = new byte[count];
        var length = 0;
        while (length < count)
        {
            var read = await TakeAsync(head.AsMemory(length), CancellationToken.None);
            if (read == 0) break;
            length += read;
        }

        _head = head[..length];
        return _head;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_headAt >= _head.Length) return await TakeAsync(buffer, cancellationToken);
        var count = Math.Min(buffer.Length, _head.Length - _headAt);
        _head.AsMemory(_headAt, count).CopyTo(buffer);
        _headAt += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer) => throw new NotSupportedException("Bodies are read asynchronously.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ended.Dispose();
            _silence.Dispose();
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> TakeAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        _silence.CancelAfter(_options.SilenceTimeout);
        int read;
        try
        {
            read = await _inner.ReadAsync(buffer, _ended.Token);
        }
        catch (OperationCanceledException) when (_silence.IsCancellationRequested)
        {
            throw new FetchFault(FetchRefusal.TooSlow);
        }

        _count += read;
        if (_count > _limit) throw new FetchFault(FetchRefusal.TooLarge);
        var elapsed = _time.GetElapsedTime(_start);
        if (read > 0 && elapsed > _options.SlowAfter && _count < elapsed.TotalSeconds * _options.SlowestRate)
        {
            throw new FetchFault(FetchRefusal.TooSlow);
        }

        return read;
    }
}
