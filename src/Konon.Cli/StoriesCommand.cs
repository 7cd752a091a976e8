using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Konon.Cli;

/// <summary><c>konon stories</c>: the stories of a ledger; as long as articles are not grouped, all of it is one.</summary>
internal static class StoriesCommand
{
    private const string Id = "ledger";

    public static Command New(Terminal terminal)
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = "text: to read; json, jsonl, csv: for programs",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "jsonl", "csv");
        var command = new Command("stories", "Lists the stories of the ledger.");
        command.Options.Add(format);
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            var counts = store.Count();
            Print(parsed.GetValue(format)!, counts.Articles, counts.Claims, terminal);
            return ExitCode.AllRead;
        });
        HelpWithExamples.Add(command, "konon stories", "konon stories --format json");
        return command;
    }

    private static void Print(string format, long articles, long claims, Terminal terminal)
    {
        var culture = CultureInfo.InvariantCulture;
        using var page = terminal.NewPage();
        switch (format)
        {
            case "json": page.WriteLine("[" + Json(articles, claims) + "]"); break;
            case "jsonl": page.WriteLine(Json(articles, claims)); break;
            case "csv": page.Write(string.Create(culture, $"id,articles,claims\r\n{Id},{articles},{claims}\r\n")); break;
            default: page.WriteLine(string.Create(culture, $"{Id}  {articles} articles, {claims} claims")); break;
        }
    }

    private static string Json(long articles, long claims) => JsonSerializer.Serialize(new { id = Id, articles, claims });
}
