using System.Security.Cryptography;
using System.Text;
using Konon.Articles;
using Konon.Bytes;
using Konon.Intake;

namespace Konon.Benchmarks;

/// <summary>The texts that the benchmarks read: the samples, and a week of news where it lies beside the project.</summary>
public static class Coverages
{
    public const string Samples = "samples";
    public const string Week = "week";

    /// <summary>The names of the coverages that are here.</summary>
    public static IEnumerable<string> Here => PathOf(Week) is null ? [Samples] : [Samples, Week];

    /// <summary>Where a coverage lies; null where it is not here.</summary>
    public static string? PathOf(string coverage)
    {
        if (Root() is not { } root) return null;
        var path = coverage == Samples
            ? Path.Combine(root, "samples")
            : Path.Combine(Shared(root), "corpus", "june-2025.jsonl.gz");
        return Path.Exists(path) ? path : null;
    }

    /// <summary>Every document of a coverage, one after the other.</summary>
    public static IEnumerable<Document> Documents(string coverage) =>
        PathOf(coverage) is { } path
            ? new Coverage(CoverageOptions.Default).Read([path]).Select(item => item.Document).OfType<Document>()
            : throw new DirectoryNotFoundException($"{coverage} is not here");

    /// <summary>Every article of a coverage.</summary>
    public static IEnumerable<Article> Articles(string coverage)
    {
        foreach (var document in Documents(coverage))
        {
            if (Read(document) is { } article) yield return article;
        }
    }

    /// <summary>An Indonesian article of exactly that text, all of it body, or all of it title.</summary>
    public static Article Article(string text, bool isTitle = false) => new()
    {
        Input = "text", Sha256 = "", Language = "id", Text = text, BodyStart = isTitle ? text.Length : 0,
    };

    /// <summary>A text as the bytes of a file.</summary>
    public static Document Document(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new Document { Input = "text", Bytes = bytes, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
    }

    /// <summary>The article of a document; null when there is none.</summary>
    public static Article? Read(Document document)
    {
        ArticleReader.TryRead(document, ArticleOptions.Default, out var article);
        return article;
    }

    /// <summary>The same text so many times in one article.</summary>
    public static Article Copies(int count)
    {
        var one = Articles(Samples).First();
        return one with { Text = one.Title + "\n\n" + string.Join('\n', Enumerable.Repeat(one.Text[one.BodyStart..], count)) };
    }

    private static string Shared(string root) =>
        Environment.GetEnvironmentVariable("KONON_SHARED") is { Length: > 0 } named ? named : Path.Combine(root, "..", "shared");

    private static string? Root()
    {
        foreach (var from in (string[])[Environment.CurrentDirectory, AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Konon.slnx"))) return folder.FullName;
            }
        }

        return null;
    }
}
