using System.Data.Common;
using System.Globalization;
using Dapper;
using Konon.Ledger;
using Konon.Ledger.Listing;
using Konon.Ledger.Search;
using Konon.Store.Search;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    private const int MostSightings = 1000;
    private const int NewestClaims = 20;

    /// <summary>What an id or address stands for, with all there is of it.</summary>
    /// <param name="name">
    /// The id of an article, reading, claim, figure or speaker; or an article's address; or the id of the row that it was read from.
    /// </param>
    /// <returns>Null where the ledger has nothing of that name.</returns>
    public LedgerItem? Find(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Use(connection => Find(connection, name.Trim()));
    }

    /// <summary>The article that a person calls so: also by its document's digest, or by an input that it was seen at.</summary>
    /// <remarks>Inputs have no index: linear in the sightings where it is none of the others. Not for what strangers ask.</remarks>
    /// <returns>Null where the ledger has nothing of that name.</returns>
    public ArticleItem? FindArticle(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Use(connection => ArticleFinder.Find(connection, null, name) is { } article
            ? Article(connection, "articles.id = @article AND readings.current = 1", new { article })
            : null);
    }

    private LedgerItem? Find(DbConnection connection, string name)
    {
        var keys = new[] { ArticleKey.OfUrl(name).Value, "id:" + name };
        var article = connection.QueryFirstOrDefault<string?>(
            "SELECT public_id FROM articles WHERE public_id = @name OR key IN @keys ORDER BY public_id LIMIT 1", new { name, keys });
        if (article is not null) return Article(connection, "articles.public_id = @article AND readings.current = 1", new { article });
        if (connection.QueryFirstOrDefault<long?>("SELECT id FROM readings WHERE public_id = @name", new { name }) is { } reading)
        {
            return Article(connection, "readings.id = @reading", new { reading });
        }

        if (Claim(connection, name) is { } claim) return claim;
        if (Figure(connection, name) is { } figure) return figure;
        return connection.Query<int>("SELECT 1 FROM speakers WHERE public_id = @name", new { name }).Any() ? Speaker(connection, name) : null;
    }

    private static ArticleItem? Article(DbConnection connection, string where, object values)
    {
        var stored = Query(connection, "WHERE " + where, values);
        if (stored.Count == 0) return null;
        var row = new ArticleRows(connection).Load([stored[0].Row], withBodies: false)[0].ToRow();
        var versions = connection.Query<(
            string Id, string Sha256, string TextDigest, string Reader, string? Published, string? Modified, long Current, string? By)>(
            """
            SELECT readings.public_id, documents.sha256, readings.text_digest, readers.name, readings.published, readings.modified,
              readings.current, better.public_id
            FROM readings
            JOIN articles ON articles.id = readings.article_id
            JOIN documents ON documents.id = readings.document_id
            JOIN readers ON readers.id = readings.reader_id
            LEFT JOIN readings AS better ON better.id = readings.superseded_by
            WHERE articles.public_id = @Id
            ORDER BY readings.current DESC, readings.day DESC, readings.public_id
            """,
            new { row.Id });
        var sightings = connection.Query<(string Input, string Sha256, long SeenAt, long? FetchedAt)>(
            """
            SELECT sightings.input, documents.sha256, sightings.seen_at, sightings.fetched_at
            FROM sightings
            JOIN articles ON articles.id = sightings.article_id
            JOIN documents ON documents.id = sightings.document_id
            WHERE articles.public_id = @Id
            ORDER BY sightings.seen_at, sightings.input LIMIT @MostSightings
            """,
            new { row.Id, MostSightings });
        return new ArticleItem(
            row,
            stored[0],
            stored[0].Read(),
            [.. versions.Select(one => new ArticleVersion(
                one.Id, one.Sha256, one.TextDigest, one.Reader, one.Published, one.Modified, one.Current == 1, one.By))],
            [.. sightings.Select(one => new ArticleSighting(one.Input, one.Sha256, Time(one.SeenAt), one.FetchedAt is { } at ? Time(at) : null))]);
    }

    // A claim that several versions make alike has one id; the current one is shown.
    private static ClaimItem? Claim(DbConnection connection, string name)
    {
        var (id, reading, ordinal) = connection.QueryFirstOrDefault<(long, long, long)>(
            "SELECT id, reading_id, ordinal FROM claims WHERE public_id = @name ORDER BY current DESC, id DESC LIMIT 1", new { name });
        if (id == 0) return null;
        var stored = Query(connection, "WHERE readings.id = @reading", new { reading })[0];
        var row = new ClaimRows(connection, SpeakerGroups.Read(connection)).Load([id])[0];
        return new ClaimItem(row, (int)ordinal, stored, stored.Read());
    }

    private static FigureItem? Figure(DbConnection connection, string name)
    {
        var point = name.LastIndexOf('.');
        if (point <= 0 || !int.TryParse(name.AsSpan(point + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return Claim(connection, name[..point]) is { } claim && number >= 1 && number <= claim.Row.Figures.Count
            ? new FigureItem(number - 1, claim)
            : null;
    }

    private SpeakerItem? Speaker(DbConnection connection, string name)
    {
        // A speaker whose every claim was rejected is still somebody of whom there is something to show.
        var filter = LedgerFilter.None with { Speakers = FilterValues.Of(name), WithRejected = true };
        var rows = new SpeakerListing(connection, new SpeakerQuery { Filter = filter }).Page().Rows;
        if (rows.Count == 0) return null;
        var groups = SpeakerGroups.Read(connection);
        var root = connection.QuerySingle<long>("SELECT id FROM speakers WHERE public_id = @Id", new { rows[0].Id });
        var members = groups.MembersOf(root);
        var names = connection.Query<(string Name, long Uses)>(
            "SELECT name, CAST(SUM(uses) AS BIGINT) FROM speaker_names WHERE speaker_id IN @members GROUP BY name ORDER BY 2 DESC, name",
            new { members });
        var claims = new ClaimSearch(Database, connection, new ClaimQuery { Filter = filter, Limit = NewestClaims }).Page().Rows;
        return new SpeakerItem(
            rows[0],
            [.. names.Select(one => new SpeakerName(one.Name, one.Uses))],
            [.. ClaimRows.PublicIds(connection, members.Skip(1)).Values.Order(StringComparer.Ordinal)],
            claims);
    }

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
