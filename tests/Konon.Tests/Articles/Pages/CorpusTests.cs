using System.Text;
using Konon.Articles;
using Xunit;

namespace Konon.Tests.Articles.Pages;

/// <summary>
/// Reads every page of <c>tests/Corpus</c> and compares with what somebody looked at and approved. To approve anew, look
/// at the difference, then run with <c>KONON_APPROVE=1</c>.
/// </summary>
public sealed class CorpusTests
{
    private const int LeastPages = 18;

    public static TheoryData<string> Pages => [.. Folders().Select(folder => Path.GetFileName(folder)!)];

    [Fact]
    public void The_corpus_holds_pages_of_a_dozen_styles() => Assert.True(Folders().Count >= LeastPages, $"only {Folders().Count} pages");

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_gives_its_article(string name)
    {
        var folder = Path.Combine(Root, name);
        var received = Print(Given.Page(File.ReadAllBytes(Path.Combine(folder, "source.html"))));
        var approved = Path.Combine(folder, "article.txt");
        if (Environment.GetEnvironmentVariable("KONON_APPROVE") == "1") File.WriteAllText(approved, received);
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        Assert.Equal(expected, received);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_tells_its_origin(string name) => Assert.True(File.Exists(Path.Combine(Root, name, "ORIGIN.md")));

    private static string Root => Path.Combine(SharedData.Repository, "tests", "Corpus");

    private static List<string> Folders() =>
        [.. Directory.GetDirectories(Root).Where(folder => File.Exists(Path.Combine(folder, "source.html"))).Order(StringComparer.Ordinal)];

    private static string Print(Article article)
    {
        var text = new StringBuilder();
        Field("title", article.Title);
        Field("byline", string.Join("; ", article.Byline));
        Field("outlet", article.Outlet);
        Field("dateline", article.Dateline);
        Field("published", article.Published?.Value);
        Field("modified", article.Modified?.Value);
        Field("url", article.Url);
        Field("language", article.Language);
        Field("whole", article.OtherPages.Whole);
        Field("parts", string.Join(' ', article.OtherPages.Parts));
        Field("notes", string.Join("; ", article.Notes));
        return text.Append("---\n").Append(article.Text[article.BodyStart..]).Append('\n').ToString();

        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) text.Append(name).Append(": ").Append(value).Append('\n');
        }
    }
}
