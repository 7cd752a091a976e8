using System.Data.Common;
using Dapper;
using Konon.Ledger;
using Konon.Ledger.Listing;
using Konon.Ledger.Search;

namespace Konon.Store.Search;

/// <summary>Fetches articles by the number of a reading.</summary>
internal sealed class ArticleRows(DbConnection connection)
{
    /// <summary>The articles, in the order of the numbers.</summary>
    /// <param name="ids">The readings' numbers.</param>
    /// <param name="withBodies">Whether the texts are needed.</param>
    public IReadOnlyList<ArticleData> Load(IReadOnlyList<long> ids, bool withBodies)
    {
        var found = new Dictionary<long, ArticleData>();
        foreach (var piece in ids.Distinct().Chunk(Listings.Piece))
        {
            var rows = connection.Query<ArticleData>(
                $"""
                SELECT readings.id AS RowId, articles.public_id AS Id, readings.outlet AS Outlet, readings.title AS Title, readings.url AS Url,
                  readings.external_id AS ExternalId, readings.published AS Published, readings.day AS Day, readings.language AS Language,
                  readings.claims AS Claims {(withBodies ? ", readings.body AS Body" : "")}
                FROM readings JOIN articles ON articles.id = readings.article_id
                WHERE readings.id IN @piece
                """,
                new { piece });
            foreach (var row in rows) found.Add(row.RowId, row);
        }

        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }
}

/// <summary>An article's row as Dapper fills it, by name.</summary>
internal sealed class ArticleData
{
    public long RowId { get; init; }

    public string Id { get; init; } = "";

    public string? Outlet { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? ExternalId { get; init; }

    public string? Published { get; init; }

    public string Day { get; init; } = "";

    public string Language { get; init; } = "";

    public long Claims { get; init; }

    public byte[]? Body { get; init; }

    public ArticleRow ToRow(SearchMatcher? matcher = null, int snippetLength = 0) => new()
    {
        Id = Id,
        Outlet = Outlet,
        Title = Title,
        Url = Url,
        ExternalId = ExternalId,
        Published = Published,
        Day = Day,
        Language = Language,
        Claims = Claims,
        Snippet = matcher is null || Body is null
            ? null
            : matcher.Snippet(ReadingParser.Parse(Packed.Unpack(Body), "", "").Article.Text, Language, snippetLength),
    };
}
