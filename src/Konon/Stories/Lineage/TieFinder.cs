namespace Konon.Stories.Lineage;

/// <summary>Finds which reports share text that counts.</summary>
internal static class TieFinder
{
    /// <summary>The ties, by the later report, then by the earlier; of each report at most those with its nearest candidates.</summary>
    public static IReadOnlyList<Tie> Of(IReadOnlyList<ReportText> texts, CopyOptions options)
    {
        var finder = new CopyFinder(options with { Window = Math.Max(options.Window, texts.Count) });
        var ties = new List<Tie>();
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var candidate in finder.Add(texts[i].Hashes).OrderBy(candidate => candidate.Text))
            {
                if (Tie.Of(candidate.Text, i, texts[candidate.Text], texts[i]) is { } tie) ties.Add(tie);
            }
        }

        return ties;
    }
}
