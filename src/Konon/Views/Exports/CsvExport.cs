using System.Text;

namespace Konon.Views.Exports;

/// <summary>A table: a heading, then a row for each thing.</summary>
internal static class CsvExport
{
    public static IExportWriter Of(ExportOptions options, Stream output) => options.Table switch
    {
        ExportTable.Figures => new Table<FigureRow>(output, ExportTables.Figures, FigureRow.Of),
        ExportTable.Articles => new Table<ExportedArticle>(
            output, options.WithText ? [.. ExportTables.Articles, ExportTables.Text] : ExportTables.Articles, article => [article]),
        ExportTable.Speakers => new Speakers(output),
        _ => new Table<ClaimRow>(output, ExportTables.Claims, ClaimRow.Of),
    };

    private static StreamWriter NewPage(Stream output) =>
        new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), -1, leaveOpen: true);

    private sealed class Table<T> : IExportWriter
    {
        private readonly StreamWriter _page;
        private readonly IReadOnlyList<ExportColumn<T>> _columns;
        private readonly Func<ExportedArticle, IEnumerable<T>> _rows;

        public Table(Stream output, IReadOnlyList<ExportColumn<T>> columns, Func<ExportedArticle, IEnumerable<T>> rows)
        {
            (_page, _columns, _rows) = (NewPage(output), columns, rows);
            Csv.Write(_page, _columns.Select(column => column.Name));
        }

        public void Add(ExportedArticle article)
        {
            foreach (var row in _rows(article)) Csv.Write(_page, _columns.Select(column => column.CellOf(row)));
        }

        public void Finish() => _page.Flush();

        public void Dispose() => _page.Dispose();
    }

    private sealed class Speakers(Stream output) : IExportWriter
    {
        private readonly SpeakerTally _tally = new();

        public void Dispose()
        {
        }

        public void Add(ExportedArticle article) => _tally.Add(article);

        public void Finish()
        {
            using var page = NewPage(output);
            Csv.Write(page, ExportTables.Speakers.Select(column => column.Name));
            foreach (var row in _tally.Rows) Csv.Write(page, ExportTables.Speakers.Select(column => column.CellOf(row)));
        }
    }
}
