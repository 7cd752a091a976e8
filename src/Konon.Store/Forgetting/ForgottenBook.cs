using Konon.Bytes;
using Konon.Claims;
using Konon.Ledger;
using Konon.Stories;

namespace Konon.Store.Forgetting;

/// <summary>What may not be read in again, as of one time. Immutable, thread-safe.</summary>
public sealed class ForgottenBook
{
    private readonly HashSet<(string Kind, string Digest)> _tombstones;

    internal ForgottenBook(IEnumerable<(string Kind, string Digest)> tombstones) => _tombstones = [.. tombstones];

    /// <summary>Whether a document with these bytes was forgotten.</summary>
    public bool HasDocument(string sha256) => _tombstones.Contains(("document", sha256));

    /// <summary>Whether the article at an address was forgotten: it is not to be fetched.</summary>
    public bool HasAddress(string url) => _tombstones.Contains(("article", DigestOf(ArticleKey.OfUrl(url).Value)));

    /// <summary>Whether an article was forgotten, by its address or id, or a speaker who speaks in it.</summary>
    public bool Has(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return _tombstones.Count > 0
            && (HasDocument(reading.Article.Sha256)
                || _tombstones.Contains(("article", DigestOf(ArticleKey.Of(reading.Article).Value)))
                || reading.Claims.SelectMany(claim => claim.Speakers).Any(
                    speaker => _tombstones.Contains(("speaker", DigestOf(SpeakerKey.Of(speaker))))));
    }

    /// <summary>The digest under which a key is kept, so that the tombstone holds no words.</summary>
    internal static string DigestOf(string key) => DocumentDigest.Of(System.Text.Encoding.UTF8.GetBytes(key));
}
