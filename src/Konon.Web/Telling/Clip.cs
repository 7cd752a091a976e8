using Konon.Views;

namespace Konon.Web.Telling;

/// <summary>Cuts words for pages that show many; the whole stands where the link leads.</summary>
internal static class Clip
{
    private const int Longest = 280;

    /// <summary>The words on one line, cut between two of them.</summary>
    /// <param name="words">The words.</param>
    /// <param name="most">How many code units stay.</param>
    public static string Of(string words, int most = Longest)
    {
        var line = PlainText.OneLine(words);
        if (line.Length <= most) return line;
        var end = line.LastIndexOf(' ', most);
        if (end <= 0) end = char.IsHighSurrogate(line[most - 1]) ? most - 1 : most;
        return line[..end] + " …";
    }
}
