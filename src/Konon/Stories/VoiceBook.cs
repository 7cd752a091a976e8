using Konon.Claims;

namespace Konon.Stories;

/// <summary>Who speaks in a story: brings together what the reports call by different names.</summary>
/// <remarks>
/// Persons meet by their folded name, and a shorter name ("Kirby") meets the one longer name in the story that holds
/// all its words; where two do, it stays by itself. Where one report's role ends with the words that another's name begins with ("kepala kantor SAR
/// Lorang, Yohan Maruli" and "Lorang Yohan Maruli"), these are the role's. A state is one voice under all its names.
/// </remarks>
internal sealed class VoiceBook
{
    // Of so many longer names none can be meant.
    private const int MostLonger = 16;

    private readonly Dictionary<string, Voice> _voices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases;

    private VoiceBook(Dictionary<string, string> aliases) => _aliases = aliases;

    public static VoiceBook Of(IReadOnlyList<Report> reports)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var report in reports)
        {
            foreach (var speaker in report.Reading.Claims.SelectMany(claim => claim.Speakers))
            {
                var key = SpeakerKey.Of(speaker);
                if (!entries.TryGetValue(key, out var entry)) entries.Add(key, entry = new Entry(speaker));
                entry.Add(speaker, report.Number);
            }
        }

        var book = new VoiceBook(Aliases(entries));
        foreach (var (key, entry) in entries)
        {
            if (book.Final(key) is var final && final != key) entries[final].Take(entry);
        }

        foreach (var (key, entry) in entries)
        {
            if (book.Final(key) == key) book._voices.Add(key, entry.ToVoice());
        }

        return book;
    }

    /// <summary>The voice of a speaker that stands in one of the book's reports.</summary>
    public Voice this[Speaker speaker] => _voices[Final(SpeakerKey.Of(speaker))];

    private string Final(string key)
    {
        while (_aliases.TryGetValue(key, out var longer)) key = longer;
        return key;
    }

    // A name points at a longer one, and one that took words from a role at a shorter one, which points at no longer one: so following them ends.
    private static Dictionary<string, string> Aliases(Dictionary<string, Entry> entries)
    {
        var persons = entries.Where(pair => pair.Value.First.Type == SpeakerType.Person)
            .Select(pair => new Person(pair.Key, pair.Value.First.Party, NameKey.Words(pair.Value.First.Name), pair.Value.Roles))
            .ToList();
        var byWord = persons.Where(person => person.Words.Count > 1)
            .SelectMany(person => person.Words.Distinct(StringComparer.Ordinal).Select(word => (Word: word, Person: person)))
            .ToLookup(pair => pair.Word, pair => pair.Person, StringComparer.Ordinal);
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var person in persons)
        {
            if (person.Words.Count == 0) continue;
            var longer = byWord[person.Words[0]]
                .Where(other => other.Words.Count > person.Words.Count
                    && (person.Party is null || other.Party is null || person.Party == other.Party)
                    && person.Words.All(other.Words.Contains))
                .Take(MostLonger)
                .ToList();
            var overlong = longer.FindAll(other => TakesFromRole(other, person));
            if (overlong.Count == longer.Count) foreach (var other in overlong) aliases[other.Key] = person.Key;
            else if (longer.Count == 1) aliases.TryAdd(person.Key, longer[0].Key);
        }

        return aliases;
    }

    /// <summary>Whether the longer name begins with words that end the other's role, and goes on with the whole of the other.</summary>
    private static bool TakesFromRole(Person longer, Person person)
    {
        var extra = longer.Words.Count - person.Words.Count;
        return longer.Words.Skip(extra).SequenceEqual(person.Words)
            && person.Roles.Any(role => NameKey.Words(role).TakeLast(extra).SequenceEqual(longer.Words.Take(extra)));
    }

    private readonly record struct Person(string Key, string? Party, IReadOnlyList<string> Words, IReadOnlyCollection<string> Roles);

    /// <summary>What the reports say of one voice.</summary>
    private sealed class Entry(Speaker first)
    {
        private readonly Dictionary<string, HashSet<int>> _spellings = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, int> _parties = new(StringComparer.Ordinal);
        private readonly HashSet<string> _roles = new(StringComparer.Ordinal);
        private string? _role;

        public Speaker First { get; } = first;

        /// <summary>The roles that reports give it.</summary>
        public IReadOnlyCollection<string> Roles => _roles;

        public void Add(Speaker speaker, int report)
        {
            if (!_spellings.TryGetValue(speaker.Name, out var reports)) _spellings.Add(speaker.Name, reports = []);
            reports.Add(report);
            if (speaker.Party is { } party) _parties[party] = _parties.GetValueOrDefault(party) + 1;
            _role ??= speaker.Role;
            if (speaker.Role is { } role) _roles.Add(role);
        }

        public void Take(Entry shorter)
        {
            foreach (var (party, times) in shorter._parties) _parties[party] = _parties.GetValueOrDefault(party) + times;
            _role ??= shorter._role;
        }

        public Voice ToVoice()
        {
            var name = _spellings
                .OrderByDescending(pair => pair.Value.Count)
                .ThenByDescending(pair => pair.Key.Length)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .First().Key;
            var party = _parties.Count == 0 ? null : _parties.MaxBy(pair => pair.Value).Key;
            return new Voice(name, party, First.Type, _role);
        }
    }
}
