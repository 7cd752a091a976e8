using System.IO.Compression;
using System.Text;
using Konon.Fetch;
using Konon.Intake;
using Xunit;

namespace Konon.Tests.Intake;

public sealed class CoverageTests : IDisposable
{
    private const string Jsonl = """
        {"id": 1, "title": "Satu", "text": "Teks satu.", "outlet": "a.id", "published": "2025-03-01", "url": "https://a.id/1"}

        bukan json
        {"id": "3", "text": "Teks tiga."}
        [1, 2]
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("konon-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reads_a_file_as_one_document_with_its_digest()
    {
        var path = Write("a.txt", "halo"u8.ToArray());
        var document = Assert.Single(Read(path)).Document!;
        Assert.Equal(path, document.Input);
        Assert.Equal(64, document.Sha256.Length);
        Assert.Equal("halo"u8.ToArray(), document.Bytes.ToArray());
        Assert.Null(document.Row);
    }

    [Fact]
    public void Reads_a_folder_in_ordinal_order_without_what_is_hidden()
    {
        Write("b.txt", "b"u8.ToArray());
        Write("B.txt", "B"u8.ToArray());
        Write("sub/a.txt", "a"u8.ToArray());
        Write(".hidden/x.txt", "x"u8.ToArray());
        Write(".x.txt", "x"u8.ToArray());
        Assert.Equal("B b a", string.Join(' ', Read(_folder).Select(item => Encoding.UTF8.GetString(item.Document!.Bytes.Span))));
    }

    [Theory]
    [InlineData("rows.jsonl", false)]
    [InlineData("rows.ndjson", false)]
    [InlineData("rows.jsonl.gz", true)]
    [InlineData("rows.gz", true)]
    public void Reads_rows_and_refuses_what_is_none(string name, bool packed)
    {
        var bytes = Encoding.UTF8.GetBytes(Jsonl);
        var path = Write(name, packed ? Pack(bytes) : bytes);
        var items = Read(path);
        Assert.Equal([path + "#1", path + "#3", path + "#4", path + "#5"], items.Select(item => item.Document?.Input ?? item.Refused!.Input));
        Assert.Equal([false, true, false, true], items.Select(item => item.Refused is not null));
        var row = items[0].Document!.Row!;
        Assert.Equal(("1", "https://a.id/1", "a.id", "Satu", "2025-03-01", "Teks satu."), (row.Id, row.Url, row.Outlet, row.Title, row.Published, row.Text));
        Assert.StartsWith("{\"id\": 1", Encoding.UTF8.GetString(items[0].Document!.Bytes.Span), StringComparison.Ordinal);
        Assert.Equal(path + "#3: a row that is no JSON object", items[1].Refused!.Line);
    }

    [Theory]
    [InlineData("one.json", """{"text": "Teks."}""", 1)]
    [InlineData("many.json", """[{"text": "Satu."}, {"text": "Dua."}]""", 2)]
    [InlineData("lines.json", "{\"text\": \"Satu.\"}\n{\"text\": \"Dua.\"}", 2)]
    [InlineData("spread.json", "{\n  \"text\": \"Satu.\"\n}", 1)]
    public void Reads_json_of_every_shape(string name, string json, int count)
    {
        var items = Read(Write(name, Encoding.UTF8.GetBytes(json)));
        Assert.Equal(count, items.Count);
        Assert.All(items, item => Assert.EndsWith(".", item.Document!.Row!.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.csv", "id,text,title\n7,\"Kata \"\"ya\"\", lalu\nbaris\",Judul\n", "utf-8")]
    [InlineData("a.csv", "id;text;title\n7;\"Kata \"\"ya\"\", lalu\nbaris\";Judul\n", "utf-8")]
    [InlineData("a.tsv", "id\ttext\ttitle\n7\t\"Kata \"\"ya\"\", lalu\nbaris\"\tJudul\n", "utf-8")]
    [InlineData("a.csv", "\uFEFFID,Text,Title\r\n7,\"Kata \"\"ya\"\", lalu\nbaris\",Judul\r\n", "utf-8")]
    [InlineData("a.csv", "id,text,title\n7,\"Kata \"\"ya\"\", lalu\nbaris\",Judul\n", "utf-16")]
    [InlineData("a.csv.gz", "id,text,title\n7,\"Kata \"\"ya\"\", lalu\nbaris\",Judul\n", "utf-8")]
    public void Reads_tables_of_every_kind(string name, string csv, string encoding)
    {
        var charset = Encoding.GetEncoding(encoding);
        byte[] bytes = encoding == "utf-16" ? [.. charset.GetPreamble(), .. charset.GetBytes(csv)] : charset.GetBytes(csv);
        var document = Assert.Single(Read(Write(name, name.EndsWith(".gz", StringComparison.Ordinal) ? Pack(bytes) : bytes))).Document!;
        Assert.Equal("Kata \"ya\", lalu\nbaris", document.Row!.Text);
        Assert.Equal("Judul", document.Row.Title);
        Assert.Equal("7", document.Row.Id);
        Assert.EndsWith("#1", document.Input, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_columns_by_the_names_that_the_map_gives()
    {
        Assert.True(ColumnMap.TryParse("text=body, title=headline", out var map, out _));
        var path = Write("a.jsonl", """{"body": "Teks.", "headline": "Judul", "text": "bukan"}"""u8.ToArray());
        var row = Assert.Single(Read(CoverageOptions.Default with { Columns = map! }, path)).Document!.Row!;
        Assert.Equal(("Teks.", "Judul"), (row.Text, row.Title));
    }

    [Theory]
    [InlineData("body")]
    [InlineData("teks=body")]
    [InlineData("text=")]
    public void Says_what_is_wrong_with_a_map(string written)
    {
        Assert.False(ColumnMap.TryParse(written, out _, out var problem));
        Assert.NotEmpty(problem!);
    }

    [Theory]
    [InlineData("Teks biasa, kata Seno.", false)]
    [InlineData("{\"text\": \"Teks.\"}\n", true)]
    [InlineData("[{\"text\": \"Teks.\"}]", true)]
    [InlineData("id,text\n1,Teks.\n", true)]
    [InlineData("{ini bukan json}", false)]
    [InlineData("[Catatan] teks, text biasa", false)]
    public void Tells_what_standard_input_holds(string content, bool isRow)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var item = Assert.Single(new Coverage(CoverageOptions.Default, input).Read(["-"]));
        Assert.Equal(isRow, item.Document!.Row is not null);
        Assert.Equal(isRow ? "-#1" : "-", item.Document.Input);
    }

    [Fact]
    public void Gives_every_reason_and_reads_the_others()
    {
        var limits = CoverageOptions.Default with { MaxDocumentBytes = 100, MaxContainerBytes = 5_000 };
        Directory.CreateDirectory(Path.Combine(_folder, "none"));
        string[] paths =
        [
            Path.Combine(_folder, "missing.txt"),
            Write("empty.txt", []),
            Path.Combine(_folder, "none"),
            Write("large.txt", new byte[200]),
            Write("row.jsonl", "x\n"u8.ToArray()),
            Write("table.csv", "id,title\n1,a\n"u8.ToArray()),
            Write("cut.jsonl.gz", Pack(Encoding.UTF8.GetBytes(Jsonl))[..40]),
            Write("bomb.jsonl.gz", Pack(new byte[100_000])),
            Write("open.csv", Encoding.UTF8.GetBytes("id,text\n1,\"" + new string('a', 200_000))),
            Write("good.txt", "Baik."u8.ToArray()),
            "https://a.example/1",
            Write("broken.xml", "<rss><channel><item>"u8.ToArray()),
            Write("entities.xml", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>&a;</rss>"u8.ToArray()),
            Write("bare.rss", "<rss><channel/></rss>"u8.ToArray()),
            Write("bare.warc", "WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n"u8.ToArray()),
            Write("damaged.warc.gz", Archives.Warc.Pack("WARC/1.0\r\n\r\n"u8.ToArray())),
        ];
        var items = Read(limits, [.. paths, "-"]);
        IntakeRefusal[] expected =
        [
            IntakeRefusal.Missing, IntakeRefusal.Empty, IntakeRefusal.EmptyFolder, IntakeRefusal.AboveLimit, IntakeRefusal.RowNotJson,
            IntakeRefusal.NoTextColumn, IntakeRefusal.BrokenArchive, IntakeRefusal.UnpacksAboveLimit, IntakeRefusal.RowBroken, IntakeRefusal.NothingFetchedHere,
            IntakeRefusal.FeedBroken, IntakeRefusal.FeedWithEntities, IntakeRefusal.FeedEmpty, IntakeRefusal.ArchiveWithoutPages,
            IntakeRefusal.RecordDamaged, IntakeRefusal.Unreadable,
        ];
        // These need a server; tests/Konon.Journeys has one.
        IntakeRefusal[] fetched = [IntakeRefusal.NotFetched, IntakeRefusal.FeedInFeed, IntakeRefusal.NotAFeed];
        Assert.Equal(expected, items.Where(item => item.Refused is not null).Select(item => item.Refused!.Reason));
        Assert.Equal(Enum.GetValues<IntakeRefusal>().Order(), expected.Concat(fetched).Order());
        Assert.Equal("Baik.", Encoding.UTF8.GetString(Assert.Single(items, item => item.Document is not null).Document!.Bytes.Span));
        Assert.All(items.Where(item => item.Refused is not null), item => Assert.DoesNotContain('\n', item.Refused!.Line));
    }

    [Fact]
    public void Passes_over_a_row_above_the_limit_and_reads_the_next()
    {
        var path = Write("a.jsonl", Encoding.UTF8.GetBytes($"{{\"text\": \"{new string('a', 500)}\"}}\n{{\"text\": \"b\"}}\n"));
        var items = Read(CoverageOptions.Default with { MaxDocumentBytes = 100 }, path);
        Assert.Equal(IntakeRefusal.AboveLimit, items[0].Refused!.Reason);
        Assert.Equal("b", items[1].Document!.Row!.Text);
    }

    [Fact]
    public void Holds_one_row_at_a_time()
    {
        using var endless = new EndlessRows();
        var first = new Coverage(CoverageOptions.Default, endless).Read(["-"]).Take(5_000).ToList();
        Assert.Equal(5_000, first.Count);
        Assert.Equal("-#5000", first[^1].Document!.Input);
        Assert.True(endless.Given < 5_100 * EndlessRows.RowLength + (1 << 17), $"{endless.Given} bytes were read");
    }

    [Fact]
    public void Reads_broken_bytes_in_a_row_with_replacements()
    {
        var path = Write("a.jsonl", [.. "{\"text\": \"Kata “Seno” "u8, 0xFF, .. " itu.\"}"u8]);
        Assert.Equal("Kata “Seno” \uFFFD itu.", Assert.Single(Read(path)).Document!.Row!.Text);
    }

    private static List<CoverageItem> Read(params string[] paths) => Read(CoverageOptions.Default, paths);

    private static List<CoverageItem> Read(CoverageOptions options, params string[] paths) => [.. new Coverage(options).Read(paths)];

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Rows without end.</summary>
    private sealed class EndlessRows : ReadOnlyStream
    {
        private static readonly byte[] Row = "{\"text\": \"Teks baris.\"}\n"u8.ToArray();

        public static int RowLength => Row.Length;

        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            for (var i = 0; i < buffer.Length; i++) buffer[i] = Row[(Given + i) % Row.Length];
            Given += buffer.Length;
            return buffer.Length;
        }
    }
}
