using System.Runtime.CompilerServices;
using Xunit;

namespace Konon.Journeys;

public sealed class ReadmeTests
{
    internal static string Root => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    [Fact]
    public void The_commands_of_the_readme_are_those_that_run()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        Assert.Contains("\ndotnet run --project src/Konon.Cli -- brief samples/feri-selat-lorang\n", readme, StringComparison.Ordinal);
        Assert.Contains("\ndotnet test --solution Konon.slnx\n", readme, StringComparison.Ordinal);
        Assert.Contains("dotnet test --solution Konon.slnx", File.ReadAllText(Path.Combine(Root, ".ci", "run")), StringComparison.Ordinal);
        var run = Program.Run(Root, "brief", "samples/feri-selat-lorang");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("9 reports · ", run.Output, StringComparison.Ordinal);
        Assert.Contains(run.Output.Split('\n')[0], readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sample_holds_claims_and_nothing_of_them_is_furniture()
    {
        var run = Program.Run(Root, "extract", "samples");
        var articles = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement)
            .ToList();
        Assert.True(articles.Count >= 8, $"only {articles.Count} samples");
        Assert.All(articles, article => Assert.True(article.GetProperty("claims").GetArrayLength() > 0));
        Assert.All(articles, article => Assert.DoesNotContain("Baca", article.GetProperty("text").GetString()!, StringComparison.Ordinal));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
