namespace Konon.Store.Out;

/// <summary>Which articles an export holds, and in which order.</summary>
public sealed record ExportFilter
{
    /// <summary>Every article, by id.</summary>
    public static ExportFilter All { get; } = new();

    /// <summary>The first day of publication, inclusive; null for no limit. Undated articles fall out.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day of publication, inclusive; null for no limit. Undated articles fall out.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The outlet, exactly as the articles have it; null for all.</summary>
    public string? Outlet { get; init; }

    /// <summary>Whether they come by day of publication, undated ones first, instead of by id.</summary>
    public bool ByDay { get; init; }
}
