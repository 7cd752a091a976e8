using Konon.Claims;
using Konon.Stories.Lineage;
using Konon.Stories.Series;

namespace Konon.Views;

/// <summary>How a brief's parts are called, the same in text and Markdown.</summary>
internal sealed class BriefLabels
{
    private readonly UiWords _words;

    // Within one year the headline says it once.
    private readonly bool _year;

    public BriefLabels(StoryBrief brief, UiWords words)
    {
        _words = words;
        var years = brief.Reports.Select(report => report.Day ?? report.NotBefore)
            .Concat(brief.Claims.Select(claim => claim.SaidOn?.From))
            .OfType<DateOnly>()
            .Select(day => day.Year)
            .Distinct();
        _year = years.Count() != 1 || brief.Counts.From is null;
    }

    /// <summary>The counts that cannot lie.</summary>
    public string Headline(BriefCounts counts)
    {
        var parts = new List<string> { _words.Count("reports", counts.Reports) };
        if (counts.Outlets > 0) parts.Add(_words.Count("outlets", counts.Outlets));
        if (counts is { From: { } from, To: { } to }) parts.Add(_words.Days(new DayRange(from, to), year: true));
        parts.Add(_words.Origins(counts.Origins));
        return string.Join(" · ", parts);
    }

    /// <summary>The counts that follow them.</summary>
    public string Details(BriefCounts counts, int refused)
    {
        var parts = new List<string>
        {
            _words.Count("claims", counts.Claims),
            _words.Count("figures", counts.Figures),
            _words.Count("parties", counts.Parties),
        };
        if (counts.Undated > 0) parts.Add(_words.Count("undated", counts.Undated));
        if (counts.NoOutlet > 0) parts.Add(_words.Fill("no-outlet", counts.NoOutlet));
        if (refused > 0) parts.Add(_words.Count("refused", refused));
        return string.Join(" · ", parts);
    }

    /// <summary>When a report was published.</summary>
    public string Day(BriefReport report) => report switch
    {
        { Day: { } day } => _words.Day(day, _year),
        { NotBefore: { } day } => _words.Fill("from", _words.Day(day, _year)),
        _ => _words["undated"],
    };

    /// <summary>When a claim was said: the day that a report states, else by the day of the report.</summary>
    public string Day(BriefClaim claim) => claim switch
    {
        { SaidOn: { } said } => _words.Days(said, _year),
        { By: { } day } => _words.Fill("by", _words.Day(day, _year)),
        _ => _words["undated"],
    };

    /// <summary>When a run of claims was said.</summary>
    public string Days(IReadOnlyList<BriefClaim> claims)
    {
        if (claims.Count == 1) return Day(claims[0]);
        var dated = claims.Where(claim => claim.SaidOn is not null || claim.By is not null).ToList();
        if (dated.Count == 0) return _words["undated"];
        var days = new DayRange(dated.Min(claim => claim.SaidOn?.From ?? claim.By!.Value), dated.Max(claim => claim.SaidOn?.To ?? claim.By!.Value));
        var said = _words.Days(days, _year);
        return days.From == days.To && dated.Any(claim => claim.SaidOn is null) ? _words.Fill("by", said) : said;
    }

    /// <summary>The days that a figure is of or for, and where.</summary>
    public string Key(BriefFigure figure)
    {
        var parts = new List<string>();
        if (figure.AsOf is { } days) parts.Add(_words.Fill("as-of", _words.Days(days, _year)));
        if (figure.Scope is { } scope) parts.Add(PlainText.OneLine(scope));
        if (figure.Kind is not (FigureScope.Total or FigureScope.Part)) parts.Add(_words["scope." + SeriesNames.Of(figure.Kind)]);
        if (figure is { Relation: PointRelation.Update, To: { } to }) parts.Add(_words.Fill("updates", _words.Figure(to.Value, to.Max, to.Bound, to.Unit)));
        if (figure.WithdrawnBy is not null) parts.Add(_words["withdrawn"]);
        return string.Join(" · ", parts);
    }

    /// <summary>Who says it, with party and relays: "John Kirby (US) via AFP".</summary>
    public string Source(BriefClaim claim)
    {
        return Relayed(claim.Via, claim.Speakers.Count == 0 ? _words[claim.Number == 0 ? "told" : "nobody"] : string.Join(", ", claim.Speakers.Select(Speaker)));
    }

    private string Relayed(IReadOnlyList<string> via, string who) =>
        via.Count == 0 ? who : who + " " + _words.Fill("via", string.Join(", ", via.Select(PlainText.OneLine)));

    /// <summary>
    /// The claimed words; with what does the attributing where that is more than saying: "tidak membenarkan maupun membantah –
    /// laporan tersebut".
    /// </summary>
    public static string Words(BriefClaim claim)
    {
        var words = PlainText.OneLine(claim.Words);
        return claim.Stance == Stance.Asserts || claim.Cue is null ? words : PlainText.OneLine(claim.Cue) + " – " + words;
    }

    /// <summary>The party's name with its code, where it has one.</summary>
    public string Party(string party)
    {
        var name = _words.Party(party);
        return name == party ? PlainText.OneLine(party) : $"{name} ({party})";
    }

    /// <summary>All who say something of a run, each once with all relays: "John Kirby via AFP", "NATO".</summary>
    public IReadOnlyList<string> Names(IEnumerable<BriefClaim> claims) =>
    [
        .. claims.SelectMany(claim => claim.Speakers.Select(speaker => (speaker.Name, claim.Via)))
            .GroupBy(pair => pair.Name, pair => pair.Via, StringComparer.Ordinal)
            .Select(same => Relayed([.. same.SelectMany(via => via).Distinct(StringComparer.OrdinalIgnoreCase)], PlainText.OneLine(same.Key))),
    ];

    /// <summary>A figure with its bound; one beside a larger one says so.</summary>
    public string Figure(BriefFigure figure) =>
        figure.IsBesideLarger ? _words.Fill("beside", _words.Figure(figure)) : _words.Figure(figure);

    /// <summary>A figure that no longer stands, with what it counts.</summary>
    public string Figure(BriefCorrection correction)
    {
        var figure = _words.Figure(correction.Value, correction.Max, correction.Bound, correction.Unit);
        return correction.Counted.Length == 0 ? figure : figure + " " + PlainText.OneLine(correction.Counted);
    }

    /// <summary>Why it no longer stands: "withdrawn", "replaced by its source".</summary>
    public string Standing(BriefCorrection correction) => _words[correction.IsWithdrawn ? "correction.withdrawn" : "correction.replaced"];

    /// <summary>What a group counts.</summary>
    public string Counted(BriefFigureGroup group)
    {
        if (group.Counted.Length == 0) return _words["counted.none"];
        if (group.Counted == "%") return _words["counted.percent"];
        var words = group.Words.Where(word => word.Length > 0).Select(PlainText.OneLine).ToList();
        var counted = words.Count == 0 ? PlainText.OneLine(group.Counted) : string.Join(", ", words);
        return group.Of is null ? counted : $"{counted} · {_words.Party(group.Of)}";
    }

    /// <summary>What one has of the other, and how much: "reworded, 63% of it"; of a credit there is no more or less.</summary>
    public string Kind(BriefEdge edge)
    {
        var kind = _words.Kind(edge.Kind);
        if (edge.Kind is LineageEdgeKind.Relay || edge.Evidence.Length == 0) return kind;
        return kind + ", " + _words.Fill("lineage.share", (int)Math.Round(edge.Share * 100));
    }

    /// <summary>The two ends of an edge, with an arrow where the direction is known: "[1] → [2]", "AFP → [2]".</summary>
    public static string Ends(BriefEdge edge)
    {
        var from = edge.Source is { } source ? PlainText.OneLine(source) : $"[{edge.From}]";
        return $"{from} {(edge.IsDirectionKnown ? "→" : "–")} [{edge.To}]";
    }

    /// <summary>A node of the lineage that is no report: the outlet's name, or that nobody names it.</summary>
    public string Source(BriefBranch branch) => branch.Name is { } name
        ? _words.Fill("lineage.named", PlainText.OneLine(name))
        : _words["lineage.unseen"];

    /// <summary>"[2]", "[2] ×3": the first report, and how many give it.</summary>
    public static string Reports(IReadOnlyList<int> reports) =>
        reports.Count > 1 ? $"[{reports[0]}] ×{reports.Count}" : $"[{reports[0]}]";

    /// <summary>The ink of a stance.</summary>
    public static Ink Of(Stance stance) => stance switch
    {
        Stance.Denies => Ink.Denial,
        Stance.Doubts or Stance.Declines => Ink.Doubt,
        Stance.Confirms => Ink.Confirmation,
        Stance.Urges => Ink.Demand,
        _ => Ink.Plain,
    };

    private static string Speaker(BriefSpeaker speaker) => PlainText.OneLine(SpeakerWords.WithParty(speaker.Name, speaker.Party));
}
