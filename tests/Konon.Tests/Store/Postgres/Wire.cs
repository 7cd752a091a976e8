using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Konon.Tests.Store.Postgres;

/// <summary>A wire to a server that can be cut: a port of its own, which hands bytes on both ways.</summary>
internal sealed class Wire : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _open = [];
    private readonly int _server;
    private volatile bool _isCut;

    public Wire(int server)
    {
        _server = server;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = Accept();
    }

    public int Port { get; }

    /// <summary>Cuts every connection, and refuses new ones until it is mended.</summary>
    public void Cut()
    {
        _isCut = true;
        while (_open.TryTake(out var client)) client.Dispose();
    }

    public void Mend() => _isCut = false;

    public void Dispose()
    {
        Cut();
        _listener.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Join(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception fault) when (fault is ObjectDisposedException or SocketException)
        {
            // The wire is taken down.
        }
    }

    private async Task Join(TcpClient near)
    {
        using var far = new TcpClient { NoDelay = true };
        try
        {
            using (near)
            {
                near.NoDelay = true;
                if (_isCut) return;
                await far.ConnectAsync(IPAddress.Loopback, _server);
                _open.Add(near);
                _open.Add(far);
                if (_isCut) Cut();
                await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
            }
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }
}
