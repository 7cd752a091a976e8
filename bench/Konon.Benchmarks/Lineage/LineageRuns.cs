using System.Globalization;
using System.Text.Json;
using Konon.Claims;
using Konon.Stories.Lineage;

namespace Konon.Benchmarks.Lineage;

/// <summary>Runs of the lineage stage from the command line.</summary>
internal static class LineageRuns
{
    public static int Run(string mode, string[] rest)
    {
        if (mode == "lineage-measure") Measure(rest);
        if (mode == "lineage-stories") Console.WriteLine(LineageScore.Of(int.Parse(rest[0], CultureInfo.InvariantCulture), rest.Length > 1 ? Console.Out : null));
        return 0;
    }

    private static void Measure(string[] rest)
    {
        var readings = Coverages.Articles(Coverages.Week).Select(ClaimFinder.Read).ToDictionary(r => r.Article.ExternalId!);
        var texts = new Dictionary<string, ReportText>();
        ReportText T(string id) => texts.TryGetValue(id, out var t) ? t : texts[id] = new ReportText(readings[id]);
        var folder = Path.GetDirectoryName(Coverages.PathOf(Coverages.Week))!;
        void Print(string tag, string a, string b)
        {
            if (!readings.ContainsKey(a) || !readings.ContainsKey(b)) { Console.WriteLine($"{tag} missing {a} {b}"); return; }
            var l = Likeness.Of(T(a), T(b));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tag} {a} {b} N={T(a).Narrative}/{T(b).Narrative} of {T(a).Counted}/{T(b).Counted} narr={l.Narrative} long={l.Longest} said={l.Said}/{l.LongestSaid} all={l.All} c={l.One:0.00}/{l.Other:0.00} s={l.OneSentences:0.00}/{l.OtherSentences:0.00}"));
        }
        using var pairs = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "pairs.json")));
        foreach (var p in pairs.RootElement.GetProperty("pairs").EnumerateArray())
        {
            var (a, b) = (p[2].GetString()!, p[3].GetString()!);
            if (a[..4] == b[..4]) continue;
            Print(string.Create(CultureInfo.InvariantCulture, $"P {p[1].GetDouble():0.00}"), a, b);
        }
        using var events = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "events.json")));
        var all = events.RootElement.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("ids").EnumerateArray().Select(x => x.GetString()!).ToArray()).ToArray();
        for (var e = 0; e < all.Length; e++)
            for (var i = 0; i < all[e].Length; i++)
                for (var j = i + 1; j < all[e].Length; j++)
                    if (all[e][i][..4] != all[e][j][..4]) Print("E" + e, all[e][i], all[e][j]);
        for (var e = 0; e < all.Length; e++)
            for (var f = e + 1; f < all.Length; f++)
                foreach (var a in all[e]) foreach (var b in all[f]) Print("X", a, b);
    }
}
