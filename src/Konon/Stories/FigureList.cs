namespace Konon.Stories;

/// <summary>Groups a story's figures by what is counted, and joins what one party says several times.</summary>
internal static class FigureList
{
    /// <summary>The groups: those with most figures first.</summary>
    public static IReadOnlyList<FigureGroup> Of(IReadOnlyList<Statement> statements)
    {
        var mentions = statements.SelectMany(statement => statement.Claim.Figures.Select(figure => new FigureMention(statement, figure)));
        return
        [
            .. mentions.GroupBy(mention => CountedKey.Of(mention.Figure, mention.Statement).Key, StringComparer.Ordinal)
                .Select(Group)
                .OrderBy(group => group.Counted.Length == 0)
                .ThenByDescending(group => group.Entries.Count)
                .ThenBy(group => group.Entries[0].First.Place)
                .ThenBy(group => group.Counted, StringComparer.Ordinal),
        ];
    }

    private static FigureGroup Group(IGrouping<string, FigureMention> mentions)
    {
        var words = mentions
            .GroupBy(mention => CountedKey.Of(mention.Figure, mention.Statement).Words, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.Key);
        // GroupBy keeps the order of the statements, so entries and mentions stay in order of time.
        var entries = mentions
            .GroupBy(mention => (
                mention.Figure.Value,
                mention.Figure.Max,
                mention.Figure.Bound,
                mention.Figure.Scope,
                mention.Statement.Claim.Stance,
                mention.Statement.Side))
            .Select(Entry);
        return new FigureGroup(mentions.Key, [.. words], [.. entries]);
    }

    private static FigureEntry Entry(IEnumerable<FigureMention> mentions)
    {
        var all = mentions.ToList();
        return new FigureEntry
        {
            Figure = all[0].Figure,
            Stance = all[0].Statement.Claim.Stance,
            Party = all[0].Statement.Parties.FirstOrDefault(),
            Mentions = all,
        };
    }
}
