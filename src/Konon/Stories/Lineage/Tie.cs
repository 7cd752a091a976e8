namespace Konon.Stories.Lineage;

/// <summary>Two reports that share text which counts.</summary>
internal sealed class Tie
{
    // Measured on pairs of reports of one event by different outlets: reporters who wrote apart shared at most 9 words of
    // narrative, in runs of at most 8; copies 12 and more. The bench's stories settle the rest; rerun both when touching these.
    private const int FewestNarrative = 12;
    private const int ManyNarrative = 20;
    private const int LongRun = 7;
    private const int RunAmongMany = 5;
    private const double MuchNarrative = 0.2;
    private const int PassageRun = 12;
    private const double LeastNarrative = 0.1;
    private const double LeastWords = 0.12;
    private const double MostVerbatim = 0.75;
    private const double MostSpun = 0.5;
    private const double CertainlySpun = 0.8;
    private const double PossiblySpun = 0.33;
    private const int FewestStems = 16;
    private const int FewestSaid = 8;
    private const int LongestHeard = 12;
    private const double WholeText = 0.5;
    private const int FewestWhole = 50;
    private const double LittleNarrative = 0.3;

    private Tie(int one, int other, Likeness likeness)
    {
        One = one;
        Other = other;
        Likeness = likeness;
    }

    /// <summary>The earlier report's place in the list.</summary>
    public int One { get; }

    /// <summary>The later one's.</summary>
    public int Other { get; }

    /// <summary>How they resemble each other.</summary>
    public Likeness Likeness { get; }

    /// <summary>What the text alone says: verbatim, spun, passage, same origin, or a shared quote.</summary>
    public LineageEdgeKind Kind { get; private init; }

    /// <summary>How much of the one report the other explains, 0 to 1.</summary>
    public double OneShare { get; private init; }

    /// <summary>How much of the other report the one explains.</summary>
    public double OtherShare { get; private init; }

    /// <summary>The larger of the two.</summary>
    public double Share => Math.Max(OneShare, OtherShare);

    /// <summary>What a credit says of the direction: 1 where the other names the one as its source, -1 the other way, 0 for neither.</summary>
    public int Lean { get; set; }

    /// <summary>Whether one origin is certain.</summary>
    public bool IsCertain => Kind == LineageEdgeKind.Verbatim || (Kind == LineageEdgeKind.Spun && Share >= CertainlySpun);

    /// <summary>Whether one origin is likely.</summary>
    public bool IsLikely => Kind is LineageEdgeKind.Verbatim or LineageEdgeKind.Spun or LineageEdgeKind.SameOrigin;

    /// <summary>Whether one origin is possible.</summary>
    public bool IsPossible => IsLikely || (Kind == LineageEdgeKind.Passage && Share >= PossiblySpun);

    /// <summary>The report that is not this one of the two.</summary>
    public int EndBeside(int one) => One == one ? Other : One;

    /// <summary>The tie of two reports; null when they share nothing that counts.</summary>
    public static Tie? Of(int one, int other, ReportText first, ReportText second)
    {
        var likeness = Likeness.Of(first, second);
        var left = ShareOf(likeness.One, likeness.OneSentences, first);
        var right = ShareOf(likeness.Other, likeness.OtherSentences, second);
        if (KindOf(likeness, first, second, Math.Max(left, right)) is not { } kind) return null;
        if (kind is LineageEdgeKind.SameOrigin or LineageEdgeKind.SharedQuote)
        {
            (left, right) = (Part(likeness.All, first.Counted), Part(likeness.All, second.Counted));
        }

        return new Tie(one, other, likeness) { Kind = kind, OneShare = left, OtherShare = right };
    }

    private static LineageEdgeKind? KindOf(Likeness likeness, ReportText first, ReportText second, double share)
    {
        if (ProvesCopying(likeness))
        {
            if (Math.Max(likeness.One, likeness.Other) >= MostVerbatim) return LineageEdgeKind.Verbatim;
            if (share >= MostSpun) return LineageEdgeKind.Spun;
            return IsOneWrittenSource(likeness, first, second) ? LineageEdgeKind.SameOrigin : LineageEdgeKind.Passage;
        }

        if (IsOneWrittenSource(likeness, first, second)) return LineageEdgeKind.SameOrigin;
        return likeness.LongestSaid >= FewestSaid ? LineageEdgeKind.SharedQuote : null;
    }

    private static bool ProvesCopying(Likeness likeness)
    {
        if (likeness.Longest >= PassageRun) return true;
        if (likeness.Narrative < FewestNarrative || Math.Max(likeness.One, likeness.Other) < LeastNarrative) return false;
        return likeness.Longest >= LongRun || HasMany(likeness) || Math.Max(likeness.OneSentences, likeness.OtherSentences) >= MostSpun;
    }

    // Two long texts of one matter meet in many phrases of three or four words.
    private static bool HasMany(Likeness likeness) => likeness.Narrative >= ManyNarrative
        && (likeness.Longest >= RunAmongMany || Math.Max(likeness.One, likeness.Other) >= MuchNarrative);

    // Nearly all of a report is one speaker's words, and the other has them in the same sentences: a release, or one copies the
    // other. Two who listened would have chosen and reported other words.
    private static bool IsOneWrittenSource(Likeness likeness, ReportText first, ReportText second)
    {
        var shorter = first.Counted <= second.Counted ? first : second;
        return likeness.All >= FewestWhole && likeness.LongestSaid >= LongestHeard
            && likeness.All >= WholeText * shorter.Counted && shorter.Narrative <= LittleNarrative * shorter.Counted;
    }

    // Sentences in other words count where enough words stand in them, too, and there are enough of them to tell.
    private static double ShareOf(double words, double sentences, ReportText text) =>
        words >= LeastWords && text.Sentences.Total >= FewestStems ? Math.Max(words, sentences) : words;

    private static double Part(int shared, int all) => all == 0 ? 0 : Math.Min(1, (double)shared / all);
}
