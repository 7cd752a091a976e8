namespace Konon.Intake;

/// <summary>By which names a table's columns go.</summary>
public sealed record ColumnMap
{
    /// <summary>Every column by its own name.</summary>
    public static ColumnMap Default { get; } = new();

    /// <summary>The outlet's id of the article.</summary>
    public string Id { get; init; } = "id";

    /// <summary>The address.</summary>
    public string Url { get; init; } = "url";

    /// <summary>The outlet's name or domain.</summary>
    public string Outlet { get; init; } = "outlet";

    /// <summary>The headline.</summary>
    public string Title { get; init; } = "title";

    /// <summary>When it was published.</summary>
    public string Published { get; init; } = "published";

    /// <summary>The article's text.</summary>
    public string Text { get; init; } = "text";

    /// <summary>Reads "text=body,title=headline": Konon's name, an equals sign, the table's name.</summary>
    /// <param name="written">The pairs, parted by commas.</param>
    /// <param name="map">The map; null where the words are no map.</param>
    /// <param name="problem">What is wrong with the words; null where nothing is.</param>
    public static bool TryParse(string? written, out ColumnMap? map, out string? problem)
    {
        (map, problem) = (null, null);
        var read = Default;
        foreach (var pair in (written ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var (field, column) = equals < 0 ? (pair, "") : (pair[..equals].Trim(), pair[(equals + 1)..].Trim());
            if (column.Length == 0)
            {
                problem = $"'{pair}' is not of the form field=column";
                return false;
            }

            var next = field.ToUpperInvariant() switch
            {
                "ID" => read with { Id = column },
                "URL" => read with { Url = column },
                "OUTLET" => read with { Outlet = column },
                "TITLE" => read with { Title = column },
                "PUBLISHED" => read with { Published = column },
                "TEXT" => read with { Text = column },
                _ => null,
            };
            if (next is null)
            {
                problem = $"'{field}' is none of id, url, outlet, title, published, text";
                return false;
            }

            read = next;
        }

        map = read;
        return true;
    }
}
