using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace Konon.Journeys.Browser;

/// <summary>Looks at pages as people see them: in both languages, light and dark, wide and narrow, with script and without.</summary>
internal static class Inspection
{
    /// <summary>An address at which nothing is, which a page says.</summary>
    public const string NoSuchPage = "/stories/ffffffffffffffff";

    private const int LargestPage = 100_000;

    // Each language in both schemes, each width. Contrast is a matter of the scheme, names one of the language: axe looks twice.
    private static readonly Look[] Looks =
    [
        new("id", ColorScheme.Light, 1440) { Axe = true }, new("en", ColorScheme.Dark, 390) { Axe = true },
        new("id", ColorScheme.Dark, 768), new("en", ColorScheme.Light, 390) { Script = false },
    ];

    /// <summary>Fails where axe or the browser's console has something to say, where a page scrolls sideways or is large.</summary>
    public static async Task Check(IBrowser browser, Uri home, IReadOnlyList<string> paths, bool signIn = false)
    {
        var faults = await Look(browser, home, paths, signIn);
        Assert.True(faults.Length == 0, string.Join('\n', faults.Order(StringComparer.Ordinal)));
    }

    private static async Task<string[]> Look(IBrowser browser, Uri home, IReadOnlyList<string> paths, bool signIn)
    {
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Looks, async (look, _) =>
        {
            await using var visit = await Visit.Open(browser, home, look);
            if (signIn) await SignIn.As(visit, "Rani " + look.Width);
            foreach (var path in paths)
            {
                foreach (var fault in await Faults(visit, look, path)) faults.Add($"{path} ({look}) {fault}");
            }
        });
        return [.. faults];
    }

    private static async Task<IReadOnlyList<string>> Faults(Visit visit, Look look, string path)
    {
        visit.Faults.Clear();
        var bytes = await visit.Go(path, path == NoSuchPage ? 404 : 200);
        var faults = new List<string>();
        if (bytes.Length > LargestPage) faults.Add($"{bytes.Length} bytes");
        if (look.Axe) faults.AddRange(await Accessibility.Faults(visit.Page));
        foreach (var width in look.Axe ? Browser.Look.Widths : [look.Width])
        {
            if (width != look.Width) await visit.Page.SetViewportSizeAsync(width, look.Height);
            if (await visit.IsTooWide()) faults.Add($"scrolls sideways at {width}");
        }

        if (look.Axe) await visit.Page.SetViewportSizeAsync(look.Width, look.Height);
        return [.. faults, .. visit.Faults];
    }
}
