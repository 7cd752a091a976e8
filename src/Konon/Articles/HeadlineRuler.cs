using Konon.Languages;

namespace Konon.Articles;

/// <summary>Measures where a headline that is glued into running text ends and the next sentence starts.</summary>
/// <remarks>
/// <para>
/// Indonesian headlines write every word with a capital but the smallest ones; sentences do so only with names. So a
/// headline goes on to the first word that is neither capitalised nor small, less the words before it that start the
/// sentence: its subject, of which the last is next to that word and the first is an opener ("Menurut"), a role
/// ("Presiden") or as far back as the article has the same words side by side elsewhere.
/// </para>
/// <para>Each call looks at no more than <see cref="MaxWords"/> words. Thread-safe but for one article's evidence.</para>
/// </remarks>
internal sealed class HeadlineRuler
{
    // Of 3,389 headlines of a week none had more than 30 words; the room beyond is for two in a row.
    private const int MaxWords = 48;

    // "Wakil Kepala Badan Contoh Kota Ana" has four words between office and name.
    private const int MaxOfficeWords = 6;
    private const int MaxBodyWords = 2;
    private const int HeadWords = 6;

    private static readonly WordLists Id = new("id");

    private readonly NeighbourWords _neighbours;

    /// <summary>A ruler that takes its evidence from one article's words.</summary>
    public HeadlineRuler(NeighbourWords neighbours) => _neighbours = neighbours;

    /// <summary>
    /// The end of the headline that a phrase such as "Baca juga:" led in; the line's length where it goes to the end.
    /// </summary>
    public int EndOfMarked(string line, int start)
    {
        var words = Words(line, start);
        if (words.Count == 0) return line.Length;
        if (!IsHeadlineCase(words)) return EndOfSentence(line, start);
        return Boundary(line, words) is { } first ? words[first].Start : EndOf(line, words);
    }

    /// <summary>The end of a headline that no phrase marks; null where the words at <paramref name="start"/> are none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where the headline would start.</param>
    /// <param name="strong">How many verbs and particles are capitalised in it, which running text never does.</param>
    /// <param name="signals">How many words in it are capitalised that running text writes small, the strong ones too.</param>
    public int? EndOfUnmarked(string line, int start, out int strong, out int signals)
    {
        (strong, signals) = (0, 0);
        // Most sentences show by their first words that they are none; only the others are looked at further.
        if (!IsHeadlineCase(Words(line, start, HeadWords))) return null;
        var words = Words(line, start);
        if (words.Count < 4 || words[0].Kind == WordKind.Lower || !IsHeadlineCase(words)) return null;
        // "Bahkan, Ketua Dewan Contoh …" is a sentence however many capitals follow.
        if (Id.IsOpener(words[0].Bare(line)) && words[1].Kind != WordKind.Capital) return null;
        if (Id.IsOpener(words[0].Bare(line)) && line[words[0].End - 1] == ',') return null;
        var boundary = Boundary(line, words);
        if (boundary is null && words.Count == MaxWords) return null;
        var count = boundary ?? words.Count;
        if (count < 4 || IsNameOfWork(line, words, count) || EndsInApposition(line, words, count)) return null;
        for (var i = 0; i < Math.Min(count + 1, words.Count); i++)
        {
            // A headline has no parentheses; "Kepala Otoritas Contoh (OC) Budi Santoso mengatakan" has.
            if (line[words[i].Start] == '(') return null;
            if (i == 0 || i == count) continue;
            if (words[i].Kind == WordKind.Capital && !EndsSentence(line, words[i - 1]))
            {
                var isStrong = Id.IsStrong(words[i].Bare(line));
                if (isStrong) strong++;
                if (isStrong || Id.IsSignal(words[i].Bare(line))) signals++;
            }

        }

        for (var i = 0; i < count - 1; i++)
        {
            if (line[words[i].End - 1] is not (':' or '?' or '!')) continue;
            strong++;
            signals++;
        }

        return boundary is { } first ? words[first].Start : line.Length;
    }

    /// <summary>A film, a law, an office: its words stand together elsewhere in the article too.</summary>
    private bool IsNameOfWork(string line, List<HeadlineWord> words, int count)
    {
        var together = 0;
        for (var i = 1; i < count; i++)
        {
            if (_neighbours.Count(words[i - 1].Bare(line), words[i].Bare(line)) > 3) together++;
        }

        return together * 2 > count;
    }

    /// <summary>"…, Budi Santoso mengatakan": a headline does not end in a comma, an office before its holder's name does.</summary>
    private static bool EndsInApposition(string line, List<HeadlineWord> words, int count)
    {
        if (line[words[count - 1].End - 1] == ',') return true;
        return count < words.Count && Id.IsRole(words[0].Bare(line)) && count > 2 && line[words[count - 2].End - 1] == ',';
    }

    private static int EndOf(string line, List<HeadlineWord> words) =>
        words.Count == MaxWords ? words[^1].End : line.Length;

    /// <summary>Whether the first words are written as in a headline.</summary>
    private static bool IsHeadlineCase(List<HeadlineWord> words)
    {
        var (capitals, lower) = (0, 0);
        for (var i = 0; i < Math.Min(HeadWords, words.Count); i++)
        {
            if (words[i].Kind == WordKind.Lower) lower++;
            else if (words[i].Kind == WordKind.Capital) capitals++;
            if (lower > 0 && i < 3) return false;
        }

        return capitals >= Math.Min(2, words.Count) && capitals > lower * 2;
    }

    /// <summary>The index of the first word of the sentence that follows; null where none follows.</summary>
    private int? Boundary(string line, List<HeadlineWord> words)
    {
        for (var i = 2; i < words.Count; i++)
        {
            var word = words[i];
            if (line[word.Start] is '"' or '“' && QuoteIsRunningText(line, words, i)) return i;
            if (EndsSentence(line, words[i - 1]) && word.Kind == WordKind.Capital && IsRunningText(line, words, i)) return i;
            if (word.Glued && i >= 3 && IsRunningText(line, words, i)) return i;
            if (word.Kind == WordKind.Lower && !HeadlineGoesOn(line, words, i)) return SentenceStart(line, words, i);
        }

        return null;
    }

    private static bool EndsSentence(string line, HeadlineWord word) => line[word.End - 1] is '?' or '!' or '.' or '…';

    /// <summary>Whether a quotation in double marks is the article's: it is long, or its words are small.</summary>
    private static bool QuoteIsRunningText(string line, List<HeadlineWord> words, int at)
    {
        if (line[words[at - 1].End - 1] is '?' or '!' or '.') return true;
        for (var i = at; i < Math.Min(at + 8, words.Count); i++)
        {
            if (words[i].Kind == WordKind.Lower) return true;
            var close = line.AsSpan(words[i].Start + 1, words[i].End - words[i].Start - 1).LastIndexOfAny('"', '”');
            if (close < 0) continue;
            // "…," kata X: the comma before the mark or the small word after it is a speaker's, no headline's.
            return line[words[i].Start + close] is ',' or '.' or '!' or '?'
                || (i + 1 < words.Count && words[i + 1].Kind == WordKind.Lower);
        }

        return true;
    }

    /// <summary>Whether a sentence in ordinary letter case starts at the word: a small word soon, no headline word before it.</summary>
    private static bool IsRunningText(string line, List<HeadlineWord> words, int at)
    {
        for (var i = at + 1; i < Math.Min(at + 9, words.Count); i++)
        {
            if (words[i].Kind == WordKind.Lower) return true;
            if (words[i].Kind == WordKind.Function && Id.IsOpener(words[at].Bare(line))) return true;
            if (words[i].Kind == WordKind.Capital && Id.IsSignal(words[i].Bare(line))) return false;
        }

        return false;
    }

    /// <summary>A small word inside a headline: what comes after it is capitalised against running text's habit.</summary>
    private static bool HeadlineGoesOn(string line, List<HeadlineWord> words, int at)
    {
        var signals = 0;
        for (var i = at + 1; i < Math.Min(at + 4, words.Count); i++)
        {
            if (words[i].Kind == WordKind.Lower) return false;
            if (words[i].Kind == WordKind.Capital && Id.IsSignal(words[i].Bare(line))) signals++;
        }

        return signals >= 2;
    }

    /// <summary>Where the sentence starts whose first small word stands at <paramref name="lower"/>.</summary>
    private int SentenceStart(string line, List<HeadlineWord> words, int lower)
    {
        // Small words beside the first lower one ("Kapal yang berangkat") belong to the sentence as well.
        var start = lower;
        while (start > 1 && words[start].Kind != WordKind.Capital) start--;
        var limit = Math.Max(1, start - 14);
        var signals = false;
        for (var i = start; i > limit; i--)
        {
            if (words[i].Kind != WordKind.Capital) continue;
            var bare = words[i].Bare(line);
            // "Menurut", "Namun", "Dalam": in a headline they would be small, or stand first.
            if (Id.IsOpener(bare) || (!signals && Id.IsWeakOpener(bare))) return i;
            if (i < start && Id.IsStrong(bare)) break;
            signals |= Id.IsSignal(bare);
        }

        var first = start;
        while (start > limit && words[start - 1].Kind == WordKind.Capital && !EndsPhrase(line, words[start - 1])
            && (_neighbours.Count(words[start - 1].Bare(line), words[start].Bare(line)) > 1
                || RoleBefore(line, words, start, limit))
            && (start < first || !Id.IsSignal(words[start].Bare(line))))
        {
            start--;
        }

        // No headline ends in a comma or in "di".
        while (start + 1 < lower && (line[words[start - 1].End - 1] == ',' || words[start - 1].Kind == WordKind.Function)) start++;
        return start;
    }

    /// <summary>Whether an office stands before the name: "Perdana Menteri Ana Contoh", "Kepala Dinas Contoh Kota Budi".</summary>
    private static bool RoleBefore(string line, List<HeadlineWord> words, int start, int limit)
    {
        for (var i = start - 1; i >= Math.Max(limit, start - MaxOfficeWords); i--)
        {
            if (words[i].Kind != WordKind.Capital || EndsPhrase(line, words[i])) return false;
            // "dari Pak Contoh", "50 Kepala Daerah", "Jadi Pelatih Contoh" are inside the headline.
            var bare = words[i].Bare(line);
            if (Id.IsPersonsRole(bare) || (Id.IsRole(bare) && i >= start - MaxBodyWords))
            {
                return i == 0 || (words[i - 1].Kind == WordKind.Capital && !Id.IsBareVerb(words[i - 1].Bare(line)));
            }

            if (Id.IsStrong(words[i].Bare(line))) return false;
        }

        return false;
    }

    private static bool EndsPhrase(string line, HeadlineWord word) => line[word.End - 1] is ':' or '?' or '!' or ',' or '.';

    private static int EndOfSentence(string line, int start)
    {
        for (var at = start; at < line.Length; at++)
        {
            if (line[at] is not ('.' or '?' or '!')) continue;
            var next = at + 1;
            if (next >= line.Length) return line.Length;
            if (line[next] == ' ' && next + 1 < line.Length && (char.IsUpper(line[next + 1]) || line[next + 1] is '"' or '“'))
            {
                return next;
            }
        }

        return line.Length;
    }

    private static List<HeadlineWord> Words(string line, int start, int most = MaxWords)
    {
        var words = new List<HeadlineWord>();
        var at = start;
        while (at < line.Length && words.Count < most)
        {
            while (at < line.Length && line[at] == ' ') at++;
            if (at >= line.Length) break;
            var end = line.IndexOf(' ', at);
            if (end < 0) end = line.Length;
            AddWord(words, line, at, Math.Min(end, at + 200));
            at = end;
        }

        return words;
    }

    /// <summary>Adds a word, parted where two are glued: "JamaahPekerja", "berikut.Warga", "Segini\"Kami".</summary>
    private static void AddWord(List<HeadlineWord> words, string line, int start, int end)
    {
        var glued = false;
        for (var i = start + 3; i + 1 < end; i++)
        {
            var caseBreak = char.IsUpper(line[i]) && char.IsLower(line[i - 1]) && char.IsLower(line[i - 2])
                && (char.IsLower(line[i + 1]) || char.IsUpper(line[i + 1]));
            var quoteBreak = line[i] is '"' or '“' && (char.IsLetterOrDigit(line[i - 1]) || line[i - 1] is '?' or '!')
                && char.IsUpper(line[i + 1]);
            if (!caseBreak && !quoteBreak) continue;
            words.Add(new HeadlineWord(start, i, Kind(line, start, i), glued));
            start = i;
            glued = true;
        }

        words.Add(new HeadlineWord(start, end, Kind(line, start, end), glued));
    }

    private static WordKind Kind(string line, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (line[i] is '@' or '#') return WordKind.Other;
            if (char.IsUpper(line[i])) return WordKind.Capital;
            if (char.IsDigit(line[i]) || line.AsSpan(i, end - i).StartsWith("ke-", StringComparison.Ordinal)) return WordKind.Other;
            if (!char.IsLetter(line[i])) continue;
            var bare = new HeadlineWord(start, end, WordKind.Lower, false).Bare(line);
            return Id.IsFunction(bare) ? WordKind.Function : WordKind.Lower;
        }

        return WordKind.Other;
    }

    private enum WordKind
    {
        Other,
        Capital,
        Function,
        Lower,
    }

    private readonly record struct HeadlineWord(int Start, int End, WordKind Kind, bool Glued)
    {
        /// <summary>The word without the marks around it.</summary>
        public ReadOnlySpan<char> Bare(string line)
        {
            var (start, end) = (Start, End);
            while (start < end && !char.IsLetterOrDigit(line[start])) start++;
            while (end > start && !char.IsLetterOrDigit(line[end - 1])) end--;
            return line.AsSpan(start, end - start);
        }
    }

    /// <summary>What a language knows of headline words.</summary>
    private sealed class WordLists
    {
        private readonly HashSet<string> _common = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, HashSet<string>> _kinds = new(StringComparer.Ordinal);

        public WordLists(string language)
        {
            foreach (var row in LanguageResource.Rows(language, "common"))
            {
                _common.UnionWith(row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }

            foreach (var row in LanguageResource.Rows(language, "headlines"))
            {
                if (!_kinds.TryGetValue(row[0], out var set)) _kinds[row[0]] = set = new(StringComparer.OrdinalIgnoreCase);
                set.UnionWith(row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        /// <summary>Small in headlines too: "di", "dan", "yang".</summary>
        public bool IsFunction(ReadOnlySpan<char> word) => Has("small", word);

        /// <summary>A word that starts sentences and hardly ever stands capitalised inside a headline.</summary>
        public bool IsOpener(ReadOnlySpan<char> word) => Has("opener", word);

        /// <summary>A word that starts sentences, and headlines hold it as well.</summary>
        public bool IsWeakOpener(ReadOnlySpan<char> word) => Has("weak-opener", word);

        /// <summary>A word that stands before a name: "Presiden", "Ketua", "PT".</summary>
        public bool IsRole(ReadOnlySpan<char> word) => Has("role", word) || Has("body", word);

        /// <summary>A person's office: the body's name may stand between it and the person's.</summary>
        public bool IsPersonsRole(ReadOnlySpan<char> word) => Has("role", word);

        /// <summary>A verb without its prefix, as headlines have it: what follows is its object.</summary>
        public bool IsBareVerb(ReadOnlySpan<char> word) => Has("signal", word);

        /// <summary>A verb or particle: no name and no office has it, so capitalised it is a headline's.</summary>
        public bool IsStrong(ReadOnlySpan<char> word) => Has("signal", word)
            || (IsVerbForm(word) && (IsSignal(word) || (word.Length > 6 && Ends("verb-suffix", word))));

        /// <summary>A word that running text writes small.</summary>
        public bool IsSignal(ReadOnlySpan<char> word) =>
            (_common.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || Has("signal", word)) && !IsRole(word);

        private bool IsVerbForm(ReadOnlySpan<char> word)
        {
            if (word.Length < 6 || Has("not-verb", word)) return false;
            return Starts("verb-prefix", word) || (Ends("verb-suffix", word) && !Starts("noun-prefix", word));
        }

        private bool Starts(string kind, ReadOnlySpan<char> word)
        {
            foreach (var prefix in Of(kind))
            {
                if (word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
            }

            return false;
        }

        private bool Ends(string kind, ReadOnlySpan<char> word)
        {
            foreach (var suffix in Of(kind))
            {
                if (word.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) return true;
            }

            return false;
        }

        private HashSet<string> Of(string kind) => _kinds.TryGetValue(kind, out var set) ? set : [];

        private bool Has(string kind, ReadOnlySpan<char> word) =>
            Of(kind).GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }
}
