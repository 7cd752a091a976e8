using System.CommandLine;
using Konon.Store;

namespace Konon.Cli;

/// <summary>Which ledger a command works on.</summary>
/// <remarks>The option is the root's and is passed down, so that it may stand before the command's name or after it.</remarks>
internal static class LedgerArguments
{
    public static Option<string> Ledger { get; } = new("--ledger")
    {
        Description = "The ledger: a file, beside which its documents lie in a folder of the same name with .files",
        HelpName = "file",
        DefaultValueFactory = _ => "konon.db",
        Recursive = true,
    };

    /// <summary>Opens the ledger that the user named.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="create">Whether it is made where it is not there.</param>
    /// <exception cref="LedgerException">It cannot be used.</exception>
    public static LedgerStore Open(ParseResult parsed, bool create = false) => Open(parsed, LedgerOptions.Default with { Create = create });

    /// <summary>Opens the ledger that the user named.</summary>
    /// <exception cref="LedgerException">It cannot be used.</exception>
    public static LedgerStore Open(ParseResult parsed, LedgerOptions options) => LedgerStore.Open(parsed.GetValue(Ledger)!, TimeProvider.System, options);
}
