namespace Konon.Stories;

/// <summary>Knows an outlet under its name and its domain: "Kompas.com", "KOMPAS" and "www.kompas.com" are one.</summary>
internal static class OutletNames
{
    private static readonly string[] Endings = [".com", ".co.id", ".id", ".net", ".org", ".co.uk", ".tv", ".news"];

    /// <summary>What the spellings of one outlet share.</summary>
    public static string Fold(string outlet)
    {
        var name = outlet.Trim().ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
        if (name.StartsWith("www.", StringComparison.Ordinal)) name = name[4..];
        var ending = Array.Find(Endings, end => name.EndsWith(end, StringComparison.Ordinal) && name.Length > end.Length);
        return ending is null ? name : name[..^ending.Length];
    }

    /// <summary>The outlets of the reports, each once, under the name that comes first.</summary>
    public static IReadOnlyList<string> Distinct(IReadOnlyList<Report> reports) =>
        [.. reports.Select(report => report.Article.Outlet).OfType<string>().DistinctBy(Fold, StringComparer.Ordinal)];
}
