namespace Konon.Store;

/// <summary>A column that refers to the rows of another table.</summary>
/// <param name="Table">The table that refers.</param>
/// <param name="Column">The column that does.</param>
/// <param name="Parent">The table that is referred to.</param>
/// <param name="IsOptional">Whether the column may be empty.</param>
public sealed record TableReference(string Table, string Column, string Parent, bool IsOptional);
