using Konon.Claims;

namespace Konon.Stories;

/// <summary>The figures of a story that count one thing.</summary>
/// <param name="Counted">What is counted, as the group is filed ("tentara", "tewas", "IDR", "%"); empty where no report says.</param>
/// <param name="Of">The state whose they are ("tentara Korea Utara": KP); null where nothing says or it is no matter.</param>
/// <param name="Words">The words by which the reports call it, the most frequent first.</param>
/// <param name="Entries">The figures, in order of time.</param>
public sealed record FigureGroup(string Counted, string? Of, IReadOnlyList<string> Words, IReadOnlyList<FigureEntry> Entries);

/// <summary>One figure as one party gives it, by the mouth of one speaker or several.</summary>
public sealed record FigureEntry
{
    /// <summary>The number, its bound and scope, as the first mention has them.</summary>
    public required Figure Figure { get; init; }

    /// <summary>What is done with it: a denied figure is no figure of the one who denies it.</summary>
    public required Stance Stance { get; init; }

    /// <summary>On whose behalf; null for nobody's.</summary>
    public required string? Party { get; init; }

    /// <summary>Who says it and where, in order of time; at least one.</summary>
    public required IReadOnlyList<FigureMention> Mentions { get; init; }

    /// <summary>
    /// Whether its claim gives a larger figure on the same thing: it is then a part ("10,000, of whom 8,000 in Kursk") or a
    /// former value, and is compared with nobody's.
    /// </summary>
    public required bool IsBesideLarger { get; init; }

    /// <summary>Every report that gives it, by number.</summary>
    public IEnumerable<Report> Reports => Mentions.SelectMany(mention => mention.Statement.Reports).Distinct().OrderBy(report => report.Number);

    /// <summary>The statement that gives it first.</summary>
    public Statement First => Mentions[0].Statement;
}

/// <summary>A figure in a statement.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Figure">The figure in it.</param>
public readonly record struct FigureMention(Statement Statement, Figure Figure)
{
    /// <summary>What it counts, read once.</summary>
    internal CountedKey Key { get; init; }
}
