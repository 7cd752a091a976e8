using System.Text.Json;

namespace Konon.Journeys.Browser.Hostile;

/// <summary>A hostile article of the test's file.</summary>
/// <param name="Number">The figure in its first sentence, by which its page is known.</param>
/// <param name="Name">What it tries.</param>
/// <param name="Shows">The words that a reader must be shown of it.</param>
internal sealed record Attack(int Number, string Name, string Shows)
{
    public const string File = "articles.jsonl";

    public static string Path => System.IO.Path.Combine(ReadmeTests.Root, "tests", "Konon.Journeys", "Browser", "Hostile", File);

    /// <summary>All of them, but for the row that is refused whole: half a character makes its strings no strings.</summary>
    public static IReadOnlyList<Attack> All()
    {
        var all = new List<Attack>();
        var lines = System.IO.File.ReadAllLines(Path);
        for (var i = 0; i < lines.Length; i++)
        {
            using var line = JsonDocument.Parse(lines[i]);
            var fields = line.RootElement;
            if (fields.TryGetProperty("refused", out _)) continue;
            all.Add(new Attack(i + 1, fields.GetProperty("attack").GetString()!, fields.GetProperty("shows").GetString()!));
        }

        return all;
    }
}
