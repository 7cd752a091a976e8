namespace Konon.Bytes;

/// <summary>Bytes as they came, with where from, and whatever the container said of them.</summary>
public sealed record Document
{
    // An archive is taken apart by one reader; whoever reads its pages digests them, on as many cores as there are.
    private string? _sha256;

    /// <summary>Where it came from, as the user named it; for a row or record the container's path, <c>#</c> and its number.</summary>
    public required string Input { get; init; }

    /// <summary>The bytes; for a row its line as it stood. Setting them forgets the digest.</summary>
    public required ReadOnlyMemory<byte> Bytes
    {
        get;
        init => (field, _sha256) = (value, null);
    }

    /// <summary>SHA-256 of <see cref="Bytes"/>, lower-case hexadecimal; set only where it is known, else computed when first asked for. Thread-safe.</summary>
    public string Sha256
    {
        get => _sha256 ??= DocumentDigest.Of(Bytes.Span);
        init => _sha256 = value;
    }

    /// <summary>What the row said beside its bytes; null for a plain text, whose bytes are all there is.</summary>
    public RowFields? Row { get; init; }

    /// <summary>What was said of it on its way here; null for a file, which nobody carried.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>What is known of a page beside its bytes; null for what is no HTML.</summary>
    public PageFields? Page { get; init; }
}

/// <summary>What was said of a page on the way; each null where nothing was.</summary>
/// <param name="Url">The address that it came from, after redirects.</param>
/// <param name="Charset">The charset of the response's header.</param>
public sealed record PageFields(string? Url = null, string? Charset = null);

/// <summary>The columns of a row that Konon reads, each null where the row has none.</summary>
/// <param name="Id">Kept as the article's external id.</param>
/// <param name="Url">The article's address.</param>
/// <param name="Outlet">The outlet's name or domain.</param>
/// <param name="Title">The headline.</param>
/// <param name="Published">When it was published, as written.</param>
/// <param name="Text">The article's text.</param>
public sealed record RowFields(string? Id, string? Url, string? Outlet, string? Title, string? Published, string? Text);
