namespace Konon.Stories;

/// <summary>Groups a story's figures by what is counted, and joins what one party says several times.</summary>
internal static class FigureList
{
    /// <summary>The groups: first those that can be compared, of these those with most figures.</summary>
    public static IReadOnlyList<FigureGroup> Of(IReadOnlyList<Statement> statements)
    {
        var mentions = statements.SelectMany(statement => statement.Claim.Figures.Select(figure =>
            new FigureMention(statement, figure) { Key = CountedKey.Of(figure, statement) }));
        return
        [
            .. mentions.GroupBy(mention => mention.Key.Key, StringComparer.Ordinal)
                .SelectMany(ByState)
                .OrderBy(group => !group.Entries[0].Mentions[0].Key.Comparable)
                .ThenBy(group => group.Counted.Length == 0)
                .ThenByDescending(group => group.Entries.Count)
                .ThenBy(group => group.Entries[0].First.Place)
                .ThenBy(group => group.Counted, StringComparer.Ordinal),
        ];
    }

    // "tentara Rusia" are not "tentara Korea Utara"; bare "tentara" are those that the story speaks of
    // most, if it does so more than once.
    private static IEnumerable<FigureGroup> ByState(IGrouping<string, FigureMention> mentions)
    {
        var states = mentions.Select(StateOf).ToList();
        var most = states.OfType<string>().GroupBy(state => state, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .OrderByDescending(same => same.Count())
            .Select(same => same.Key)
            .FirstOrDefault();
        return mentions.Select((mention, i) => (Mention: mention, State: states[i] ?? most))
            .GroupBy(pair => pair.State, pair => pair.Mention, StringComparer.Ordinal)
            .Select(same => Group(mentions.Key, same.Key, [.. same]));
    }

    private static string? StateOf(FigureMention mention) => mention.Figure.Counted is { } counted
        ? StoryWords.Of(mention.Statement.Report.Article.Language).StateIn(counted)
        : null;

    private static FigureGroup Group(string counted, string? state, IReadOnlyList<FigureMention> mentions)
    {
        var largest = new Dictionary<Statement, decimal>(ReferenceEqualityComparer.Instance);
        foreach (var (statement, figure) in mentions)
        {
            largest[statement] = Math.Max(figure.Value, largest.GetValueOrDefault(statement, decimal.MinValue));
        }

        // "3,000 in Rusia timur" and a bare "3,000" of one party are one figure; "in Kursk" and "in Rusia timur" are two.
        var scopes = new Dictionary<(decimal, string?), string>();
        foreach (var (statement, figure) in mentions)
        {
            if (figure.Scope is { } scope) scopes.TryAdd((figure.Value, statement.Side), scope);
        }

        var words = mentions
            .GroupBy(mention => mention.Key.Words, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.Key);
        // GroupBy keeps the order of the statements, so entries and mentions stay in order of time.
        var entries = mentions
            .GroupBy(mention => (
                mention.Figure.Value,
                mention.Figure.Max,
                mention.Figure.Bound,
                Scope: mention.Figure.Scope ?? scopes.GetValueOrDefault((mention.Figure.Value, mention.Statement.Side)),
                mention.Statement.Claim.Stance,
                mention.Statement.Side))
            .Select(same => Entry([.. same], same.First().Figure.Value < largest[same.First().Statement]));
        return new FigureGroup(counted, state, [.. words], [.. entries]);
    }

    private static FigureEntry Entry(IReadOnlyList<FigureMention> mentions, bool isBesideLarger) => new()
    {
        Figure = mentions[0].Figure,
        Stance = mentions[0].Statement.Claim.Stance,
        Party = mentions[0].Statement.Parties.FirstOrDefault(),
        IsBesideLarger = isBesideLarger,
        Mentions = mentions,
    };
}
