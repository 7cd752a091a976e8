using System.Globalization;
using Dapper;
using Konon.Ledger.Search;

namespace Konon.Store.Search;

/// <summary>The conditions of a WHERE, joined by AND, with their values.</summary>
internal sealed class Conditions
{
    private readonly List<string> _sql = [];

    public DynamicParameters Values { get; } = new();

    /// <summary>The conditions; one that always holds where there is none.</summary>
    public override string ToString() => _sql.Count == 0 ? "1 = 1" : string.Join("\n  AND ", _sql);

    public Conditions Add(string sql)
    {
        _sql.Add(sql);
        return this;
    }

    public Conditions Add(string sql, string name, object value)
    {
        Values.Add(name, value);
        return Add(sql);
    }

    /// <summary>What a claim and its reading must hold, but for the days; tables <c>claims</c> and <c>readings</c>.</summary>
    public static Conditions OfClaims(ResolvedFilter filter)
    {
        var all = new Conditions().AddReadings(filter);
        all.AddClaim(filter);
        all.AddFigure(filter.Filter);
        return all.AddReview(filter);
    }

    /// <summary>What a reading must hold; table <c>readings</c>. Where claims are spoken of, one of its claims must hold it all.</summary>
    public static Conditions OfReadings(ResolvedFilter filter)
    {
        var all = new Conditions().AddReadings(filter);
        var claim = new Conditions();
        claim.AddClaim(filter);
        claim.AddFigure(filter.Filter);
        if (claim._sql.Count == 0) return all;
        claim.AddReview(filter);
        all.Values.AddDynamicParams(claim.Values);
        return all.Add($"EXISTS (SELECT 1 FROM claims WHERE claims.reading_id = readings.id AND {claim})");
    }

    /// <summary>What a figure, its claim and its reading must hold, but for the days; tables <c>figures</c>, <c>claims</c>, <c>readings</c>.</summary>
    public static Conditions OfFigures(ResolvedFilter filter)
    {
        var all = new Conditions().AddReadings(filter);
        all.AddClaim(filter);
        return all.AddReview(filter).Add(all.OfFigure(filter.Filter));
    }

    private Conditions AddReadings(ResolvedFilter filter)
    {
        if (filter.Outlets.Count > 0) Add("readings.outlet IN @outlets", "outlets", filter.Outlets);
        const string Other = "(readings.outlet IS NULL OR readings.outlet NOT IN @notOutlets)";
        if (filter.NotOutlets.Count > 0) Add(Other, "notOutlets", filter.NotOutlets);
        AddValues("readings.language", "languages", filter.Filter.Languages);
        return this;
    }

    private void AddClaim(ResolvedFilter filter)
    {
        AddValues("claims.stance", "stances", filter.Filter.Stances);
        // Computed, so that no database looks a frequent speaker up for each claim instead of the claim's few speakers.
        AddSpeakers("speaker_id + 0", "speakers", filter.Speakers, filter.NotSpeakers);
        AddSpeakers("party || ''", "parties", filter.Parties, filter.NotParties);
    }

    private Conditions AddReview(ResolvedFilter filter) => filter.LeavesOutRejected ? Add("claims.review <> 'rejected'") : this;

    private void AddFigure(LedgerFilter filter)
    {
        if (filter.NeedsFigure) Add($"EXISTS (SELECT 1 FROM figures WHERE figures.claim_id = claims.id AND {OfFigure(filter)})");
    }

    private void AddValues(string column, string name, FilterValues values)
    {
        if (values.Only.Count > 0) Add($"{column} IN @{name}", name, values.Only);
        if (values.Not.Count > 0) Add($"{column} NOT IN @{name}Not", name + "Not", values.Not);
    }

    private void AddSpeakers<T>(string column, string name, IReadOnlyList<T> only, IReadOnlyList<T> not)
    {
        const string Of = "EXISTS (SELECT 1 FROM claim_speakers WHERE claim_speakers.claim_id = claims.id AND claim_speakers.";
        if (only.Count > 0) Add($"{Of}{column} IN @{name})", name, only);
        if (not.Count > 0) Add($"NOT {Of}{column} IN @{name}Not)", name + "Not", not);
    }

    // Of a range some number must hold, so that its upper end is compared with a least number and its lower end with a greatest.
    private string OfFigure(LedgerFilter filter)
    {
        var all = new List<string>();
        foreach (var (condition, i) in filter.Figures.Select((condition, i) => (condition, i)))
        {
            var equal = condition.Open ? "" : "=";
            if (condition.Least is { } least)
            {
                Values.Add(Name("least", i), (double)least);
                all.Add($"COALESCE(figures.max, figures.value) >{equal} @{Name("least", i)}");
            }

            if (condition.Most is { } most)
            {
                Values.Add(Name("most", i), (double)most);
                all.Add($"figures.value <{equal} @{Name("most", i)}");
            }
        }

        for (var i = 0; i < filter.Counted.Count; i++)
        {
            var forms = filter.Counted[i].Forms.Select((form, j) => FormOf(form, Name("counted", i) + Name("_", j)));
            all.Add("(" + string.Join(" OR ", forms) + ")");
        }

        return all.Count == 0 ? "1 = 1" : string.Join(" AND ", all);
    }

    // The stems of what is counted stand between blanks; a stem holds letters and digits alone, nothing that LIKE knows.
    private string FormOf(IReadOnlyList<string> stems, string name)
    {
        var parts = new List<string>();
        for (var i = 0; i < stems.Count; i++)
        {
            Values.Add(Name(name, i), "% " + stems[i] + " %");
            parts.Add($"(' ' || figures.stems || ' ') LIKE @{Name(name, i)}");
        }

        return "(" + string.Join(" AND ", parts) + ")";
    }

    private static string Name(string name, int number) => name + number.ToString(CultureInfo.InvariantCulture);
}
