using System.Data.Common;
using Dapper;
using Konon.Ledger;
using Konon.Store.Review;

namespace Konon.Store.Forgetting;

/// <summary>Works out what a forgetting erases. Reads alone.</summary>
internal sealed class ForgetPlanner(DbConnection connection, DbTransaction? transaction, IDocumentVault documents, Action<long> progress)
{
    // As many readings as are looked through at a time.
    private const int Piece = 256;

    /// <summary>The plan for what a user named; an address that the ledger does not know is kept out of it.</summary>
    public ForgetRefusal? TryPlan(string target, out ForgetPlan? plan)
    {
        plan = null;
        if (ArticleFinder.Find(connection, transaction, target) is { } article)
        {
            plan = Of(ForgetKind.Article, target, [article]);
            return null;
        }

        if (ArticleFinder.IsAddress(target))
        {
            var digest = ForgottenBook.DigestOf(ArticleKey.OfUrl(target).Value);
            plan = new ForgetPlan { Kind = ForgetKind.Article, Target = target, KeyDigests = [digest] };
            return null;
        }

        var speakers = SpeakerMerges.Find(connection, transaction, target);
        if (speakers.Count == 0) return ForgetRefusal.NoSuchTarget;
        if (speakers.Select(speaker => speaker.MergedInto ?? speaker.Id).Distinct().Count() > 1) return ForgetRefusal.Ambiguous;
        plan = OfSpeaker(target, speakers[0].MergedInto ?? speakers[0].Id);
        return null;
    }

    private ForgetPlan OfSpeaker(string target, long head)
    {
        var speakers = connection.Query<SpeakerRow>(
            "SELECT id AS Id, key AS Key FROM speakers WHERE id = @head OR merged_into = @head ORDER BY id", new { head }, transaction).ToList();
        var rows = speakers.Select(speaker => speaker.Id).ToList();
        var names = connection.Query<string>(
            "SELECT DISTINCT name FROM speaker_names WHERE speaker_id IN @rows ORDER BY name", new { rows }, transaction).ToList();
        var speaking = connection.Query<long>(
            """
            SELECT DISTINCT readings.article_id FROM claim_speakers JOIN claims ON claims.id = claim_speakers.claim_id
            JOIN readings ON readings.id = claims.reading_id WHERE claim_speakers.speaker_id IN @rows
            """,
            new { rows },
            transaction).ToHashSet();
        speaking.UnionWith(Naming(new NameScan(names), speaking));
        return Of(ForgetKind.Speaker, target, speaking) with
        {
            Names = names,
            SpeakerDigests = [.. speakers.Select(speaker => ForgottenBook.DigestOf(speaker.Key))],
        };
    }

    // The articles that hold a name in any reading or in the kept bytes of one.
    private HashSet<long> Naming(NameScan scan, HashSet<long> known)
    {
        var found = new HashSet<long>();
        if (scan.IsEmpty) return found;
        for (long after = 0, seen = 0; ;)
        {
            var rows = connection.Query<(long Id, long Article, byte[] Body, string Sha256)>(
                """
                SELECT readings.id, readings.article_id, readings.body, documents.sha256 FROM readings
                JOIN documents ON documents.id = readings.document_id WHERE readings.id > @after ORDER BY readings.id LIMIT @Piece
                """,
                new { after, Piece },
                transaction).ToList();
            foreach (var row in rows.Where(row => !known.Contains(row.Article) && !found.Contains(row.Article)))
            {
                var article = ReadingParser.Parse(Packed.Unpack(row.Body), "", row.Sha256).Article;
                if (scan.IsIn(article) || (documents.Get(row.Sha256) is { } bytes && scan.IsIn(bytes))) found.Add(row.Article);
            }

            progress(seen += rows.Count);
            if (rows.Count < Piece) return found;
            after = rows[^1].Id;
        }
    }

    private ForgetPlan Of(ForgetKind kind, string target, IReadOnlyCollection<long> articles)
    {
        var gone = new Dictionary<long, (string Sha256, bool Own)>();
        var readings = new SortedSet<long>();
        var touched = new SortedSet<long>(articles);
        foreach (var article in articles)
        {
            foreach (var (row, sha256) in connection.Query<(long Row, string Sha256)>(
                """
                SELECT DISTINCT documents.id, documents.sha256 FROM documents WHERE documents.id IN
                  (SELECT document_id FROM readings WHERE article_id = @article
                   UNION SELECT reading_parts.document_id FROM reading_parts JOIN readings ON readings.id = reading_parts.reading_id
                   WHERE readings.article_id = @article)
                """,
                new { article },
                transaction))
            {
                gone[row] = (sha256, true);
            }

            readings.UnionWith(connection.Query<long>("SELECT id FROM readings WHERE article_id = @article", new { article }, transaction));
        }

        // The same bytes under another address, or as a part of another article.
        foreach (var document in gone.Keys)
        {
            foreach (var (row, article) in connection.Query<(long Row, long Article)>(
                """
                SELECT id, article_id FROM readings WHERE document_id = @document
                UNION SELECT readings.id, readings.article_id FROM readings JOIN reading_parts ON reading_parts.reading_id = readings.id
                WHERE reading_parts.document_id = @document
                """,
                new { document },
                transaction))
            {
                readings.Add(row);
                touched.Add(article);
            }
        }

        var shas = gone.Values.Select(document => document.Sha256).ToHashSet(StringComparer.Ordinal);
        var listed = touched.Select(article => Article(article, articles.Contains(article), readings)).ToList();
        var whole = touched.Where((_, i) => listed[i].Article.IsWhole).ToList();
        var decisions = touched.SelectMany(article => Decisions(article, whole.Contains(article), shas))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return new ForgetPlan
        {
            Kind = kind,
            Target = target,
            Articles = [.. listed.Select(entry => entry.Article).OrderBy(article => article.Id, StringComparer.Ordinal)],
            Documents = gone.Count,
            Claims = readings.Sum(reading => connection.QuerySingle<long>(
                "SELECT COUNT(*) FROM claims WHERE reading_id = @reading", new { reading }, transaction)),
            Decisions = decisions.Count,
            SameText = SameText(readings),
            ArticleRows = [.. touched],
            ReadingRows = [.. readings],
            DocumentRows = [.. gone.Select(document => (document.Key, document.Value.Sha256))],
            KeyDigests = [.. listed.Where(entry => entry.Article.IsWhole).Select(entry => ForgottenBook.DigestOf(entry.Key))],
            DecisionIds = decisions,
        };
    }

    private (ForgottenArticle Article, string Key) Article(long article, bool asked, SortedSet<long> readings)
    {
        var (id, key) = connection.QuerySingle<(string Id, string Key)>(
            "SELECT public_id, key FROM articles WHERE id = @article", new { article }, transaction);
        var rows = connection.Query<(long Id, string? Title, string? Outlet, long Current)>(
            "SELECT id, title, outlet, current FROM readings WHERE article_id = @article ORDER BY current DESC, id",
            new { article },
            transaction).ToList();
        var first = rows.FirstOrDefault();
        return (new ForgottenArticle(id, first.Title, first.Outlet, asked || rows.All(row => readings.Contains(row.Id))), key);
    }

    private IEnumerable<string> Decisions(long article, bool whole, HashSet<string> shas)
    {
        var all = DecisionTable.Read(
            connection, transaction, "WHERE article_id = @article OR other_article_id = @article ORDER BY id", new { article });
        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var decision in all)
        {
            var isGone = whole
                || (decision.Anchor is { } anchor && shas.Contains(anchor.Sha256))
                || (decision.OtherAnchor is { } other && shas.Contains(other.Sha256))
                || (decision.Undoes is { } undone && gone.Contains(undone));
            if (isGone && gone.Add(decision.Id)) yield return decision.Id;
        }
    }

    private List<string> SameText(SortedSet<long> readings)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var reading in readings)
        {
            found.UnionWith(connection.Query<(long Reading, string Article)>(
                    """
                    SELECT readings.id, articles.public_id FROM readings JOIN articles ON articles.id = readings.article_id
                    WHERE readings.text_digest = (SELECT text_digest FROM readings AS own WHERE own.id = @reading) AND readings.current = 1
                    """,
                    new { reading },
                    transaction)
                .Where(row => !readings.Contains(row.Reading)).Select(row => row.Article));
        }

        return [.. found];
    }
}
