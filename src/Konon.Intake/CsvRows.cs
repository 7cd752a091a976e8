using System.Text;
using CsvHelper;
using Konon.Bytes;

namespace Konon.Intake;

/// <summary>Rows out of a table whose first line names the columns, parted by commas, semicolons or tabs.</summary>
internal sealed class CsvRows(CoverageOptions options)
{
    private const int SampleLength = 1 << 16;
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Whether the first line names a table's columns, the text's among them.</summary>
    public static bool LooksLikeTable(string sample, ColumnMap columns)
    {
        var end = sample.IndexOfAny(['\r', '\n']);
        var line = end < 0 ? sample : sample[..end];
        return Separators.Any(separator =>
        {
            var names = line.Split(separator);
            return names.Length > 1 && names.Any(name => IsColumn(name.Trim().Trim('"'), columns.Text));
        });
    }

    /// <summary>One document a row. What ends the table early is one refused item.</summary>
    public IEnumerable<CoverageItem> Read(string input, PeekStream stream)
    {
        var sample = stream.Peek(SampleLength);
        var readerOptions = new CsvReaderOptions
        {
            Encoding = IsWindows(sample) ? CodePagesEncodingProvider.Instance.GetEncoding(1252) : null,
            MaxRecordSize = options.MaxDocumentBytes,
        };
        using var reader = CsvReader.Create(stream, readerOptions, true);
        if (!TryReadHead(reader, out var head))
        {
            yield return CoverageItem.Of(input, IntakeRefusal.RowBroken);
            yield break;
        }

        var columns = new Columns(head, options.Columns);
        if (columns.Text < 0)
        {
            yield return CoverageItem.Of(input, IntakeRefusal.NoTextColumn);
            yield break;
        }

        for (var number = 1; ; number++)
        {
            var item = Next(reader, columns, Rows.Name(input, number));
            if (item is null) yield break;
            yield return item.Value;
            if (item.Value.Refused is not null) yield break;
        }
    }

    private static bool TryReadHead(CsvReader reader, out string[] head)
    {
        try
        {
            reader.ReadHeader();
            head = [.. reader.Headers];
            return true;
        }
        catch (CsvFormatException)
        {
            head = [];
            return false;
        }
    }

    private static CoverageItem? Next(CsvReader reader, Columns columns, string name)
    {
        try
        {
            if (!reader.Read()) return null;
            var bytes = reader.RawRecord.ToArray();
            return CoverageItem.Of(new Document
            {
                Input = name,
                Bytes = bytes,
                Row = columns.Fields(reader),
            });
        }
        catch (CsvFormatException)
        {
            return CoverageItem.Of(name, IntakeRefusal.RowBroken);
        }
    }

    private static bool IsWindows(byte[] sample)
    {
        // The sample may end inside a character, which must not make it look broken.
        var end = sample.Length;
        while (end > 0 && sample.Length - end < 4 && sample[end - 1] >= 0x80) end--;
        return TextDecoder.TryDecode(sample.AsSpan(0, end), out var decoded) is null && decoded!.Charset == "windows-1252";
    }

    private static bool IsColumn(string name, string column) =>
        string.Equals(name.Trim().TrimStart('\uFEFF'), column, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where each of Konon's fields stands in the table; -1 where it does not.</summary>
    private sealed class Columns
    {
        private readonly int _id;
        private readonly int _url;
        private readonly int _outlet;
        private readonly int _title;
        private readonly int _published;

        public Columns(string[] head, ColumnMap map)
        {
            _id = Index(head, map.Id);
            _url = Index(head, map.Url);
            _outlet = Index(head, map.Outlet);
            _title = Index(head, map.Title);
            _published = Index(head, map.Published);
            Text = Index(head, map.Text);
        }

        public int Text { get; }

        public RowFields Fields(CsvReader row) =>
            new(Field(row, _id), Field(row, _url), Field(row, _outlet), Field(row, _title), Field(row, _published), Field(row, Text));

        private static int Index(string[] head, string column) => Array.FindIndex(head, name => IsColumn(name, column));

        private static string? Field(CsvReader row, int index) =>
            index >= 0 && index < row.FieldCount && !row.IsEmpty(index) ? row.GetString(index) : null;
    }
}
