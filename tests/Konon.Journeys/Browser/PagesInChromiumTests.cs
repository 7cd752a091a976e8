using Xunit;

namespace Konon.Journeys.Browser;

[Collection(OneBrowser.Name)]
public sealed class PagesInChromiumTests(Studio studio)
{
    [Fact]
    public async Task Every_page_is_accessible_quiet_narrow_and_small()
    {
        var home = (await studio.Demo()).Address;
        var browser = await studio.Browser();
        var places = await Places.Of(home);
        Assert.True(places.Count > 20);
        await Inspection.Check(browser, home, [.. places, Inspection.NoSuchPage, "/review"]);
    }

    [Fact]
    public async Task Every_page_of_the_review_is_accessible_quiet_narrow_and_small()
    {
        var home = (await studio.Demo()).Address;
        var browser = await studio.Browser();
        using var client = new HttpClient { BaseAddress = home };
        var claim = await Places.Link(client, "/claims", "/claims/[0-9a-f]+");
        await Inspection.Check(browser, home, [.. Places.OfReview, claim], signIn: true);
    }

    [Fact]
    public async Task What_changed_in_an_article_is_accessible_quiet_narrow_and_small()
    {
        var browser = await studio.Browser();
        using var desk = new Revised();
        using var server = await Server.Start(desk.Folder, "serve");
        var paths = await Revised.Paths(server.Address);
        await Inspection.Check(browser, server.Address, paths);
    }
}
