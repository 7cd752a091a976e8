namespace Konon.Stories.Series;

/// <summary>Brings the spellings of those whose the counted are together: "Garda Nasional", "Garda Nasional California".</summary>
internal static class OwnerNames
{
    /// <summary>The sightings, each owner under one name: the shortest that the story has of it.</summary>
    public static IReadOnlyList<Sighting> Fold(IReadOnlyList<Sighting> sightings)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var of in sightings.Select(sighting => sighting.Key.Of).OfType<string>()) names.TryAdd(NameKey.Of(of), of);
        if (names.Count == 0) return sightings;
        return [.. sightings.Select(sighting => With(sighting, names))];
    }

    private static Sighting With(Sighting sighting, Dictionary<string, string> names)
    {
        if (sighting.Key.Of is { } of) return sighting with { Key = sighting.Key with { Of = Shortest(of, names) ?? of } };
        // "2.000 Garda Nasional" are its soldiers.
        if (sighting.Key.Change is not null && sighting.Key.Counted.Length == 0) return sighting;
        if (sighting.Figure.Counted is not { } counted || !char.IsUpper(counted.FirstOrDefault(char.IsLetter))) return sighting;
        if (Shortest(counted, names) is not { } owner) return sighting;
        return sighting with { Key = sighting.Key with { Counted = "tentara", Of = owner } };
    }

    // By whole words from the first on, so that the cost is that of the name, not of all names.
    private static string? Shortest(string name, Dictionary<string, string> names)
    {
        var key = "";
        foreach (var word in NameKey.Words(name))
        {
            key += word;
            if (names.TryGetValue(key, out var known)) return known;
        }

        return null;
    }
}
