using Konon.Claims;
using Konon.Ledger.Listing;
using Konon.Ledger.Search;
using Konon.Ledger;
using Konon.Text;

namespace Konon.Views.Listing;

/// <summary>Listings for a reader at a terminal.</summary>
public sealed class ListingText
{
    private const int DayWidth = 12;
    private const int DaysWidth = 22;
    private const int StanceWidth = 13;
    private const int TypeWidth = 14;
    private const int CountWidth = 9;
    private const int FigureWidth = 20;

    private readonly Page _page;
    private readonly UiWords _words;
    private readonly bool _colours;

    /// <summary>Listings on a page.</summary>
    /// <param name="options">How to print.</param>
    /// <param name="output">Where to.</param>
    public ListingText(BriefOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(options);
        _page = new Page(output, options.Width, options.Colours);
        (_words, _colours) = (options.Words, options.Colours);
    }

    /// <summary>What stands above a listing of claims, figures, articles or speakers.</summary>
    /// <param name="kind">claims, figures, articles or speakers.</param>
    public void WriteHead(string kind)
    {
        var columns = kind switch
        {
            "claims" => Columns.Pad(_words["column.day"], DayWidth) + Columns.Pad(_words["column.stance"], StanceWidth) + _words["column.speaker"],
            "figures" => Columns.Pad(_words["column.day"], DayWidth) + Columns.Pad(_words["column.figure"], FigureWidth) + _words["column.counted"],
            "articles" => Columns.Pad(_words["column.day"], DayWidth) + _words["column.title"],
            "stories" => Columns.Pad(_words["column.days"], DaysWidth) + Right("column.reports") + Right("column.outlets") + "  " + _words["column.story"],
            _ => Columns.Pad(_words["column.type"], TypeWidth) + Right("column.claims") + Right("column.reports") + Right("column.outlets")
                + "  " + _words["column.speaker"],
        };
        _page.Line([new Run(columns, Ink.Heading)], kind is "claims" or "figures" or "articles" ? _words["column.outlet"] : "");
    }

    /// <summary>A claim on two lines.</summary>
    public void Write(ClaimRow claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var stance = WireNames.Read<Stance>(claim.Stance, WireNames.Of);
        _page.Line(
            [
                new Run(Columns.Pad(Day(claim.Day), DayWidth), Ink.Faint),
                new Run(Columns.Pad(_words.Stance(stance), StanceWidth), BriefLabels.Of(stance)),
                new Run(Who(claim), Ink.Strong),
            ],
            Clean(claim.Outlet));
        WriteWords(claim.Snippet ?? new SearchSnippet(claim.Words, []), claim.Id);
    }

    /// <summary>A figure on two lines.</summary>
    public void Write(FigureRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var figure = row.Figure;
        var number = _words.Figure(figure.Value, figure.Max, WireNames.Read<Bound>(figure.Bound, WireNames.Of), figure.Unit);
        string?[] counted = [figure.Unit is null || figure.Counted != figure.Unit ? figure.Counted : null, figure.Status, figure.Scope];
        _page.Line(
            [
                new Run(Columns.Pad(Day(row.Claim.Day), DayWidth), Ink.Faint),
                new Run(Columns.Pad(Clean(number), FigureWidth), Ink.Strong),
                new Run(Clean(string.Join(" · ", counted.OfType<string>()))),
            ],
            Clean(row.Claim.Outlet));
        _page.Line([new Run(new string(' ', DayWidth)), new Run(Who(row.Claim) + ": "), new Run(Clean(figure.Exact), Ink.Faint)], figure.Id);
    }

    /// <summary>A speaker on one line.</summary>
    public void Write(SpeakerRow speaker)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        var party = speaker.Parties.Count == 0 ? "" : " (" + string.Join(", ", speaker.Parties.Take(3).Select(Clean)) + ")";
        _page.Line(
            [
                new Run(Columns.Pad(_words["type." + speaker.Type], TypeWidth), Ink.Faint),
                new Run(Right(speaker.Claims) + Right(speaker.Reports, speaker.Counted is not null) + Right(speaker.Outlets, speaker.Counted is not null) + "  "),
                new Run(Clean(speaker.Name), Ink.Strong),
                new Run(party),
            ],
            speaker.Id);
    }

    /// <summary>A story on two lines.</summary>
    public void Write(StoryRow story)
    {
        ArgumentNullException.ThrowIfNull(story);
        _page.Line(
            [
                new Run(Columns.Pad(Days(story), DaysWidth), Ink.Faint),
                new Run(Right(story.Articles) + Right(story.Outlets) + "  "),
                new Run(Clean(story.Name), Ink.Strong),
            ],
            story.Id);
        var about = string.Join(" · ", story.Places.Take(3).Select(Clean).Concat(story.Parties.Take(3).Select(party => _words.Party(Clean(party)))));
        if (about.Length > 0) _page.Line(new Run(new string(' ', DaysWidth) + about, Ink.Faint));
    }

    /// <summary>An article on two lines.</summary>
    public void Write(ArticleRow article)
    {
        ArgumentNullException.ThrowIfNull(article);
        _page.Line(
            [
                new Run(Columns.Pad(Day(article.Day), DayWidth), Ink.Faint),
                new Run(Clean(article.Title ?? article.Url ?? article.ExternalId ?? article.Id), Ink.Strong),
            ],
            Clean(article.Outlet));
        var second = article.Snippet ?? new SearchSnippet(_words.Count("claims", (int)Math.Min(article.Claims, int.MaxValue)), []);
        WriteWords(second, article.Id);
    }

    /// <summary>Counts by field.</summary>
    public void Write(Facets facets)
    {
        ArgumentNullException.ThrowIfNull(facets);
        foreach (var facet in facets.Fields.Where(facet => facet.Values.Count > 0))
        {
            _page.Line(
                new Run(Columns.Pad(_words["column." + facet.Name], DayWidth), Ink.Heading),
                new Run(string.Join(" · ", facet.Values.Select(value => Label(facet.Name, value) + " " + _words.Number(value.Count)))));
        }

        if (facets.IsPartial) _page.Line(new Run(_words.Fill("listing.counted", _words.Number(facets.Counted)), Ink.Faint));
        _page.Gap();
    }

    /// <summary>What stands below a page.</summary>
    /// <param name="count">How many rows it had.</param>
    /// <param name="next">The cursor of the next page; null where nothing follows.</param>
    /// <param name="partial">Whether it stopped looking before it was full.</param>
    public void WriteEnd(int count, string? next, bool partial)
    {
        if (count == 0) _page.Line(new Run(_words[partial ? "listing.none-yet" : "none"], Ink.Faint));
        if (next is not null) _page.Line(new Run(_words.Fill("listing.more", next), Ink.Faint));
    }

    /// <summary>An empty line.</summary>
    public void Gap() => _page.Gap();

    /// <summary>A line of a card: what, and what it is.</summary>
    public void Fact(string key, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        _page.Line(new Run(Columns.Pad(_words[key], FigureWidth - 2), Ink.Faint), new Run(Clean(value)));
    }

    /// <summary>A word of the reader's language, its gap filled where it has one.</summary>
    public string Word(string key, string filling = "") => _words.Fill(key, filling);

    /// <summary>A heading of a card.</summary>
    public void Heading(string key) => _page.Line(new Run(_words[key], Ink.Heading));

    private void WriteWords(SearchSnippet words, string id)
    {
        var runs = new List<Run> { new(new string(' ', DayWidth)) };
        var at = 0;
        foreach (var mark in words.Marks)
        {
            runs.Add(new Run(Spaced(words.Text[at..mark.Start]), Ink.Faint));
            // Without colours the sought words stand between asterisks.
            var word = Clean(mark.Of(words.Text));
            runs.Add(_colours ? new Run(word, Ink.Strong) : new Run("*" + word + "*"));
            at = mark.End;
        }

        runs.Add(new Run(Spaced(words.Text[at..]), Ink.Faint));
        _page.Line(runs, id);
    }

    private string Who(ClaimRow claim)
    {
        var names = claim.Speakers.Select(speaker => SpeakerWords.WithParty(speaker.Name, speaker.Party));
        var who = claim.Speakers.Count == 0 ? _words["nobody"] : Clean(string.Join(", ", names));
        return claim.Via is null ? who : who + " " + _words.Fill("via", Clean(claim.Via));
    }

    private string Label(string facet, FacetValue value) => facet switch
    {
        "stance" => _words.Stance(WireNames.Read<Stance>(value.Value, WireNames.Of)),
        "party" => Clean(_words.Party(value.Value)),
        _ => Clean(value.Label),
    };

    private string Days(StoryRow story) => story is { From: { } from, To: { } to }
        ? _words.Days(new DayRange(IsoDay.Read(from), IsoDay.Read(to)), year: true)
        : _words["undated"];

    private string Day(string day) => day.Length == 0 ? _words["undated"] : day;

    private string Right(string key) => Columns.Fit(_words[key], CountWidth - 1).PadLeft(CountWidth);

    // What was counted in part is at least so much.
    private string Right(long count, bool isLeast = false) => (_words.Number(count) + (isLeast ? "+" : "")).PadLeft(CountWidth);

    private static string Clean(string? text) => text is null ? "" : PlainText.OneLine(text);

    // Between two marks the blanks at either end belong to the line.
    private static string Spaced(string text)
    {
        var clean = Clean(text);
        if (clean.Length == 0) return text.Length == 0 ? "" : " ";
        return (char.IsWhiteSpace(text[0]) ? " " : "") + clean + (char.IsWhiteSpace(text[^1]) ? " " : "");
    }
}
