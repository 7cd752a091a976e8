namespace Konon.Views.Exports;

/// <summary>Makes the writer of each form of an export.</summary>
public static class ExportWriter
{
    /// <summary>A writer of that form.</summary>
    /// <param name="options">Which form.</param>
    /// <param name="output">Where to write, in UTF-8 without a byte order mark; not closed.</param>
    public static IExportWriter New(ExportOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        return options.Format switch
        {
            ExportFormat.Csv => CsvExport.Of(options, output),
            ExportFormat.JsonLd => new JsonLdExport(output, options.WithText),
            ExportFormat.Markdown => new MarkdownExport(output, options.WithText),
            _ => new JsonExport(output, options.WithText, isArray: options.Format == ExportFormat.Json),
        };
    }
}
