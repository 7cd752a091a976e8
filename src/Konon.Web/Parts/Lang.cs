namespace Konon.Web.Parts;

/// <summary>Says to the browser in which language an article's words are, so that they are read aloud as such.</summary>
internal static class Lang
{
    /// <summary>The value of a <c>lang</c> attribute; null where the language is not known.</summary>
    public static string? Of(string? language) => language is { Length: 2 } && language.All(char.IsAsciiLetterLower) ? language : null;
}
