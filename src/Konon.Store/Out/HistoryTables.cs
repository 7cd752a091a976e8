using static Konon.Store.Out.HistoryKind;

namespace Konon.Store.Out;

/// <summary>Every table of the ledger: those that are facts, in the order in which one needs the other, and those made of them.</summary>
/// <remarks>A test holds it against the schema: a table or a column that is in neither list would be lost by a restore.</remarks>
internal static class HistoryTables
{
    public static IReadOnlyList<HistoryTable> Facts { get; } =
    [
        new("readers", [new("name")], ["name"]) { NamedBy = "name" },
        new("tombstones", [new("kind"), new("digest"), new("at"), new("why")], ["kind", "digest"]),
        new("documents", [new("sha256"), new("size")], ["sha256"]) { NamedBy = "sha256" },
        new("labels", [new("digest"), new("body", Json)], ["digest"]) { NamedBy = "digest" },
        new("articles", [new("public_id"), new("key")], ["public_id"]) { NamedBy = "public_id" },
        new(
            "readings",
            [
                new("public_id"), new("article_id", Reference, "articles"), new("document_id", Reference, "documents"),
                new("reader_id", Reference, "readers"), new("digest"), new("current"), new("body", Json),
            ],
            ["public_id"]) { NamedBy = "public_id" },
        new(
            "reading_parts",
            [
                new("reading_id", Reference, "readings"), new("ordinal"), new("document_id", Reference, "documents"),
                new("label_id", Reference, "labels"),
            ],
            ["reading_id", "ordinal"]),
        new(
            "reads",
            [
                new("document_id", Reference, "documents"), new("label_id", Reference, "labels"), new("reader_id", Reference, "readers"),
                new("reading_id", Reference, "readings"),
            ],
            ["document_id", "label_id", "reader_id"]),
        new("runs", [new("kind"), new("arguments"), new("started_at"), new("finished_at")], ["kind", "arguments", "started_at"])
        {
            IsNumbered = true,
        },
        new(
            "sightings",
            [
                new("run_id", Reference, "runs"), new("input"), new("document_id", Reference, "documents"),
                new("label_id", Reference, "labels"), new("article_id", Reference, "articles"), new("seen_at"), new("fetched_at"),
            ],
            ["run_id", "input", "document_id"]),
        new(
            "absences",
            [
                new("run_id", Reference, "runs"), new("article_id", Reference, "articles"), new("input"), new("answer"),
                new("moved_to", Reference, "articles"), new("seen_at"),
            ],
            ["run_id", "article_id", "input", "seen_at"])
        {
            IsNumbered = true,
        },
        // In the order in which they were made: of two on one thing the later one holds.
        new(
            "decisions",
            [
                new("public_id"), new("at"), new("by_name"), new("action"), new("kind"), new("target"),
                new("article_id", Reference, "articles"), new("other_article_id", Reference, "articles"), new("body", Json),
            ],
            ["public_id"])
        {
            IsNumbered = true,
        },
    ];

    /// <summary>What is made again of the facts: rows that readings and decisions give, word indexes, stories, the schema's version.</summary>
    public static IReadOnlyList<string> Derived { get; } =
    [
        "schema_version", "speakers", "speaker_names", "speaker_words", "claims", "claim_speakers", "figures", "reading_words", "claim_words",
        "sketches", "stories", "story_articles", "story_state",
    ];

    /// <summary>What is of this ledger alone and stays with it: work that is still to be done, what was asked when, ids that are no more.</summary>
    public static IReadOnlyList<string> Local { get; } =
    [
        "erasures", "story_redirects", "feeds", "feed_members", "feed_entries", "alerts", "alert_documents", "alert_events",
        "alert_event_articles", "alert_deliveries",
    ];

    /// <summary>Columns of facts that bodies, sightings and decisions give.</summary>
    public static IReadOnlyList<string> DerivedColumns { get; } =
    [
        "readings.text_digest", "readings.language", "readings.outlet", "readings.title", "readings.url", "readings.external_id",
        "readings.published", "readings.modified", "readings.day", "readings.claims", "readings.superseded_by", "decisions.detached",
    ];

    public static HistoryTable Of(string name) => Facts.Single(table => table.Name == name);
}
