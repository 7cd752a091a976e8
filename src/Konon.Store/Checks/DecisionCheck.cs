using System.Data.Common;
using System.Text.Json;
using Dapper;
using Konon.Ledger;
using Konon.Ledger.Review;

namespace Konon.Store.Checks;

/// <summary>Checks what people decided: the records, what they undo, and that their words stand where they say.</summary>
internal sealed class DecisionCheck(DbConnection connection, DbTransaction transaction)
{
    private const string Gap = " … ";

    public IEnumerable<LedgerProblem> Problems()
    {
        var rows = connection.Query<Row>(
            """
            SELECT decisions.public_id AS Id, decisions.at AS At, decisions.by_name AS ByName, decisions.action AS Action,
              decisions.kind AS Kind, decisions.target AS Target, decisions.body AS Body, decisions.article_id AS ArticleRow,
              decisions.other_article_id AS OtherRow, articles.public_id AS Article
            FROM decisions LEFT JOIN articles ON articles.id = decisions.article_id ORDER BY decisions.id
            """,
            transaction: transaction).ToList();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var problem in Problems(row, known)) yield return new LedgerProblem("decision " + row.Id, problem);
            known.Add(row.Id);
        }
    }

    /// <summary>The decision that is packed in a body; null where it is damaged.</summary>
    public static Decision? Parsed(byte[] body)
    {
        try
        {
            return DecisionRecord.Parse(Packed.Unpack(body));
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException or JsonException or KeyNotFoundException
            or InvalidOperationException)
        {
            return null;
        }
    }

    private IEnumerable<string> Problems(Row row, HashSet<string> known)
    {
        if (Parsed(row.Body) is not { } decision)
        {
            yield return "damaged: its record cannot be read";
            yield break;
        }

        if (decision.Id != row.Id || !DecisionRecord.IsNamed(decision)) yield return "its record gives another id";
        if (row.Difference(decision) is { } column) yield return $"column {column} is not what its record gives";
        if (decision.Undoes is { } undone && !known.Contains(undone)) yield return $"undoes {undone}, which is not there";
        if (decision.Anchor is { } anchor && Misplaced(anchor, row.ArticleRow) is { } problem) yield return problem;
        if (decision.OtherAnchor is { } other && Misplaced(other, row.OtherRow) is { } otherProblem) yield return otherProblem;
    }

    // The reading that the person saw may be superseded, but it stays.
    private string? Misplaced(Anchor anchor, long? article)
    {
        if (anchor.Start < 0 || anchor.End <= anchor.Start || string.IsNullOrWhiteSpace(anchor.Words)) return "points at no words";
        var bodies = connection.Query<byte[]>(
            """
            SELECT readings.body FROM readings JOIN documents ON documents.id = readings.document_id
            WHERE readings.article_id = @article AND documents.sha256 = @Sha256
            """,
            new { article, anchor.Sha256 },
            transaction).ToList();
        if (bodies.Count == 0) return $"nobody read document {anchor.Sha256}, which its words should stand in, as its article";
        return bodies.Select(Text).Any(text => text is null || StandsIn(anchor, text)) ? null : "its words do not stand in their document";
    }

    // Between the parts of a content there is somebody else's word.
    private static bool StandsIn(Anchor anchor, string text) =>
        anchor.Words.Split(Gap).All(part => text.Contains(part, StringComparison.Ordinal));

    // That a record is damaged is told by the check of the readings.
    private static string? Text(byte[] body)
    {
        try
        {
            return ReadingParser.Parse(Packed.Unpack(body), "", "").Article.Text;
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException)
        {
            return null;
        }
    }

    // Dapper fills it by name.
    private sealed class Row
    {
        public string Id { get; init; } = "";

        public long At { get; init; }

        public string ByName { get; init; } = "";

        public string Action { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Target { get; init; } = "";

        public byte[] Body { get; init; } = [];

        public long? ArticleRow { get; init; }

        public long? OtherRow { get; init; }

        public string? Article { get; init; }

        /// <summary>The first column that the record gives otherwise; null where all fit.</summary>
        public string? Difference(Decision decision) => true switch
        {
            _ when At != decision.At.ToUnixTimeMilliseconds() => "at",
            _ when ByName != decision.By => "by_name",
            _ when Action != DecisionNames.Of(decision.Action) => "action",
            _ when Kind != DecisionNames.Of(decision.On) => "kind",
            _ when Target != decision.Target => "target",
            _ when Article != decision.Article => "article_id",
            _ => null,
        };
    }
}
