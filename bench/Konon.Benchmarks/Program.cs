using System.Globalization;
using BenchmarkDotNet.Running;
using Konon.Benchmarks;

switch (args)
{
    case ["--quick", .. var rest]:
        QuickRun.Print(Console.Out, rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : QuickRun.HostileLength);
        return 0;
    case [var mode, .. var rest] when mode.StartsWith("pages-", StringComparison.Ordinal):
        return PageRuns.Run(mode, rest);
    case [var mode, .. var rest] when mode.StartsWith("lineage-", StringComparison.Ordinal):
        return Konon.Benchmarks.Lineage.LineageRuns.Run(mode, rest);
    case [var mode, .. var rest] when mode.StartsWith("archive-", StringComparison.Ordinal):
        return ArchiveRuns.Run(mode, rest);
    case [var mode, ..] when mode.StartsWith("grouping", StringComparison.Ordinal):
        return GroupingRuns.Run(args);
    case ["queue", .. var rest]:
        return QueueRuns.Run(rest);
    case ["queue-burst", .. var rest]:
        return await BurstRuns.Run(rest);
    case ["ledger" or "ledger-ask", .. var rest]:
        return LedgerRuns.Run(args[0], rest);
    case ["web", .. var rest]:
        return await WebRuns.Run(rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
        return 0;
}
