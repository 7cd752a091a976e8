using System.Data.Common;
using Dapper;
using Konon.Stories.Grouping;

namespace Konon.Store.Grouping;

/// <summary>The sketches of all current readings, each with the part that its article is known to be in.</summary>
/// <remarks>
/// Stories are made by one pass in order of time. Up to the earliest article that came, changed or went since, the pass gives what it gave the
/// last time, if its rules are the same; behind it every article looks for its story again.
/// </remarks>
internal sealed class SketchBook
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly List<SketchRow> _rows;
    private readonly bool _isKept;

    /// <summary>The book as the ledger stands.</summary>
    /// <param name="connection">A connection to the ledger.</param>
    /// <param name="transaction">The transaction to read in.</param>
    /// <param name="rules">What the stories are made by now.</param>
    public SketchBook(DbConnection connection, DbTransaction transaction, string rules)
    {
        (_connection, _transaction) = (connection, transaction);
        _rows =
        [
            .. connection.Query<SketchRow>(
                """
                SELECT readings.id AS Reading, readings.article_id AS Article, story_articles.reading_id AS Told, story_articles.part AS Part
                FROM readings LEFT JOIN story_articles ON story_articles.article_id = readings.article_id
                WHERE readings.current = 1 ORDER BY readings.day, readings.id
                """,
                transaction: transaction),
        ];
        _isKept = connection.QuerySingle<string>("SELECT rules FROM story_state", transaction: transaction) == rules;
    }

    /// <summary>How many readings there are.</summary>
    public int Count => _rows.Count;

    /// <summary>The sketches, in no order that matters; a reading without one is left out.</summary>
    public IEnumerable<(ArticleSketch Sketch, ArticleRow Row, StoryId? Part)> Sketches()
    {
        using var find = new Statement(_connection, _transaction, "SELECT body FROM sketches WHERE reading_id = @0", 1);
        var sketches = new List<(ArticleSketch Sketch, SketchRow Row)>(_rows.Count);
        foreach (var row in _rows)
        {
            if (Read(find, row.Reading) is { } sketch) sketches.Add((sketch, row));
        }

        var first = _isKept ? FirstChange(find, sketches) : default;
        foreach (var (sketch, row) in sketches)
        {
            var isKnown = first is { } change && row.Part is not null && Compare(PlaceOf(sketch), change) < 0;
            yield return (sketch, new ArticleRow(row.Article, row.Reading), isKnown ? new StoryId(row.Part!) : null);
        }
    }

    // The place of the earliest article that came or changed; null where that is not known. Whoever takes one away without a trace clears the rules.
    private (long Minute, string Key)? FirstChange(Statement find, List<(ArticleSketch Sketch, SketchRow Row)> sketches)
    {
        var gone = _connection.Query<long>(
            """
            SELECT story_articles.reading_id FROM story_articles JOIN readings ON readings.id = story_articles.reading_id WHERE readings.current = 0
            """,
            transaction: _transaction).ToList();
        var first = (Minute: long.MaxValue, Key: "");
        foreach (var reading in gone)
        {
            if (Read(find, reading) is not { } sketch) return null;
            first = Earlier(first, PlaceOf(sketch));
        }

        foreach (var (sketch, row) in sketches)
        {
            if (row.Told != row.Reading) first = Earlier(first, PlaceOf(sketch));
        }

        return first;
    }

    private static ArticleSketch? Read(Statement find, long reading) =>
        find.Value(reading) is byte[] body && ArticleSketch.TryRead(body, out var sketch) ? sketch : null;

    private static (long Minute, string Key) PlaceOf(ArticleSketch sketch) => (sketch.Minute ?? int.MaxValue, sketch.Key);

    private static (long Minute, string Key) Earlier((long Minute, string Key) one, (long Minute, string Key) other) =>
        Compare(one, other) <= 0 ? one : other;

    private static int Compare((long Minute, string Key) one, (long Minute, string Key) other) =>
        one.Minute != other.Minute ? one.Minute.CompareTo(other.Minute) : string.CompareOrdinal(one.Key, other.Key);

    // Dapper fills it by name.
    private sealed class SketchRow
    {
        public long Reading { get; init; }

        public long Article { get; init; }

        public long? Told { get; init; }

        public string? Part { get; init; }
    }
}
