using Konon.Stories.Grouping;

namespace Konon.Tests.Stories.Grouping;

/// <summary>Articles for grouping, and what became of them.</summary>
internal static class Flow
{
    private static readonly DateOnly First = new(2025, 3, 3);

    /// <summary>An article in our own words, so many days after the first.</summary>
    public static ArticleSketch Article(string key, string? title, string body, int? day = 0, string language = "id") =>
        ArticleSketch.Of(key, new Told(title, body) { Day = day is { } days ? First.AddDays(days) : null, Language = language, Input = key }.Read());

    /// <summary>A sketch of made-up terms: those of its event, by number, and some of its own.</summary>
    public static ArticleSketch Made(int number, int @event, int? hour, int own = 6, int shared = 10)
    {
        var terms = new SortedDictionary<uint, ushort>();
        for (var i = 0; i < shared; i++) terms[SketchTerm.HashOf(TermKind.Name, $"event{@event}", $"{i}")] = (ushort)(12_000 - (i * 100));
        for (var i = 0; i < own; i++) terms[SketchTerm.HashOf(TermKind.Word, $"own{number}", $"{i}")] = (ushort)(6_000 + i);
        var minute = hour is { } hours ? (int?)(1_000_000_000 + (hours * 60)) : null;
        return new ArticleSketch($"a{number:d4}", minute, "id", $"Title {number}", [.. terms.Select(term => new SketchTerm(term.Key, term.Value))], [], []);
    }

    public static StoryGrouper Grouped(params IEnumerable<ArticleSketch> sketches)
    {
        var grouper = new StoryGrouper();
        foreach (var sketch in sketches) grouper.Add(sketch);
        grouper.Settle();
        return grouper;
    }

    /// <summary>Keys of articles, those of a story joined by plus signs: "a+b c".</summary>
    public static string Told(this StoryGrouper grouper) => string.Join(
        ' ', grouper.Stories().Select(story => string.Join('+', story.Articles.Select(article => article.Key).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal));

    /// <summary>Every article held with its story's id.</summary>
    public static string Ids(this StoryGrouper grouper) =>
        string.Join(' ', grouper.Stories().SelectMany(story => story.Articles.Select(article => $"{article.Key}={story.Id}")).Order(StringComparer.Ordinal));
}
