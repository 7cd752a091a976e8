using System.Globalization;
using Konon.Store.Watching;
using Konon.Views;

namespace Konon.Cli.Watching;

/// <summary>Writes one line for each thing that happened, with its time in UTC; what is as it was is counted and not said.</summary>
internal sealed class WatchLog(TextWriter output, TimeProvider time)
{
    private readonly Dictionary<WatchEventKind, long> _counts = [];

    /// <summary>How much happened so far.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count(WatchEventKind.Added)} new, {Count(WatchEventKind.Changed)} changed, "
        + $"{Count(WatchEventKind.Vanished)} vanished, {Count(WatchEventKind.Unchanged)} unchanged");

    /// <summary>Takes note of what happened.</summary>
    public void Take(WatchEvent happened)
    {
        _counts[happened.Kind] = Count(happened.Kind) + 1;
        if (Word(happened.Kind) is not { } word) return;
        var what = happened.News > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({happened.News} to read)")
            : happened.Why is { } why ? ": " + PlainText.OneLine(why)
            : happened.Title is { } title ? ": " + PlainText.OneLine(title)
            : "";
        Write(happened.At, $"{word} {PlainText.OneLine(happened.Address)}{what}");
    }

    /// <summary>Says why something that was named is not watched.</summary>
    public void Refuse(Outcome refused) => Say($"refused {PlainText.OneLine(refused.Input)}: {PlainText.OneLine(refused.Refusal ?? "unknown")}");

    /// <summary>Says something of the watch itself.</summary>
    public void Say(string words) => Write(time.GetUtcNow(), words);

    private void Write(DateTimeOffset at, string words) =>
        output.WriteLine(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z' ", CultureInfo.InvariantCulture) + words);

    private long Count(WatchEventKind kind) => _counts.GetValueOrDefault(kind);

    private static string? Word(WatchEventKind kind) => kind switch
    {
        WatchEventKind.Added => "new",
        WatchEventKind.Known => "known",
        WatchEventKind.Changed => "changed",
        WatchEventKind.Vanished => "vanished",
        WatchEventKind.Returned => "returned",
        WatchEventKind.Moved => "moved",
        WatchEventKind.Failed => "failed",
        WatchEventKind.GivenUp => "given up",
        WatchEventKind.Forgotten => "forgotten",
        WatchEventKind.FeedNews => "feed",
        WatchEventKind.FeedFailed => "feed failed",
        _ => null,
    };
}
