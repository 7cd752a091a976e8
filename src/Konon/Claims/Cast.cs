using Konon.Text;

namespace Konon.Claims;

/// <summary>Somebody of the article.</summary>
internal sealed class CastMember
{
    /// <summary>The fullest name so far, as it stands in the text.</summary>
    public required string Name { get; set; }

    /// <summary>The name's words in lower case.</summary>
    public required string[] Words { get; set; }

    /// <summary>The first role given; null without one.</summary>
    public string? Role { get; set; }

    /// <summary>The words of every role given, in lower case.</summary>
    public HashSet<string> RoleWords { get; } = new(StringComparer.Ordinal);

    /// <summary>What kind of speaker.</summary>
    public SpeakerType Type { get; set; }

    /// <summary>On whose behalf; null when unknown.</summary>
    public string? Party { get; set; }

    /// <summary>Whether <see cref="Role"/> holds more than a title.</summary>
    public bool HasRole { get; set; }

    /// <summary>Whether <see cref="Party"/> is the article's own state for want of a named one.</summary>
    public bool PartyIsGuess { get; set; }

    /// <summary>Whether some role given is of an office held no longer.</summary>
    public bool HeldOffice { get; set; }

    /// <summary>The token at which the member is first named.</summary>
    public int FirstSeen { get; init; }

    /// <summary>Whether the member has spoken.</summary>
    public bool HasSpoken { get; set; }
}

/// <summary>Everybody whom one article names, found again by a part of the name.</summary>
internal sealed class Cast
{
    // Far more than an article has, so that text made of names alone stays linear: how many are looked through for a role, and how
    // many may share one word of their names.
    private const int MostSearched = 512;
    private const int MostNamesakes = 64;

    private readonly List<CastMember> members = [];
    private readonly Dictionary<string, List<CastMember>> byWord = new(StringComparer.Ordinal);

    /// <summary>The members in the order in which they were named; of a great many the first.</summary>
    public IReadOnlyList<CastMember> Members => members;

    /// <summary>Whether the word, in lower case, is part of anybody's name.</summary>
    public bool HasWord(string word) => byWord.ContainsKey(word);

    /// <summary>
    /// The member that the words name: all of them must be part of one name, in order, the last or first among them. A name that
    /// holds more words than the member's is the member's fuller form.
    /// </summary>
    /// <param name="words">The name's words in lower case.</param>
    public CastMember? Find(string[] words)
    {
        CastMember? best = null;
        var bestScore = 0;
        foreach (var word in words)
        {
            if (!byWord.TryGetValue(word, out var list)) continue;
            foreach (var member in list)
            {
                var score = Score(member, words);
                if (score > bestScore)
                {
                    best = member;
                    bestScore = score;
                }
            }
        }

        return best ?? (words.Length == 1 ? FindVariant(words[0]) : null);
    }

    // Shorter words differ in one letter too easily: Andi, Andy, Adi.
    private const int ShortestVariant = 6;

    /// <summary>The member with a word that differs from this one in one letter: Zelensky, Zelenskyy, Zelenskiy.</summary>
    private CastMember? FindVariant(string word)
    {
        if (word.Length < ShortestVariant || members.Count > MostForVariants) return null;
        foreach (var member in members)
        {
            foreach (var known in member.Words)
            {
                WorkMeter.Step();
                if (known.Length >= ShortestVariant - 1 && IsVariant(known, word)) return member;
            }
        }

        return null;
    }

    // Every member is looked at; far more than an article has, so that hostile text stays linear.
    private const int MostForVariants = 200;

    private static bool IsVariant(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || a[0] != b[0]) return false;
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start]) start++;
        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[a.Length - 1 - end] == b[b.Length - 1 - end]) end++;
        return Math.Max(a.Length, b.Length) - start - end <= 1;
    }

    /// <summary>Whether the words are part of a member's name.</summary>
    public bool Knows(string[] words)
    {
        foreach (var word in words)
        {
            if (!byWord.TryGetValue(word, out var list)) return words.Length == 1 && FindVariant(word) is not null;
            foreach (var member in list)
            {
                if (Holds(member.Words, words)) return true;
            }
        }

        return false;
    }

    /// <summary>Adds a member, or completes the one whom the words name already.</summary>
    public CastMember Add(string name, string[] words, SpeakerType type, int firstSeen)
    {
        var known = Find(words);
        if (known is not null)
        {
            if (words.Length > known.Words.Length)
            {
                known.Name = name;
                known.Words = words;
                Index(known);
            }

            return known;
        }

        var member = new CastMember { Name = name, Words = words, Type = type, FirstSeen = firstSeen };
        if (members.Count < MostSearched) members.Add(member);
        Index(member);
        return member;
    }

    private void Index(CastMember member)
    {
        foreach (var word in member.Words)
        {
            if (!byWord.TryGetValue(word, out var list)) byWord[word] = list = [];
            if (list.Count < MostNamesakes && !list.Contains(member)) list.Add(member);
        }
    }

    private static int Score(CastMember member, string[] words)
    {
        if (Holds(member.Words, words)) return words.Length == member.Words.Length ? 1000 : 100 - member.Words.Length;
        return Holds(words, member.Words) && member.Words.Length > 0 ? 60 + member.Words.Length : 0;
    }

    /// <summary>Whether <paramref name="part"/>'s words stand in <paramref name="whole"/> in their order.</summary>
    private static bool Holds(string[] whole, string[] part)
    {
        WorkMeter.Step();
        var at = 0;
        foreach (var word in whole)
        {
            if (at < part.Length && string.Equals(word, part[at], StringComparison.Ordinal)) at++;
        }

        return at == part.Length;
    }
}
