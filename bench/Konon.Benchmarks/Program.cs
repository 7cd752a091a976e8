using System.Globalization;
using BenchmarkDotNet.Running;
using Konon.Benchmarks;

if (args is ["--quick", ..])
{
    QuickRun.Print(Console.Out, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : QuickRun.HostileLength);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
