using System.Text;
using Dapper;
using Konon.Ledger.Review;
using Konon.Store;
using Konon.Store.Review;
using Xunit;

namespace Konon.Tests.Store;

public class VerifyTests : IDisposable
{
    private readonly TemporaryLedger _ledger = new();

    public VerifyTests()
    {
        TemporaryLedger.Add(_ledger.Store, Newsroom.Documents(24, seed: 2));
        var claims = _ledger.Store.Use(connection => connection.Query<string>("SELECT public_id FROM claims ORDER BY id LIMIT 3").ToList());
        Decide(DecisionAction.Confirm, claims[0]);
        var corrected = Decide(DecisionAction.Correct, claims[1], "stance", "doubts");
        Decide(DecisionAction.Undo, corrected);
        Decide(DecisionAction.Correct, claims[1], "speaker.name", "Sari Melati");
        _ledger.Store.SettleStories();
    }

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public void A_ledger_that_holds_together_has_no_problems() => Assert.Empty(Exported.Problems(_ledger.Store));

    [Theory]
    [InlineData("UPDATE claims SET words = words || '!' WHERE id = {claims:3}", "column words is not what its record gives")]
    [InlineData("UPDATE claims SET stance = 'denies' WHERE id = {claims:3}", "column stance is not what its record gives")]
    [InlineData("UPDATE figures SET value = value + 1 WHERE id = {figures:2}", "column figures.value is not what its record gives")]
    [InlineData("UPDATE claim_speakers SET party = 'XX' WHERE claim_id = {claims:1}", "column claim_speakers.party is not what its record gives")]
    [InlineData("UPDATE readings SET outlet = 'x' WHERE id = {readings:1}", "column outlet is not what its record gives")]
    [InlineData("UPDATE readings SET body = x'00' WHERE id = {readings:1}", "damaged: ")]
    [InlineData("UPDATE readings SET digest = 'x' WHERE id = {readings:1}", "damaged: its record has another digest")]
    [InlineData("UPDATE readings SET current = 0 WHERE id = {readings:1}", "is marked current or superseded wrongly")]
    [InlineData("UPDATE labels SET body = x'00' WHERE id = {labels:2}", "damaged: it has another digest")]
    [InlineData("UPDATE documents SET size = size + 1 WHERE id = {documents:1}", " bytes, not ")]
    [InlineData("UPDATE speaker_names SET uses = uses + 5 WHERE speaker_id = 1", "is counted ")]
    [InlineData("UPDATE articles SET key = key || 'x' WHERE id = {articles:1}", "its key gives another id")]
    [InlineData("UPDATE claims SET review = 'confirmed' WHERE id = {claims:3}", "column review is not what its record gives")]
    [InlineData("DELETE FROM sketches WHERE reading_id = {readings:2}", "has no sketch")]
    [InlineData("UPDATE sketches SET body = x'00' WHERE reading_id = {readings:2}", "its sketch is not what its record gives")]
    [InlineData("UPDATE decisions SET by_name = 'budi' WHERE id = 1", "column by_name is not what its record gives")]
    [InlineData("UPDATE decisions SET body = x'00' WHERE id = 1", "damaged: its record cannot be read")]
    [InlineData("UPDATE decisions SET article_id = article_id + 1 WHERE id = 1", "which its words should stand in")]
    [InlineData("UPDATE decisions SET detached = 1 WHERE id = 1", "its words are there, and its row says otherwise")]
    [InlineData("DELETE FROM decisions WHERE id = 2", "which is not there")]
    [InlineData("UPDATE speakers SET merged_into = 1 WHERE id = {speakers:2}", "is not merged as people decided")]
    [InlineData("DELETE FROM story_articles WHERE article_id = 1", "is current, and in no story")]
    [InlineData("UPDATE stories SET articles = articles + 1 WHERE id = {stories:1}", "says a number of articles that is not theirs")]
    [InlineData("DELETE FROM reads WHERE reading_id = {readings:1}", "nothing says of which document it was read")]
    [InlineData("UPDATE sightings SET label_id = (SELECT MAX(id) FROM labels) WHERE id = {sightings:1}", "as the article that it is noted for")]
    public void Whatever_is_changed_behind_its_back_is_found(string change, string found)
    {
        _ledger.Change(change);
        Assert.Contains(Exported.Problems(_ledger.Store), problem => problem.Contains(found, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DELETE FROM claim_words WHERE (rowid & 1099511627775) = 1", "DELETE FROM claim_words WHERE id = {claims:1}", "is not in the word index")]
    [InlineData(
        "DELETE FROM reading_words WHERE (rowid & 1099511627775) = 1", "DELETE FROM reading_words WHERE id = {readings:1}", "is not in the word index")]
    [InlineData(
        "INSERT INTO claim_words (rowid, words) VALUES (99999, 'x')",
        "INSERT INTO claim_words (id, day, words) SELECT MAX(id) + 1000000, '', 'x' FROM claim_words",
        "has words of a row that is not current")]
    [InlineData(
        "CREATE TEMP TABLE row AS SELECT id FROM claim_words_docsize WHERE (id & 1099511627775) = 1; "
            + "DELETE FROM claim_words WHERE rowid = (SELECT id FROM row); "
            + "INSERT INTO claim_words (rowid, words) SELECT id, 'lain' FROM row",
        "UPDATE claim_words SET words = 'lain' WHERE id = {claims:1}",
        "other words than it")]
    [InlineData(
        "PRAGMA foreign_keys = OFF; DELETE FROM readers",
        "SET session_replication_role = replica; DELETE FROM readers; RESET session_replication_role",
        "of readers that ")]
    public void What_an_engine_has_in_its_own_way_is_checked_too(string inFile, string onServer, string found)
    {
        _ledger.Change(_ledger.IsFile ? inFile : onServer);
        Assert.Contains(Exported.Problems(_ledger.Store), problem => problem.Contains(found, StringComparison.Ordinal));
    }

    [Fact]
    public void A_kept_document_that_is_gone_or_damaged_is_found()
    {
        var kept = _ledger.Store.Documents.All().Order(StringComparer.Ordinal).ToList();
        _ledger.Store.Documents.Erase(kept[0]);
        Spoil(kept[1], Encoding.UTF8.GetBytes("no gzip"));
        Spoil(kept[2], Packed(kept[3]));
        var found = Exported.Problems(_ledger.Store, quick: true);
        Assert.Equal(3, found.Count);
        Assert.Equal($"document {kept[0]}: its bytes are not kept", found[0]);
        Assert.StartsWith($"document {kept[1]}: damaged", found[1], StringComparison.Ordinal);
        Assert.StartsWith($"document {kept[2]}: damaged", found[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_reading_that_its_document_does_not_give_is_found_unless_another_version_read_it()
    {
        var document = TemporaryLedger.Document("z.txt", "Hujan turun di Kali Wening, kata Bupati Doni Prakoso, Senin (3/3/2025).");
        var entry = TemporaryLedger.Read(document);
        var other = entry with { Reading = entry.Reading with { Article = entry.Reading.Article with { Dateline = "Tanjung Elok" } } };
        _ledger.Store.KeepDocuments([document]);
        _ledger.Store.Append(_ledger.Store.BeginRun("test", "z"), [PreparedEntry.Of(other)], []);
        Assert.EndsWith("its document read again gives something else", Assert.Single(Exported.Problems(_ledger.Store)), StringComparison.Ordinal);
        Assert.Empty(Exported.Problems(_ledger.Store, quick: true));
        using var newer = _ledger.Open("konon 9.0.0");
        Assert.Empty(Exported.Problems(newer));
    }

    [Fact]
    public void What_no_row_needs_is_noted_and_tidied_when_it_is_old()
    {
        var orphan = TemporaryLedger.Document("orphan.txt", "Tak seorang pun membaca ini.");
        _ledger.Store.KeepDocuments([orphan]);
        var part = FileOf(orphan.Sha256) + ".0123.part";
        if (_ledger.IsFile) File.WriteAllText(part, "half");
        var left = _ledger.IsFile ? 2 : 1;
        Assert.Equal(left, Exported.Problems(_ledger.Store).Count);
        Assert.Equal(0, _ledger.Store.Tidy());
        if (_ledger.IsFile)
        {
            File.SetLastWriteTimeUtc(FileOf(orphan.Sha256), DateTime.UtcNow.AddHours(-2));
            File.SetLastWriteTimeUtc(part, DateTime.UtcNow.AddHours(-2));
        }
        else
        {
            _ledger.Change("UPDATE kept_documents SET kept_at = kept_at - 7200000");
        }

        Assert.Equal(left, _ledger.Store.Tidy());
        Assert.Empty(Exported.Problems(_ledger.Store));
    }

    [Fact]
    public void What_was_tidied_away_between_keeping_and_appending_is_kept_again()
    {
        var document = TemporaryLedger.Document("late.txt", "Jalan ditutup, kata Bupati Doni Prakoso, Senin (3/3/2025).");
        _ledger.Store.KeepDocuments([document]);
        _ledger.Store.Documents.Erase(document.Sha256);
        _ledger.Store.Append(_ledger.Store.BeginRun("test", "late"), [PreparedEntry.Of(TemporaryLedger.Read(document))], []);
        Assert.Empty(Exported.Problems(_ledger.Store));
    }

    private string FileOf(string sha256) => System.IO.Path.Combine(_ledger.Path + ".files", sha256[..2], sha256 + ".gz");

    private byte[] Packed(string sha256) => _ledger.IsFile
        ? File.ReadAllBytes(FileOf(sha256))
        : _ledger.Store.Use(connection => connection.QuerySingle<byte[]>("SELECT body FROM kept_documents WHERE sha256 = @sha256", new { sha256 }));

    private void Spoil(string sha256, byte[] packed)
    {
        if (_ledger.IsFile) File.WriteAllBytes(FileOf(sha256), packed);
        else _ledger.Store.Use(connection => connection.Execute("UPDATE kept_documents SET body = @packed WHERE sha256 = @sha256", new { packed, sha256 }));
    }

    private string Decide(DecisionAction action, string target, string? field = null, string? value = null) => _ledger.Store.Decide(new DecisionRequest
    {
        By = "rani",
        Action = action,
        On = DecisionTarget.Claim,
        Target = target,
        Field = field,
        Value = value,
    }).Made!.Id;
}
