namespace Konon.Queue;

/// <summary>The broker cannot be used, and whoever asked does not wait for it.</summary>
#pragma warning disable RCS1194 // Without a place it would say nothing.
public sealed class BrokerException : Exception
#pragma warning restore RCS1194
{
    /// <summary>A fault of the broker at an address.</summary>
    /// <param name="address">The address, without name and password.</param>
    /// <param name="inner">What the client said.</param>
    public BrokerException(string address, Exception inner)
        : base($"{address}: the broker cannot be used ({BrokerFaults.WordsOf(inner)})", inner)
    {
    }
}
