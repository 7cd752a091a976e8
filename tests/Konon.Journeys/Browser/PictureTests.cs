using Microsoft.Playwright;
using Xunit;

namespace Konon.Journeys.Browser;

/// <summary>The pictures of the README, taken anew by every run.</summary>
/// <remarks>They are kept where <c>KONON_SCREENSHOTS</c> names a folder: <c>KONON_SCREENSHOTS=docs/images</c>.</remarks>
[Collection(OneBrowser.Name)]
public sealed class PictureTests(Studio studio)
{
    private const int Largest = 150_000;
    private const int Highest = 780;

    [Fact]
    public async Task The_readmes_pictures_are_of_what_is_served_and_small()
    {
        var home = (await studio.Demo()).Address;
        using var client = new HttpClient { BaseAddress = home };
        var story = await Places.Link(client, "/", "/stories/[0-9a-z]+");
        var article = await Places.Link(client, "/search?q=bantah&in=articles", "/articles/[0-9a-f]+");
        await Take("story", story, new Look("en", ColorScheme.Light, 1180));
        await Take("telephone", story, new Look("id", ColorScheme.Dark, 390), "now");
        await Take("side-by-side", story, new Look("en", ColorScheme.Light, 1440), "slots");
        await Take("article", article, new Look("en", ColorScheme.Light, 1180));
    }

    private async Task Take(string name, string path, Look look, string? from = null)
    {
        await using var visit = await Visit.Open(await studio.Browser(), (await studio.Demo()).Address, look);
        await visit.Go(path);
        if (from is not null) await visit.Page.EvaluateAsync("id => document.getElementById(id).scrollIntoView()", from);
        var picture = await visit.Page.ScreenshotAsync(new()
        {
            Animations = ScreenshotAnimations.Disabled,
            Clip = new() { Width = look.Width, Height = Highest },
        });
        Assert.True(picture.Length < Largest, $"{name}: {picture.Length} bytes");
        Assert.Empty(visit.Faults);
        var readme = await File.ReadAllTextAsync(Path.Combine(ReadmeTests.Root, "README.md"), TestContext.Current.CancellationToken);
        Assert.Contains($"(docs/images/{name}.png)", readme, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("KONON_SCREENSHOTS") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(Path.Combine(ReadmeTests.Root, folder));
        await File.WriteAllBytesAsync(
            Path.Combine(ReadmeTests.Root, folder, name + ".png"), picture, TestContext.Current.CancellationToken);
    }
}
