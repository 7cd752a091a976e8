using Konon.Stories;

namespace Konon.Store;

/// <summary>Under which words a speaker's name is found: each word folded, so that any spelling of a name will do.</summary>
internal static class SpeakerWords
{
    /// <summary>The folded words of a name, each once.</summary>
    public static IReadOnlyList<string> Of(string name) => [.. NameKey.Words(name).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the words stand in the name one behind the other.</summary>
    public static bool StandIn(IReadOnlyList<string> words, string name)
    {
        var all = NameKey.Words(name);
        for (var start = 0; start + words.Count <= all.Count; start++)
        {
            if (all.Skip(start).Take(words.Count).SequenceEqual(words, StringComparer.Ordinal)) return true;
        }

        return false;
    }
}
