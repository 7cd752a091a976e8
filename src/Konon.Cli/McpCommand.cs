using System.CommandLine;
using Konon.Web.Mcp;
using ModelContextProtocol.Server;

namespace Konon.Cli;

/// <summary><c>konon mcp</c>: the ledger for language models, on standard input and output.</summary>
internal static class McpCommand
{
    public static Command New()
    {
        var command = new Command(
            "mcp",
            "Serves the ledger to a language model on standard input and output (Model Context Protocol). A client starts it; it only reads.");
        command.SetAction((parsed, cancel) => RunAsync(parsed, cancel));
        HelpWithExamples.Add(command, "konon mcp", "konon mcp --ledger konon.db");
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        using var store = LedgerArguments.Open(parsed);
        var options = KononMcp.Options(store);
        // Standard output is the protocol's: nothing else is written there, and what is to be said goes to standard error.
        await using var transport = new StreamServerTransport(Console.OpenStandardInput(), Console.OpenStandardOutput(), "konon");
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(cancel);
        return ExitCode.AllRead;
    }
}
