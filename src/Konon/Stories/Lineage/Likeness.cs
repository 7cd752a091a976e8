namespace Konon.Stories.Lineage;

/// <summary>How two texts resemble each other, measured once.</summary>
internal sealed record Likeness
{
    // Half of a sentence's content words in one sentence of the other text: two reporters of one event seldom get there.
    private const double SameSentence = 0.5;
    private const int FewestStems = 3;

    /// <summary>The shared runs.</summary>
    public required IReadOnlyList<WordRun> Runs { get; init; }

    /// <summary>Shared words of narrative.</summary>
    public required int Narrative { get; init; }

    /// <summary>The longest run of narrative, in words.</summary>
    public required int Longest { get; init; }

    /// <summary>Shared words of statements and quotations.</summary>
    public required int Said { get; init; }

    /// <summary>The longest run of statements or quotations.</summary>
    public required int LongestSaid { get; init; }

    /// <summary>Shared words of every kind but credits.</summary>
    public required int All { get; init; }

    /// <summary>Of the one text's narrative, how much stands word for word in the other, 0 to 1.</summary>
    public required double One { get; init; }

    /// <summary>Of the other's.</summary>
    public required double Other { get; init; }

    /// <summary>Of the one text's narrative, how much stands in sentences that the other has, too, in these words or others.</summary>
    public required double OneSentences { get; init; }

    /// <summary>Of the other's.</summary>
    public required double OtherSentences { get; init; }

    /// <summary>Lays two texts side by side.</summary>
    public static Likeness Of(ReportText one, ReportText other)
    {
        var runs = Alignment.Of(one, other);
        // A phrase that the other repeats is shared once.
        var narrative = Math.Min(Sum(runs, TextKind.Narrative, out var longest), Covered(runs));
        var statements = Sum(runs, TextKind.Statement, out var longestStatement);
        var quotations = Sum(runs, TextKind.Quotation, out var longestQuotation);
        return new Likeness
        {
            Runs = runs,
            Narrative = narrative,
            Longest = longest,
            Said = statements + quotations,
            LongestSaid = Math.Max(longestStatement, longestQuotation),
            All = narrative + statements + quotations + Sum(runs, TextKind.Template, out _),
            One = Part(narrative, one.Narrative),
            Other = Part(narrative, other.Narrative),
            OneSentences = Explained(one.Sentences, other.Sentences),
            OtherSentences = Explained(other.Sentences, one.Sentences),
        };
    }

    private static int Sum(List<WordRun> runs, TextKind kind, out int longest)
    {
        var sum = longest = 0;
        foreach (var run in runs)
        {
            if (run.Kind != kind) continue;
            sum += run.Length;
            longest = Math.Max(longest, run.Length);
        }

        return sum;
    }

    private static int Covered(List<WordRun> runs)
    {
        var covered = new HashSet<int>();
        foreach (var run in runs.Where(run => run.Kind == TextKind.Narrative))
        {
            for (var i = 0; i < run.Length; i++) covered.Add(run.One + i);
        }

        return covered.Count;
    }

    private static double Part(int shared, int all) => all == 0 ? 0 : Math.Min(1, (double)shared / all);

    private static double Explained(SentenceStems sentences, SentenceStems by)
    {
        var explained = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            by.Best(sentences[i], out var shared);
            if (shared >= FewestStems && shared >= SameSentence * sentences[i].Length) explained += sentences[i].Length;
        }

        return Part(explained, sentences.Total);
    }
}
