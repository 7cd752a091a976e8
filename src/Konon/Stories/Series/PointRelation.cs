namespace Konon.Stories.Series;

/// <summary>How a figure stands to an earlier one of its series.</summary>
public enum PointRelation
{
    /// <summary>The first that can be compared.</summary>
    First,

    /// <summary>The same value by another source, or by the reports themselves.</summary>
    Repeat,

    /// <summary>The same value, rounded or vaguer.</summary>
    Rounding,

    /// <summary>A later value that takes the earlier one's place.</summary>
    Update,

    /// <summary>Another source's value of the same time that cannot be right beside the earlier one.</summary>
    Contradiction,

    /// <summary>Nothing can be said: the scope is another, or a part of the key is not known.</summary>
    NotComparable,
}
