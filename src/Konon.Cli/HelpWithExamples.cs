using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace Konon.Cli;

/// <summary>The usual help, and below it the command's examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    // By the command itself: several have a "list".
    private static readonly ConditionalWeakTable<Command, string[]> Examples = [];

    // A command line that asks for help is not wrong, whatever else it lacks.
    public override bool ClearsParseErrors => true;

    public static void Add(Command command, params string[] examples) => Examples.AddOrUpdate(command, examples);

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (!Examples.TryGetValue(parseResult.CommandResult.Command, out var examples)) return code;
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine("  " + example);
        output.WriteLine();
        return code;
    }
}
