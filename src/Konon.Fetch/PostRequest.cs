namespace Konon.Fetch;

/// <summary>A message to send.</summary>
/// <param name="Url">The address, http or https; a fragment and a user's name in it are left out.</param>
/// <param name="Body">The bytes; the same at each attempt.</param>
/// <param name="ContentType">What they are, such as <c>application/json</c>.</param>
public sealed record PostRequest(string Url, ReadOnlyMemory<byte> Body, string ContentType)
{
    /// <summary>Further headers by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
