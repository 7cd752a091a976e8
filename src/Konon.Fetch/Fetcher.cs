using System.Buffers;

namespace Konon.Fetch;

/// <summary>The guarded client: fetches public pages politely, within limits, and says why where it does not.</summary>
/// <remarks>
/// <para>
/// It names itself, keeps to robots.txt and to a pace for each host, follows redirects hop by hop, each checked like the
/// first, tries again what may pass, and connects to no address outside the public internet unless it is told to.
/// </para>
/// <para>Thread-safe. What the network or a server does is a value; an exception means a wrong call or a cancelled one.</para>
/// </remarks>
public sealed class Fetcher : IDisposable
{
    private static readonly SearchValues<char> SchemeSigns =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    // Most runs read files; the client and all that it brings along wait for the first address.
    private readonly Lazy<Visitor> _visitor;

    /// <summary>A fetcher under the given limits.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock, for pauses, timeouts and times of fetching.</param>
    public Fetcher(FetchOptions options, TimeProvider time)
        : this(options, time, null)
    {
    }

    internal Fetcher(FetchOptions options, TimeProvider time, Dialler? dialler)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _visitor = new Lazy<Visitor>(() => new Visitor(options, time, dialler ?? new Dialler(options.AllowPrivate, time)));
    }

    /// <summary>Whether <paramref name="input"/> is written as an address ("https://…", any scheme), and not as a path.</summary>
    public static bool IsAddress(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var scheme = input.AsSpan(0, Math.Max(0, input.IndexOf("://", StringComparison.Ordinal)));
        // One letter is a Windows drive.
        return scheme.Length > 1 && char.IsAsciiLetter(scheme[0]) && scheme.IndexOfAnyExcept(SchemeSigns) < 0;
    }

    /// <summary>Fetches one page.</summary>
    /// <param name="request">The address, and which version is at hand.</param>
    /// <param name="cancel">Ends the fetching.</param>
    /// <returns>The page, or why there is none.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> asked for it.</exception>
    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _visitor.Value.FetchAsync(request, cancel);
    }

    /// <summary>
    /// Sends one message, under the same guard of addresses, the same times and the same retries; redirects are not
    /// followed.
    /// </summary>
    /// <param name="request">The address and the message.</param>
    /// <param name="cancel">Ends the sending.</param>
    /// <returns>Whether it was taken, or why not. Where no answer came it may have been taken all the same.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> asked for it.</exception>
    public Task<PostResult> PostAsync(PostRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _visitor.Value.PostAsync(request, cancel);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        if (_visitor.IsValueCreated) _visitor.Value.Dispose();
    }
}
