namespace Konon.Stories.Grouping;

/// <summary>One story and its articles.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Articles">Its articles in order of time, those without one last. Never empty.</param>
public sealed record GroupedStory(StoryId Id, IReadOnlyList<ArticleSketch> Articles);
