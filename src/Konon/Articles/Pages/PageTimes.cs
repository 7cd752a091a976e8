using System.Collections.Frozen;
using Konon.Languages;

namespace Konon.Articles.Pages;

/// <summary>When an article was published and changed, as its page says.</summary>
/// <param name="Published">When it was published; null where nothing says.</param>
/// <param name="Modified">When it was changed; null where nothing says.</param>
/// <param name="Notes">What a reader should know of it.</param>
internal sealed record PageTimes(Timestamp? Published, Timestamp? Modified, IReadOnlyList<string> Notes)
{
    private static readonly FrozenSet<string> Leads = LanguageResource.Words("any", "date-words")
        .SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const int MaxShown = 200;
    private const int MaxCandidates = 400;
    private const int DaysApart = 12;
    private const int LedInReach = 150;
    private const int BeforeTitle = 40;
    private const int NearReach = 3_000;
    private const int FarReach = 400_000;

    // A time beside the headline that its markup calls a date.
    private const int Sure = 6;

    /// <summary>Finds both: linked data, meta elements, what the page shows, its address.</summary>
    public static PageTimes Find(PageTree tree, List<PageBlock> blocks, PageFacts facts, LinkedArticle linked, int content, int title, string? url, TimeSpan? home)
    {
        var candidates = All(
            linked.Published,
            facts.Meta("article:published_time", "og:published_time", "og:article:published_time", "article:published"));
        var vague = First(
            facts.Meta("date", "dc.date", "DC.date", "DC.Date", "dcterms.date", "created", "dateCreated", "og:pubdate", "originalpublicationdate", "last-published", "releaseDate"));
        var shown = Shown(tree, content, title, out var changed, out var sure);
        if (!sure && (LedIn(tree, title) ?? LedIn(blocks, title - LedInReach, title + LedInReach)) is { } led) (shown, sure) = (led, true);
        // Where metadata disagree, the day that readers see decides.
        var stated = (sure ? candidates.Find(time => time.Date == shown!.Date) : null) ?? (candidates.Count > 0 ? candidates[0] : null);
        var unmoved = First(linked.Modified, facts.Meta("article:modified_time", "og:updated_time", "og:modified_time", "dateModified", "lastmod", "last-modified", "revised", "dcterms.modified", "dc.date.modified"));
        var modified = AtHomeOrNull(unmoved, home) ?? changed ?? Updated(blocks, title);
        var notes = new List<string>();
        // A meta element that says "date" alone is as often the day of the last change; a date beside the headline is not.
        if (stated is null && !(sure && vague is not null && shown is not null && shown.Date != vague.Date)) stated = vague;
        var published = stated is null ? shown : Reconcile(stated, shown, sure, home, notes);
        // Whoever labels one time wrongly labels the other so.
        if (notes.Count > 0 && stated is not null && published is not null && unmoved?.Offset == stated.Offset) modified = unmoved! with { Offset = published.Offset };
        published ??= PageDates.OfAddress(url) ?? LedIn(blocks, 0, int.MaxValue) ?? Near(blocks, content, title) ?? modified;
        if (published is { Precision: TimePrecision.Day } && modified is { Precision: > TimePrecision.Day } && modified == published) modified = null;
        return new PageTimes(published, modified, notes);
    }

    private static Timestamp? AtHomeOrNull(Timestamp? stated, TimeSpan? home) => stated is null ? null : AtHome(stated, home);

    private static List<Timestamp> All(params ReadOnlySpan<string?> written)
    {
        var times = new List<Timestamp>();
        foreach (var value in written)
        {
            if (First(value) is { } time) times.Add(time);
        }

        return times;
    }

    private static Timestamp? First(params ReadOnlySpan<string?> written)
    {
        foreach (var value in written)
        {
            if (PageDates.Read(value, TimeOrigin.Page) is { Precision: >= TimePrecision.Day } time && PageDates.IsPlausible(time)) return time;
        }

        return null;
    }

    /// <summary>
    /// What metadata state, in the local time that the page shows. A page that shows "18:27 WIB" and states "18:27Z" has
    /// mislabelled its local time; one that states "11:27Z" says the same in another zone.
    /// </summary>
    private static Timestamp Reconcile(Timestamp stated, Timestamp? shown, bool sure, TimeSpan? home, List<string> notes)
    {
        if (shown is null) return AtHome(stated, home);
        if (stated.Precision < TimePrecision.Minute)
        {
            // Programs fill in a day, people see the time beside the headline.
            return sure && Math.Abs((shown.Local - stated.Local).TotalDays) < DaysApart
                && (shown.Precision >= TimePrecision.Minute || shown.Date != stated.Date) ? shown : stated;
        }

        if (stated.Offset is not { } offset) return shown.Offset is not null && SameClock(stated, shown) ? stated with { Offset = shown.Offset } : stated;
        if (shown.Precision < TimePrecision.Minute) return ShownDay(stated, offset, shown, sure, home);
        if (SameClock(stated, shown))
        {
            if ((shown.Offset ?? (offset == TimeSpan.Zero ? home : null)) is not { } zone || zone == offset) return stated;
            notes.Add("the page states its local time as another zone's; taken as shown");
            return stated with { Offset = zone };
        }

        // Two clocks that differ by whole quarters of an hour are one moment in two zones.
        var local = shown.Offset ?? Zone(shown.Local - (stated.Local - offset));
        if (local is { } found && Math.Abs((stated.Local - offset + found - shown.Local).TotalMinutes) <= 1)
        {
            return stated with { Local = stated.Local - offset + found, Offset = found };
        }

        return AtHome(stated, home);
    }

    /// <summary>A page that shows a day and states a moment in UTC: the day shown is the outlet's own.</summary>
    private static Timestamp ShownDay(Timestamp stated, TimeSpan offset, Timestamp shown, bool sure, TimeSpan? home)
    {
        var atHome = AtHome(stated, home);
        if (atHome.Date == shown.Date || stated.Date == shown.Date || !sure) return stated.Date == shown.Date && offset == TimeSpan.Zero && home is not null && atHome.Date != shown.Date ? stated : atHome;
        return Math.Abs(shown.Date.DayNumber - stated.Date.DayNumber) == 1 ? shown : stated;
    }

    /// <summary>A moment in UTC as the outlet's own clock shows it, where its zone is known.</summary>
    private static Timestamp AtHome(Timestamp stated, TimeSpan? home) =>
        home is { } zone && stated.Offset == TimeSpan.Zero && stated.Precision >= TimePrecision.Minute
            ? stated with { Local = stated.Local + zone, Offset = zone }
            : stated;

    private static TimeSpan? Zone(TimeSpan apart)
    {
        var quarters = Math.Round(apart.TotalMinutes / 15);
        return Math.Abs(apart.TotalMinutes - (quarters * 15)) <= 1 && Math.Abs(quarters) <= 14 * 4 ? TimeSpan.FromMinutes(quarters * 15) : null;
    }

    private static bool SameClock(Timestamp first, Timestamp second) =>
        first.Date == second.Date && first.Local.Hour == second.Local.Hour && first.Local.Minute == second.Local.Minute;

    /// <summary>The time that the page shows by the headline, or in what its markup calls a date.</summary>
    private static Timestamp? Shown(PageTree tree, int content, int title, out Timestamp? changed, out bool sure)
    {
        (changed, sure) = (null, false);
        Timestamp? best = null;
        var most = int.MinValue;
        var nodes = tree.Nodes;
        var seen = 0;
        for (var i = 0; i < nodes.Length && seen < MaxCandidates; i++)
        {
            ref readonly var node = ref nodes[i];
            var marked = (node.Marks & (PageMarks.Date | PageMarks.Modified)) != 0;
            if ((!marked && node.Tag != PageTag.Time) || node.Length > MaxShown || node.Element is null || HoldsAnother(nodes, i)) continue;
            seen++;
            if (Written(tree, i) is not { } time || !PageDates.IsPlausible(time)) continue;
            if ((node.Marks & PageMarks.Modified) != 0 || SaysUpdated(tree.TextOf(i, MaxShown)))
            {
                changed ??= time;
                continue;
            }

            var score = Score(tree, i, content, title) + (time.Precision >= TimePrecision.Minute ? 1 : 0);
            if (score <= most) continue;
            (best, most) = (time, score);
        }

        sure = most >= Sure;
        return best;
    }

    /// <summary>Whether a box around dates holds one that is marked itself.</summary>
    private static bool HoldsAnother(ReadOnlySpan<PageNode> nodes, int at)
    {
        for (var i = at + 1; i < nodes[at].End; i++)
        {
            if (nodes[i].Tag == PageTag.Time && nodes[i].Length > 0) return true;
        }

        return false;
    }

    /// <summary>A time in a short line by the headline that starts with "Updated" or its like, whatever its markup.</summary>
    private static Timestamp? Updated(List<PageBlock> blocks, int title)
    {
        if (title < 0) return null;
        foreach (var block in blocks)
        {
            if (block.First < title - LedInReach || block.Text.Length > MaxShown || (block.Marks & PageMarks.Comments) != 0) continue;
            if (block.First > title + LedInReach) return null;
            foreach (var line in block.Text.AsSpan().EnumerateLines())
            {
                if (SaysUpdated(line) && PageDates.Read(line.ToString(), TimeOrigin.Text) is { } time && PageDates.IsPlausible(time)) return time;
            }
        }

        return null;
    }

    private static bool SaysUpdated(ReadOnlySpan<char> words)
    {
        foreach (var word in (ReadOnlySpan<string>)["Diperbarui", "Diperbaharui", "Updated", "Last updated", "Update:", "Aktualisiert", "Zuletzt aktualisiert", "Mis à jour", "Actualizado", "Atualizado", "Aggiornato", "Bijgewerkt"])
        {
            if (words.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
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
        var near = title >= 0 && Math.Abs(at - title) < 60;
        if (title >= 0) score += near ? 6 : at < title ? -2 : 0;
        for (var i = at; i >= 0; i = nodes[i].Parent)
        {
            if ((nodes[i].Marks & (PageMarks.Comments | PageMarks.Never | PageMarks.Hidden)) != 0) return score - 20;
            if (!near && i != at && (nodes[i].Marks & PageMarks.Furniture) != 0) score -= 3;
        }

        return score;
    }

    /// <summary>A date beside the headline that its words lead in by "Published:" or its like.</summary>
    private static Timestamp? LedIn(PageTree tree, int title)
    {
        var nodes = tree.Nodes;
        if (title < 0) return null;
        for (var i = Math.Max(0, title - LedInReach); i < Math.Min(nodes.Length, title + LedInReach); i++)
        {
            if (nodes[i].Text is { } text && text.Length < MaxShown && LedIn(Folding.Blanks(text)) is { } found) return found;
        }

        return null;
    }

    /// <summary>A date that a short line leads in, wherever on the page.</summary>
    private static Timestamp? LedIn(List<PageBlock> blocks, int from, int to)
    {
        foreach (var block in blocks)
        {
            if ((block.Marks & PageMarks.Comments) != 0 || block.First < from || block.First > to) continue;
            if (LedIn(block.Text) is { } found) return found;
        }

        return null;
    }

    private static Timestamp? LedIn(string words)
    {
        var text = words.AsSpan();
        if (text.Length is < 10 or > MaxShown) return null;
        var digit = text.IndexOfAnyInRange('0', '9');
        if (digit < 3) return null;
        // "Veröffentlicht am Montag, 12.": the weekday goes with the figures.
        var lead = text[..digit].TrimEnd(" :-–|(".AsSpan());
        if (lead.LastIndexOf(',') is > 0 and var comma) lead = lead[..comma];
        var space = lead.LastIndexOf(' ');
        return IsLead(lead) || (space >= 0 && IsLead(lead[..space])) ? PageDates.Read(words, TimeOrigin.Text) : null;
    }

    private static bool IsLead(ReadOnlySpan<char> words) => Leads.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words.TrimEnd(" :|".AsSpan()));

    /// <summary>A date in the lines around the headline and at the text's head, else the first below.</summary>
    private static Timestamp? Near(List<PageBlock> blocks, int content, int title) =>
        In(blocks, title >= 0 ? Math.Min(title - BeforeTitle, content) : content, NearReach) ?? In(blocks, content, FarReach);

    private static Timestamp? In(List<PageBlock> blocks, int from, int left)
    {
        foreach (var block in blocks)
        {
            if (block.First < from || (block.Marks & PageMarks.Comments) != 0) continue;
            left -= block.Text.Length;
            if (left < 0) return null;
            if (!block.Text.AsSpan().ContainsAnyInRange('0', '9')) continue;
            if (PageDates.Read(block.Text, TimeOrigin.Text) is { } found && PageDates.IsPlausible(found)) return found;
        }

        return null;
    }
}
