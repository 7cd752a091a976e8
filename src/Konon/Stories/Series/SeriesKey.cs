namespace Konon.Stories.Series;

/// <summary>What a series counts; figures under different keys are not comparable.</summary>
/// <param name="Counted">The noun that is counted, or what a measure measures; empty for people and where nothing says.</param>
/// <param name="Of">Whose they are: a state's ISO 3166 code, an organisation's or person's name; null where nothing says.</param>
/// <param name="Status">What happened to them ("tewas"); null where nothing says.</param>
/// <param name="Place">Where, other than the story's own place; null where nothing says.</param>
/// <param name="Scope">Total, part, ordered, present …</param>
/// <param name="Unit">ISO 4217, <c>%</c> or the unit; null for plain counts.</param>
public sealed record SeriesKey(string Counted, string? Of, string? Status, string? Place, FigureScope Scope, string? Unit)
{
    /// <summary>How counts of the status change, or <c>whole</c> for a noun of which a story has one number; null where neither.</summary>
    internal string? Change { get; init; }

    /// <summary>Whether two figures under the key speak of one quantity.</summary>
    public bool IsComplete =>
        Scope is not (FigureScope.Part or FigureScope.OutOf or FigureScope.Added)
        && (Unit is null ? Change is not null || (Of is not null && Counted.Length > 0) : Counted.Length > 0);

    /// <summary>What is counted with its status, as one phrase: "penumpang hilang"; empty where nothing says.</summary>
    public string Phrase => Status is null ? Counted : Counted.Length == 0 ? Status : Counted + " " + Status;
}
