using System.Collections.Concurrent;
using Konon.Journeys.Fetching;
using Microsoft.AspNetCore.Http;

namespace Konon.Journeys.Alerting;

/// <summary>A message that came.</summary>
internal sealed record Message(string Event, string Timestamp, string Signature, string ContentType, byte[] Body);

/// <summary>A real receiver on this machine, which answers as a test wants.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private Receiver(Outlet outlet) => Outlet = outlet;

    public Outlet Outlet { get; }

    public ConcurrentQueue<Message> Messages { get; } = new();

    /// <summary>What is answered to the nth message, from 1.</summary>
    public Func<int, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public string Address => $"http://127.0.0.1:{Outlet.Port}/hook";

    public static async Task<Receiver> OpenAsync()
    {
        var receiver = new Receiver(await Outlet.OpenAsync());
        receiver.Outlet.Page("/hook", receiver.TakeAsync);
        return receiver;
    }

    public ValueTask DisposeAsync() => Outlet.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        Messages.Enqueue(new Message(
            headers["Konon-Event"].ToString(), headers["Konon-Timestamp"].ToString(), headers["Konon-Signature"].ToString(),
            context.Request.ContentType ?? "", body.ToArray()));
        await Answer(Messages.Count, context);
    }
}
