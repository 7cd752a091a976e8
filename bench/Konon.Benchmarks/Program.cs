using Konon.Benchmarks;

return args switch
{
    [var mode, .. var rest] when mode.StartsWith("pages", StringComparison.Ordinal) => PageRuns.Run(mode, rest),
    [var mode, .. var rest] when mode.StartsWith("archive", StringComparison.Ordinal) => ArchiveRuns.Run(mode, rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("konon-bench pages-extract|pages-speed|pages-fuzz|archive-make|archive-speed …");
    return 2;
}
