using System.Text.Json;
using System.Text.Json.Serialization;
using Konon.Ledger;
using Konon.Ledger.Review;
using Konon.Store.Review;

namespace Konon.Web.Api;

/// <summary>What somebody wants to decide, as it is sent.</summary>
internal sealed record DecisionBody
{
    private const int LongestText = 2000;
    private const int MostTogether = 1000;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = 8,
    };

    public string? Action { get; init; }

    public string? On { get; init; }

    public string? Target { get; init; }

    public string? Other { get; init; }

    public string? Field { get; init; }

    public string? Value { get; init; }

    public string? Why { get; init; }

    public IReadOnlyList<string>? Together { get; init; }

    /// <summary>Reads a body.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static async Task<DecisionBody> ReadAsync(Stream body, CancellationToken cancel)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<DecisionBody>(body, Options,
                cancel) ?? throw new FormatException("the body is null");
        }
        catch (JsonException wrong)
        {
            throw new FormatException("the body is no decision: " + wrong.Message, wrong);
        }
    }

    /// <summary>What is to be decided.</summary>
    /// <param name="by">Who decides.</param>
    /// <param name="seen">The last decision that they saw.</param>
    /// <exception cref="FormatException">Something is missing, too long or unknown.</exception>
    public DecisionRequest ToRequest(string by, string? seen)
    {
        foreach (var text in new[] { Target, Other, Field, Value, Why }.Concat(Together ?? []))
        {
            if (text?.Length > LongestText) throw new FormatException($"a text is longer than {LongestText}");
        }

        if (Together?.Count > MostTogether) throw new FormatException($"together has more than {MostTogether} articles");
        return new DecisionRequest
        {
            By = by,
            Why = Why,
            Action = WireNames.Read<DecisionAction>(Action ?? throw new FormatException("action is missing"), DecisionNames.Of),
            On = On is null ? DecisionTarget.Claim : WireNames.Read<DecisionTarget>(On, DecisionNames.Of),
            Target = string.IsNullOrWhiteSpace(Target) ? throw new FormatException("target is missing") : Target.Trim(),
            Other = Other?.Trim(),
            Field = Field,
            Value = Value,
            Together = Together ?? [],
            Seen = seen,
        };
    }
}
