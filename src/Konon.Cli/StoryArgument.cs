using System.CommandLine;

namespace Konon.Cli;

/// <summary>The argument by which a user names a story of the ledger; words of its name need no quotation marks.</summary>
internal sealed class StoryArgument
{
    private readonly Argument<string[]> _words = new("story")
    {
        Description = "The story: its id, an article's id or address, or words that its name alone holds",
        Arity = ArgumentArity.OneOrMore,
    };

    public void AddTo(Command command) => command.Arguments.Add(_words);

    public string Of(ParseResult parsed) => string.Join(' ', parsed.GetValue(_words)!);
}
