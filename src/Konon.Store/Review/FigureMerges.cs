using System.Data.Common;
using System.Globalization;
using Dapper;
using Konon.Ledger;
using Konon.Ledger.Review;

namespace Konon.Store.Review;

/// <summary>Which figures are one.</summary>
internal sealed class FigureMerges(DbTransaction transaction)
{
    private readonly DbConnection _connection = transaction.Connection!;
    private readonly Dictionary<string, AnchorFinder?> _finders = new(StringComparer.Ordinal);

    /// <summary>Writes into the figures' rows which were merged into which, in what the articles say now.</summary>
    public void Settle()
    {
        var decisions = Decision.Standing(DecisionTable.OfKind(_connection, transaction, DecisionTarget.Figure));
        _connection.Execute("UPDATE figures SET merged_into = NULL WHERE merged_into IS NOT NULL", transaction: transaction);
        var rows = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            if (decision.Anchor is { } anchor) rows[decision.Target] = Row(anchor, decision.Target, decision.Article);
            if (decision is { OtherAnchor: { } other, Other: { } name }) rows[name] = Row(other, name, null);
        }

        foreach (var (member, head) in MergeGroups.Of(decisions))
        {
            if (rows.GetValueOrDefault(member) is { } id && rows.GetValueOrDefault(head) is { } into && id != into)
            {
                _connection.Execute("UPDATE figures SET merged_into = @into WHERE id = @id", new { id, into }, transaction);
            }
        }
    }

    private long? Row(Anchor anchor, string target, string? article)
    {
        article ??= _connection.QueryFirstOrDefault<string>(
            """
            SELECT articles.public_id FROM claims JOIN readings ON readings.id = claims.reading_id JOIN articles ON articles.id = readings.article_id
            WHERE claims.public_id = @claim
            """,
            new { claim = target.Split('#')[0] },
            transaction);
        if (article is null || Finder(article) is not { } finder) return null;
        if (finder.Claim(anchor) is not { } claim || finder.Figure(anchor, claim) is not { } figure) return null;
        return _connection.QueryFirstOrDefault<long?>(
            """
            SELECT figures.id FROM figures JOIN claims ON claims.id = figures.claim_id JOIN readings ON readings.id = claims.reading_id
            JOIN articles ON articles.id = readings.article_id
            WHERE articles.public_id = @article AND readings.current = 1 AND claims.ordinal = @claim AND figures.ordinal = @ordinal
            """,
            new { article, claim, ordinal = figure - 1 },
            transaction);
    }

    private AnchorFinder? Finder(string article)
    {
        if (_finders.TryGetValue(article, out var known)) return known;
        var body = _connection.QueryFirstOrDefault<byte[]>(
            "SELECT body FROM readings JOIN articles ON articles.id = readings.article_id WHERE articles.public_id = @article AND readings.current = 1",
            new { article },
            transaction);
        return _finders[article] = body is null ? null : new AnchorFinder(ReadingParser.Parse(Packed.Unpack(body), "", ""));
    }

    /// <summary>A claim's id and a figure's number out of <c>CLAIM#2</c>.</summary>
    public static bool TryParse(string target, out string claim, out int ordinal)
    {
        var at = target.IndexOf('#', StringComparison.Ordinal);
        claim = at < 0 ? target : target[..at];
        ordinal = 0;
        return at > 0 && int.TryParse(target.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ordinal) && ordinal > 0;
    }
}
