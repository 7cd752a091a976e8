using System.Globalization;

namespace Konon.Benchmarks.Lineage;

/// <summary>An event that never happened: its facts, and in which words it can be told.</summary>
public sealed class FakeEvent
{
    private static readonly string[] Towns = ["Selorang", "Batu Ampira", "Wanasri", "Teluk Maraja", "Kedungraya", "Labuan Sere", "Pandowo", "Tirtamukti"];
    private static readonly string[] Sites = ["Cempaga", "Melawe", "Sumberjati", "Randuasri", "Kalipinang", "Bendosari", "Turiwangi"];
    private static readonly string[] Names = ["Hartono Wibisana", "Sri Lestanti", "Bagus Prananda", "Retno Wulansih", "Yusran Halim", "Doni Kurnawan", "Maria Tolanda"];
    private static readonly string[] EnglishTowns = ["Harrowgate Bay", "Linford", "Castle Merton", "Eastwick", "Port Allory", "Wensham"];
    private static readonly string[] EnglishSites = ["Brandell", "Oakhurst", "Marlowe", "Tidewell", "Corbin"];
    private static readonly string[] EnglishNames = ["Helen Markby", "Daniel Osterley", "Priya Ramanath", "Colin Farraday", "Ruth Abernale", "Tom Wexley"];
    private static readonly string[] Days = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat"];
    private static readonly string[] EnglishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Wording>> _wordings = new(StringComparer.Ordinal);

    /// <summary>Draws the facts of an event that a file of templates tells.</summary>
    public FakeEvent(string templates, Chance chance)
    {
        Language = templates[..2];
        var english = Language == "en";
        _facts["$kota"] = chance.Of(english ? EnglishTowns : Towns);
        _facts["$pasar"] = chance.Of(english ? EnglishSites : Sites);
        _facts["$hari"] = chance.Of(english ? EnglishDays : Days);
        _facts["$jam"] = string.Create(CultureInfo.InvariantCulture, $"0{chance.Between(1, 5)}.{chance.Between(10, 59)}");
        _facts["$rumah"] = chance.Between(40, 900).ToString(CultureInfo.InvariantCulture);
        _facts["$mobil"] = chance.Between(8, 40).ToString(CultureInfo.InvariantCulture);
        var names = chance.Shuffled(english ? EnglishNames : Names);
        (_facts["$nama2"], _facts["$nama"]) = (names[0], names[1]);
        foreach (var line in Lines(templates)) Add(line.Split('\t'));
    }

    /// <summary>The files of templates.</summary>
    public static IReadOnlyList<string> Files { get; } = ["id-fire", "id-flood", "en-fire"];

    /// <summary>The language in which it is told.</summary>
    public string Language { get; }

    /// <summary>The parts of which a report is made, without headline and lead.</summary>
    public static IReadOnlyList<string> Slots { get; } =
        ["start", "brigade", "damage", "people", "road", "history", "shelter", "weather", "next"];

    /// <summary>The ways to tell a part.</summary>
    public IReadOnlyList<Wording> Of(string slot) => _wordings[slot];

    /// <summary>A text with the event's facts in it.</summary>
    public string Fill(string text)
    {
        foreach (var (key, fact) in _facts) text = text.Replace(key, fact, StringComparison.Ordinal);
        return text;
    }

    private void Add(string[] columns)
    {
        if (!_wordings.TryGetValue(columns[0], out var wordings)) _wordings.Add(columns[0], wordings = []);
        wordings.Add(new Wording(columns[1]));
    }

    private static IEnumerable<string> Lines(string templates)
    {
        using var stream = typeof(FakeEvent).Assembly.GetManifestResourceStream("Templates/" + templates)
            ?? throw new FileNotFoundException(templates);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
