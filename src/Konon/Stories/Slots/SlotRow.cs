using Konon.Stories.Series;

namespace Konon.Stories.Slots;

/// <summary>One question, and what each origin says to it.</summary>
/// <param name="Kind">What kind of question.</param>
/// <param name="Series">What is counted; null but for figures.</param>
/// <param name="Cells">One a column; a silent one has no values.</param>
public sealed record SlotRow(SlotKind Kind, FigureSeries? Series, IReadOnlyList<SlotCell> Cells)
{
    /// <summary>Whether some cell says otherwise than another.</summary>
    public bool Differs => Cells.Any(cell => cell.Standing is SlotStanding.Earlier or SlotStanding.Contradicts);

    /// <summary>How many origins say something.</summary>
    public int Filled => Cells.Count(cell => cell.Values.Count > 0);
}

/// <summary>What kind of question a row asks.</summary>
public enum SlotKind
{
    /// <summary>How many: a series of figures.</summary>
    Figure,

    /// <summary>What some state and others deny, doubt or will not comment on.</summary>
    Matter,

    /// <summary>Why it happened.</summary>
    Cause,
}
