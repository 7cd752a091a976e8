using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>What one cue word does in one of its constructions.</summary>
/// <param name="Frame">The construction.</param>
/// <param name="Stance">What the speaker does with the content.</param>
/// <param name="Act">The finer act.</param>
internal readonly record struct Cue(CueFrame Frame, Stance Stance, string Act);

/// <summary>The words that attribute.</summary>
internal sealed class CueTable
{
    private readonly Dictionary<int, List<Cue>> cues = [];
    private readonly Dictionary<int, int> enclitics = [];

    public CueTable(string language, string enclitic, Vocabulary vocabulary)
    {
        foreach (var row in LanguageResource.Rows(language, "cues"))
        {
            var word = vocabulary.Add(row[0]);
            var cue = new Cue(
                Enum.Parse<CueFrame>(row[1], ignoreCase: true), Enum.Parse<Stance>(row[2], ignoreCase: true), row[3]);
            if (!cues.TryGetValue(word, out var list)) cues[word] = list = [];
            list.Add(cue);
            if (enclitic.Length > 0) enclitics.TryAdd(vocabulary.Add(row[0] + enclitic), word);
        }
    }

    /// <summary>Every construction that the word allows, as flags.</summary>
    public CueFrame Frames(int word)
    {
        if (word < 0 || !cues.TryGetValue(word, out var list)) return CueFrame.None;
        var frames = CueFrame.None;
        foreach (var cue in list) frames |= cue.Frame;
        return frames;
    }

    /// <summary>What the word does in that construction; null when it does not allow it.</summary>
    public Cue? In(int word, CueFrame frame)
    {
        if (word < 0 || !cues.TryGetValue(word, out var list)) return null;
        foreach (var cue in list)
        {
            if (cue.Frame == frame) return cue;
        }

        return null;
    }

    /// <summary>The cue under an enclitic speaker: <c>kata</c> for "katanya"; -1 for any other word.</summary>
    public int Bare(int word) => word >= 0 && enclitics.TryGetValue(word, out var bare) && !cues.ContainsKey(word) ? bare : -1;
}
