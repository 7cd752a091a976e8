using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Konon.Ledger.Listing;
using Konon.Ledger.Review;
using Konon.Ledger.Search;
using Konon.Store;
using Konon.Store.Search;
using ModelContextProtocol.Protocol;

namespace Konon.Web.Mcp;

/// <summary>The tools over all that the ledger holds: articles and claims by words and filters.</summary>
internal sealed class ClaimTools(LedgerStore store, StoryFinding stories)
{
    /// <summary>The most rows of one answer.</summary>
    public const int Most = 50;

    /// <summary>The rows of an answer where nobody asks for another number.</summary>
    public const int Usual = 20;

    [Description("Finds articles by words (in any of their forms), newest first, each with the passage in which the words stand.")]
    public CallToolResult SearchArticles(
        [Description(
            "Words; \"a phrase\"; OR; -not; filters outlet: speaker: party: stance: language: since: until: "
            + "figure>=100. All that is given must hold.")]
        string query,
        [Description("Only articles of this day or later: 2025, 2025-03 or 2025-03-04.")] string? since = null,
        [Description("Only articles of this day or earlier.")] string? until = null,
        [Description("The most rows.")][Range(1, Most)] int limit = Usual,
        [Description("next_cursor of the page before.")] string? cursor = null)
    {
        var asked = Parse(query);
        var filter = Filter(asked.Filter, ("since", since), ("until", until));
        return Fitted(
            Bounded(limit),
            rows => store.Articles(new ArticleQuery { Words = asked.Words, Filter = filter, Limit = rows, Cursor = cursor }),
            page => Articles(page, asked.Words));
    }

    [Description(
        "Lists claims: who says what, with which stance, when, through whom, with which figures. Of a story "
        + "or of the whole ledger.")]
    public CallToolResult ListClaims(
        [Description("Only claims of this story: its id, an article's id or address, or words that its name alone holds.")]
        string? story = null,
        [Description("Only claims whose words, speakers or roles hold these words.")] string? words = null,
        [Description("Only claims of this speaker: a name in any spelling, or a part of it.")] string? speaker = null,
        [Description("Only claims on behalf of this party: a state by its ISO 3166 code or name, an organisation by name.")]
        string? party = null,
        [Description("Only claims in this outlet.")] string? outlet = null,
        [Description("Only this stance: asserts, confirms, denies, doubts, declines or urges.")] string? stance = null,
        [Description("Only of this day or later: 2025, 2025-03 or 2025-03-04.")] string? since = null,
        [Description("Only of this day or earlier.")] string? until = null,
        [Description("The most rows.")][Range(1, Most)] int limit = Usual,
        [Description("next_cursor of the page before.")] string? cursor = null)
    {
        var asked = string.IsNullOrWhiteSpace(words) ? null : Parse(words);
        var filter = Filter(
            asked?.Filter ?? LedgerFilter.None,
            ("speaker", speaker), ("party", party), ("outlet", outlet), ("stance", stance), ("since", since), ("until", until));
        if (!string.IsNullOrWhiteSpace(story)) return OfStory(stories.Find(story), asked?.Words, filter, limit, cursor);
        return Claims(asked?.Words, filter, limit, cursor, about: null);
    }

    [Description(
        "Tells who said something: the claims that hold the words, and above them each speaker with how "
        + "often and with which stances.")]
    public CallToolResult WhoSaid(
        [Description("What was said: words in any of their forms; \"a phrase\"; filters as in search_articles.")] string words,
        [Description("Only of this day or later: 2025, 2025-03 or 2025-03-04.")] string? since = null,
        [Description("Only of this day or earlier.")] string? until = null,
        [Description("The most rows.")][Range(1, Most)] int limit = Usual,
        [Description("next_cursor of the page before.")] string? cursor = null)
    {
        var asked = Parse(words);
        return Claims(asked.Words, Filter(asked.Filter, ("since", since), ("until", until)), limit, cursor, about: Speakers);
    }

    private CallToolResult Claims(
        SearchNode? words, LedgerFilter filter, int limit, string? cursor, Func<IReadOnlyList<ClaimRow>, object>? about) =>
        Fitted(
            Bounded(limit),
            rows => store.Claims(new ClaimQuery { Words = words, Filter = filter, Limit = rows, Cursor = cursor }), Claims, about);

    private static CallToolResult OfStory(Telling.StoryView story, SearchNode? words, LedgerFilter filter, int limit, string? cursor)
    {
        var sieve = new ClaimSieve(words, filter);
        var found = story.Story.Statements
            .SelectMany(statement => statement.Tellings)
            .Where(telling => sieve.Passes(telling.Report.Article, telling.Claim))
            .Select(telling =>
                ClaimAnswer.Of(story.ArticleOf(telling.Report), telling.Report.Article, story.ClaimOf(telling), telling.Claim));
        return ToolAnswer.Page(StoryTools.Name(story), [.. found], StoryFinding.From(cursor), Bounded(limit));
    }

    // What the answer has no room for is asked for again on the next page, from the cursor behind the last row that had room.
    private static CallToolResult Fitted<T>(
        int limit, Func<int, LedgerPage<T>> ask, Func<IReadOnlyList<T>, IReadOnlyList<object>> rows,
        Func<IReadOnlyList<T>, object>? about = null)
    {
        var page = ask(limit);
        var all = rows(page.Rows);
        var fitting = ToolAnswer.Fit(all);
        if (fitting.Count < all.Count) page = ask(fitting.Count);
        var head = about?.Invoke(page.Rows)
            ?? (page.IsPartial ? new { Partial = "very much was looked through for few rows; next_cursor goes on" } : null);
        return ToolAnswer.Of(head, fitting, page.Next);
    }

    private IReadOnlyList<object> Articles(IReadOnlyList<ArticleRow> rows, SearchNode? words)
    {
        stories.Settle();
        var readings = Readings(rows.Select(row => row.Id));
        var passages = words is null ? null : new Passages(words);
        return
        [
            .. rows.Where(row => readings.ContainsKey(row.Id)).Select(row =>
            {
                var article = readings[row.Id].Reading.Article;
                var quotes = passages?.Of(article) is { } passage ? Quote.Of(article, passage) : Quote.OfHead(article);
                return new ArticleAnswer(
                    Source.Of(row.Id, article), ToolWords.Name(row.Title), row.Claims, stories.OfArticle(row.Id), quotes);
            }),
        ];
    }

    private IReadOnlyList<object> Claims(IReadOnlyList<ClaimRow> rows)
    {
        var readings = Readings(rows.Select(row => row.Article));
        return [.. rows.Select(row => Claim(row, readings.GetValueOrDefault(row.Article))).OfType<object>()];
    }

    private static ClaimAnswer? Claim(ClaimRow row, ReviewedReading? reviewed)
    {
        if (reviewed is null) return null;
        for (var i = 0; i < reviewed.Claims.Count; i++)
        {
            if (reviewed.Claims[i].Id != row.Id) continue;
            return ClaimAnswer.Of(row.Article, reviewed.Reading.Article, row.Id, reviewed.Reading.Claims[i]);
        }

        return null;
    }

    private Dictionary<string, ReviewedReading> Readings(IEnumerable<string> articles) =>
        store.CurrentOf(articles).ToDictionary(stored => stored.Article, store.Effective, StringComparer.Ordinal);

    // Of the rows of this page; who says the most stands first.
    private static object Speakers(IReadOnlyList<ClaimRow> rows) => new
    {
        SpeakersOnThisPage = rows
            .SelectMany(row => row.Speakers.Select(speaker => (speaker.Id, speaker.Name, speaker.Party, row.Stance)))
            .GroupBy(one => one.Id, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new
            {
                Id = same.Key,
                Name = ToolWords.Name(same.First().Name),
                Party = ToolWords.Name(same.First().Party),
                Claims = same.Count(),
                Stances = same.Select(one => one.Stance).Distinct().Order(StringComparer.Ordinal),
            }),
        WithoutSpeaker = rows.Count(row => row.Speakers.Count == 0),
    };

    private static int Bounded(int limit) => Math.Clamp(limit, 1, Most);

    private static SearchQuery Parse(string text) =>
        SearchQuery.TryParse(text, out var query) is { } fault ? throw new ToolFault(fault.ToString()!) : query!;

    private static LedgerFilter Filter(LedgerFilter filter, params (string Name, string? Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            if (string.IsNullOrWhiteSpace(value)) continue;
            if (SearchFilters.TryAdd(name, value, ref filter) is { } wrong) throw new ToolFault(name + ": " + wrong);
        }

        return filter;
    }
}
