using System.Globalization;
using Konon.Store;
using Konon.Web.Telling;

namespace Konon.Web.Mcp;

/// <summary>Finds the story that a call speaks of.</summary>
/// <param name="store">The ledger.</param>
/// <param name="cache">Stories that were built before.</param>
/// <param name="settles">Whether what was added in the meantime is grouped at each call; false where somebody else does it.</param>
internal sealed class StoryFinding(LedgerStore store, StoryCache cache, bool settles)
{
    private const int MostNamed = 8;

    /// <summary>The one story that is called so.</summary>
    /// <exception cref="ToolFault">There is none, or more than one.</exception>
    public StoryView Find(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new ToolFault("story: an id, an article's id or address, or words of its name");
        Settle();
        var found = store.FindStories(name.Trim());
        return found.Count switch
        {
            1 => cache.Of(found[0]),
            0 => throw new ToolFault("the ledger has no story called so; search_articles gives the story of each article it finds"),
            _ => throw new ToolFault("more than one story is called so; name one by its id: "
                + string.Join(
                    "; ", found.Take(MostNamed).Select(story => story.Id + " " + ToolWords.Cut(ToolWords.Clean(story.Name), 80)))),
        };
    }

    /// <summary>The story of an article; null where it has none yet.</summary>
    public StoryName? OfArticle(string article) =>
        store.StoryOf(article) is { } story ? new StoryName(story.Id, ToolWords.Name(story.Name)) : null;

    /// <summary>The number of the row at which a page begins.</summary>
    /// <exception cref="ToolFault">The cursor is none.</exception>
    public static int From(string? cursor) => cursor is null ? 0
        : int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from
        : throw new ToolFault("cursor: none of this tool");

    /// <summary>Groups what was added in the meantime, where nobody else does; looks at one row where nothing was.</summary>
    public void Settle()
    {
        if (!settles) return;
        try
        {
            store.SettleStories();
        }
        catch (LedgerException fault) when (fault.Fault is LedgerFault.Busy or LedgerFault.ReadOnly)
        {
            // What was grouped before is told.
        }
    }
}
