using Konon.Claims;

namespace Konon.Stories;

/// <summary>Follows each party's stances over time.</summary>
internal static class PositionList
{
    /// <summary>The positions: of those who took more than one stance first, then by how much they said.</summary>
    public static IReadOnlyList<Position> Of(IReadOnlyList<Statement> statements)
    {
        var byParty = statements
            .SelectMany(statement => statement.Parties.Select(party => (Party: party, Statement: statement)))
            .GroupBy(pair => pair.Party, pair => pair.Statement, StringComparer.Ordinal);
        return
        [
            .. byParty.Select(said => new Position(said.Key, Steps(said)) { Changes = PositionChanges.Of([.. said]) })
                .OrderByDescending(position => position.Steps.Any(step => step.Stance != Stance.Asserts))
                .ThenByDescending(position => position.Statements)
                .ThenBy(position => position.Party, StringComparer.Ordinal),
        ];
    }

    private static List<PositionStep> Steps(IEnumerable<Statement> said)
    {
        var steps = new List<PositionStep>();
        var run = new List<Statement>();
        foreach (var statement in said)
        {
            if (run.Count > 0 && run[0].Claim.Stance != statement.Claim.Stance)
            {
                steps.Add(new PositionStep(run[0].Claim.Stance, run));
                run = [];
            }

            run.Add(statement);
        }

        steps.Add(new PositionStep(run[0].Claim.Stance, run));
        return steps;
    }
}
