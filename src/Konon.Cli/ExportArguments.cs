using System.CommandLine;
using Konon.Store.Out;
using Konon.Views.Exports;

namespace Konon.Cli;

/// <summary>What <c>konon export</c> is told.</summary>
internal sealed class ExportArguments
{
    private readonly Option<string> _format = new("--format", "-f")
    {
        Description = "jsonl: one article a line; json: one array; csv: a table; jsonld: linked data; markdown: a dossier",
        DefaultValueFactory = _ => "jsonl",
    };

    private readonly Option<string> _table = new("--table")
    {
        Description = "What a row of the csv is",
        DefaultValueFactory = _ => "claims",
    };

    private readonly Option<bool> _withText = new("--with-text")
    {
        Description = "The articles' text, too, and the words around each claim; mind whose text it is",
    };

    private readonly Option<DateOnly?> _since = DayOption.New("--since", "Published on this day or later; undated articles stay out");

    private readonly Option<DateOnly?> _until = DayOption.New("--until", "Published on this day or earlier; undated articles stay out");

    private readonly Option<string?> _outlet = new("--outlet")
    {
        Description = "Published by this outlet, as the articles have it",
        HelpName = "name",
    };

    public ExportArguments()
    {
        _format.AcceptOnlyFromAmong("jsonl", "json", "csv", "jsonld", "markdown");
        _table.AcceptOnlyFromAmong("claims", "figures", "articles", "speakers");
    }

    public Option<string?> Output { get; } = new("--output", "-o")
    {
        Description = "Write there, whole or not at all; compressed where the name ends in .gz",
        HelpName = "file",
    };

    public Option<bool> WithHistory { get; } = new("--with-history")
    {
        Description = "Everything that konon import makes an equal ledger of: documents, versions, sightings, decisions; as jsonl",
    };

    public Option<bool> WithoutDocuments { get; } = new("--without-documents")
    {
        Description = "Leave the kept documents' bytes out of a history, where the folder is copied anyway",
    };

    public void AddTo(Command command)
    {
        Option[] options = [_format, _table, Output, _withText, WithHistory, WithoutDocuments, _since, _until, _outlet];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            var isHistory = result.GetValue(WithHistory);
            if (isHistory && result.GetValue(_format) is not ("jsonl" or null)) result.AddError("--with-history: goes with --format jsonl");
            if (isHistory && IsFiltered(result)) result.AddError("--with-history: is of everything, without --since, --until and --outlet");
            if (!isHistory && result.GetValue(WithoutDocuments)) result.AddError("--without-documents: goes with --with-history");
            var isTable = result.GetResult(_table) is { Implicit: false };
            if (isTable && result.GetValue(_format) != "csv") result.AddError("--table: goes with --format csv");
        });
    }

    public ExportOptions OptionsOf(ParseResult parsed) => new()
    {
        Format = FormatOf(parsed),
        Table = parsed.GetValue(_table) switch
        {
            "figures" => ExportTable.Figures,
            "articles" => ExportTable.Articles,
            "speakers" => ExportTable.Speakers,
            _ => ExportTable.Claims,
        },
        WithText = parsed.GetValue(_withText),
    };

    public ExportFilter FilterOf(ParseResult parsed) => new()
    {
        Since = parsed.GetValue(_since),
        Until = parsed.GetValue(_until),
        Outlet = parsed.GetValue(_outlet),
        // A dossier is read from the first day on; everything else is compared line by line.
        ByDay = FormatOf(parsed) == ExportFormat.Markdown,
    };

    private ExportFormat FormatOf(ParseResult parsed) => parsed.GetValue(_format) switch
    {
        "json" => ExportFormat.Json,
        "csv" => ExportFormat.Csv,
        "jsonld" => ExportFormat.JsonLd,
        "markdown" => ExportFormat.Markdown,
        _ => ExportFormat.JsonLines,
    };

    private bool IsFiltered(System.CommandLine.Parsing.CommandResult result) =>
        result.GetResult(_since) is not null || result.GetResult(_until) is not null || result.GetResult(_outlet) is not null;
}
