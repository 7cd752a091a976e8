namespace Konon.Articles;

/// <summary>Why a document is not read as an article.</summary>
public enum ArticleRefusal
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is not text.</summary>
    Binary,

    /// <summary>It holds more text than <see cref="ArticleOptions.MaxTextBytes"/>.</summary>
    AboveLimit,

    /// <summary>The row has no text.</summary>
    RowWithoutText,

    /// <summary>There is text, and all of it is furniture.</summary>
    OnlyFurniture,

    /// <summary>A page without any text that could be an article.</summary>
    NoArticle,
}

/// <summary>The words for each reason.</summary>
public static class ArticleRefusals
{
    /// <summary>One line without a full stop, fit to stand after the input's name and a colon.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reason"/> is no reason.</exception>
    public static string Message(this ArticleRefusal reason) => reason switch
    {
        ArticleRefusal.Empty => "empty, nothing to read",
        ArticleRefusal.Binary => "not text (a binary file)",
        ArticleRefusal.AboveLimit => "more text than the limit for one article allows",
        ArticleRefusal.RowWithoutText => "a row without text",
        ArticleRefusal.OnlyFurniture => "no article in it, only links and promotions",
        ArticleRefusal.NoArticle => "a page without an article",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason of refusal."),
    };
}
