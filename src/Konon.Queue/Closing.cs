using RabbitMQ.Client;

namespace Konon.Queue;

/// <summary>Closes what may be closed already, or hang on a network that is cut.</summary>
internal static class Closing
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Closes a connection; that it is closed or cut already is no fault.</summary>
    public static async ValueTask OfAsync(IConnection? connection)
    {
        if (connection is null) return;
        try
        {
            await connection.CloseAsync(Constants.ReplySuccess, "", Longest, abort: true);
            await connection.DisposeAsync().AsTask().WaitAsync(Longest, TimeProvider.System);
        }
        catch (Exception fault) when (BrokerFaults.IsTransient(fault))
        {
            // It is gone, which is what was wanted; the broker notices by itself.
        }
    }
}
