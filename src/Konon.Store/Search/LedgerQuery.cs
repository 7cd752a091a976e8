using Konon.Ledger.Search;

namespace Konon.Store.Search;

/// <summary>What every listing can be asked.</summary>
public abstract record LedgerQuery
{
    /// <summary>The most rows that a page has.</summary>
    public const int LongestPage = 1000;

    private readonly int _limit = 50;

    /// <summary>What the rows must hold.</summary>
    public LedgerFilter Filter { get; init; } = LedgerFilter.None;

    /// <summary>How many rows a page has: 50, at most <see cref="LongestPage"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1 or too large.</exception>
    public int Limit
    {
        get => _limit;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestPage);
            _limit = value;
        }
    }

    /// <summary>Where to go on: <see cref="LedgerPage{T}.Next"/> of the page before; null for the first page.</summary>
    /// <remarks>What is added in the meantime shifts nothing: a page begins behind the row where the one before ended.</remarks>
    public string? Cursor { get; init; }
}

/// <summary>Asks for claims, the newest day first; of words joined by OR what holds all, then what holds the rarest.</summary>
public sealed record ClaimQuery : LedgerQuery
{
    /// <summary>Words that the claim, its speakers or their roles must hold; null for no words.</summary>
    public SearchNode? Words { get; init; }
}

/// <summary>Asks for articles, in the same order. The filters by speaker, party, stance and figure ask for an article with such a claim.</summary>
public sealed record ArticleQuery : LedgerQuery
{
    /// <summary>Words that title or text must hold; null for no words.</summary>
    public SearchNode? Words { get; init; }
}

/// <summary>Asks for figures, the newest day first.</summary>
public sealed record FigureQuery : LedgerQuery;

/// <summary>Asks for speakers, the one with most claims first. <see cref="LedgerFilter.Speakers"/> narrows by name.</summary>
public sealed record SpeakerQuery : LedgerQuery;
