namespace Konon.Stories.Series;

/// <summary>Brings the figures of a story together: what counts one thing, in one scope, is one series.</summary>
internal static class SeriesList
{
    // A place that half of the reports open with is the story's own, and says nothing that the others leave out.
    private const int Opening = 1_200;
    private const int MostPlaces = 32;

    // A total without "since" belongs to the count since the start when it is of its size.
    private const decimal SameSize = 0.1m;

    /// <summary>The series: first those whose values can be compared, of these those with most values.</summary>
    public static IReadOnlyList<FigureSeries> Of(IReadOnlyList<Report> reports, IReadOnlyList<Statement> statements)
    {
        var claims = statements
            .SelectMany(statement => statement.Tellings.Select(telling => (telling.Report, telling.Claim, Statement: statement)))
            .ToLookup(told => told.Report);
        var sightings = reports
            .SelectMany(report => SightingReader.Read(report, claims[report].Select(told => (told.Claim, told.Statement))))
            .ToList();
        var own = OwnPlaces(reports, sightings);
        var language = LanguageOf(reports);
        return
        [
            .. Soldiers(OwnerNames.Fold(MeasuredElsewhere([.. sightings.Select(sighting => AtOwnPlace(sighting, own))])))
                .GroupBy(sighting => (sighting.Key.Counted, sighting.Key.Status, sighting.Key.Unit))
                .SelectMany(ByOwner)
                .GroupBy(sighting => sighting.Key with { Scope = FigureScope.Total })
                .SelectMany(BySize)
                .GroupBy(sighting => sighting.Key)
                .Where(IsTold)
                .Select(same => Series(same.Key, [.. same], language))
                .OrderBy(series => !series.IsComparable)
                .ThenBy(series => series.Name.Length == 0)
                .ThenByDescending(series => series.Points.Count(point => point.Voices.Count > 0))
                .ThenByDescending(series => series.Points.Count)
                .ThenBy(series => series.Points[0].First.Report.Number)
                .ThenBy(series => series.Points[0].First.Span.Start),
        ];
    }

    // What only the reports tell, and nothing says what it is, is no figure of the story.
    private static bool IsTold(IGrouping<SeriesKey, Sighting> same) =>
        same.Any(sighting => sighting.Statement is not null) || (same.Key.IsComplete && same.Key.Phrase.Length > 0);

    // "sebesar USD152,5 miliar" is what another report calls by its name: so precise a sum is no second one of a story.
    private static IReadOnlyList<Sighting> MeasuredElsewhere(IReadOnlyList<Sighting> sightings)
    {
        var named = sightings.Where(sighting => IsPreciseSum(sighting) && sighting.Key.Counted.Length > 0)
            .GroupBy(sighting => (sighting.Figure.Value, sighting.Key.Unit))
            .Where(same => same.Select(sighting => sighting.Key.Counted).Distinct(StringComparer.Ordinal).Count() == 1)
            .ToDictionary(same => same.Key, same => same.First().Key);
        if (named.Count == 0) return sightings;
        return
        [
            .. sightings.Select(sighting => IsPreciseSum(sighting) && sighting.Key.Counted.Length == 0
                && named.TryGetValue((sighting.Figure.Value, sighting.Key.Unit), out var key)
                ? sighting with { Key = key, Words = key.Counted }
                : sighting),
        ];
    }

    // Three digits that say something: 152.5 billion, not 150 billion.
    private static bool IsPreciseSum(Sighting sighting)
    {
        if (sighting.Key.Unit is not { Length: 3 } unit || !unit.All(char.IsAsciiLetterUpper)) return false;
        var value = sighting.Figure.Value;
        while (value >= 1_000) value /= 10;
        return value > 0 && value % 10 != 0;
    }

    // "personel" are soldiers where the story has soldiers of the same side, and something else at a fire.
    private static IEnumerable<Sighting> Soldiers(IReadOnlyList<Sighting> sightings)
    {
        var sides = sightings.Where(sighting => sighting.Key.Counted == "tentara")
            .Select(sighting => sighting.Key.Of ?? "")
            .ToHashSet(StringComparer.Ordinal);
        return sightings.Select(sighting => sighting.Key.Counted == "personel" && sides.Contains(sighting.Key.Of ?? "")
            ? sighting with { Key = sighting.Key with { Counted = "tentara" } }
            : sighting);
    }

    private static HashSet<string> OwnPlaces(IReadOnlyList<Report> reports, IReadOnlyList<Sighting> sightings)
    {
        var places = sightings.Select(sighting => sighting.Key.Place).OfType<string>()
            .GroupBy(place => place, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .Take(MostPlaces)
            .Select(same => same.Key);
        return [.. places.Where(place => reports.Count(report => OpensWith(report, place)) * 2 >= reports.Count)];
    }

    private static bool OpensWith(Report report, string place)
    {
        var text = report.Article.Text;
        return text.AsSpan(0, Math.Min(text.Length, Opening)).Contains(place, StringComparison.OrdinalIgnoreCase);
    }

    private static Sighting AtOwnPlace(Sighting sighting, HashSet<string> own) => sighting.Key.Place is { } place && own.Contains(place)
        ? sighting with { Key = sighting.Key with { Place = null } }
        : sighting;

    // "tentara Rusia" are not "tentara Korea Utara"; bare "tentara" are those that the story speaks of most, if it does so more
    // than once. Bare people are all of them, whatever states the dead come from.
    private static IEnumerable<Sighting> ByOwner(IEnumerable<Sighting> same)
    {
        var all = same.ToList();
        if (all[0].Key.Counted.Length == 0) return all;
        var most = all.Select(sighting => sighting.Key.Of).OfType<string>()
            .GroupBy(of => of, StringComparer.Ordinal)
            .Where(owner => owner.Count() > 1)
            .OrderByDescending(owner => owner.Count())
            .ThenBy(owner => owner.Key, StringComparer.Ordinal)
            .Select(owner => owner.Key)
            .FirstOrDefault();
        return most is null ? all : all.Select(sighting => sighting with { Key = sighting.Key with { Of = sighting.Key.Of ?? most } });
    }

    // "55.104 tewas" is of "55.104 tewas sejak Oktober"; "36 tewas" beside it is not.
    private static IEnumerable<Sighting> BySize(IEnumerable<Sighting> same)
    {
        var all = same.ToList();
        var since = all.Where(sighting => sighting.Key.Scope == FigureScope.Since).Select(sighting => sighting.Figure.Value).ToList();
        if (since.Count == 0) return all;
        var (low, high) = (since.Min() * (1 - SameSize), since.Max() * (1 + SameSize));
        return all.Select(sighting => sighting is { Key.Scope: FigureScope.Total, Figure.Value: var value } && value >= low && value <= high
            ? sighting with { Key = sighting.Key with { Scope = FigureScope.Since } }
            : sighting);
    }

    private static FigureSeries Series(SeriesKey key, List<Sighting> sightings, string language)
    {
        var words = sightings.Select(sighting => WordsOf(sighting))
            .GroupBy(name => name, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.Key)
            .ToList();
        var name = NameOf(key, language);
        if (name.Length == 0) name = words.Find(word => word.Length > 0) ?? "";
        return new FigureSeries(key, name, words, PointList.Of(key, sightings));
    }

    private static string WordsOf(Sighting sighting)
    {
        var status = sighting.Key.Status is { } filed ? SeriesWords.Of(sighting.Report.Article.Language).Counted.NameOf(filed) : "";
        return sighting.Key.Counted.Length == 0 && status.Length > 0 ? status : (sighting.Words + " " + status).Trim();
    }

    private static string NameOf(SeriesKey key, string language)
    {
        var words = SeriesWords.Of(language).Counted;
        var noun = words.NameOf(key.Counted);
        if (noun.Length == 0 && key.Status is null) return key.Unit ?? "";
        return key.Status is null ? noun : (noun + " " + words.NameOf(key.Status)).Trim();
    }

    private static string LanguageOf(IReadOnlyList<Report> reports) => reports
        .GroupBy(report => report.Article.Language, StringComparer.Ordinal)
        .OrderByDescending(same => same.Count())
        .ThenBy(same => same.Min(report => report.Number))
        .Select(same => same.Key)
        .FirstOrDefault("id");
}
