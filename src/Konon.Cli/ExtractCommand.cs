using System.CommandLine;
using System.Text.Json;
using Konon.Claims;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon extract PATH…</c>: every article with its claims, one after the other.</summary>
internal static class ExtractCommand
{
    public static Command New(Terminal terminal)
    {
        var inputs = new InputArguments();
        var page = new PageArguments();
        var format = new Option<string>("--format", "-f")
        {
            Description = "jsonl: one article a line; json: one array; text: a listing to read",
            DefaultValueFactory = _ => terminal.OutputIsTerminal ? "text" : "jsonl",
        };
        format.AcceptOnlyFromAmong("jsonl", "json", "text");
        var command = new Command("extract", "Prints each article with its claims: who said what, when, through whom, with which figures.");
        inputs.AddTo(command);
        command.Options.Add(format);
        page.AddTo(command);
        command.SetAction(parsed => Run(inputs.Of(parsed), parsed.GetValue(format)!, page.Of(parsed, terminal), terminal));
        HelpWithExamples.Add(
            command,
            "konon extract coverage/ > claims.jsonl",
            "konon extract --format json coverage/a.txt",
            "konon extract --max-entries 20 https://outlet.example/feed.xml",
            "konon extract --skip 65536 news.warc.gz > rest.jsonl",
            "zcat week.jsonl.gz | konon extract --map text=body -");
        return command;
    }

    private static int Run(InputOptions inputs, string format, BriefOptions options, Terminal terminal)
    {
        var report = new RunReport(terminal);
        var readings = report.Readings(Inputs.Read(inputs, report.WaitFor));
        switch (format)
        {
            case "jsonl": WriteLines(readings, terminal.Output); break;
            case "json": WriteArray(readings, terminal.Output); break;
            default: WriteListing(readings, options, terminal); break;
        }

        terminal.Output.Flush();
        return report.Code;
    }

    private static void WriteLines(IEnumerable<Reading> readings, Stream output)
    {
        using var json = new Utf8JsonWriter(output, ArticleJson.WriterOptions);
        foreach (var reading in readings)
        {
            json.Reset();
            ArticleJson.Write(json, reading);
            json.Flush();
            output.WriteByte((byte)'\n');
        }
    }

    private static void WriteArray(IEnumerable<Reading> readings, Stream output)
    {
        using var json = new Utf8JsonWriter(output, ArticleJson.WriterOptions with { Indented = true });
        json.WriteStartArray();
        foreach (var reading in readings)
        {
            ArticleJson.Write(json, reading);
            json.Flush();
        }

        json.WriteEndArray();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteListing(IEnumerable<Reading> readings, BriefOptions options, Terminal terminal)
    {
        using var page = terminal.NewPage();
        foreach (var reading in readings)
        {
            ArticleText.Write(reading, options, page);
            page.Flush();
            terminal.Output.Flush();
        }
    }
}
