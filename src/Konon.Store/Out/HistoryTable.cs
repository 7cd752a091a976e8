namespace Konon.Store.Out;

/// <summary>A table of facts, as a history export writes it.</summary>
/// <param name="Name">Its name in the database and in the file.</param>
/// <param name="Columns">All of its columns that are not derived, but for the numeric id.</param>
/// <param name="Identity">The columns by which a row is known again; no two rows have the same, or rows are numbered.</param>
internal sealed record HistoryTable(string Name, IReadOnlyList<HistoryColumn> Columns, IReadOnlyList<string> Identity)
{
    /// <summary>Whether rows stand in the order in which they were added, each with its place: two may be alike, or their order counts.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>The column whose value names a row where other tables refer to it; null where none does.</summary>
    public string? NamedBy { get; init; }
}

/// <summary>A column of such a table.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Of">The table that a reference leads to.</param>
internal sealed record HistoryColumn(string Name, HistoryKind Kind = HistoryKind.Value, string? Of = null)
{
    /// <summary>Its name in the file: a reference is called by what it refers to.</summary>
    public string Key => Kind == HistoryKind.Reference && Name.EndsWith("_id", StringComparison.Ordinal) ? Name[..^"_id".Length] : Name;
}

/// <summary>How a column is written.</summary>
internal enum HistoryKind
{
    /// <summary>As the number or text that it is; absent where it is null.</summary>
    Value,

    /// <summary>As the JSON that is packed in it; absent where it is empty.</summary>
    Json,

    /// <summary>As the name of the row that it refers to.</summary>
    Reference,
}
