using System.Buffers;

namespace Konon.Articles.Pages;

/// <summary>Marks that close sentences, in the scripts that pages are written in.</summary>
internal static class Sentences
{
    private static readonly SearchValues<char> Running = SearchValues.Create(",.;!?،。，");

    /// <summary>Whether the words end with a mark that closes a sentence, quotation marks and brackets after it allowed.</summary>
    public static bool Ends(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] is '"' or '”' or '“' or '’' or '\'' or '»' or '«' or ')' or ']' or ' ') end--;
        return end > 0 && text[end - 1] is '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or ';' or '؟' or '।' or '」';
    }

    /// <summary>How many marks stand in the words that only running text has many of: commas, full stops.</summary>
    public static int Marks(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = text.IndexOfAny(Running); at >= 0;)
        {
            count++;
            var next = text[(at + 1)..].IndexOfAny(Running);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return count;
    }
}
