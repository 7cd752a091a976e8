namespace Konon.Stories.Grouping;

/// <summary>What settling changed.</summary>
/// <param name="Articles">The articles that are new or tell another story than was told last, in order of time.</param>
/// <param name="Redirects">
/// Ids that were told and are no story's any more, each with the id under which its earliest article is now. A redirect holds only as long as
/// no story has its old id. They are what happened here: another run over the same articles need not have them.
/// </param>
public sealed record GroupingChange(IReadOnlyList<ArticleStory> Articles, IReadOnlyList<StoryRedirect> Redirects);

/// <summary>An id that a story had, and the one it has.</summary>
/// <param name="From">The id that is no story's any more.</param>
/// <param name="To">Where its articles are, or its earliest one.</param>
public readonly record struct StoryRedirect(StoryId From, StoryId To);
