namespace Konon.Web.Telling;

/// <summary>The sections of a story that have pages of their own.</summary>
public enum StorySection
{
    /// <summary>All series of figures.</summary>
    Figures,

    /// <summary>All claims, by speaker or by time.</summary>
    Claims,

    /// <summary>All that stands against something.</summary>
    Conflicts,

    /// <summary>All reports that still carry a figure that no longer stands.</summary>
    Corrections,

    /// <summary>All articles that were reworded.</summary>
    Revisions,

    /// <summary>All reports, and which outlet reported when.</summary>
    Reports,

    /// <summary>Who has the text from whom.</summary>
    Lineage,
}
