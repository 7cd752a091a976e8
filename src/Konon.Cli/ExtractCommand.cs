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
        var format = new Option<string>("--format", "-f")
        {
            Description = "jsonl: one article a line; json: one array; text: a listing to read",
            DefaultValueFactory = _ => terminal.OutputIsTerminal ? "text" : "jsonl",
        };
        format.AcceptOnlyFromAmong("jsonl", "json", "text");
        var command = new Command("extract", "Prints each article with its claims: who said what, when, through whom, with which figures.");
        inputs.AddTo(command);
        command.Options.Add(format);
        command.SetAction(parsed => Run(inputs.Of(parsed), parsed.GetValue(format)!, terminal));
        HelpWithExamples.Add(
            command,
            "konon extract coverage/ > claims.jsonl",
            "konon extract --format json coverage/a.txt",
            "zcat week.jsonl.gz | konon extract --map text=body -");
        return command;
    }

    private static int Run(InputOptions options, string format, Terminal terminal)
    {
        var report = new RunReport(terminal);
        var readings = report.Readings(Inputs.Read(options));
        switch (format)
        {
            case "jsonl": WriteLines(readings, terminal.Output); break;
            case "json": WriteArray(readings, terminal.Output); break;
            default: WriteListing(readings, terminal); break;
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

    private static void WriteListing(IEnumerable<Reading> readings, Terminal terminal)
    {
        using var page = terminal.NewPage();
        foreach (var reading in readings) page.Write(reading.Article.Input + "\n");
    }
}
