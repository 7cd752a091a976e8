using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Konon.Cli;

/// <summary>The usual help, and below it the command's examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<Command, string[]> Examples = new(ReferenceEqualityComparer.Instance);

    // A command line that asks for help is not wrong, whatever else it lacks.
    public override bool ClearsParseErrors => true;

    public static void Add(Command command, params string[] examples) => Examples[command] = examples;

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
