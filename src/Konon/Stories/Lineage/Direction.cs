namespace Konon.Stories.Lineage;

/// <summary>Weighs, for two neighbours in a tree of copies, which of them gave the text.</summary>
internal static class Direction
{
    // One clock in ten is wrong, so that one that must be wrong weighs ln(0.9 / 0.1).
    public const double WrongClock = 2.2;

    /// <summary>From this weight on a direction is stated: more than one right clock alone weighs.</summary>
    public const double Stated = 2.6;

    /// <summary>Where neither explains this much of the other, both may have cut a third.</summary>
    public const double Explained = 0.6;

    /// <summary>Who shares this much of what the giver shares with the taker may have given it as well.</summary>
    public const double AsWell = 0.9;

    // What a copy leaves out it has lost; what its source has left out it would have had to add. Measured on the bench's stories.
    private const double PerShare = 4;
    private const double Most = 2.5;

    // Who names the other as the source settles it.
    private const double Credited = 6;

    /// <summary>How much the texts alone speak for the one as the giver; negative for the other.</summary>
    public static double OfTexts(Tie tie) =>
        Math.Clamp(PerShare * (tie.OtherShare - tie.OneShare), -Most, Most) + (tie.Lean * Credited);
}
