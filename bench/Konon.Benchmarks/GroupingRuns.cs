using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Konon.Articles;
using Konon.Bytes;
using Konon.Claims;
using Konon.Intake;
using Konon.Stories.Grouping;

namespace Konon.Benchmarks;

/// <summary>Runs of grouping: over a file, for measuring how good it is, and over a made-up stream, for how fast.</summary>
public static class GroupingRuns
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs one of them.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["grouping", var path]:
                Print(path, Console.Out);
                return 0;
            case ["grouping-flow", var articles]:
                GroupingFlow.Print(int.Parse(articles, CultureInfo.InvariantCulture), Console.Out);
                return 0;
            case ["grouping-again", var articles]:
                GroupingFlow.PrintAgain(int.Parse(articles, CultureInfo.InvariantCulture), Console.Out);
                return 0;
            default:
                Console.Error.WriteLine("grouping FILE.jsonl | grouping-flow ARTICLES | grouping-again ARTICLES");
                return 2;
        }
    }

    /// <summary>Prints the stories of a file, one a line.</summary>
    public static void Print(string path, TextWriter output)
    {
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal);
        var grouper = new StoryGrouper();
        foreach (var article in Read(path))
        {
            var key = article.ExternalId ?? article.Url ?? article.Sha256;
            if (articles.TryAdd(key, article)) grouper.Add(ArticleSketch.Of(key, ClaimFinder.Read(article)));
        }

        grouper.Settle();
        foreach (var story in grouper.Stories())
        {
            var told = story.Articles.Select(sketch => articles[sketch.Key]).Select(article => new
            {
                id = article.Sha256,
                external_id = article.ExternalId,
                url = article.Url,
                outlet = article.Outlet,
                published = article.Published?.Value,
            });
            var line = new { id = story.Id.Value, name = StoryDescriber.Describe(story.Articles).Name, articles = told };
            output.WriteLine(JsonSerializer.Serialize(line, Json));
        }
    }

    private static IEnumerable<Article> Read(string path) =>
        new Coverage(CoverageOptions.Default).Read([path]).Select(item => item.Document).OfType<Document>()
            .Select(Coverages.Read).OfType<Article>();
}
