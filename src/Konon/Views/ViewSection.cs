namespace Konon.Views;

/// <summary>A part of a listing: one series, one party, one conflict.</summary>
/// <param name="Title">What it is called, in the reader's language.</param>
/// <param name="Key">What is said of all its rows.</param>
/// <param name="RowsName">What its rows are called in JSON.</param>
/// <param name="Rows">The rows, in order.</param>
public sealed record ViewSection(string Title, IReadOnlyList<ViewField> Key, string RowsName, IReadOnlyList<ViewRow> Rows);

/// <summary>A row of a listing.</summary>
/// <param name="Fields">Everything, for programs; the same names in every row of a listing.</param>
/// <param name="Cells">What a person reads, in the reader's language.</param>
public sealed record ViewRow(IReadOnlyList<ViewField> Fields, IReadOnlyList<string> Cells);

/// <summary>A named value.</summary>
/// <param name="Name">In lower case with underscores; never translated.</param>
/// <param name="Value">Null, a string, a number, a truth value, or a list of numbers or strings.</param>
public readonly record struct ViewField(string Name, object? Value);
