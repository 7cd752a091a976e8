using System.CommandLine;
using Konon.Fetch;
using Konon.Store;

namespace Konon.Cli.Alerting;

/// <summary>The options of the commands that send alerts.</summary>
internal static class AlertArguments
{
    // A receiver takes a message and works on it afterwards.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Whether receivers may be on private networks and on this machine.</summary>
    public static Option<bool> NewAllowPrivate() => new("--allow-private")
    {
        Description = "Send to receivers on private networks and on this machine too",
    };

    /// <summary>The same, given to a command.</summary>
    public static Option<bool> AddTo(Command command)
    {
        var option = NewAllowPrivate();
        option.Description = "Send alerts to receivers on private networks and on this machine too";
        command.Options.Add(option);
        return option;
    }

    /// <summary>A client for messages.</summary>
    public static Fetcher NewFetcher(bool allowPrivate) => new(
        FetchOptions.Default with { AllowPrivate = allowPrivate, HeadersTimeout = Timeout, WholeTimeout = Timeout }, TimeProvider.System);

    /// <summary>A runner on a ledger.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="fetcher">The client; stays the caller's.</param>
    /// <param name="say">Told what happens, a line each.</param>
    public static AlertRunner NewRunner(LedgerStore store, Fetcher fetcher, Action<string> say) =>
        new(store, new AlertSender(fetcher, TimeProvider.System), TimeProvider.System, say);
}
