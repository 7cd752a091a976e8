using Xunit;

namespace Konon.Tests;

/// <summary>The data that stands beside the repository, in <c>../shared</c>: not part of it, and not everywhere.</summary>
internal static class SharedData
{
    /// <summary>The folder; null where it is not there. <c>KONON_SHARED</c> names another.</summary>
    public static string? Root
    {
        get
        {
            var named = Environment.GetEnvironmentVariable("KONON_SHARED");
            var root = string.IsNullOrEmpty(named) ? Path.Combine(Repository, "..", "shared") : named;
            return Directory.Exists(root) ? Path.GetFullPath(root) : null;
        }
    }

    /// <summary>The repository's root: the folder that holds the solution.</summary>
    public static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Konon.slnx"))) folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Konon.slnx.");
        }
    }

    /// <summary>A path inside the folder; skips the test, saying so, where it is not there.</summary>
    public static string Require(params string[] parts)
    {
        var path = Root is { } root ? Path.Combine([root, .. parts]) : null;
        Assert.SkipUnless(path is not null && Path.Exists(path), "../shared/" + string.Join('/', parts) + " is not here.");
        return path!;
    }
}
