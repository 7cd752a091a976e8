namespace Konon.Store.Alerts;

/// <summary>A message that is to be sent, as it is held.</summary>
/// <param name="Alert">The alert's id.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Event">The event's id.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Body">The bytes that are sent, the same each time.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record AlertMessage(string Alert, string Address, string Event, string Kind, ReadOnlyMemory<byte> Body, int Attempts)
{
    internal long Row { get; init; }

    internal long AlertRow { get; init; }

    internal long Holds { get; init; }
}

/// <summary>What came of sending one.</summary>
/// <param name="At">When it was begun.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Status">The receiver's answer; null where none came.</param>
/// <param name="Fault">Why it was not taken; null where it was.</param>
/// <param name="RetryAfter">The pause that the receiver asks for; null where it asks for none.</param>
public sealed record AlertAttempt(DateTimeOffset At, TimeSpan Took, int? Status, string? Fault, TimeSpan? RetryAfter);

/// <summary>A line of the log.</summary>
/// <param name="Alert">The alert's id.</param>
/// <param name="Event">The event's id.</param>
/// <param name="Kind">What happened, or <c>test</c>.</param>
/// <param name="At">When sending was begun.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Status">The receiver's answer; null where none came.</param>
/// <param name="Fault">Why it was not taken; null where it was.</param>
public sealed record AlertDelivery(string Alert, string Event, string Kind, DateTimeOffset At, TimeSpan Took, int? Status, string? Fault);
