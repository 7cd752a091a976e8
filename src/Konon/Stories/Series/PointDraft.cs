using Konon.Claims;

namespace Konon.Stories.Series;

/// <summary>A point while its series is put together.</summary>
internal sealed class PointDraft(string? source, Sighting first)
{
    private readonly List<Sighting> _sightings = [];
    private readonly HashSet<Report> _reports = [];

    /// <summary>Who answers for it; null for nobody.</summary>
    public string? Source { get; } = source;

    /// <summary>The first sighting.</summary>
    public Sighting FirstSighting { get; } = first;

    public Figure Figure { get; } = first.Figure;

    public Interval Interval { get; } = Interval.Of(first.Figure);

    public Moment FirstTime { get; } = first.Time;

    public IReadOnlyList<Sighting> Sightings => _sightings;

    public PointRelation Relation { get; set; }

    public PointDraft? To { get; set; }

    public Sighting? WithdrawnBy { get; set; }

    /// <summary>The points of other sources that it cannot stand beside.</summary>
    public List<PointDraft> Against { get; } = [];

    public bool IsNamed => Source is not null;

    /// <summary>When its source last gave it as the present value.</summary>
    public Moment LastTime { get; private set; } = first.Time;

    /// <summary>Whether it stands as somebody's value: given, and not only as what was said before.</summary>
    public bool Stands => PointList.IsGiven(FirstSighting.Stance) && WithdrawnBy is null && _reports.Count > 0;

    /// <summary>Whether the words say that it takes another's place.</summary>
    public bool IsChange => FirstSighting.IsChange;

    public bool IsSameValue(PointDraft other) => Figure.Value == other.Figure.Value && Figure.Max == other.Figure.Max;

    /// <summary>Whether one report gives both, neither as a former value.</summary>
    public bool SharesReport(PointDraft other)
    {
        var (few, many) = _reports.Count <= other._reports.Count ? (_reports, other._reports) : (other._reports, _reports);
        return few.Any(many.Contains);
    }

    public void Add(Sighting sighting)
    {
        _sightings.Add(sighting);
        if (sighting.IsFormer) return;
        _reports.Add(sighting.Report);
        if (Moment.InOrder.Compare(sighting.Time, LastTime) > 0) LastTime = sighting.Time;
    }

    public void Relate(PointRelation relation, PointDraft? to = null) => (Relation, To) = (relation, to);

    /// <summary>Its number in the series; 0 until it is numbered.</summary>
    public int Number { get; set; }

    public SeriesPoint ToPoint() => new()
        {
            Number = Number,
            Contradicts = [.. Against.Select(other => other.Number).Order()],
            Figure = Figure,
            AsOf = _sightings.Select(sighting => sighting.AsOf).FirstOrDefault(days => days is not null),
            Stance = FirstSighting.Stance,
            Voices = [.. _sightings.SelectMany(sighting => sighting.Statement?.Voices ?? []).Distinct()],
            Tellings = [.. _sightings.Select(Telling)],
            Relation = Relation,
            To = To?.Number,
            Source = Source,
            WithdrawnBy = WithdrawnBy is null ? null : Telling(WithdrawnBy),
        };

    private static PointTelling Telling(Sighting sighting) =>
        new(sighting.Report, sighting.Figure.Span, sighting.Statement, sighting.Sentence, sighting.IsFormer);
}
