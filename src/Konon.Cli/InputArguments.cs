using System.CommandLine;
using System.Globalization;
using Konon.Articles;
using Konon.Intake;

namespace Konon.Cli;

/// <summary>The arguments that every command that reads coverage takes.</summary>
internal sealed class InputArguments
{
    public Argument<string[]> Paths { get; } = new("PATH")
    {
        Description = "Files, folders, addresses, or - for standard input: text, HTML, JSON Lines, CSV, feeds, sitemaps, OPML, WARC; also gzipped",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string[]> Map { get; } = new("--map")
    {
        Description = "How a table calls a field: id, url, outlet, title, published or text",
        HelpName = "field=column",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    public Option<string> MaxTextSize { get; } = new("--max-text-size")
    {
        Description = "Refuse an article with more text than this: bytes, or with k, M, G",
        HelpName = "size",
        DefaultValueFactory = _ => "64M",
    };

    public Option<int> Jobs { get; } = new("--jobs", "-j")
    {
        Description = "How many articles to read at a time; the output is the same for any number",
        HelpName = "n",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public Option<long> Skip { get; } = new("--skip")
    {
        Description = "In a web archive, pass over the records before this offset: resumes a run that was stopped",
        HelpName = "offset",
    };

    public WebArguments Web { get; } = new();

    public InputArguments()
    {
        Skip.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long>() < 0) result.AddError("--skip: must be 0 or more");
            else if (result.GetValue(Paths) is { Length: > 1 }) result.AddError("--skip: goes with one archive alone");
        });
        Paths.Validators.Add(result =>
        {
            // What looks like an option and is no file is a mistyped option, not an article that went missing.
            var option = result.Tokens.Select(token => token.Value)
                .FirstOrDefault(path => path.StartsWith('-') && path != Coverage.StandardInput && !Path.Exists(path));
            if (option is not null) result.AddError("unknown option: " + option);
        });
        RequireOneOrMore(Jobs);
        Map.Validators.Add(result =>
        {
            if (!ColumnMap.TryParse(Joined(result.GetValueOrDefault<string[]>()), out _, out var problem)) result.AddError("--map: " + problem);
        });
        MaxTextSize.Validators.Add(result =>
        {
            if (!TryReadSize(result.GetValueOrDefault<string>(), out _)) result.AddError("--max-text-size: a size such as 64M");
        });
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(Paths);
        command.Options.Add(Map);
        command.Options.Add(MaxTextSize);
        command.Options.Add(Jobs);
        command.Options.Add(Skip);
        Web.AddTo(command);
    }

    public InputOptions Of(ParseResult result) => new(
        result.GetValue(Paths)!,
        ColumnMap.TryParse(Joined(result.GetValue(Map)), out var map, out _) ? map! : ColumnMap.Default,
        TryReadSize(result.GetValue(MaxTextSize), out var size) ? size : ArticleOptions.Default.MaxTextBytes,
        result.GetValue(Jobs),
        result.GetValue(Skip),
        Web.MaxEntriesOf(result),
        Web.Of(result));

    /// <summary>Refuses a count of none.</summary>
    internal static void RequireOneOrMore(Option<int> option) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < 1) result.AddError(option.Name + ": must be 1 or more");
    });

    private static string Joined(string[]? pairs) => string.Join(',', pairs ?? []);

    /// <summary>Reads <c>1000</c>, <c>64k</c>, <c>64M</c> or <c>1G</c>, below 2G; the letters are powers of 1024.</summary>
    internal static bool TryReadSize(string? text, out int size)
    {
        size = 0;
        if (string.IsNullOrEmpty(text)) return false;
        var shift = char.ToLowerInvariant(text[^1]) switch { 'k' => 10, 'm' => 20, 'g' => 30, _ => 0 };
        var digits = shift == 0 ? text : text[..^1];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return false;
        if (count < 1 || count > int.MaxValue >> shift) return false;
        size = count << shift;
        return true;
    }
}
