namespace Konon.Queue;

/// <summary>A document that was read and is to be kept, with the message that it came by.</summary>
/// <param name="From">The message, to be acknowledged when it is kept.</param>
/// <param name="Message">What the message said.</param>
/// <param name="Result">What came of reading: an entry, or a known document.</param>
internal sealed record ReadDocument(Delivered From, DocumentMessage Message, ReadResult Result)
{
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when it is kept or dead.</summary>
    public Task Left => _left.Task;

    /// <summary>Says that it is.</summary>
    public void Leave() => _left.TrySetResult();
}
