namespace Konon.Fetch;

/// <summary>Carries a refusal out of a stream or a connection, where nothing but an exception gets through.</summary>
internal sealed class FetchFault : Exception
{
    public FetchFault()
    {
    }

    public FetchFault(string message)
        : base(message)
    {
    }

    public FetchFault(string message, Exception inner)
        : base(message, inner)
    {
    }

    public FetchFault(FetchRefusal reason)
        : base(reason.Message()) => Reason = reason;

    public FetchRefusal Reason { get; } = FetchRefusal.NoConnection;

    /// <summary>The refusal inside <paramref name="fault"/>, however deep the layers between have wrapped it.</summary>
    public static FetchRefusal? In(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault is FetchFault found) return found.Reason;
        }

        return null;
    }
}
