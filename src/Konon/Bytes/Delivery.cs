namespace Konon.Bytes;

/// <summary>The label on a delivered document: from which address, when, and what its carrier says is in it.</summary>
public sealed record Delivery
{
    /// <summary>The address that gave the bytes, after every redirect; in an archive the record's target.</summary>
    public required string Url { get; init; }

    /// <summary>When the bytes were fetched; for an archive's record when the archive fetched them.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>The Content-Type header as it came, its charset included: <c>text/html; charset=iso-8859-1</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>The charset that <see cref="ContentType"/> names; null where it names none.</summary>
    public string? Charset
    {
        get
        {
            const string Name = "charset=";
            var at = ContentType?.IndexOf(Name, StringComparison.OrdinalIgnoreCase) ?? -1;
            if (at < 0) return null;
            var value = ContentType.AsSpan(at + Name.Length).Trim().TrimStart('"');
            var end = value.IndexOfAny(";\", ");
            var charset = end < 0 ? value : value[..end];
            return charset.IsEmpty ? null : charset.ToString();
        }
    }

    /// <summary>Whether an archive delivered it, so that nothing is at <see cref="Url"/> that must still be so.</summary>
    public bool FromArchive { get; init; }

    /// <summary>What a feed said of the article; null when no feed named it.</summary>
    public FeedFields? Feed { get; init; }
}

/// <summary>What a feed's entry says of the article behind it, each null where the entry does not say.</summary>
/// <param name="Id">The entry's own id.</param>
/// <param name="Title">The headline, plain text.</param>
/// <param name="Published">When it was published, as the feed writes it.</param>
public sealed record FeedFields(string? Id, string? Title, string? Published);
