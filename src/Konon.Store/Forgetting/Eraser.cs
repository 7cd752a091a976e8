using System.Data.Common;
using Dapper;
using Konon.Ledger;
using Konon.Store.Grouping;
using Konon.Store.Review;

namespace Konon.Store.Forgetting;

/// <summary>Erases the rows of a plan in one transaction, and writes down what is still to be erased outside of it.</summary>
internal sealed class Eraser(ILedgerDatabase database, DbTransaction transaction, long now)
{
    // The tables whose rows are erased here by name; rows of others that refer to them are erased by their references.
    private static readonly string[] Own =
        ["articles", "readings", "reading_parts", "reads", "sightings", "labels", "documents", "claims", "claim_speakers", "figures", "speakers",
         "speaker_names", "decisions"];

    private readonly DbConnection _connection = transaction.Connection!;

    public void Erase(ForgetPlan plan, string why)
    {
        foreach (var (_, sha256) in plan.DocumentRows) Bury("document", sha256, why);
        foreach (var digest in plan.KeyDigests) Bury("article", digest, why);
        foreach (var digest in plan.SpeakerDigests) Bury("speaker", digest, why);
        foreach (var (_, sha256) in plan.DocumentRows) Later(sha256);
        Later("");
        foreach (var id in plan.DecisionIds) Run("DELETE FROM decisions WHERE public_id = @id", new { id });
        var speakers = new HashSet<long>();
        foreach (var reading in plan.ReadingRows) EraseReading(reading, speakers);
        ScrubRuns(plan);
        foreach (var (document, _) in plan.DocumentRows) EraseDocument(document);
        Run(
            """
            DELETE FROM labels WHERE id NOT IN (SELECT label_id FROM sightings) AND id NOT IN (SELECT label_id FROM reads)
              AND id NOT IN (SELECT label_id FROM reading_parts)
            """);
        EraseArticles(plan);
        foreach (var speaker in speakers) SettleSpeaker(speaker);
        SpeakerMerges.Settle(transaction);
        StoryKeeper.Forget(_connection, transaction);
    }

    private void Bury(string kind, string digest, string why) => Run(
        "INSERT INTO tombstones (kind, digest, at, why) VALUES (@kind, @digest, @now, @why) ON CONFLICT DO NOTHING", new { kind, digest, now, why });

    private void Later(string digest) =>
        Run("INSERT INTO erasures (digest, at) VALUES (@digest, @now) ON CONFLICT DO NOTHING", new { digest, now });

    private void EraseReading(long reading, HashSet<long> speakers)
    {
        // A story may be called by this reading's headline; without a name it is described anew when the stories are settled.
        Run(
            """
            UPDATE stories SET name = '', places = '', parties = ''
            WHERE id IN (SELECT story_id FROM story_articles JOIN readings ON readings.article_id = story_articles.article_id WHERE readings.id = @reading)
            """,
            new { reading });
        database.RemoveWords(transaction, WordIndex.Readings, reading);
        foreach (var claim in _connection.Query<long>("SELECT id FROM claims WHERE reading_id = @reading", new { reading }, transaction).ToList())
        {
            database.RemoveWords(transaction, WordIndex.Claims, claim);
            speakers.UnionWith(
                _connection.Query<long>("SELECT speaker_id FROM claim_speakers WHERE claim_id = @claim", new { claim }, transaction));
            foreach (var figure in _connection.Query<long>("SELECT id FROM figures WHERE claim_id = @claim", new { claim }, transaction).ToList())
            {
                Run("UPDATE figures SET merged_into = NULL WHERE merged_into = @figure", new { figure });
                Detach("figures", figure);
            }

            Detach("claims", claim);
            Run("DELETE FROM claim_speakers WHERE claim_id = @claim", new { claim });
            Run("DELETE FROM figures WHERE claim_id = @claim", new { claim });
        }

        Detach("readings", reading);
        Run("DELETE FROM claims WHERE reading_id = @reading", new { reading });
        Run("DELETE FROM reads WHERE reading_id = @reading", new { reading });
        Run("DELETE FROM reading_parts WHERE reading_id = @reading", new { reading });
        Run("UPDATE readings SET superseded_by = NULL WHERE superseded_by = @reading", new { reading });
        Run("DELETE FROM readings WHERE id = @reading", new { reading });
    }

    // What runs were given names files and addresses, with the words that stand in them.
    private void ScrubRuns(ForgetPlan plan)
    {
        var inputs = new HashSet<string>(StringComparer.Ordinal);
        var runs = new HashSet<long>();
        foreach (var (document, _) in plan.DocumentRows)
        {
            foreach (var (run, input) in _connection.Query<(long Run, string Input)>(
                "SELECT run_id, input FROM sightings WHERE document_id = @document", new { document }, transaction))
            {
                runs.Add(run);
                inputs.Add(input);
            }
        }

        foreach (var run in runs)
        {
            var arguments = _connection.QuerySingle<string>("SELECT arguments FROM runs WHERE id = @run", new { run }, transaction);
            var kept = string.Join('\n', arguments.Split('\n').Select(line => IsOf(line) ? "forgotten" : line));
            if (kept != arguments) Run("UPDATE runs SET arguments = @kept WHERE id = @run", new { kept, run });
        }

        bool IsOf(string line) => inputs.Contains(line)
            || (ArticleFinder.IsAddress(line) && plan.KeyDigests.Contains(ForgottenBook.DigestOf(ArticleKey.OfUrl(line).Value), StringComparer.Ordinal));
    }

    private void EraseDocument(long document)
    {
        Detach("documents", document);
        Run("DELETE FROM sightings WHERE document_id = @document", new { document });
        Run("DELETE FROM reads WHERE document_id = @document", new { document });
        Run("DELETE FROM documents WHERE id = @document", new { document });
    }

    private void EraseArticles(ForgetPlan plan)
    {
        var whole = plan.Articles.Where(article => article.IsWhole).Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        using var current = new CurrentReadings(database, transaction);
        foreach (var article in plan.ArticleRows)
        {
            var id = _connection.QuerySingle<string>("SELECT public_id FROM articles WHERE id = @article", new { article }, transaction);
            if (!whole.Contains(id))
            {
                current.Settle(article);
                ScrubAlerts(article);
                continue;
            }

            Watching.Erased.Article(transaction, id);
            ScrubAlerts(article);
            Detach("articles", article);
            Run("DELETE FROM sightings WHERE article_id = @article", new { article });
            Run("UPDATE decisions SET other_article_id = NULL WHERE other_article_id = @article", new { article });
            Run("DELETE FROM articles WHERE id = @article", new { article });
        }
    }

    // A message that is still to be sent has the words in it; which event it was stays, so that it is not found again.
    private void ScrubAlerts(long article)
    {
        const string Events = "SELECT event_id FROM alert_event_articles WHERE article_id = @article";
        Run($"UPDATE alert_events SET message = NULL, next_at = NULL WHERE delivered_at IS NULL AND id IN ({Events})", new { article });
        Run("DELETE FROM alert_event_articles WHERE article_id = @article", new { article });
    }

    // A name that no claim has any more was the erased articles' own.
    private void SettleSpeaker(long speaker)
    {
        Run(
            """
            DELETE FROM speaker_names WHERE speaker_id = @speaker AND NOT EXISTS
              (SELECT 1 FROM claim_speakers WHERE claim_speakers.speaker_id = @speaker AND claim_speakers.name = speaker_names.name)
            """,
            new { speaker });
        Run(
            """
            UPDATE speaker_names SET uses = (SELECT COUNT(*) FROM claim_speakers
              WHERE claim_speakers.speaker_id = speaker_names.speaker_id AND claim_speakers.name = speaker_names.name) WHERE speaker_id = @speaker
            """,
            new { speaker });
        const string Claims = "SELECT COUNT(*) FROM claim_speakers WHERE speaker_id = @speaker";
        if (_connection.QuerySingle<long>(Claims, new { speaker }, transaction) > 0) return;
        Detach("speakers", speaker);
        Run("UPDATE speakers SET merged_into = NULL WHERE merged_into = @speaker", new { speaker });
        Run("DELETE FROM speaker_names WHERE speaker_id = @speaker", new { speaker });
        Run("DELETE FROM speakers WHERE id = @speaker", new { speaker });
    }

    // Whatever else refers to a row: what may be empty is emptied, what may not goes with it.
    private void Detach(string parent, long row)
    {
        foreach (var reference in database.References(_connection, transaction))
        {
            if (reference.Parent != parent || Own.Contains(reference.Table, StringComparer.Ordinal)) continue;
            Run(
                reference.IsOptional
                    ? $"UPDATE {reference.Table} SET {reference.Column} = NULL WHERE {reference.Column} = @row"
                    : $"DELETE FROM {reference.Table} WHERE {reference.Column} = @row",
                new { row });
        }
    }

    private void Run(string sql, object? values = null) => _connection.Execute(sql, values, transaction);
}
