using System.Threading.Channels;
using Konon.Ledger.Listing;
using Konon.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Konon.Web.Telling;

/// <summary>Counts the origins of stories that lists have shown without them, one after the other, while nobody waits.</summary>
internal sealed partial class OriginsCounter(LedgerStore store, OriginsBook book, ILogger<OriginsCounter> log) : BackgroundService
{
    // A longer story takes too much of the machine for a number in a list; it is counted when somebody opens it.
    private const int LongestStory = 100;
    private const int MostWaiting = 120;

    private readonly Channel<StoryRow> _waiting = Channel.CreateBounded<StoryRow>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Asks for a story to be counted; nothing where too many wait.</summary>
    public void Ask(StoryRow row)
    {
        if (row.Articles <= LongestStory) _waiting.Writer.TryWrite(row);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var row in _waiting.Reader.ReadAllAsync(stoppingToken))
            {
                if (book.Find(row) is null) Count(row);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    private void Count(StoryRow row)
    {
        try
        {
            book.Note(row, StoryTeller.Tell(store, row).Story.Lineage.Origins);
        }
        catch (LedgerException fault)
        {
            NotCounted(log, row.Id, fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "origins of story {Story} not counted: {Reason}")]
    private static partial void NotCounted(ILogger logger, string story, string reason);
}
