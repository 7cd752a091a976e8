namespace Konon.Articles.Pages;

/// <summary>When an article was published and changed, as its page says.</summary>
/// <param name="Published">When it was published; null where nothing says.</param>
/// <param name="Modified">When it was changed; null where nothing says.</param>
/// <param name="Notes">What a reader should know of it.</param>
internal sealed record PageTimes(Timestamp? Published, Timestamp? Modified, IReadOnlyList<string> Notes)
{
    private const int MaxShown = 200;
    private const int MaxCandidates = 400;

    /// <summary>Finds both: linked data, meta elements, what the page shows, its address.</summary>
    public static PageTimes Find(PageTree tree, PageFacts facts, LinkedArticle linked, int content, int title, string? url)
    {
        var stated = First(
            linked.Published,
            facts.Meta("article:published_time", "og:published_time", "og:article:published_time", "article:published"),
            facts.Meta("datePublished", "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued", "DC.date.issued", "dcterms.created", "dcterms.issued", "dc.date.created", "dc.created", "pubdate", "cXenseParse:recs:publishtime", "dtk:publishdate", "content_PublishedDate", "article.published", "citation_publication_date", "citation_date", "date.released", "OriginalPublicationDate", "rnews:datePublished", "bt:pubDate", "article_date_original", "shareaholic:article_published_time"),
            facts.Meta("date", "dc.date", "DC.date", "DC.Date", "dcterms.date", "created", "dateCreated", "og:pubdate", "originalpublicationdate", "last-published", "releaseDate"));
        var shown = Shown(tree, content, title, out var changed);
        var modified = First(linked.Modified, facts.Meta("article:modified_time", "og:updated_time", "og:modified_time", "dateModified", "lastmod", "last-modified", "revised", "dcterms.modified", "dc.date.modified")) ?? changed;
        var notes = new List<string>();
        var published = stated is null ? shown : Reconcile(stated, shown, facts, notes);
        published ??= PageDates.OfAddress(url) ?? Near(tree, content, title) ?? modified;
        if (published is { Precision: TimePrecision.Day } && modified is { Precision: > TimePrecision.Day } && modified == published) modified = null;
        return new PageTimes(published, modified, notes);
    }

    private static Timestamp? First(params ReadOnlySpan<string?> written)
    {
        foreach (var value in written)
        {
            if (PageDates.Read(value, TimeOrigin.Page) is { } time && PageDates.IsPlausible(time)) return time;
        }

        return null;
    }

    /// <summary>
    /// What metadata state, in the local time that the page shows. A page that shows "18:27 WIB" and states "18:27Z" has
    /// mislabelled its local time; one that states "11:27Z" says the same in another zone.
    /// </summary>
    private static Timestamp Reconcile(Timestamp stated, Timestamp? shown, PageFacts facts, List<string> notes)
    {
        if (stated.Precision < TimePrecision.Minute)
        {
            return shown is { Precision: >= TimePrecision.Minute } && shown.Date == stated.Date ? shown : stated;
        }

        if (stated.Offset is not { } offset) return shown is { Offset: not null } && SameClock(stated, shown) ? stated with { Offset = shown.Offset } : stated;
        if (shown is { Offset: { } local, Precision: >= TimePrecision.Minute } && local != offset)
        {
            if (SameClock(stated, shown))
            {
                notes.Add("the page states its local time as another zone's; taken as shown");
                return stated with { Offset = local };
            }

            var moved = stated.Local - offset + local;
            if (Math.Abs((moved - shown.Local).TotalMinutes) < 1) return stated with { Local = moved, Offset = local };
        }

        // The same clock without a zone elsewhere in the head says that the "Z" is no more than the program's habit.
        return stated;
    }

    private static bool SameClock(Timestamp first, Timestamp second) =>
        first.Date == second.Date && first.Local.Hour == second.Local.Hour && first.Local.Minute == second.Local.Minute;

    /// <summary>The time that the page shows by the headline, or in what its markup calls a date.</summary>
    private static Timestamp? Shown(PageTree tree, int content, int title, out Timestamp? changed)
    {
        changed = null;
        Timestamp? best = null;
        var most = int.MinValue;
        var nodes = tree.Nodes;
        var seen = 0;
        for (var i = 0; i < nodes.Length && seen < MaxCandidates; i++)
        {
            ref readonly var node = ref nodes[i];
            var marked = (node.Marks & (PageMarks.Date | PageMarks.Modified)) != 0;
            if ((!marked && node.Tag != PageTag.Time) || node.Length > MaxShown || node.Element is null) continue;
            seen++;
            if (Written(tree, i) is not { } time || !PageDates.IsPlausible(time)) continue;
            if ((node.Marks & PageMarks.Modified) != 0)
            {
                changed ??= time;
                continue;
            }

            var score = Score(tree, i, content, title) + (time.Precision >= TimePrecision.Minute ? 1 : 0);
            if (score <= most) continue;
            (best, most) = (time, score);
        }

        return best;
    }

    private static Timestamp? Written(PageTree tree, int at)
    {
        var element = tree.Nodes[at].Element!;
        var shown = tree.Nodes[at].Length > 0 ? PageDates.Read(tree.TextOf(at, MaxShown), TimeOrigin.Page) : null;
        var machine = PageDates.Read(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title"), TimeOrigin.Page);
        if (shown is { Offset: not null, Precision: >= TimePrecision.Minute }) return shown;
        return machine is null || machine.Precision < TimePrecision.Day ? shown : machine;
    }

    private static int Score(PageTree tree, int at, int content, int title)
    {
        var nodes = tree.Nodes;
        var score = 0;
        if ((nodes[at].Marks & PageMarks.Date) != 0) score += 2;
        if (nodes[at].Element?.GetAttribute("itemprop") is "datePublished") score += 6;
        if (nodes[at].Element?.HasAttribute("pubdate") == true) score += 4;
        if (content >= 0 && at >= nodes[content].End) score -= 4;
        if (title >= 0) score += Math.Abs(at - title) < 60 ? 6 : at < title ? -2 : 0;
        for (var i = at; i >= 0; i = nodes[i].Parent)
        {
            if ((nodes[i].Marks & (PageMarks.Comments | PageMarks.Never)) != 0) return score - 20;
            if (i != at && (nodes[i].Marks & PageMarks.Furniture) != 0) score -= 3;
        }

        return score;
    }

    /// <summary>A date in the lines around the headline and at the text's head.</summary>
    private static Timestamp? Near(PageTree tree, int content, int title)
    {
        var nodes = tree.Nodes;
        var start = title >= 0 ? Math.Max(0, title - 30) : Math.Max(0, content);
        var left = 3_000;
        for (var i = start; i < nodes.Length && left > 0; i++)
        {
            if (nodes[i].Text is not { } text) continue;
            left -= text.Length;
            if (text.AsSpan().ContainsAnyInRange('0', '9') && PageDates.Read(text, TimeOrigin.Text) is { } found) return found;
        }

        return null;
    }
}
