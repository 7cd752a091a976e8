using System.Globalization;
using Konon.Text;

namespace Konon.Languages;

/// <summary>What a word can be in or beside the name of a time; a word may be several things.</summary>
[Flags]
internal enum TimeRole
{
    None = 0,

    /// <summary>"lalu": before the article's date.</summary>
    Past = 1,

    /// <summary>"mendatang".</summary>
    Future = 2,

    /// <summary>"ini".</summary>
    Same = 4,

    /// <summary>"setelahnya": behind the time named before.</summary>
    After = 8,

    /// <summary>"sebelumnya".</summary>
    Before = 16,

    /// <summary>"hari" behind a number.</summary>
    Unit = 32,

    /// <summary>"sehari".</summary>
    One = 64,

    /// <summary>"awal", "pertengahan", "akhir".</summary>
    Part = 128,

    /// <summary>"antara".</summary>
    Between = 256,

    /// <summary>"dan".</summary>
    And = 512,

    /// <summary>"hingga".</summary>
    To = 1024,

    /// <summary>"tahun", "pada": four digits behind it are a year.</summary>
    YearOf = 2048,

    /// <summary>"bulan" before a month.</summary>
    MonthOf = 4096,

    /// <summary>"setiap": no one day.</summary>
    Every = 8192,

    /// <summary>"malam" beside a weekday.</summary>
    Daytime = 16384,

    /// <summary>"dikutip": an outlet's credit.</summary>
    Credit = 32768,

    /// <summary>"keterangan": a release, whose date is that of speaking.</summary>
    Release = 65536,

    /// <summary>"setelah": leads to another event.</summary>
    Barrier = 131072,

    /// <summary>"digelar": behind "yang" the occasion of speaking.</summary>
    Occasion = 262144,

    /// <summary>"beberapa": the words behind it name no one time.</summary>
    Several = 524288,
}

/// <summary>A phrase that names a time counted from the article's date.</summary>
/// <param name="Words">Its words, by their numbers in the vocabulary.</param>
/// <param name="Unit">d, w, m or y.</param>
/// <param name="Offset">How many of them later; negative for earlier.</param>
internal sealed record RelativeTime(int[] Words, char Unit, int Offset);

/// <summary>The words that name times, out of <c>times.txt</c>.</summary>
internal sealed class TimeTable
{
    private static readonly Dictionary<string, TimeRole> Roles = new(StringComparer.Ordinal)
    {
        ["past"] = TimeRole.Past, ["future"] = TimeRole.Future, ["same"] = TimeRole.Same, ["after"] = TimeRole.After,
        ["before"] = TimeRole.Before, ["unit"] = TimeRole.Unit, ["one"] = TimeRole.One, ["part"] = TimeRole.Part,
        ["between"] = TimeRole.Between, ["and"] = TimeRole.And, ["to"] = TimeRole.To, ["year-of"] = TimeRole.YearOf,
        ["month-of"] = TimeRole.MonthOf, ["every"] = TimeRole.Every, ["daytime"] = TimeRole.Daytime,
        ["credit"] = TimeRole.Credit, ["release"] = TimeRole.Release, ["barrier"] = TimeRole.Barrier,
        ["occasion"] = TimeRole.Occasion, ["several"] = TimeRole.Several,
    };

    private readonly TimeRole[] roles;
    private readonly Dictionary<int, char> units = [];
    private readonly Dictionary<int, int> parts = [];
    private readonly Dictionary<int, RelativeTime[]> relatives = [];

    public TimeTable(string language, Vocabulary vocabulary)
    {
        var rows = LanguageResource.PhraseRows(language, "times", vocabulary);
        roles = new TimeRole[vocabulary.Count];
        foreach (var row in rows) Take(row, vocabulary);
        foreach (var phrases in relatives.Values) Array.Sort(phrases, static (a, b) => b.Words.Length - a.Words.Length);
    }

    /// <summary>What the word can be; nothing for a word of other tables or of none.</summary>
    public TimeRole this[int word]
    {
        get
        {
            WorkMeter.Step();
            return (uint)word < (uint)roles.Length ? roles[word] : TimeRole.None;
        }
    }

    /// <summary>d, w, m, y, or t for ten years; the null character when the word is no unit.</summary>
    public char Unit(int word) => units.GetValueOrDefault(word);

    /// <summary>1 to 3 for the first to the last third; 0 when the word names none.</summary>
    public int Part(int word) => parts.GetValueOrDefault(word);

    /// <summary>Phrases that start with the word, longest first.</summary>
    public ReadOnlySpan<RelativeTime> Starting(int word) => relatives.GetValueOrDefault(word);

    private void Take(string[] row, Vocabulary vocabulary)
    {
        var words = Array.ConvertAll(row[0].Split(' '), vocabulary.Add);
        if (row[1] is "day" or "week" or "month" or "year")
        {
            var phrase = new RelativeTime(words, row[1][0], int.Parse(row[2], CultureInfo.InvariantCulture));
            relatives[words[0]] = relatives.TryGetValue(words[0], out var known) ? [.. known, phrase] : [phrase];
            return;
        }

        if (!Roles.TryGetValue(row[1], out var role)) throw new InvalidDataException($"times.txt: {row[1]} is no kind");
        // Of a phrase the last word tells: "yang lalu".
        roles[words[^1]] |= role;
        if (row[1] is "unit" or "one") units[words[0]] = row[2][0];
        if (row[1] == "part") parts[words[0]] = row[2][0] - '0';
    }
}
