namespace Konon.Stories.Lineage;

/// <summary>Words of one kind that two texts share, by their numbers.</summary>
/// <param name="One">The first of them in the one text.</param>
/// <param name="Other">The first of them in the other.</param>
/// <param name="Length">How many.</param>
/// <param name="Kind">What they are.</param>
internal readonly record struct WordRun(int One, int Other, int Length, TextKind Kind);
