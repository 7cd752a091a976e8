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
    ];

    /// <summary>What is made again of the facts: rows that the readings give, word indexes, the version of the schema.</summary>
    public static IReadOnlyList<string> Derived { get; } =
        ["schema_version", "speakers", "speaker_names", "claims", "claim_speakers", "figures", "reading_words", "claim_words"];

    /// <summary>Columns of readings that the body gives.</summary>
    public static IReadOnlyList<string> DerivedColumns { get; } =
    [
        "text_digest", "language", "outlet", "title", "url", "external_id", "published", "modified", "day", "claims", "superseded_by",
    ];

    public static HistoryTable Of(string name) => Facts.Single(table => table.Name == name);
}
