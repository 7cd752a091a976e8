using Konon.Claims;
using Konon.Ledger.Listing;
using Konon.Stories;
using Konon.Views;

namespace Konon.Web.Telling;

/// <summary>A story as its page shows it, with the addresses of what it shows.</summary>
public sealed class StoryView
{
    private readonly Dictionary<Reading, string> _articles;
    private readonly Dictionary<Claim, string> _claims;

    internal StoryView(
        StoryRow row, int revised, Story story, Dictionary<Reading, string> articles, Dictionary<Claim, string> claims)
    {
        Row = row;
        Revised = revised;
        Story = story;
        Brief = BriefBuilder.Build(story, []);
        _articles = articles;
        _claims = claims;
    }

    /// <summary>What the list of stories shows.</summary>
    public StoryRow Row { get; }

    /// <summary>How many of its articles were reworded.</summary>
    public int Revised { get; }

    /// <summary>The story.</summary>
    public Story Story { get; }

    /// <summary>The same as plain data.</summary>
    public StoryBrief Brief { get; }

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
}
