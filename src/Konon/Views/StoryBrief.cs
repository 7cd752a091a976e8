using Konon.Claims;
using Konon.Stories.Lineage;
using Konon.Stories.Series;

namespace Konon.Views;

/// <summary>One story on one page, as plain data: what the text, Markdown and JSON of <c>konon brief</c> show.</summary>
/// <remarks>Words of articles stand as they are; a writer cleans them for where they go (<see cref="PlainText"/>).</remarks>
public sealed record StoryBrief
{
    /// <summary>Which version of Konon read it.</summary>
    public required string Reader { get; init; }

    /// <summary>The id of the ledger's story; null of given coverage.</summary>
    public string? Id { get; init; }

    /// <summary>The name of the ledger's story; null of given coverage.</summary>
    public string? Name { get; init; }

    /// <summary>The counts that lead the page.</summary>
    public required BriefCounts Counts { get; init; }

    /// <summary>The reports, by day.</summary>
    public required IReadOnlyList<BriefReport> Reports { get; init; }

    /// <summary>The figures by what they count, those with most figures first.</summary>
    public required IReadOnlyList<BriefFigureGroup> Figures { get; init; }

    /// <summary>Figures on one thing that cannot all be right.</summary>
    public required IReadOnlyList<BriefFigureGroup> FigureConflicts { get; init; }

    /// <summary>What some state and others deny, doubt or decline to comment on.</summary>
    public required IReadOnlyList<BriefConflict> Conflicts { get; init; }

    /// <summary>The reports that still carry a figure which its own source took back or replaced.</summary>
    public IReadOnlyList<BriefCorrection> Corrections { get; init; } = [];

    /// <summary>What each party said over time.</summary>
    public required IReadOnlyList<BriefPosition> Positions { get; init; }

    /// <summary>Every claim once, in order of time.</summary>
    public required IReadOnlyList<BriefClaim> Claims { get; init; }

    /// <summary>The reports that have their text from each other or from one source, as trees; the others stand apart.</summary>
    public required IReadOnlyList<BriefBranch> Lineage { get; init; }

    /// <summary>What else reports share, outside the trees.</summary>
    public required IReadOnlyList<BriefEdge> Edges { get; init; }

    /// <summary>The inputs that were not read.</summary>
    public required IReadOnlyList<BriefRefusal> Refused { get; init; }
}

/// <summary>The counts that lead a brief.</summary>
/// <param name="Reports">Different articles.</param>
/// <param name="Outlets">Different outlets among those that are named.</param>
/// <param name="NoOutlet">Articles whose outlet nothing names.</param>
/// <param name="From">The first day of the dated articles; null when none is dated.</param>
/// <param name="To">The last.</param>
/// <param name="Undated">Articles without a day.</param>
/// <param name="Origins">From how many independent origins they come.</param>
/// <param name="Claims">Claims, each once.</param>
/// <param name="Figures">Figures, each once.</param>
/// <param name="Parties">Parties that say something.</param>
public sealed record BriefCounts(
    int Reports, int Outlets, int NoOutlet, DateOnly? From, DateOnly? To, int Undated, OriginCount Origins, int Claims, int Figures, int Parties);

/// <summary>A report of a brief.</summary>
/// <param name="Number">What the page prints in brackets.</param>
/// <param name="Inputs">The inputs that gave it; more than one where the same bytes came again.</param>
/// <param name="Outlet">The outlet; null when nothing says.</param>
/// <param name="Title">The headline; null without one.</param>
/// <param name="Opening">The first words of the body, for a report without a headline.</param>
/// <param name="Day">When it was published; null when nothing says.</param>
/// <param name="NotBefore">Without a day: before which it cannot have been written.</param>
/// <param name="Url">Its address; null when nothing says.</param>
/// <param name="Sha256">The digest of its bytes.</param>
/// <param name="Claims">How many claims it holds.</param>
/// <param name="Notes">What a reader should know of the reading.</param>
public sealed record BriefReport(
    int Number,
    IReadOnlyList<string> Inputs,
    string? Outlet,
    string? Title,
    string Opening,
    DateOnly? Day,
    DateOnly? NotBefore,
    string? Url,
    string Sha256,
    int Claims,
    IReadOnlyList<string> Notes);

/// <summary>Figures that count one thing.</summary>
/// <param name="Counted">What the group is filed under; empty where no report says what is counted.</param>
/// <param name="Of">The state whose they are, by its ISO 3166 code; null where nothing says.</param>
/// <param name="Words">How the reports call it, the most frequent first.</param>
/// <param name="Figures">The figures, in order of time.</param>
public sealed record BriefFigureGroup(string Counted, string? Of, IReadOnlyList<string> Words, IReadOnlyList<BriefFigure> Figures);

/// <summary>A figure as one party gives it.</summary>
public sealed record BriefFigure
{
    /// <summary>The number; of a range or an order the lower end.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range or an order.</summary>
    public required decimal? Max { get; init; }

    /// <summary>How the number is meant.</summary>
    public required Bound Bound { get; init; }

    /// <summary>The currency, <c>%</c>, or unit; null for plain counts.</summary>
    public required string? Unit { get; init; }

    /// <summary>What is said of those counted.</summary>
    public required string? Status { get; init; }

    /// <summary>Where or among whom.</summary>
    public required string? Scope { get; init; }

    /// <summary>As of when, or for when; null when the words name no time.</summary>
    public required DayRange? AsOf { get; init; }

    /// <summary>What is done with it.</summary>
    public required Stance Stance { get; init; }

    /// <summary>On whose behalf; null for nobody's.</summary>
    public required string? Party { get; init; }

    /// <summary>Of all, of a part, of those ordered …</summary>
    public required FigureScope Kind { get; init; }

    /// <summary>How it stands to <see cref="To"/>.</summary>
    public required PointRelation Relation { get; init; }

    /// <summary>The earlier figure that it updates or contradicts; null for a first one.</summary>
    public required Figure? To { get; init; }

    /// <summary>The words that take it back; null while it stands.</summary>
    public required string? WithdrawnBy { get; init; }

    /// <summary>Whether it is said to be a part of another.</summary>
    public bool IsBesideLarger => Kind == FigureScope.Part;

    /// <summary>Who says it, in which words, where; at least one.</summary>
    public required IReadOnlyList<BriefFigureSource> Sources { get; init; }
}

/// <summary>Who gives a figure.</summary>
/// <param name="Claim">The first claim of theirs that it stands in.</param>
/// <param name="Exact">The figure's own words there.</param>
/// <param name="Reports">The numbers of all reports in which they give it.</param>
public sealed record BriefFigureSource(BriefClaim Claim, string Exact, IReadOnlyList<int> Reports);

/// <summary>A claim of a brief.</summary>
/// <param name="Number">Its number in order of time, from 1; 0 for what a report tells in its own words, which is no claim.</param>
/// <param name="Speakers">Who says it; empty where nobody is named.</param>
/// <param name="Stance">What they do with it.</param>
/// <param name="SaidOn">When it was said, if a report says so.</param>
/// <param name="By">The day of the first report, by which it was said; null when that is undated.</param>
/// <param name="Via">The outlets that carried it.</param>
/// <param name="Words">The claimed words.</param>
/// <param name="Cue">The words that attribute them, with negation; null in a headline "X: Y".</param>
/// <param name="Kind">Whether they are quoted.</param>
/// <param name="Reports">The numbers of the reports that give it.</param>
/// <param name="Origins">From how many independent origins these come; all who quote one speaker are reports of one informant.</param>
public sealed record BriefClaim(
    int Number,
    IReadOnlyList<BriefSpeaker> Speakers,
    Stance Stance,
    DayRange? SaidOn,
    DateOnly? By,
    IReadOnlyList<string> Via,
    string Words,
    string? Cue,
    ClaimKind Kind,
    IReadOnlyList<int> Reports,
    OriginCount Origins);

/// <summary>A speaker of a brief.</summary>
/// <param name="Name">The name that most reports give.</param>
/// <param name="Role">The role given first.</param>
/// <param name="Type">What kind of speaker.</param>
/// <param name="Party">On whose behalf.</param>
public sealed record BriefSpeaker(string Name, string? Role, SpeakerType Type, string? Party);

/// <summary>A matter that some state and others stand against.</summary>
/// <param name="Stated">Who states it.</param>
/// <param name="Against">Who denies, doubts or declines.</param>
public sealed record BriefConflict(IReadOnlyList<BriefClaim> Stated, IReadOnlyList<BriefClaim> Against);

/// <summary>What a party said over time.</summary>
/// <param name="Party">An ISO 3166 code, else an organisation's name.</param>
/// <param name="Steps">Runs of claims with one stance, in order of time.</param>
public sealed record BriefPosition(string Party, IReadOnlyList<BriefStep> Steps);

/// <summary>Claims that follow each other with one stance.</summary>
/// <param name="Stance">The stance.</param>
/// <param name="Claims">The claims, in order of time; at least one.</param>
public sealed record BriefStep(Stance Stance, IReadOnlyList<BriefClaim> Claims);

/// <summary>A report, or a source that was not read, with what comes from it.</summary>
/// <param name="Node">Its number in the lineage; of a report that of the report.</param>
/// <param name="Depth">How far below the root it stands; 0 at the root.</param>
/// <param name="IsReport">Whether it is a report; else an outlet that is named, or a source that nobody names.</param>
/// <param name="Name">The outlet's name; null where nothing says.</param>
/// <param name="Edge">What it has from the one above it; null at the root.</param>
public sealed record BriefBranch(int Node, int Depth, bool IsReport, string? Name, BriefEdge? Edge);

/// <summary>What one node of the lineage has from another, or both from a third.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">The number of the one that gave it, where the direction is known.</param>
/// <param name="To">The number of the other.</param>
/// <param name="IsDirectionKnown">Whether it is known who gave it.</param>
/// <param name="Share">How much of the one that has more of it, 0 to 1.</param>
/// <param name="Evidence">The longest shared stretch as it stands in <paramref name="To"/>, or the credit; empty where none is shown.</param>
/// <param name="Source">The name of a giver that is no report; null for a report.</param>
public sealed record BriefEdge(
    LineageEdgeKind Kind, int From, int To, bool IsDirectionKnown, double Share, string Evidence, string? Source = null);
