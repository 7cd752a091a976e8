namespace Konon.Stories;

/// <summary>The words by which one statement is compared with another.</summary>
/// <param name="Stems">The stems of its content words.</param>
/// <param name="PointsBack">Whether it names nothing itself but something told before ("laporan tersebut").</param>
internal readonly record struct Matter(HashSet<string> Stems, bool PointsBack)
{
    // A statement is known by its first words; one of more than these is a text run together, and comparing all of its
    // words with all others' would cost more than reading it. No claim of the gold articles has more.
    private const int MostStems = 64;

    /// <summary>Reads a statement's content; linear in it.</summary>
    public static Matter Of(Statement statement)
    {
        var words = StoryWords.Of(statement.Report.Article.Language);
        var text = statement.Report.Article.Text;
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var pointsBack = false;
        foreach (var part in statement.Claim.Content)
        {
            foreach (var span in new WordScanner(text, part))
            {
                if (stems.Count == MostStems) return new Matter(stems, PointsBack: false);
                var word = span.Of(text).ToLowerInvariant();
                if (words.IsObject(word)) pointsBack = true;
                else if (!words.IsCommon(word)) stems.Add(words.Stem(word));
            }
        }

        return new Matter(stems, pointsBack && stems.Count == 0);
    }

    /// <summary>How much of the smaller matter the two share, 0 to 1.</summary>
    public double Overlap(Matter other, out int shared)
    {
        var (small, large) = Stems.Count <= other.Stems.Count ? (Stems, other.Stems) : (other.Stems, Stems);
        shared = small.Count(large.Contains);
        return small.Count == 0 ? 0 : (double)shared / small.Count;
    }
}
