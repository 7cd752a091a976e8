namespace Konon.Articles.Pages;

/// <summary>Puts the parts of an article together that its outlet shows on several pages.</summary>
public static class PageJoiner
{
    /// <summary>The first part with the others' paragraphs after its own; what the parts repeat (a lead, a caption) stands once.</summary>
    /// <remarks>Linear in the texts. Title, times and byline are the first part's.</remarks>
    /// <param name="first">The page that was read first.</param>
    /// <param name="others">The other parts, in the order of <see cref="OtherPages.Parts"/>.</param>
    public static Article Join(Article first, IEnumerable<Article> others)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(others);
        var lines = first.Text[first.BodyStart..].Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        var seen = lines.ToHashSet(StringComparer.Ordinal);
        foreach (var other in others)
        {
            foreach (var line in other.Text[other.BodyStart..].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (seen.Add(line)) lines.Add(line);
            }
        }

        return first with { Text = first.Text[..first.BodyStart] + string.Join('\n', lines), OtherPages = OtherPages.None };
    }
}
