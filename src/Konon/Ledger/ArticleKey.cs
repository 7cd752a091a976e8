using System.Security.Cryptography;
using System.Text;
using Konon.Articles;

namespace Konon.Ledger;

/// <summary>What makes two documents one article: the address, else the row's id, else the bytes.</summary>
/// <param name="Value"><c>url:…</c>, <c>id:…</c> or <c>sha256:…</c>.</param>
public readonly record struct ArticleKey(string Value)
{
    // 64 bits: among a hundred million articles the chance that any two meet is 1 in 3,700.
    private const int IdBytes = 8;

    /// <summary>The short name of the article in commands, pages and files: 16 hexadecimal digits made of the key.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Value)).AsSpan(0, IdBytes));

    /// <summary>The key of an article.</summary>
    public static ArticleKey Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (!string.IsNullOrWhiteSpace(article.Url)) return OfUrl(article.Url);
        return string.IsNullOrWhiteSpace(article.ExternalId) ? new("sha256:" + article.Sha256) : new("id:" + article.ExternalId.Trim());
    }

    /// <summary>The key of an address.</summary>
    public static ArticleKey OfUrl(string url) => new("url:" + Address.Normal(url));
}
