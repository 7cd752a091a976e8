namespace Konon.Views.Exports;

/// <summary>One column of a table: its name, what stands in it and how it is had of a row.</summary>
/// <param name="Name">The heading; it stays the same in later versions, which add columns behind the last.</param>
/// <param name="Meaning">What stands in it, as docs/formats/csv.md says it.</param>
/// <param name="Value">The cell of a row; null where there is none.</param>
/// <param name="IsNumber">Whether it holds numbers, which need no guarding from being run as a formula.</param>
internal sealed record ExportColumn<T>(string Name, string Meaning, Func<T, string?> Value, bool IsNumber = false)
{
    /// <summary>The cell as it is written.</summary>
    public string? CellOf(T row) => IsNumber ? Value(row) : Csv.Defused(Value(row));
}
