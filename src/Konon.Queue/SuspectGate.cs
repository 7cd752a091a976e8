namespace Konon.Queue;

/// <summary>Lets so many read at a time, or one alone.</summary>
/// <remarks>A suspect that kills the process then takes no other document along that is being read.</remarks>
internal sealed class SuspectGate(int jobs) : IDisposable
{
    private readonly SemaphoreSlim _free = new(jobs);
    private readonly SemaphoreSlim _alone = new(1);

    /// <summary>Waits for a place among the others.</summary>
    public Task EnterAsync(CancellationToken cancel) => _free.WaitAsync(cancel);

    /// <summary>Gives the place back.</summary>
    public void Leave() => _free.Release();

    /// <summary>Waits until nobody else reads.</summary>
    public async Task EnterAloneAsync(CancellationToken cancel)
    {
        await _alone.WaitAsync(cancel);
        var taken = 0;
        try
        {
            for (; taken < jobs; taken++) await _free.WaitAsync(cancel);
        }
        catch
        {
            if (taken > 0) _free.Release(taken);
            _alone.Release();
            throw;
        }
    }

    /// <summary>Lets the others read again.</summary>
    public void LeaveAlone()
    {
        _free.Release(jobs);
        _alone.Release();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _free.Dispose();
        _alone.Dispose();
    }
}
