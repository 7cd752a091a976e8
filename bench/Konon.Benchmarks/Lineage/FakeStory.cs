using System.Globalization;
using System.Text;
using Konon.Bytes;
using Konon.Claims;

namespace Konon.Benchmarks.Lineage;

/// <summary>A generated story of which the lineage is known.</summary>
/// <remarks>
/// Independent reports choose parts, templates and wordings by themselves and share speakers' words and releases. Copies are made of
/// one: word for word, lightly reworded (25 of 100 places), heavily (60 of 100, another order, a fifth left out), as a short relay
/// that names its source; some come from a wire that is not shown. Some independent reports have two sentences of another in them.
/// One clock in ten is wrong.
/// </remarks>
public sealed class FakeStory
{
    private const int WrongClocks = 10;
    private static readonly string[] Houses =
    [
        "kabarselat", "wartapantai", "suarabumi", "lensarakyat", "harianmaju", "jurnalutara", "potretkota", "pijarnews", "mediahulu",
        "berandakini", "tintamedia", "sorotdesa", "pagiraya", "simpulberita", "arusdaily", "koranmuara", "petanews", "gemawarta",
    ];

    private readonly Chance _chance;
    private readonly FakeEvent _event;
    private readonly List<FakeReport> _all = [];
    private readonly DateTime _start = new(2025, 3, 3, 5, 0, 0);
    private int _outlets;

    /// <summary>Makes the story of a number; the same number, the same story.</summary>
    public FakeStory(int number)
    {
        _chance = new Chance(((ulong)number * 7919UL) + 20250303UL);
        _event = new FakeEvent(FakeEvent.Files[number % FakeEvent.Files.Count], _chance);
        var origins = _chance.Between(1, 4);
        for (var origin = 0; origin < origins; origin++) AddOrigin(origin);
    }

    /// <summary>The reports that are shown.</summary>
    public IReadOnlyList<FakeReport> Reports => [.. _all.Where(report => report.IsShown)];

    /// <summary>From how many independent origins they come; those of one house count once.</summary>
    public int Origins => Reports.Select(report => report.Origin)
        .Distinct()
        .Select(origin => _all.First(report => report.Origin == origin))
        .Select(root => root.IsShown ? House(root.Outlet) : "hidden" + root.Origin)
        .Distinct(StringComparer.Ordinal)
        .Count();

    /// <summary>Reads a report as Konon reads any: through the article to its claims.</summary>
    public Reading Read(FakeReport report)
    {
        var text = Body(report);
        var bytes = Encoding.UTF8.GetBytes(text + report.Outlet);
        var document = Coverages.Document(text) with
        {
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
            Row = new RowFields(null, null, report.Outlet, Say(report.Title), Clock(report), text),
        };
        return ClaimFinder.Read(Coverages.Read(document) ?? throw new InvalidOperationException("not an article: " + text));
    }

    private static string House(string outlet) => string.Join('.', outlet.Split('.')[^2..]);

    private void AddOrigin(int origin)
    {
        var hidden = _chance.In100(30);
        var passageOf = !hidden && _chance.In100(30) && _all.Count > 0 ? _chance.Of(_all) : null;
        if (passageOf is { IsShown: false }) passageOf = null;
        var family = _chance.In100(8) && Reports.Count > 0 ? House(Reports[0].Outlet) : null;
        var root = Independent(origin, passageOf, family) with { IsShown = !hidden };
        _all.Add(root);
        var members = new List<FakeReport> { root };
        var agency = hidden && _chance.In100(50) ? _chance.Of((string[])["ANTARA", "Reuters", "AFP", "AP"]) : null;
        for (var copies = hidden ? _chance.Between(1, 4) : _chance.Between(0, 4); copies > 0; copies--)
        {
            // Of a wire all take from the wire; of a report mostly from itself, at times from a copy.
            var parent = hidden || _chance.In100(70) ? root : _chance.Of(members);
            var copy = Copy(parent) with { Agency = agency is not null && _chance.In100(60) ? agency : null };
            members.Add(copy);
            _all.Add(copy);
        }
    }

    private FakeReport Independent(int origin, FakeReport? passageOf, string? family)
    {
        var parts = new List<Part> { OwnDraw("lead", origin) };
        parts.AddRange(_chance.Shuffled(FakeEvent.Slots).Take(_chance.Between(5, 8)).Select(slot => OwnDraw(slot, origin)));
        for (var quotes = _chance.Between(1, 3); quotes > 0; quotes--) Insert(parts, Said("quote"));
        if (_chance.In100(50)) Insert(parts, Said("statement"));
        if (passageOf is not null) InsertPassage(parts, passageOf);
        if (_chance.In100(30)) parts.Add(Draw("release"));
        return new FakeReport(origin, null, passageOf, NewOutlet(family), Draw("title"), parts, _start.AddMinutes(_chance.Between(0, 1200)));
    }

    private FakeReport Copy(FakeReport parent)
    {
        var time = parent.Time.AddMinutes(_chance.Between(10, 500));
        var title = _chance.In100(40) ? parent.Title.Reworded(_chance, 30) : Draw("title");
        var kind = _chance.Next(100);
        if (kind < 12 && parent.IsShown) return Relay(parent, title, time);
        List<Part> parts = kind < 35 ? Cut(parent.Parts)
            : kind < 70 ? [.. Cut(parent.Parts).Select(part => part.Reworded(_chance, 25))]
            : Heavy(parent.Parts);
        if (_chance.In100(20)) Insert(parts, Said("quote"));
        if (_chance.In100(15)) parts.Add(Draw(_chance.Of(FakeEvent.Slots)));
        return new FakeReport(parent.Origin, parent, null, NewOutlet(null), title, parts, time);
    }

    private FakeReport Relay(FakeReport parent, Part title, DateTime time)
    {
        List<Part> parts = [.. parent.Parts.Where(part => part.IsNarrative).Take(3).Select(part => part.Reworded(_chance, 50))];
        parts.AddRange(parent.Parts.Where(part => part.Speaker >= 0).Take(2));
        return new FakeReport(parent.Origin, parent, null, NewOutlet(null), title, parts, time) { Via = parent.Outlet };
    }

    // Half of the copies lose their end.
    private List<Part> Cut(IReadOnlyList<Part> parts) =>
        [.. parts.Take(_chance.In100(50) ? Math.Max(4, parts.Count - _chance.Between(1, 4)) : parts.Count)];

    private List<Part> Heavy(IReadOnlyList<Part> parts)
    {
        var kept = parts.Skip(1).Where(_ => !_chance.In100(20)).Select(part => part.Reworded(_chance, 60));
        return [parts[0].Reworded(_chance, 60), .. _chance.Shuffled(kept)];
    }

    private void InsertPassage(List<Part> parts, FakeReport other)
    {
        var own = other.Parts.Where(part => part.IsNarrative).ToList();
        var first = _chance.Next(Math.Max(1, own.Count - 1));
        var passage = own.Skip(first).Take(2).ToList();
        parts.RemoveAll(part => passage.Any(taken => taken.Kind == part.Kind));
        parts.InsertRange(Math.Min(parts.Count, _chance.Between(1, 4)), passage);
    }

    // Reporters who write apart hardly ever build a sentence alike: of the first three each has templates of their own.
    private Part OwnDraw(string kind, int origin) => Draw(kind, origin < 3 ? (origin + kind.Length) % _event.Of(kind).Count : null);

    private Part Draw(string kind) => Draw(kind, null);

    private Part Draw(string kind, int? which)
    {
        var template = which ?? _chance.Next(_event.Of(kind).Count);
        return new Part(kind, template, [.. Enumerable.Range(0, _event.Of(kind)[template].Places).Select(_ => _chance.Next(60))]);
    }

    private Part Said(string kind) => Draw(kind) with { Speaker = _chance.Next(2), Frame = _chance.Next(6) };

    private void Insert(List<Part> parts, Part part)
    {
        if (!parts.Any(own => own.Kind == part.Kind && own.Template == part.Template)) parts.Insert(_chance.Between(1, parts.Count), part);
    }

    private string NewOutlet(string? family)
    {
        var house = Houses[_outlets % Houses.Length] + (_outlets >= Houses.Length ? "2" : "") + ".com";
        _outlets++;
        if (family is null) return house;
        var part = "daerah." + family;
        return _all.Exists(report => report.Outlet == part) ? "kota." + family : part;
    }

    private string? Clock(FakeReport report)
    {
        var chance = new Chance((ulong)report.Time.Ticks + (ulong)report.Outlet.Length);
        var time = report.Time;
        if (chance.In100(WrongClocks))
        {
            // A clock in another zone, the time of an update, a day's slip.
            time = chance.Next(4) switch
            {
                0 => time.AddHours(-7),
                1 => time.AddHours(7),
                2 => time.AddMinutes(chance.Between(120, 2000)),
                _ => time.AddMinutes(-chance.Between(120, 1500)),
            };
        }

        var culture = CultureInfo.InvariantCulture;
        return chance.In100(15) ? time.ToString("yyyy-MM-dd", culture) : time.ToString("yyyy-MM-dd'T'HH:mm:ss+07:00", culture);
    }

    private string Say(Part part) => _event.Fill(_event.Of(part.Kind)[part.Template].Say(part.Chosen));

    private string Body(FakeReport report)
    {
        var sentences = report.Parts.Select(part => part.Speaker < 0 ? Say(part) : Attribute(part, report.Via)).ToList();
        var paragraphs = new List<string>();
        for (var i = 0; i < sentences.Count; i += 2) paragraphs.Add(string.Join(' ', sentences.Skip(i).Take(2)));
        if (report.Via is { } via) paragraphs[0] += _event.Language == "id" ? $" Hal itu dilansir {via}." : $" That is according to {via}.";
        if (report.Agency is { } agency) paragraphs[^1] += $" ({agency})";
        return string.Join('\n', paragraphs);
    }

    private string Attribute(Part part, string? via)
    {
        var said = Say(part);
        var speaker = _event.Fill(_event.Of("speaker")[part.Speaker].Say([]));
        var english = _event.Language == "en";
        var carried = via is null ? "" : english ? $", as quoted by {via}" : $", seperti dikutip {via}";
        if (part.Kind == "statement")
        {
            return english
                ? part.Frame % 2 == 0 ? $"According to {speaker}, {said}{carried}." : $"Officials heard that {said}, {speaker} said{carried}."
                : part.Frame % 2 == 0 ? $"Menurut {speaker}, {said}{carried}." : $"{speaker} mengatakan {said}{carried}.";
        }

        if (english) return part.Frame % 2 == 0 ? $"“{said},” said {speaker}{carried}." : $"{speaker} told reporters: “{said}.”";
        string[] cues = ["kata", "ujar", "ucap", "tutur", "jelas", "ungkap"];
        return $"“{said},” {cues[part.Frame]} {speaker}{carried}.";
    }
}
