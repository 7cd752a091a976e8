namespace Konon.Store;

/// <summary>The columns of the evidence tables in the order in which values are given; a claim's number, where it is given, comes first.</summary>
internal static class EvidenceColumns
{
    /// <summary>The name of a table.</summary>
    public static string NameOf(EvidenceTable table) => table switch
    {
        EvidenceTable.Claims => "claims",
        EvidenceTable.ClaimSpeakers => "claim_speakers",
        EvidenceTable.Figures => "figures",
        EvidenceTable.Sketches => "sketches",
        _ => "reading_parts",
    };

    /// <summary>The columns of a table.</summary>
    public static IReadOnlyList<string> Of(EvidenceTable table) => table switch
    {
        EvidenceTable.Claims =>
        [
            "public_id", "reading_id", "ordinal", "stance", "kind", "said_from", "said_to", "day", "words", "cue", "via", "figures", "current",
            "confidence",
        ],
        EvidenceTable.ClaimSpeakers => ["claim_id", "ordinal", "speaker_id", "name", "role", "party", "day", "current"],
        EvidenceTable.Figures =>
        [
            "claim_id", "ordinal", "value", "max", "bound", "counted", "stems", "unit", "status", "scope", "as_of", "exact", "day", "current",
        ],
        EvidenceTable.Sketches => ["reading_id", "body"],
        _ => ["reading_id", "ordinal", "document_id", "label_id"],
    };
}
