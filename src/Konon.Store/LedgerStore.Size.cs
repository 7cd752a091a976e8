using Dapper;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    /// <summary>How much the ledger holds. Walks over indexes: some tens of milliseconds for a million claims.</summary>
    public LedgerSize Size() => Use(connection => connection.QuerySingle<LedgerSize>(
        """
        SELECT (SELECT COUNT(*) FROM articles) AS Articles, (SELECT COUNT(*) FROM claims WHERE current = 1) AS Claims,
          (SELECT COUNT(*) FROM stories) AS Stories
        """));
}

/// <summary>How much a ledger holds.</summary>
/// <param name="Articles">Articles.</param>
/// <param name="Claims">Claims that they make now.</param>
/// <param name="Stories">Stories, as they were settled last.</param>
public sealed record LedgerSize(long Articles, long Claims, long Stories);
