using System.Text;
using Konon.Views;

namespace Konon.Web.Mcp;

/// <summary>Words of strangers as a model may be given them: on one line, nothing in them that is not seen, and bounded.</summary>
internal static class ToolWords
{
    /// <summary>What stands where words were cut off.</summary>
    public const string Mark = " […]";

    // A name, an outlet, a role.
    private const int LongestName = 200;

    /// <summary>The words without control characters, marks of direction and letters that nobody sees.</summary>
    public static string Clean(string text)
    {
        var line = PlainText.OneLine(text);
        if (!line.Any(char.IsHighSurrogate)) return line;
        var seen = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (!IsHidden(rune)) seen.Append(rune.ToString());
        }

        return PlainText.OneLine(seen.ToString());
    }

    /// <summary>The words, cut behind so many code points, the mark included where they are cut.</summary>
    public static string Cut(string clean, int longest)
    {
        var left = longest;
        for (var i = 0; i < clean.Length; i++)
        {
            if (left == 0) return clean[..i].TrimEnd() + Mark;
            if (i + 1 < clean.Length && char.IsSurrogatePair(clean[i], clean[i + 1])) i++;
            left--;
        }

        return clean;
    }

    /// <summary>A name on one line, bounded; null for none.</summary>
    public static string? Name(string? text) => text is null ? null : Cut(Clean(text), LongestName);

    // Tags and the variation selectors beside them: whole sentences are written in them for models to read and people not to see.
    private static bool IsHidden(Rune rune) => rune.Value is >= 0xE0000 and <= 0xE0FFF;
}
