using System.Text.Json;
using Konon.Ledger.Listing;
using Konon.Store.Search;
using Konon.Views;
using Konon.Views.Listing;

namespace Konon.Cli;

/// <summary>Prints the pages of a listing.</summary>
/// <param name="kind">claims, figures, articles or speakers.</param>
/// <param name="text">Writes a row to read.</param>
/// <param name="json">Writes a row as JSON.</param>
/// <param name="csv">A row as a line of CSV.</param>
internal sealed class ListingOutput<T>(string kind, Action<ListingText, T> text, Action<Utf8JsonWriter, T> json, Func<T, string> csv)
{
    /// <summary>Prints one page, or all of them.</summary>
    /// <param name="options">How.</param>
    /// <param name="terminal">Where to.</param>
    /// <param name="ask">The page at a cursor.</param>
    /// <param name="facets">Counts to print first; null for none.</param>
    /// <returns>The exit code.</returns>
    public int Print(ListingOptions options, Terminal terminal, Func<string?, LedgerPage<T>> ask, Facets? facets = null)
    {
        try
        {
            var pages = Pages(options, ask);
            switch (options.Format)
            {
                case "json": PrintJson(pages, facets, terminal); break;
                case "jsonl": PrintLines(pages, terminal); break;
                case "csv": PrintCsv(pages, terminal); break;
                default: PrintText(pages, facets, options.Page, terminal); break;
            }

            terminal.Output.Flush();
            return ExitCode.AllRead;
        }
        catch (FormatException fault)
        {
            terminal.Error.WriteLine("konon: --cursor: " + PlainText.OneLine(fault.Message));
            return ExitCode.WrongUsage;
        }
    }

    private static IEnumerable<LedgerPage<T>> Pages(ListingOptions options, Func<string?, LedgerPage<T>> ask)
    {
        var page = ask(options.Cursor);
        while (options.All && page.Next is { } next)
        {
            // What follows is printed at once, so that nobody needs the cursor.
            yield return page with { Next = null, IsPartial = false };
            page = ask(next);
        }

        yield return page;
    }

    private void PrintText(IEnumerable<LedgerPage<T>> pages, Facets? facets, BriefOptions options, Terminal terminal)
    {
        using var output = terminal.NewPage();
        var page = new ListingText(options, output);
        if (facets is not null) page.Write(facets);
        var count = 0;
        foreach (var part in pages)
        {
            if (count == 0 && part.Rows.Count > 0) page.WriteHead(kind);
            foreach (var row in part.Rows) text(page, row);
            count += part.Rows.Count;
            // Of all pages only the last may be the end of nothing found.
            if (part.Next is not null || count == 0) page.WriteEnd(count, part.Next, part.IsPartial);
        }
    }

    private void PrintJson(IEnumerable<LedgerPage<T>> pages, Facets? facets, Terminal terminal)
    {
        using var writer = new Utf8JsonWriter(terminal.Output, ArticleJson.WriterOptions with { Indented = true });
        writer.WriteStartObject();
        writer.WriteStartArray(kind);
        LedgerPage<T>? last = null;
        foreach (var part in pages)
        {
            foreach (var row in part.Rows) json(writer, row);
            writer.Flush();
            last = part;
        }

        writer.WriteEndArray();
        if (facets is not null)
        {
            writer.WritePropertyName("facets"u8);
            ListingJson.Write(writer, facets);
        }

        writer.WriteString("next"u8, last?.Next);
        writer.WriteBoolean("partial"u8, last is { IsPartial: true });
        writer.WriteEndObject();
        writer.Flush();
        terminal.Output.WriteByte((byte)'\n');
    }

    private void PrintLines(IEnumerable<LedgerPage<T>> pages, Terminal terminal)
    {
        using var writer = new Utf8JsonWriter(terminal.Output, ArticleJson.WriterOptions);
        foreach (var part in pages)
        {
            foreach (var row in part.Rows)
            {
                writer.Reset();
                json(writer, row);
                writer.Flush();
                terminal.Output.WriteByte((byte)'\n');
            }

            SayNext(part, terminal);
        }
    }

    private void PrintCsv(IEnumerable<LedgerPage<T>> pages, Terminal terminal)
    {
        using var output = terminal.NewPage();
        output.Write(ListingCsv.Head(kind));
        foreach (var part in pages)
        {
            foreach (var row in part.Rows) output.Write(csv(row));
            SayNext(part, terminal);
        }
    }

    // Rows alone stand in these files, so that the way on is told beside them.
    private static void SayNext(LedgerPage<T> page, Terminal terminal)
    {
        if (page.Next is { } next) terminal.Error.WriteLine("konon: there is more: --cursor " + next + ", or --all");
    }
}
