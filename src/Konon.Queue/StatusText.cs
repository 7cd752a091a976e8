using System.Globalization;

namespace Konon.Queue;

/// <summary>Writes a status for people.</summary>
public static class StatusText
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Writes it, one line each.</summary>
    public static void Write(QueueStatus status, TextWriter page)
    {
        ArgumentNullException.ThrowIfNull(status);
        ArgumentNullException.ThrowIfNull(page);
        page.WriteLine($"queue at {status.Broker}");
        Line(page, "waiting", status.Waiting, status.OldestSeconds is { } age ? "the oldest for " + Age(age) : "");
        Line(page, "in hand", status.InHand, "");
        if (status.Suspects > 0) Line(page, "suspects", status.Suspects, "came back, read alone");
        Line(page, "dead", status.Dead, status.Dead > 0 ? "konon dead list says why" : "");
        if (status.Notes > 0) Line(page, "notes", status.Notes, "stories to be settled");
        foreach (var stage in status.Stages) page.WriteLine(string.Create(Culture,
            $"{stage.Name,-10} {stage.Done,9}  {stage.PerSecond:0.0} a second, {stage.Errors} errors"));
        var silent = status.WorkersKnown - status.Workers.Count;
        Line(page, "workers", status.WorkersKnown, silent > 0 ? string.Create(Culture, $"{silent} do not answer") : "");
        foreach (var worker in status.Workers)
        {
            var read = worker.Stages.FirstOrDefault(stage => stage.Name == "read");
            var settles = worker.SettledAt is null ? "" : ", settles stories";
            var reads = string.Create(Culture, $"{read?.Done ?? 0} read, {read?.PerSecond ?? 0:0.0} a second");
            var holds = string.Create(Culture, $"{worker.InHand} in hand of {worker.Queues.Count} queues");
            page.WriteLine($"  {worker.Name}: {holds}, {reads}{settles}");
        }
    }

    /// <summary>An age in its two largest units.</summary>
    public static string Age(double seconds) => seconds switch
    {
        < 60 => string.Create(Culture, $"{seconds:0} s"),
        < 3600 => string.Create(Culture, $"{(int)seconds / 60} min {(int)seconds % 60} s"),
        < 86400 => string.Create(Culture, $"{(int)seconds / 3600} h {(int)seconds % 3600 / 60} min"),
        _ => string.Create(Culture, $"{(int)(seconds / 86400)} d {(int)(seconds / 3600) % 24} h"),
    };

    private static void Line(TextWriter page, string name, long count, string words) =>
        page.WriteLine(string.Create(Culture, $"{name,-10} {count,9}{(words.Length > 0 ? "  " + words : "")}"));
}
