using Konon.Store;
using Konon.Web.Http;
using Konon.Web.Telling;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Feeds;

/// <summary>A request for a feed.</summary>
internal sealed class FeedAsk(HttpContext context, LedgerStore store)
{
    public HttpContext Context { get; } = context;

    public LedgerStore Store { get; } = store;

    public WebWords Words { get; } = WebWords.Of(context);

    /// <summary>Where the feed is now; null where it did not move.</summary>
    public string? MovedTo { get; private set; }

    /// <summary>A part of the path; empty where it has none of that name.</summary>
    public string Name(string name) => Context.GetRouteValue(name)?.ToString() ?? "";

    /// <summary>The entries of a story.</summary>
    public StoryEntries Entries(StoryView view) => new(view, Store, Words);

    /// <summary>The feed at this address.</summary>
    /// <param name="name">Its name for good, behind <c>urn:konon:</c>.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="entries">Its entries, the newest first.</param>
    public WebFeed Feed(string name, string title, IReadOnlyList<FeedEntry> entries) => new()
    {
        Id = "urn:konon:" + name,
        Title = title,
        Page = Page(),
        Language = Words.Language,
        Entries = entries,
    };

    /// <summary>Says that the feed is at another address: its story or speaker was merged.</summary>
    public WebFeed? Moved(string to)
    {
        MovedTo = to + Ending();
        return null;
    }

    /// <summary>Which figure or conflict of a story, as the path has it.</summary>
    public string Part()
    {
        var parts = Context.Request.Path.Value!.Split('/');
        return $"/{parts[^3]}/{parts[^2]}";
    }

    private string Ending() => Context.Request.Path.Value![Context.Request.Path.Value!.LastIndexOf('/')..];

    // The page of which it is the feed: of a part of a story the story's own.
    private string Page()
    {
        var path = Context.Request.Path.ToUriComponent();
        if (Name("part").Length > 0) return "/stories/" + Name("id");
        path = path[..^Ending().Length];
        return (path.Length == 0 ? "/" : path) + FeedQuery.Canonical(Context.Request.Query);
    }
}
