using Xunit;

namespace Konon.Tests.Claims;

/// <summary>The rules of the stage as a page whose examples run: <c>docs/stages/claims.md</c>.</summary>
public sealed class ClaimSpecTests
{
    private const string KnownFailures = "Known failures";

    private static readonly List<SpecExample> Examples =
        SpecExample.Read(File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "stages", "claims.md")));

    [Fact]
    public void Every_example_of_the_page_is_read_as_it_says()
    {
        var held = Examples.Where(example => example.Section != KnownFailures).ToList();
        Assert.True(held.Count >= 120, $"only {held.Count} examples were run");
        var faults = held.Select(example => (example, faults: example.Faults())).Where(pair => pair.faults.Count > 0).ToList();
        Assert.True(faults.Count == 0, $"{faults.Count} of {held.Count} examples are read otherwise:\n"
            + string.Join("\n", faults.Select(pair => pair.example + "\n    " + string.Join("\n    ", pair.faults))));
    }

    [Fact]
    public void Every_known_failure_still_fails()
    {
        var mended = Examples.Where(example => example.Section == KnownFailures && example.Faults().Count == 0).ToList();
        Assert.True(mended.Count == 0, "Good news; move these up into their sections:\n" + string.Join("\n", mended));
    }
}
