using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Konon.Articles;
using Konon.Claims;

namespace Konon.Tests.Claims;

/// <summary>One example of a page under <c>docs/stages</c>: an article and what is found in it.</summary>
/// <param name="Line">The line of the page on which it starts, from 1.</param>
/// <param name="Section">The heading above it; of a known failure the section that it belongs to.</param>
/// <param name="IsKnownFailure">Whether it stands under "Known failures".</param>
/// <param name="Known">What is known about the article beside its text: headline, outlet, published.</param>
/// <param name="Body">The paragraphs, separated by line feeds.</param>
/// <param name="Expected">What stands behind <c>&gt;</c>, line by line.</param>
internal sealed record SpecExample(
    int Line, string Section, bool IsKnownFailure, IReadOnlyDictionary<string, string> Known, string Body, IReadOnlyList<string> Expected)
{
    private const string Nobody = "–";
    private const string Between = " … ";
    private static readonly string[] Heads = ["headline: ", "outlet: ", "published: "];

    /// <summary>Reads the examples of every block marked <c>claim</c>.</summary>
    public static List<SpecExample> Read(string page)
    {
        var examples = new List<SpecExample>();
        var section = "";
        var known = false;
        var inBlock = false;
        var lines = new List<string>();
        var number = 0;
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (!inBlock && line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line[3..];
                known = section == "Known failures";
            }

            if (!inBlock && line.StartsWith("### ", StringComparison.Ordinal)) section = line[4..];
            if (!inBlock && line == "```claim")
            {
                inBlock = true;
                continue;
            }

            if (!inBlock) continue;
            if (line.Length > 0 && line != "```")
            {
                lines.Add(line);
                continue;
            }

            if (lines.Count > 0) examples.Add(Of(number - lines.Count, section, known, lines));
            lines.Clear();
            inBlock = line != "```";
        }

        return examples;
    }

    /// <summary>What is wrong, one line each; empty where the example is read as it says.</summary>
    public IReadOnlyList<string> Faults()
    {
        var reading = ClaimFinder.Read(Article());
        var wanted = Expected.Where(line => line != "nothing" && !line.StartsWith("refused: ", StringComparison.Ordinal)).ToList();
        var faults = new List<string>();
        for (var i = 0; i < Math.Max(wanted.Count, reading.Claims.Count); i++)
        {
            if (i >= reading.Claims.Count) faults.Add("missing: " + wanted[i]);
            else if (i >= wanted.Count) faults.Add("extra: " + Render(reading.Claims[i], All));
            else Compare(wanted[i], reading.Claims[i], faults);
        }

        foreach (var line in Expected.Where(line => line.StartsWith("refused: ", StringComparison.Ordinal)))
        {
            var cut = line[9..].Split(" | ");
            if (!reading.Refusals.Any(r => r.Reason.ToString() == cut[0] && r.Span.Of(reading.Article.Text) == cut[1])) faults.Add("not " + line
                + "; refused are " + string.Join(", ", reading.Refusals.Select(r => r.Reason + " | " + r.Span.Of(reading.Article.Text))));
        }

        return faults;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}, {Section}: {Body}");

    private static readonly string[] All = ["speaker", "stance", "cue", "content", "via", "on", "party", "figures", "kind"];

    private static SpecExample Of(int line, string section, bool isKnownFailure, List<string> lines)
    {
        var known = lines.TakeWhile(l => Heads.Any(h => l.StartsWith(h, StringComparison.Ordinal)))
            .ToDictionary(l => l[..l.IndexOf(':', StringComparison.Ordinal)], l => l[(l.IndexOf(':', StringComparison.Ordinal) + 2)..], StringComparer.Ordinal);
        var body = lines.Skip(known.Count).TakeWhile(l => !l.StartsWith("> ", StringComparison.Ordinal)).ToList();
        var expected = lines.Skip(known.Count + body.Count).ToList();
        if (body.Count == 0 || expected.Count == 0 || expected.Exists(l => !l.StartsWith("> ", StringComparison.Ordinal)))
            throw new FormatException($"line {line}: an example is its paragraphs, then lines behind '> '.");
        return new SpecExample(line, section, isKnownFailure, known, string.Join('\n', body), expected.ConvertAll(l => l[2..]));
    }

    private Article Article()
    {
        var title = Known.GetValueOrDefault("headline");
        var text = title is null ? Body : title + "\n\n" + Body;
        var published = Known.TryGetValue("published", out var day)
            ? new Timestamp(DateTime.Parse(day, CultureInfo.InvariantCulture), null, TimePrecision.Day, TimeOrigin.Text)
            : null;
        return new Article
        {
            Input = "example",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Outlet = Known.GetValueOrDefault("outlet"),
            Title = title,
            Published = published,
            Language = "id",
            BodyStart = text.Length - Body.Length,
            Text = text,
        };
    }

    private void Compare(string wanted, Claim claim, List<string> faults)
    {
        var fields = wanted.Split(" | ").Select(field => field.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        if (fields.Keys.FirstOrDefault(key => !All.Contains(key, StringComparer.Ordinal)) is { } unknown)
            throw new FormatException($"line {Line}: there is no field '{unknown}'.");
        fields.TryAdd("stance", "asserts");
        fields.TryAdd("via", Nobody);
        fields.TryAdd("on", Nobody);
        foreach (var key in All.Where(fields.ContainsKey))
        {
            var is_ = Field(claim, key);
            if (Folded(is_) != Folded(fields[key])) faults.Add($"{key} is '{is_}', not '{fields[key]}'");
        }
    }

    private static string Folded(string value) =>
        string.Join(Between, value.Replace("\\n", "\n", StringComparison.Ordinal).Split(Between).Select(part => part.Trim(' ', ',', '.', ';', ':')));

    private string Render(Claim claim, string[] keys) => string.Join(" | ", keys.Select(key => key + ": " + Field(claim, key)));

    private string Field(Claim claim, string key)
    {
        var text = Article().Text;
        return key switch
        {
            "speaker" => claim.Speakers.Count == 0 ? Nobody : string.Join(" dan ", claim.Speakers.Select(s => s.Name)),
            "stance" => Lower(claim.Stance.ToString()),
            "cue" => claim.Cue?.Of(text) ?? Nobody,
            "content" => string.Join(Between, claim.Content.Select(part => part.Of(text))),
            "via" => claim.Via.Count == 0 ? Nobody : string.Join(", ", claim.Via.Select(v => v.Name)),
            "on" => claim.SaidOn?.ToString() ?? Nobody,
            "party" => claim.Speakers.Count == 0 ? Nobody : claim.Speakers[0].Party ?? Nobody,
            "figures" => claim.Figures.Count == 0 ? Nobody : string.Join("; ", claim.Figures.Select(Figure)),
            _ => Lower(claim.Kind.ToString()),
        };
    }

    private static string Figure(Figure figure)
    {
        var culture = CultureInfo.InvariantCulture;
        var value = figure.Value.ToString("0.####", culture) + (figure.Max is { } max ? ".." + max.ToString("0.####", culture) : "");
        return string.Join(' ', new[] { Bounds[figure.Bound], value, figure.Counted }.Where(part => part is not null));
    }

    private static readonly Dictionary<Bound, string> Bounds = new()
    {
        [Bound.Exact] = "exact",
        [Bound.About] = "about",
        [Bound.AtLeast] = "at-least",
        [Bound.AtMost] = "at-most",
        [Bound.MoreThan] = "more-than",
        [Bound.LessThan] = "less-than",
        [Bound.Range] = "range",
        [Bound.Order] = "order",
    };

    private static string Lower(string name) => name.ToLowerInvariant();
}
