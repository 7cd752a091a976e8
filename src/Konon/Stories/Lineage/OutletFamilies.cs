using Konon.Languages;

namespace Konon.Stories.Lineage;

/// <summary>Which outlets are of one family, and so count once.</summary>
/// <remarks>
/// The tables are <c>outlets.txt</c> in each language's folder (name, usual name, family, domain) and <c>any/families.txt</c>
/// (patterns of networks' names, platforms, double endings). An outlet that no table knows is its own family, together with what
/// stands under the same registered domain.
/// </remarks>
internal sealed class OutletFamilies
{
    private static readonly Lazy<OutletFamilies> Known = new(() => new OutletFamilies());
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byDomain = new(StringComparer.Ordinal);
    private readonly List<(string Start, string Family)> _prefixes = [];
    private readonly HashSet<string> _platforms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _endings = new(StringComparer.Ordinal);

    private OutletFamilies()
    {
        foreach (var row in LanguageResource.Rows("any", "families")) AddPattern(row);
        foreach (var language in Language.Codes)
        {
            foreach (var row in LanguageResource.Rows(language, "outlets")) AddOutlet(row);
        }
    }

    /// <summary>The tables, read once.</summary>
    public static OutletFamilies Tables => Known.Value;

    /// <summary>The family of an outlet, by its name or domain, else by an address of one of its articles; null without either.</summary>
    public string? Of(string? outlet, string? url = null)
    {
        if (outlet is not null && Find(outlet) is { } known) return known;
        if (url is not null && HostOf(url) is { } host)
        {
            if (Find(host) is { } family) return family;
            if (outlet is null) return Registered(host);
        }

        if (outlet is null) return null;
        return outlet.Contains('.', StringComparison.Ordinal) ? OutletNames.Fold(Registered(outlet)) : OutletNames.Fold(outlet);
    }

    /// <summary>The family that a table names; null for an outlet that none knows.</summary>
    public string? Find(string outlet)
    {
        var name = Fold(outlet);
        if (_byName.TryGetValue(name, out var family)) return family;
        if (_byName.TryGetValue(OutletNames.Fold(outlet), out family)) return family;
        for (var domain = name; domain.Contains('.', StringComparison.Ordinal); domain = domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (_byDomain.TryGetValue(domain, out family)) return family;
        }

        family = _prefixes.Find(prefix => name.StartsWith(prefix.Start, StringComparison.Ordinal)).Family;
        return family == "-" ? null : family;
    }

    /// <summary>Whether the name is a platform on which anybody speaks, and no outlet.</summary>
    public bool IsPlatform(string name) => _platforms.Contains(Fold(name));

    /// <summary>The host of an address; null when it is none.</summary>
    public static string? HostOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : null;

    // "jakarta.nusakabar.co.id" and "nusakabar.co.id" are one house.
    private string Registered(string domain)
    {
        var labels = Fold(domain).Split('.');
        var keep = labels.Length > 2 && _endings.Contains(string.Join('.', labels[^2..])) ? 3 : 2;
        return string.Join('.', labels[Math.Max(0, labels.Length - keep)..]);
    }

    private static string Fold(string outlet)
    {
        var name = outlet.Trim().ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
        return name.StartsWith("www.", StringComparison.Ordinal) ? name[4..] : name;
    }

    private void AddOutlet(string[] row)
    {
        var family = row.Length > 2 && row[2].Length > 0 ? row[2] : row[1];
        _byName.TryAdd(Fold(row[0]), family);
        _byName.TryAdd(OutletNames.Fold(row[0]), family);
        if (row.Length > 3 && row[3].Length > 0) _byDomain.TryAdd(Fold(row[3]), family);
    }

    private void AddPattern(string[] row)
    {
        switch (row[0])
        {
            case "prefix": _prefixes.Add((Fold(row[1]), row[2])); break;
            case "domain": _byDomain.TryAdd(Fold(row[1]), row[2]); break;
            case "platform": _platforms.Add(Fold(row[1])); break;
            case "ending": _endings.Add(row[1]); break;
            default: throw new InvalidDataException($"families: {row[1]}: no such kind: {row[0]}");
        }
    }
}
