using System.Globalization;

namespace Konon.Fetch;

/// <summary>What came of sending a message.</summary>
public sealed record PostResult
{
    /// <summary>Why it was not taken; null where it was, which an answer of 200 to 299 says.</summary>
    public FetchRefusal? Refusal { get; private init; }

    /// <summary>The status of the receiver's last answer; null where none came.</summary>
    public int? Status { get; private init; }

    /// <summary>The pause that the receiver asks for before the next message (Retry-After); null where it asks for none.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The refusal's words, with the status where one came; null where it was taken.</summary>
    public string? Words => Refusal is not { } refusal ? null
        : Status is null ? refusal.Message()
        : string.Create(CultureInfo.InvariantCulture, $"{refusal.Message()} (HTTP {Status})");

    internal static PostResult Of(Answer answer) =>
        new() { Refusal = answer.Refusal, Status = answer.Status, RetryAfter = answer.RetryAfter };
}
