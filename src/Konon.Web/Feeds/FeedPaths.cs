using Microsoft.AspNetCore.Http;

namespace Konon.Web.Feeds;

/// <summary>Which pages have a feed of the same: it stands at the page's address with <c>/feed.atom</c> or <c>/feed.json</c> behind the
/// path.</summary>
internal static class FeedPaths
{
    private static readonly string[] Lists = ["/claims", "/figures", "/search"];
    private static readonly string[] Items = ["speakers", "outlets"];

    /// <summary>The feed of a page; empty where it has none.</summary>
    public static IReadOnlyList<FeedAddress> Of(HttpRequest request, string title)
    {
        var path = request.Path.Value ?? "";
        if (path == "/") return [new FeedAddress("stories", "", title, "")];
        if (Lists.Contains(path, StringComparer.Ordinal)) return [new FeedAddress("list", "", title,
            path) { Query = FeedQuery.Canonical(request.Query) }];
        var isItem = path.Split('/') is [_, var kind, _] && Items.Contains(kind, StringComparer.Ordinal);
        return isItem || path.Split('/') is [_, "stories", _, "figures", _]
            ? [new FeedAddress("item", "", title, request.Path.ToUriComponent())] : [];
    }

    /// <summary>The id of the story that a page shows; null for any other page.</summary>
    public static string? StoryOf(HttpRequest request) => (request.Path.Value ?? "").Split('/') is [_, "stories", var id] ? id : null;
}
