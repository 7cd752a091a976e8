using System.Globalization;
using BenchmarkDotNet.Running;
using Konon.Benchmarks;

switch (args)
{
    case ["--quick", ..]:
        QuickRun.Print(Console.Out, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : QuickRun.HostileLength);
        return 0;
    case [var mode, .. var rest] when mode.StartsWith("pages", StringComparison.Ordinal):
        return PageRuns.Run(mode, rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
        return 0;
}
