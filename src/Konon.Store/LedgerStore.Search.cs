using Konon.Ledger.Listing;
using Konon.Store.Search;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    /// <summary>Claims that articles make now, page by page.</summary>
    /// <exception cref="FormatException">The cursor is none of this listing, or its row is gone.</exception>
    public LedgerPage<ClaimRow> Claims(ClaimQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Use(connection => new ClaimSearch(Database, connection, query).Page());
    }

    /// <summary>Articles as they are now, page by page.</summary>
    /// <exception cref="FormatException">The cursor is none of this listing, or its row is gone.</exception>
    public LedgerPage<ArticleRow> Articles(ArticleQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Use(connection => new ArticleSearch(Database, connection, query).Page());
    }

    /// <summary>Figures that articles give now, page by page.</summary>
    /// <exception cref="FormatException">The cursor is none of this listing, or its row is gone.</exception>
    public LedgerPage<FigureRow> Figures(FigureQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Use(connection => new FigureListing(Database, connection, query).Page());
    }

    /// <summary>Speakers with how much they say, page by page.</summary>
    /// <remarks>Walks over all speakers of all claims that are asked for: about a second for two million.</remarks>
    /// <exception cref="FormatException">The cursor is none of this listing.</exception>
    public LedgerPage<SpeakerRow> Speakers(SpeakerQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Use(connection => new SpeakerListing(connection, query).Page());
    }

    /// <summary>How many of the newest claims found stand under each outlet, speaker, party, stance, language and month.</summary>
    public Facets Facets(ClaimQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Use(connection =>
        {
            var (found, next, _) = new ClaimSearch(Database, connection, query with { Cursor = null }).Find(FacetCounter.MostCounted);
            return FacetCounter.OfClaims(connection, found, next is not null);
        });
    }

    /// <summary>The same for articles.</summary>
    public Facets Facets(ArticleQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Use(connection =>
        {
            var (found, next, _) = new ArticleSearch(Database, connection, query with { Cursor = null }).Find(FacetCounter.MostCounted);
            return FacetCounter.OfArticles(connection, found, next is not null);
        });
    }
}
