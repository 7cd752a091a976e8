namespace Konon.Stories.Lineage;

/// <summary>What kind of text a stretch of an article is; shared text is typed before it counts.</summary>
/// <remarks>In rising order of how little it proves: where two texts disagree about a shared word, the later kind holds.</remarks>
public enum TextKind
{
    /// <summary>The outlet's own words: only these show that one report copies another, or both a third.</summary>
    Narrative,

    /// <summary>What somebody said or gave out in writing, without quotation marks: many can have heard or received it.</summary>
    Statement,

    /// <summary>Words between quotation marks: many can have heard them.</summary>
    Quotation,

    /// <summary>Names with titles, numbers and the small words between them: everybody writes them alike.</summary>
    Template,

    /// <summary>Datelines, bylines, credits, who is named as speaking and the words that attribute.</summary>
    Credit,
}
