using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Konon.Tests;

/// <summary>Holds the habits that keep the solution readable; they read the sources and say how many they read.</summary>
public sealed partial class ArchitectureTests
{
    // In the order in which the data goes through them: a stage uses itself and those before it.
    private static readonly string[] Stages =
        ["Text", "Languages", "Bytes", "Articles", "Sentences", "Claims", "Stories", "Ledger", "Views"];

    // What stands in the wrong stage and is known: a list that only shrinks.
    private static readonly string[] Known =
    [
        "Languages/NumberTable.cs uses Claims",
        "Text/DateReader.cs uses Languages",
        "Text/LanguageIdentifier.cs uses Languages",
    ];

    private static string Root => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    [Fact]
    public void A_stage_uses_only_itself_and_the_stages_before_it()
    {
        var files = Sources(Path.Combine(Root, "src", "Konon"));
        Assert.True(files.Count > 60, $"only {files.Count} files looked at");
        Assert.Equal(Known.Order(StringComparer.Ordinal), files.SelectMany(UsedBefore).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> UsedBefore(string file)
    {
        var path = Path.GetRelativePath(Path.Combine(Root, "src", "Konon"), file).Replace(Path.DirectorySeparatorChar, '/');
        var rank = Array.IndexOf(Stages, path.Split('/')[0]);
        Assert.True(rank >= 0, $"{path} lies in no stage");
        return UsedStage().Matches(File.ReadAllText(file))
            .Select(used => used.Groups["stage"].Value)
            .Where(stage => Array.IndexOf(Stages, stage) > rank)
            .Select(stage => $"{path} uses {stage}");
    }

    [Fact]
    public void Only_allowed_projects_refer_to_each_other()
    {
        var allowed = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Konon"] = [],
            ["Konon.Fetch"] = [],
            ["Konon.Intake"] = ["Konon", "Konon.Fetch"],
            ["Konon.Store"] = ["Konon"],
            ["Konon.Queue"] = ["Konon", "Konon.Store"],
            ["Konon.Web"] = ["Konon", "Konon.Store", "Konon.Queue"],
            ["Konon.Cli"] = ["Konon", "Konon.Intake", "Konon.Fetch", "Konon.Store", "Konon.Queue", "Konon.Web"],
            ["Konon.Tests"] = ["Konon", "Konon.Intake", "Konon.Store", "Konon.Benchmarks"],
            ["Konon.Journeys"] = ["Konon", "Konon.Intake", "Konon.Store", "Konon.Cli"],
            ["Konon.Benchmarks"] = ["Konon", "Konon.Intake", "Konon.Store", "Konon.Cli", "Konon.Web"],
        };
        var projects = Directory.GetFiles(Root, "*.csproj", SearchOption.AllDirectories)
            .Where(path => !path.Contains("artifacts", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(allowed.Count, projects.Count);
        Assert.All(projects, project =>
        {
            var refers = XDocument.Load(project).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
            Assert.Empty(refers.Except(allowed[Path.GetFileNameWithoutExtension(project)], StringComparer.Ordinal));
        });
    }

    // AngleSharp parses HTML, which is more than a project should write anew; it opens nothing by itself.
    [Fact]
    public void The_engine_takes_no_package_along_but_the_parser_of_pages()
    {
        var engine = XDocument.Load(Path.Combine(Root, "src", "Konon", "Konon.csproj"));
        Assert.All(
            engine.Descendants("PackageReference").Where(package => package.Attribute("Include")?.Value != "AngleSharp"),
            package => Assert.Equal("all", package.Attribute("PrivateAssets")?.Value));
    }

    [Fact]
    public void Classes_are_sealed_or_static()
    {
        var types = new[] { typeof(Konon.Text.TextSpan).Assembly, typeof(Konon.Intake.Coverage).Assembly, typeof(Konon.Fetch.Fetcher).Assembly, typeof(Konon.Store.LedgerStore).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsClass && type.Namespace?.StartsWith("Konon", StringComparison.Ordinal) == true)
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .ToList();
        Assert.True(types.Count > 60, $"only {types.Count} types looked at");
        var inherited = types.Select(type => type.BaseType).ToHashSet();
        Assert.All(types.Where(type => !inherited.Contains(type)), type => Assert.True(type.IsSealed, $"{type} is neither sealed nor static"));
    }

    [Fact]
    public void Options_cannot_change_after_they_are_made()
    {
        var options = typeof(Konon.Text.TextSpan).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .ToList();
        Assert.True(options.Count >= 2, $"only {options.Count} options looked at");
        Assert.All(options.SelectMany(type => type.GetProperties()).Where(property => property.SetMethod is not null), property =>
            Assert.Contains(typeof(IsExternalInit), property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));
    }

    private static List<string> Sources(string folder) =>
        [.. Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(path => !IsBuilt(path))];

    private static bool IsBuilt(string path) =>
        path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    [GeneratedRegex(@"\bKonon\.(?<stage>Text|Languages|Bytes|Articles|Sentences|Claims|Stories|Ledger|Views)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex UsedStage();

    private static string Here([CallerFilePath] string path = "") => path;
}
