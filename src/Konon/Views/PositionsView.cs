using Konon.Ledger;
using Konon.Stories;

namespace Konon.Views;

/// <summary>The positions of a story as a listing: one section a party, one row a statement, changes marked.</summary>
public static class PositionsView
{
    /// <summary>The positions.</summary>
    /// <param name="story">The story.</param>
    /// <param name="words">The reader's language, for what a person reads.</param>
    public static IReadOnlyList<ViewSection> Of(Story story, UiWords words)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(words);
        return [.. story.Positions.Select(position => Section(position, words))];
    }

    private static ViewSection Section(Position position, UiWords words)
    {
        var changes = position.Changes.GroupBy(change => change.To).ToDictionary(same => same.Key, same => same.First().From);
        return new ViewSection(
            words.Party(position.Party),
            [new ViewField("party", position.Party), new ViewField("changes", changes.Count)],
            "statements",
            [.. position.Steps.SelectMany(step => step.Statements).Select(statement => Row(statement, changes.GetValueOrDefault(statement), words))]);
    }

    private static ViewRow Row(Statement statement, Statement? before, UiWords words) => new(
        [
            .. StatementFields.Of(statement),
            new ViewField("changed_from", before is null ? null : WireNames.Of(before.Claim.Stance)),
            new ViewField("changed_from_words", before?.Words),
        ],
        [
            StatementFields.When(statement, words),
            (before is null ? "" : words.Stance(before.Claim.Stance) + " → ") + words.Stance(statement.Claim.Stance),
            StatementFields.Who(statement, words),
            BriefLabels.Reports([.. statement.Reports.Select(report => report.Number)]),
            "“" + statement.Words + "”",
        ]);
}
