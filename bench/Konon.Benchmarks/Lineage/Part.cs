namespace Konon.Benchmarks.Lineage;

/// <summary>A part of a generated report: which sentence, and in which wording.</summary>
/// <param name="Kind">A slot, or quote, statement, release.</param>
/// <param name="Template">Which of its templates.</param>
/// <param name="Chosen">The wording chosen at each place.</param>
/// <param name="Speaker">Who says it; -1 for the outlet itself.</param>
/// <param name="Frame">How it is attributed.</param>
public sealed record Part(string Kind, int Template, int[] Chosen, int Speaker = -1, int Frame = 0)
{
    /// <summary>Whether it is the outlet's own telling.</summary>
    public bool IsNarrative => Speaker < 0 && Kind != "release";

    /// <summary>The same sentence in other words: at so many places of a hundred another wording is drawn.</summary>
    public Part Reworded(Chance chance, int per100) => this with
    {
        Chosen = [.. Chosen.Select(choice => chance.In100(per100) ? chance.Next(60) : choice)],
        Frame = chance.In100(per100) ? chance.Next(6) : Frame,
    };
}
