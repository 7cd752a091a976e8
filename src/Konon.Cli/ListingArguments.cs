using System.CommandLine;
using Konon.Ledger.Search;
using Konon.Store.Search;
using Konon.Views;

namespace Konon.Cli;

/// <summary>The options that every listing of a ledger takes.</summary>
internal sealed class ListingArguments
{
    private readonly List<(string Filter, Option<string[]> Option)> _filters;
    private readonly PageArguments _page = new();
    private readonly Option<string> _format;

    private readonly Option<int> _limit = new("--limit", "-n")
    {
        Description = $"How many rows a page has, at most {LedgerQuery.LongestPage}",
        HelpName = "n",
        DefaultValueFactory = _ => 50,
    };

    private readonly Option<string?> _cursor = new("--cursor")
    {
        Description = "Go on where a page ended: what it printed last",
        HelpName = "cursor",
    };

    private readonly Option<bool> _all = new("--all", "-a") { Description = "Print all pages, one after the other" };

    private readonly Option<bool> _rejected = new("--rejected") { Description = "Also claims that a person rejected" };

    public ListingArguments(Terminal terminal)
    {
        _filters =
        [
            New("since", "The first day: 2025, 2025-06 or 2025-06-10", "day"),
            New("until", "The last day, inclusive", "day"),
            New("speaker", "Who speaks: an id, or a name or part of one in any spelling; several are either", "name"),
            New("party", "For whom: a state by code or name, an organisation by name", "party"),
            New("stance", "asserts, confirms, denies, doubts, declines or urges", "stance"),
            New("outlet", "Whose article: a name or domain, or part of one", "outlet"),
            New("language", "The article's language: id, en", "code"),
            New("figure", "Claims with a number: 1000, \">=1000\", \"<50\", 8..10", "number"),
            New("counted", "What that number counts", "words"),
        ];
        _format = new Option<string>("--format", "-f")
        {
            Description = "text: to read; json: one object; jsonl: one row a line; csv: a table",
            DefaultValueFactory = _ => "text",
        };
        _format.AcceptOnlyFromAmong("text", "json", "jsonl", "csv");
        _limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > LedgerQuery.LongestPage) result.AddError($"--limit: from 1 to {LedgerQuery.LongestPage}");
        });
        Terminal = terminal;
    }

    private Terminal Terminal { get; }

    public void AddTo(Command command)
    {
        foreach (var (_, option) in _filters) command.Options.Add(option);
        command.Options.Add(_rejected);
        command.Options.Add(_limit);
        command.Options.Add(_cursor);
        command.Options.Add(_all);
        command.Options.Add(_format);
        _page.AddTo(command);
    }

    /// <summary>The filters of the options, added to those of a query.</summary>
    public LedgerFilter FilterOf(ParseResult parsed, LedgerFilter? filter = null)
    {
        var all = (filter ?? LedgerFilter.None) with { WithRejected = parsed.GetValue(_rejected) };
        foreach (var (name, option) in _filters)
        {
            foreach (var value in parsed.GetValue(option) ?? []) SearchFilters.TryAdd(name, value, ref all);
        }

        return all;
    }

    public ListingOptions Of(ParseResult parsed) => new(
        parsed.GetValue(_format)!, parsed.GetValue(_limit), parsed.GetValue(_cursor), parsed.GetValue(_all), _page.Of(parsed, Terminal));

    private static (string, Option<string[]>) New(string filter, string description, string value)
    {
        var option = new Option<string[]>("--" + filter) { Description = description, HelpName = value };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                var none = LedgerFilter.None;
                if (SearchFilters.TryAdd(filter, token.Value, ref none) is { } wrong) result.AddError($"--{filter}: {wrong}");
            }
        });
        return (filter, option);
    }
}

/// <summary>How a listing is printed.</summary>
/// <param name="Format">text, json, jsonl or csv.</param>
/// <param name="Limit">How many rows a page has.</param>
/// <param name="Cursor">Where to go on; null from the start.</param>
/// <param name="All">Whether all pages are printed.</param>
/// <param name="Page">How text is printed.</param>
internal sealed record ListingOptions(string Format, int Limit, string? Cursor, bool All, BriefOptions Page);
