using System.Text;

namespace Konon.Views;

/// <summary>Words of articles on their way into Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>Every letter that Markdown may read as more than itself (CommonMark 2.4), and HTML's own, made plain.</summary>
    public static string Escape(string text)
    {
        var clean = PlainText.OneLine(text);
        var escaped = new StringBuilder(clean.Length);
        foreach (var letter in clean)
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#') escaped.Append('\\').Append(letter);
            else if (letter == '<') escaped.Append("&lt;");
            else if (letter == '>') escaped.Append("&gt;");
            else if (letter == '&') escaped.Append("&amp;");
            else escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
