using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Konon.Journeys.Queue;

/// <summary>A wire between a client and a server of this machine that can be cut: nothing gets through, and nobody is told.</summary>
internal sealed class CutWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _to;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Socket> _open = [];
    private volatile bool _isCut;
    private volatile int _deafened;

    public CutWire(int to)
    {
        _to = to;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Cuts it: open connections hang, new ones are never answered.</summary>
    public void Cut() => _isCut = true;

    /// <summary>From now on nothing comes back to clients that are connected already; what they say still arrives.</summary>
    public void Deafen() => Interlocked.Increment(ref _deafened);

    /// <summary>Mends it; connections that hung meanwhile are dead, as after a router came back that knows them no more.</summary>
    public void Mend()
    {
        _isCut = false;
        while (_open.TryTake(out var socket)) socket.Close(0);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        while (_open.TryTake(out var socket)) socket.Close(0);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_end.Token);
                _open.Add(client);
                if (!_isCut) _ = ConnectAsync(client);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ConnectAsync(Socket client)
    {
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        _open.Add(server);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _to, _end.Token);
            var age = _deafened;
            await Task.WhenAny(CopyAsync(client, server, () => true), CopyAsync(server, client, () => age == _deafened));
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One end is gone, and so is the other.
        }

        // A cut wire tells nobody that the other end is gone.
        if (_isCut) return;
        client.Close(0);
        server.Close(0);
    }

    private async Task CopyAsync(Socket from, Socket to, Func<bool> arrives)
    {
        var buffer = new byte[1 << 16];
        while (true)
        {
            var count = await from.ReceiveAsync(buffer, _end.Token);
            // What was on its way when it was cut is lost.
            while (_isCut) await Task.Delay(20, _end.Token);
            if (count == 0) return;
            if (arrives()) await to.SendAsync(buffer.AsMemory(0, count), _end.Token);
        }
    }
}
