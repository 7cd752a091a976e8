namespace Konon.Ledger.Search;

/// <summary>A query as it was understood: words, and what else must hold.</summary>
/// <param name="Words">The words; null where only filters are given.</param>
/// <param name="Filter">What else must hold.</param>
public sealed record SearchQuery(SearchNode? Words, LedgerFilter Filter)
{
    /// <summary>The longest query that is read, in UTF-16 code units.</summary>
    public const int LongestQuery = 2000;

    /// <summary>The most words and phrases in one query.</summary>
    public const int MostTerms = 64;

    /// <summary>The deepest that parentheses may nest.</summary>
    public const int DeepestNesting = 16;

    /// <summary>Reads a query. Linear in its length; the language is described in docs/search.md.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="query">What it means; null where it is malformed.</param>
    /// <returns>What is wrong with it; null where nothing is.</returns>
    public static SearchFault? TryParse(string text, out SearchQuery? query)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SearchParser.TryParse(text, out query);
    }
}

/// <summary>What is wrong with a query.</summary>
/// <param name="Position">Where, in characters (Unicode code points) from 1.</param>
/// <param name="Message">What, in one line.</param>
public sealed record SearchFault(int Position, string Message)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the query, at character {Position}: {Message}");
}
