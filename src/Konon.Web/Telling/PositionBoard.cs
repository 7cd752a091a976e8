using Konon.Claims;
using Konon.Stories;

namespace Konon.Web.Telling;

/// <summary>What each party said over time as a table: a row a party, a column some days.</summary>
public sealed class PositionBoard
{
    private const int MostColumns = 8;
    private const int MostRows = 12;

    private PositionBoard(IReadOnlyList<DayRange> columns, IReadOnlyList<BoardRow> rows, int left)
    {
        Columns = columns;
        Rows = rows;
        Left = left;
    }

    /// <summary>The days of each column.</summary>
    public IReadOnlyList<DayRange> Columns { get; }

    /// <summary>The parties that say most.</summary>
    public IReadOnlyList<BoardRow> Rows { get; }

    /// <summary>How many parties are not shown.</summary>
    public int Left { get; }

    /// <summary>Makes the board. Statements without a day stand nowhere on it.</summary>
    public static PositionBoard Of(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var said = story.Positions
            .Select(position => (position.Party, Said: Dated(position)))
            .Where(party => party.Said.Count > 0)
            .OrderByDescending(party => party.Said.Count).ThenBy(party => party.Party, StringComparer.Ordinal)
            .ToList();
        var columns = DayColumns.Of(said.SelectMany(party => party.Said.Select(one => one.Day)), MostColumns);
        var rows = said.Take(MostRows).Select(party => new BoardRow(party.Party, [.. columns.Select(column => Cell(party.Said, column))])).ToList();
        return new PositionBoard(columns, rows, said.Count - rows.Count);
    }

    private static List<(DateOnly Day, Statement Statement)> Dated(Position position) =>
    [
        .. position.Steps.SelectMany(step => step.Statements)
            .Select(statement => (Day: statement.SaidOn?.To ?? statement.Report.Day, statement))
            .Where(pair => pair.Day is not null)
            .Select(pair => (pair.Day!.Value, pair.statement)),
    ];

    private static IReadOnlyList<BoardCell> Cell(List<(DateOnly Day, Statement Statement)> said, DayRange days) =>
    [
        .. said.Where(one => one.Day >= days.From && one.Day <= days.To)
            .GroupBy(one => one.Statement.Claim.Stance, one => one.Statement)
            .OrderBy(same => same.Key)
            .Select(same => new BoardCell(same.Key, [.. same])),
    ];
}

/// <summary>A party on the board.</summary>
/// <param name="Party">A state's code or an organisation's name.</param>
/// <param name="Cells">What it did in each column.</param>
public sealed record BoardRow(string Party, IReadOnlyList<IReadOnlyList<BoardCell>> Cells);

/// <summary>What a party said with one stance in some days.</summary>
/// <param name="Stance">The stance.</param>
/// <param name="Statements">The statements; at least one.</param>
public sealed record BoardCell(Stance Stance, IReadOnlyList<Statement> Statements);
