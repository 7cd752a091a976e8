using System.Text.Json;
using Xunit;

namespace Konon.Journeys.Browser.Hostile;

/// <summary>A ledger of the hostile articles, made and served by the built program.</summary>
public sealed class Captured : IDisposable
{
    private readonly Desk _desk = new();

    public Captured()
    {
        File.Copy(Attack.Path, Path.Combine(_desk.Folder, Attack.File));
        var run = _desk.Run("add", Attack.File);
        Assert.Contains($"{Attack.All().Count} new articles", run.Output, StringComparison.Ordinal);
    }

    /// <summary>What the program prints.</summary>
    internal Run Run(params IEnumerable<string> arguments) => _desk.Run(arguments);

    internal Task<Server> Serve() => Server.Start(_desk.Folder, "serve");

    /// <summary>The ids of all articles, and of one claim of each that has any.</summary>
    internal (IReadOnlyList<string> Articles, IReadOnlyList<string> Claims) Ids()
    {
        var articles = new List<string>();
        var claims = new List<string>();
        foreach (var line in Run("export").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var article = JsonDocument.Parse(line);
            articles.Add(article.RootElement.GetProperty("id").GetString()!);
            if (article.RootElement.GetProperty("claims") is { ValueKind: JsonValueKind.Array } found && found.GetArrayLength() > 0)
            {
                claims.Add(found[0].GetProperty("id").GetString()!);
            }
        }

        return (articles, claims);
    }

    /// <summary>The rows of a table as the program exports it.</summary>
    internal IReadOnlyList<string[]> Table(params IEnumerable<string> arguments) => CsvTable.Read(Run(arguments).Output);

    public void Dispose() => _desk.Dispose();
}
