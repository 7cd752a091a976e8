using System.CommandLine;
using System.Globalization;
using Konon.Articles;
using Konon.Intake;

namespace Konon.Cli;

/// <summary>The arguments of the commands that read feeds into the ledger.</summary>
internal sealed class FeedArguments
{
    public Argument<string[]> Feeds { get; }

    public WebArguments Web { get; } = new();

    public FeedArguments(ArgumentArity arity, string description)
    {
        Feeds = new Argument<string[]>("FEED") { Description = description, Arity = arity };
        Feeds.Validators.Add(result =>
        {
            var option = result.Tokens.Select(token => token.Value).FirstOrDefault(name => name.StartsWith('-') && !Path.Exists(name));
            if (option is not null) result.AddError("unknown option: " + option);
        });
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(Feeds);
        Web.AddTo(command);
    }

    public InputOptions Of(ParseResult parsed) =>
        new([], ColumnMap.Default, ArticleOptions.Default.MaxTextBytes, 1, 0, Web.MaxEntriesOf(parsed), Web.Of(parsed));

    /// <summary>Reads <c>90s</c>, <c>10m</c>, <c>2h</c> or <c>1d</c>.</summary>
    internal static bool TryReadPause(string? text, out TimeSpan pause)
    {
        pause = default;
        if (string.IsNullOrEmpty(text)) return false;
        var unit = char.ToLowerInvariant(text[^1]) switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 };
        if (unit == 0 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return false;
        pause = TimeSpan.FromSeconds((double)count * unit);
        return true;
    }
}
