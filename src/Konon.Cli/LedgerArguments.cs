using System.CommandLine;
using Konon.Store;

namespace Konon.Cli;

/// <summary>Which ledger a command works on.</summary>
/// <remarks>The option is the root's and is passed down, so that it may stand before the command's name or after it.</remarks>
internal static class LedgerArguments
{
    public static Option<string> Ledger { get; } = new("--ledger")
    {
        Description = "The ledger: a file, beside which its documents lie in a folder of the same name with .files; or a PostgreSQL "
            + "server, \"Host=…;Database=…\". Without it, what KONON_LEDGER says",
        HelpName = "file or server",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KONON_LEDGER") is { Length: > 0 } named ? named : "konon.db",
        Recursive = true,
    };

    public static Option<string?> Documents { get; } = new("--documents")
    {
        Description = "The folder of the kept documents, the same for everybody who uses the ledger; else they are beside its file, or in the server",
        HelpName = "folder",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KONON_DOCUMENTS") is { Length: > 0 } named ? named : null,
        Recursive = true,
    };

    /// <summary>Opens the ledger that the user named.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="create">Whether it is made where it is not there.</param>
    /// <param name="patience">For how long a server that is away is waited for; not at all where a person waits for the answer.</param>
    /// <exception cref="LedgerException">It cannot be used.</exception>
    public static LedgerStore Open(ParseResult parsed, bool create = false, TimeSpan patience = default) => LedgerStore.Open(
        parsed.GetValue(Ledger)!,
        TimeProvider.System,
        LedgerOptions.Default with { Create = create, Documents = parsed.GetValue(Documents), Patience = patience });
}
