using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace Konon.Journeys.Browser;

[Collection(OneBrowser.Name)]
public sealed class PagesInChromiumTests(Studio studio)
{
    private const int LargestPage = 100_000;
    private const string NoSuchPage = "/stories/ffffffffffffffff";

    // Each language in both schemes, each width. Contrast is a matter of the scheme, names one of the language: axe looks twice.
    private static readonly Look[] Looks =
    [
        new("id", ColorScheme.Light, 1440) { Axe = true }, new("en", ColorScheme.Dark, 390) { Axe = true },
        new("id", ColorScheme.Dark, 768), new("en", ColorScheme.Light, 390) { Script = false },
    ];

    [Fact]
    public async Task Every_page_is_accessible_quiet_narrow_and_small()
    {
        var home = (await studio.Demo()).Address;
        var browser = await studio.Browser();
        var places = await Places.Of(home);
        Assert.True(places.Count > 20);
        Check(await Look(browser, home, [.. places, NoSuchPage, "/review"], signIn: false));
    }

    [Fact]
    public async Task Every_page_of_the_review_is_accessible_quiet_narrow_and_small()
    {
        var home = (await studio.Demo()).Address;
        var browser = await studio.Browser();
        using var client = new HttpClient { BaseAddress = home };
        var claim = await Places.Link(client, "/claims", "/claims/[0-9a-f]+");
        Check(await Look(browser, home, [.. Places.OfReview, claim], signIn: true));
    }

    [Fact]
    public async Task What_changed_in_an_article_is_accessible_quiet_narrow_and_small()
    {
        var browser = await studio.Browser();
        using var desk = new Revised();
        using var server = await Server.Start(desk.Folder, "serve");
        var paths = await Revised.Paths(server.Address);
        Check(await Look(browser, server.Address, paths, signIn: false));
    }

    private static void Check(string[] faults) => Assert.True(faults.Length == 0, string.Join('\n', faults.Order(StringComparer.Ordinal)));

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
