using System.Diagnostics;
using Konon.Bytes;
using Konon.Intake;
using Konon.Queue;
using Konon.Store;

namespace Konon.Cli.Queueing;

/// <summary>Keeps the documents at the inputs and sends them to the queue, as <see cref="Adding"/> would read them.</summary>
internal sealed class Enqueuing(Inputs inputs, DocumentSender sender, SteadyLookup lookup, int jobs)
{
    // As many as have their folders brought to the disk together.
    private const int Batch = 64;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly List<(DocumentMessage Message, string Key)> _kept = [];
    private readonly List<Document> _known = [];
    private readonly Stopwatch _sinceSent = Stopwatch.StartNew();

    /// <summary>How many inputs need no reading.</summary>
    public int Known { get; private set; }

    /// <summary>Sends everything; refusals go to the report. Done when the broker has it.</summary>
    public async Task RunAsync(RunReport report, CancellationToken cancel)
    {
        foreach (var step in InOrder.Select(Looked(cancel), Keep, jobs))
        {
            cancel.ThrowIfCancellationRequested();
            switch (step)
            {
                case { Refused: { } refused }: report.Refuse(refused); break;
                case { Message: { } message }: _kept.Add((message, step.Key)); report.Count(); break;
                case { Known: { } known }: _known.Add(known); Known++; report.Count(); break;
                default: Known++; report.Count(); break;
            }

            if (_kept.Count + _known.Count >= Batch || _sinceSent.Elapsed > LongestWait) await SendAsync(cancel);
        }

        await SendAsync(cancel);
        await sender.FlushAsync();
        report.HideProgress();
    }

    private async Task SendAsync(CancellationToken cancel)
    {
        sender.Sight(_known);
        await sender.SendAsync(_kept, cancel);
        _known.Clear();
        _kept.Clear();
        _sinceSent.Restart();
    }

    private IEnumerable<(CoverageItem Item, DocumentState State)> Looked(CancellationToken cancel)
    {
        foreach (var item in inputs.Items())
        {
            yield return (item, item.Document is { } document ? lookup.OfAsync(document, cancel).GetAwaiter().GetResult()
                : DocumentState.New);
        }
    }

    private Step Keep((CoverageItem Item, DocumentState State) looked)
    {
        if (looked.Item.Refused is { } refused) return new Step { Refused = new Outcome(refused.Input, null, refused.Words) };
        var document = looked.Item.Document!;
        return looked.State switch
        {
            DocumentState.Known => new Step { Known = document },
            DocumentState.SeenInThisRun => default,
            DocumentState.Forgotten => new Step { Refused = new Outcome(document.Input, null, "forgotten: a person had it erased") },
            _ => new Step { Message = sender.Keep(document), Key = DocumentMessage.KeyOf(document) },
        };
    }

    /// <summary>What came of one input; none of these where nothing is to be done.</summary>
    private readonly record struct Step(DocumentMessage? Message, string Key, Document? Known, Outcome? Refused);
}
