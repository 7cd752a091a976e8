using Konon.Text;

namespace Konon.Languages;

/// <summary>Function words by what they do.</summary>
internal sealed class GrammarTable
{
    private readonly Dictionary<int, WordClass> classes = [];

    public GrammarTable(string language, Vocabulary vocabulary)
    {
        foreach (var row in LanguageResource.Rows(language, "grammar"))
        {
            var word = vocabulary.Add(row[0]);
            classes[word] = classes.GetValueOrDefault(word) | Enum.Parse<WordClass>(row[1], ignoreCase: true);
        }
    }

    /// <summary>What the word does; <see cref="WordClass.None"/> for a word that is in no row.</summary>
    public WordClass this[int word] => word < 0 ? WordClass.None : classes.GetValueOrDefault(word);
}
