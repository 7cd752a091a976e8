using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Konon.Fetch;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Konon.Journeys.Fetching;

/// <summary>A request that came, and when.</summary>
internal sealed record Asked(string Path, string Host, DateTimeOffset At, IHeaderDictionary Headers);

/// <summary>A real server on this machine that plays outlet, feed and trap under whatever names a test gives it.</summary>
/// <remarks>
/// To the fetcher the names resolve to public addresses, which it checks; only then is a connection led here. An address
/// that is dialled without having passed the check shows in <see cref="Dialled"/>.
/// </remarks>
internal sealed class Outlet : IAsyncDisposable
{
    public const string PublicAddress = "93.184.215.14";

    private readonly WebApplication _app;
    private readonly Dictionary<string, Func<HttpContext, Task>> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _lookUps = new(StringComparer.Ordinal);

    private Outlet(WebApplication app) => _app = app;

    /// <summary>What each name resolves to, one look-up after the other, the last for good; all others are public.</summary>
    public Dictionary<string, string[]> Names { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public ConcurrentQueue<IPEndPoint> Dialled { get; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public int Port { get; private set; }

    public IEnumerable<string> Paths => Requests.Select(request => request.Path);

    public static async Task<Outlet> OpenAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MinResponseDataRate = null;
            options.AddServerHeader = false;
        });
        var app = builder.Build();
        var outlet = new Outlet(app) { Time = time ?? TimeProvider.System };
        app.Run(outlet.AnswerAsync);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        outlet.Port = new Uri(address).Port;
        return outlet;
    }

    /// <summary>Answers a path, on every name.</summary>
    public Outlet Page(string path, Func<HttpContext, Task> answer)
    {
        _pages[path] = answer;
        return this;
    }

    public Outlet Page(string path, string body, string contentType = "text/html; charset=utf-8") => Page(path, async context =>
    {
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(body);
    });

    public Outlet Status(string path, int status, params (string Name, string Value)[] headers) => Page(path, context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        return Task.CompletedTask;
    });

    public Outlet Redirect(string path, string to) => Status(path, 302, ("Location", to));

    /// <summary>A fetcher that takes this server for the internet, with limits that a test can reach.</summary>
    public Fetcher Fetcher(Func<FetchOptions, FetchOptions>? change = null)
    {
        var options = FetchOptions.Default with { Pace = TimeSpan.Zero, Retries = 0 };
        options = change?.Invoke(options) ?? options;
        return new Fetcher(options, Time, new Dialler(options.AllowPrivate, Time) { Resolve = ResolveAsync, Dial = DialAsync });
    }

    public async ValueTask DisposeAsync()
    {
        // Not gracefully: some answers never end.
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        try
        {
            await _app.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
        }

        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString.ToString();
        Requests.Enqueue(new Asked(path, context.Request.Host.Host, Time.GetUtcNow(), new HeaderDictionary(context.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase))));
        if (_pages.TryGetValue(context.Request.Host.Host + path, out var answer) || _pages.TryGetValue(path, out answer)) await answer(context);
        else context.Response.StatusCode = 404;
    }

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (host.EndsWith(".nowhere", StringComparison.Ordinal)) throw new SocketException((int)SocketError.HostNotFound);
        if (!Names.TryGetValue(host, out var addresses)) return Task.FromResult(new[] { IPAddress.Parse(PublicAddress) });
        var lookUp = _lookUps.AddOrUpdate(host, 0, (_, before) => before + 1);
        return Task.FromResult(addresses[Math.Min(lookUp, addresses.Length - 1)].Split(',').Select(IPAddress.Parse).ToArray());
    }

    private async ValueTask<Stream> DialAsync(IPEndPoint address, CancellationToken cancel)
    {
        Dialled.Enqueue(address);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, Port, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
