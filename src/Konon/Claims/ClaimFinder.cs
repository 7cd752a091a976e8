using Konon.Articles;
using Konon.Text;

namespace Konon.Claims;

/// <summary>Finds who says what in an article.</summary>
/// <remarks>Pure and thread-safe; time and memory grow linearly with the text.</remarks>
public static class ClaimFinder
{
    /// <summary>Reads the article's claims.</summary>
    /// <param name="article">The article; its text may be anything at all.</param>
    /// <returns>
    /// Claims whose every span lies inside the article's text; none, and one refusal, when the language has no folder.
    /// </returns>
    public static Reading Read(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var lexicon = ClaimLexicon.Of(article.Language);
        return lexicon is null
            ? new Reading(article, [], [new Refusal(new TextSpan(0, article.Text.Length), ClaimRefusal.UnknownLanguage)])
            : ClaimReader.Read(article, lexicon);
    }
}
