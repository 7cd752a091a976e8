using System.Text;
using Konon.Articles;
using Konon.Ledger.Review;

namespace Konon.Store.Forgetting;

/// <summary>
/// Looks for a person's names in articles and kept bytes, in capitals or small letters, whatever marks stand between the words.
/// </summary>
/// <remarks>
/// Names of one word are not looked for: they are also streets, towns and other people. Linear in the text for each name.
/// </remarks>
internal sealed class NameScan
{
    private readonly string[] _names;

    public NameScan(IEnumerable<string> names) => _names =
    [
        .. names.Select(Anchor.Folded)
            .Where(name => name.Contains(' ', StringComparison.Ordinal))
            .Select(name => " " + name + " ")
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Whether there is any name to look for.</summary>
    public bool IsEmpty => _names.Length == 0;

    /// <summary>Whether an article holds a name, in its text, its address or what was taken off it.</summary>
    public bool IsIn(Article article)
    {
        var all = new StringBuilder(article.Text).Append('\n').Append(article.Title).Append('\n').Append(article.Url).Append('\n').Append(
            article.ExternalId);
        foreach (var text in article.Byline.Concat(article.Notes).Concat(article.Removed.Select(removed => removed.Exact)))
        {
            all.Append('\n').Append(text);
        }
        return IsIn(all.ToString());
    }

    /// <summary>Whether kept bytes hold a name; bytes in another encoding than UTF-8 hold at least its plain letters.</summary>
    public bool IsIn(byte[] bytes) =>
        IsIn(Encoding.UTF8.GetString(bytes).Replace("\\n", " ", StringComparison.Ordinal).Replace("&nbsp;", " ", StringComparison.Ordinal));

    private bool IsIn(string text)
    {
        var folded = " " + Anchor.Folded(text) + " ";
        return Array.Exists(_names, name => folded.Contains(name, StringComparison.Ordinal));
    }
}
