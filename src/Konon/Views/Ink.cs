namespace Konon.Views;

/// <summary>How a stretch of a page is printed; colour never carries what the words do not say.</summary>
internal enum Ink
{
    /// <summary>As the terminal prints.</summary>
    Plain,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>What the eye should find first.</summary>
    Strong,

    /// <summary>What may be passed over.</summary>
    Faint,

    /// <summary>A denial.</summary>
    Denial,

    /// <summary>A doubt or a refusal to comment.</summary>
    Doubt,

    /// <summary>A confirmation.</summary>
    Confirmation,

    /// <summary>A demand.</summary>
    Demand,
}

/// <summary>A stretch of a line in one ink.</summary>
/// <param name="Text">The words, already clean.</param>
/// <param name="Ink">Its ink.</param>
internal readonly record struct Run(string Text, Ink Ink = Ink.Plain);
