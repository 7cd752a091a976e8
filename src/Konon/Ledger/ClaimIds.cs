using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Konon.Claims;

namespace Konon.Ledger;

/// <summary>Names each claim by what it is made of, so that a second run, elsewhere, gives it the same id.</summary>
public static class ClaimIds
{
    // 64 bits, as git long abbreviations: a clash inside one article is out of reach, and an id is read beside its article.
    private const int Bytes = 8;

    /// <summary>The ids of an article's claims, in the order of the claims, all different.</summary>
    /// <remarks>
    /// Made of the document's digest, where content and cue stand (in code points), the speakers' names and the stance;
    /// not of the rule, so a renamed rule renames nothing. Of claims alike in all of these the second is numbered.
    /// </remarks>
    public static IReadOnlyList<string> Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Of(reading, new CodePoints(reading.Article.Text));
    }

    internal static IReadOnlyList<string> Of(Reading reading, CodePoints points)
    {
        var ids = new List<string>(reading.Claims.Count);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var claim in reading.Claims)
        {
            var made = MadeOf(reading.Article.Sha256, claim, points);
            var times = seen[made] = seen.GetValueOrDefault(made) + 1;
            if (times > 1) made += "\u001f" + times.ToString(CultureInfo.InvariantCulture);
            ids.Add(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made)).AsSpan(0, Bytes)));
        }

        return ids;
    }

    private static string MadeOf(string sha256, Claim claim, CodePoints points)
    {
        var culture = CultureInfo.InvariantCulture;
        var made = new StringBuilder(sha256);
        foreach (var part in claim.Content)
        {
            var (start, end) = points.Of(part);
            made.Append(culture, $"\u001f{start}-{end}");
        }

        var cue = claim.Cue is { } span ? points.Of(span) : default;
        made.Append(culture, $"\u001f{cue.Start}-{cue.End}\u001f{WireNames.Of(claim.Stance)}");
        foreach (var speaker in claim.Speakers) made.Append('\u001f').Append(speaker.Name);
        return made.ToString();
    }
}
