using Konon.Claims;
using Konon.Ledger.Listing;
using Konon.Stories;
using Konon.Stories.Series;
using Konon.Stories.Slots;
using Konon.Views;

namespace Konon.Web.Telling;

/// <summary>A story as its pages show it, with the addresses of what they show.</summary>
public sealed class StoryView
{
    private readonly Dictionary<Reading, string> _articles;
    private readonly Dictionary<Claim, string> _claims;
    private readonly Lazy<SlotGrid> _slots;
    private readonly Lazy<IReadOnlyList<VoiceGroup>> _voices;

    internal StoryView(
        StoryRow row, IReadOnlyList<string> revised, Story story, Dictionary<Reading, string> articles, Dictionary<Claim, string> claims)
    {
        Row = row;
        RevisedArticles = revised;
        Story = story;
        Brief = BriefBuilder.Build(story, []);
        _articles = articles;
        _claims = claims;
        _slots = new Lazy<SlotGrid>(() => SlotGridBuilder.Of(story));
        _voices = new Lazy<IReadOnlyList<VoiceGroup>>(() => VoiceGroup.Of(story));
    }

    /// <summary>What the list of stories shows.</summary>
    public StoryRow Row { get; }

    /// <summary>How many of its articles were reworded.</summary>
    public int Revised => RevisedArticles.Count;

    /// <summary>The ids of its articles that were reworded.</summary>
    public IReadOnlyList<string> RevisedArticles { get; }

    /// <summary>The story.</summary>
    public Story Story { get; }

    /// <summary>The same as plain data.</summary>
    public StoryBrief Brief { get; }

    /// <summary>What each origin says to each question.</summary>
    public SlotGrid Slots => _slots.Value;

    /// <summary>Who says what, those who say most first.</summary>
    public IReadOnlyList<VoiceGroup> Voices => _voices.Value;

    /// <summary>The story's own page.</summary>
    public string Address => "/stories/" + Row.Id;

    /// <summary>The page of a report.</summary>
    /// <param name="number">Its number in the story, from 1.</param>
    public string Report(int number) => "/articles/" + _articles[Story.Reports[number - 1].Reading];

    /// <summary>Where a claim stands marked in its article.</summary>
    public string Claim(StatementTelling telling)
    {
        var page = "/articles/" + _articles[telling.Report.Reading];
        return _claims.TryGetValue(telling.Claim, out var id) ? page + "#c-" + id : page;
    }

    /// <summary>The id of a report's article.</summary>
    internal string ArticleOf(Report report) => _articles[report.Reading];

    /// <summary>The id of a claim.</summary>
    internal string ClaimOf(StatementTelling telling) => _claims[telling.Claim];

    /// <summary>Where a claim stands first.</summary>
    public string Claim(Statement statement) => Claim(statement.Tellings[0]);

    /// <summary>Where a figure stands marked: its claim, or the report that gives it in its own words.</summary>
    public string Place(PointTelling telling) => telling.Statement is { } statement
        ? Claim(statement.Tellings.FirstOrDefault(one => one.Report == telling.Report, statement.Tellings[0]))
        : Report(telling.Report.Number);

    /// <summary>The page of a series.</summary>
    public string Series(FigureSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return Address + "/figures/" + SeriesIds.Of(series.Key);
    }

    /// <summary>What stands as the words of a report without a headline.</summary>
    public string Heading(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return PlainText.OneLine(report.Article.Title ?? Brief.Reports[report.Number - 1].Opening);
    }
}
