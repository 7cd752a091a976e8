using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Konon.Journeys.Browser;

/// <summary>The address of one page of each kind, found by following the links from the first.</summary>
internal static class Places
{
    public static async Task<IReadOnlyList<string>> Of(Uri home)
    {
        using var client = new HttpClient();
        client.BaseAddress = home;
        var story = await Link(client, "/", "/stories/[0-9a-z]+");
        var claim = await Link(client, "/claims", "/claims/[0-9a-f]+");
        return
        [
            "/", story, .. Sections.Select(section => story + "/" + section), story + "/claims?by=time",
            await Link(client, story + "/figures", story + "/figures/[^\"#?/]+"),
            await Link(client, "/claims", "/articles/[0-9a-f]+"), claim, await Link(client, "/claims", "/speakers/[^\"#?/]+"),
            await Link(client, "/claims", "/outlets/[^\"#?/]+"), "/search", "/search?q=feri", "/search?q=feri&in=articles",
            "/claims", "/figures", "/speakers",
        ];
    }

    public static IReadOnlyList<string> OfReview { get; } = ["/review", "/review/merge", "/review/log"];

    private static string[] Sections { get; } =
        ["figures", "claims", "conflicts", "corrections", "revisions", "reports", "lineage"];

    public static async Task<string> Link(HttpClient client, string page, string pattern)
    {
        var found = Regex.Match(await client.GetStringAsync(new Uri(page, UriKind.Relative)), "href=\"(" + pattern + ")[\"#?]");
        Assert.True(found.Success, $"{page}: no link to {pattern}");
        return WebUtility.HtmlDecode(found.Groups[1].Value);
    }
}
