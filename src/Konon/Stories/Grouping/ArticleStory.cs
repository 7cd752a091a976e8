namespace Konon.Stories.Grouping;

/// <summary>Which story an article tells.</summary>
/// <param name="Article">The article's key.</param>
/// <param name="Story">The story's id, with people's decisions.</param>
/// <param name="Part">The id that the story has without them: the same unless a decision merged it into another.</param>
public readonly record struct ArticleStory(string Article, StoryId Story, StoryId Part);
