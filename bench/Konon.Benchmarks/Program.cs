using Konon.Benchmarks;

return args is [var mode, .. var rest] && mode.StartsWith("pages", StringComparison.Ordinal) ? PageRuns.Run(mode, rest) : Usage();

static int Usage()
{
    Console.Error.WriteLine("konon-bench pages-extract|pages-speed|pages-fuzz …");
    return 2;
}
