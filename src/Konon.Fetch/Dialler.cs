using System.Net;
using System.Net.Sockets;

namespace Konon.Fetch;

/// <summary>Makes the connections, to addresses that may be connected to.</summary>
/// <remarks>
/// The check stands here and not before the request, so that it holds for the very address of the connection: a name
/// that resolves to one address when it is checked and to another when it is used has nothing to gain.
/// </remarks>
internal sealed class Dialler(bool allowPrivate, TimeProvider time)
{
    // One address of several may be dead; the next is tried before the whole time for connecting is gone.
    private static readonly TimeSpan EachAddress = TimeSpan.FromSeconds(4);

    /// <summary>The addresses of a name; the system's resolver, or a test's.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Opens a connection to an address that was found allowed; a socket, or a test's.</summary>
    public Func<IPEndPoint, CancellationToken, ValueTask<Stream>> Dial { get; init; } = DialSocketAsync;

    public async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancel)
    {
        var addresses = await AddressesAsync(target.Host, cancel);
        var allowed = allowPrivate ? addresses : Array.FindAll(addresses, AddressGuard.IsPublic);
        if (addresses.Length == 0) throw new FetchFault(FetchRefusal.UnknownHost);
        if (allowed.Length == 0) throw new FetchFault(FetchRefusal.PrivateAddress);
        foreach (var address in allowed.OrderBy(address => address.AddressFamily).SkipLast(1))
        {
            if (await TryDialAsync(new IPEndPoint(address, target.Port), cancel) is { } stream) return stream;
        }

        return await Dial(new IPEndPoint(allowed.OrderBy(address => address.AddressFamily).Last(), target.Port), cancel);
    }

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancel)
    {
        if (IPAddress.TryParse(host, out var literal)) return [literal];
        try
        {
            return await Resolve(host, cancel);
        }
        catch (Exception fault) when (fault is SocketException or ArgumentException)
        {
            throw new FetchFault(FetchRefusal.UnknownHost);
        }
    }

    private async Task<Stream?> TryDialAsync(IPEndPoint address, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(EachAddress, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            return await Dial(address, both.Token);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested && fault is SocketException or OperationCanceledException)
        {
            return null;
        }
    }

    private static async ValueTask<Stream> DialSocketAsync(IPEndPoint address, CancellationToken cancel)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
