using System.Text.Json;
using System.Text.Json.Serialization;

namespace Konon.Web.Access;

/// <summary>A line of the file of tokens: that one was added, or that one was revoked.</summary>
internal sealed record TokenLine
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter<TokenScope>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public required string Sha256 { get; init; }

    public string? Name { get; init; }

    public TokenScope? Scope { get; init; }

    public DateTimeOffset? AddedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads a line; null for one that was cut off, or that a later version wrote.</summary>
    public static TokenLine? TryRead(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<TokenLine>(line, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
