namespace Konon.Cli.Watching;

/// <summary>How feeds are watched.</summary>
/// <param name="Every">How long a feed is left alone that asks for no longer pause.</param>
/// <param name="MaxEntries">The most articles of one feed or sitemap, its first or newest.</param>
internal sealed record WatchOptions(TimeSpan Every, int MaxEntries)
{
    public static WatchOptions Default { get; } = new(TimeSpan.FromMinutes(10), Intake.CoverageOptions.Default.MaxEntries);
}
