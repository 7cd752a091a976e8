using System.Reflection;
using System.Text;
using Konon.Text;

namespace Konon.Languages;

/// <summary>Reads what a language's folder holds: tables of tab-separated columns, one row a line.</summary>
/// <remarks>
/// A line that starts with <c>#</c> is a comment, an empty line is passed over, columns are trimmed. The tables are
/// embedded in the assembly, so reading one costs no file access.
/// </remarks>
internal static class LanguageResource
{
    /// <summary>The rows of one table.</summary>
    /// <param name="language">The folder: <c>id</c>, <c>en</c>.</param>
    /// <param name="table">The file's name without its ending.</param>
    /// <returns>The rows in their order; empty when the language has no such table.</returns>
    public static IReadOnlyList<string[]> Rows(string language, string table)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Languages/{language}/{table}");
        if (stream is null) return [];
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#' || string.IsNullOrWhiteSpace(line)) continue;
            rows.Add(line.Split('\t', StringSplitOptions.TrimEntries));
        }

        return rows;
    }

    /// <summary>The rows of a table of phrases, once the words of every phrase, its first column, are in the vocabulary.</summary>
    public static IReadOnlyList<string[]> PhraseRows(string language, string table, Vocabulary vocabulary)
    {
        var rows = Rows(language, table);
        foreach (var row in rows)
        {
            foreach (var word in row[0].Split(' ')) vocabulary.Add(word);
        }

        return rows;
    }

    /// <summary>The first column of every row.</summary>
    public static IEnumerable<string> Words(string language, string table) =>
        Rows(language, table).Select(row => row[0]);
}
