using System.Globalization;
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Konon.Intake;
using Xunit;

namespace Konon.Tests.Intake.Archives;

public sealed class ArchiveTests
{
    private static readonly string[] Urls = [.. Enumerable.Range(0, 6).Select(i => $"https://a.example/{i}")];

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Reads_the_pages_with_address_time_and_offset(bool packed, bool seeks)
    {
        byte[][] records = [Warc.Info, Warc.Request(Urls[0]), Page(0), Page(1)];
        var offsets = Offsets(records, packed);
        var items = Read(Archive(records, packed), seeks);
        Assert.Equal([$"x.warc#{offsets[2]}", $"x.warc#{offsets[3]}"], items.Select(item => item.Document!.Input));
        var document = items[0].Document!;
        Assert.Equal(
            ("https://a.example/0", new DateTimeOffset(2025, 3, 3, 4, 5, 6, TimeSpan.Zero), "text/html; charset=utf-8", "utf-8"),
            (document.Delivery!.Url, document.Delivery.FetchedAt, document.Delivery.ContentType, document.Delivery.Charset));
        Assert.Equal(("https://a.example/0", "utf-8"), (document.Page!.Url, document.Page.Charset));
        Assert.Equal(Body(0), Encoding.UTF8.GetString(document.Bytes.Span));
    }

    [Fact]
    public void Passes_over_what_is_no_page()
    {
        byte[][] records =
        [
            Warc.Response("https://a.example/404", "<p>x", status: 404),
            Warc.Response("https://a.example/foto", "x", "Content-Type: image/jpeg\r\n"),
            Warc.Response("https://a.example/untyped", "x", ""),
            Warc.Record("revisit", "https://a.example/r", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray()),
            Warc.Record("response", "dns:a.example", "text/dns", "20250303 a.example. 1.2.3.4"u8.ToArray()),
            Page(0),
        ];
        Assert.Equal(Urls[0], Assert.Single(Read(Archive(records, packed: true))).Document!.Delivery!.Url);
        Assert.Equal("x.warc: an archive without pages", Assert.Single(Read(Archive(records[..5], packed: true))).Refused!.Line);
    }

    [Theory]
    [InlineData("", "plain")]
    [InlineData("Transfer-Encoding: chunked\r\n", "chunked")]
    [InlineData("Transfer-Encoding: chunked\r\n", "plain")]
    [InlineData("Content-Encoding: gzip\r\n", "gzip")]
    [InlineData("Content-Encoding: gzip\r\n", "plain")]
    [InlineData("content-encoding: GZIP\r\nTransfer-Encoding: chunked\r\n", "gzip,chunked")]
    [InlineData("Content-Encoding: br\r\n", "br")]
    [InlineData("Content-Encoding: br\r\n", "plain")]
    [InlineData("Content-Encoding: deflate\r\n", "zlib")]
    [InlineData("Content-Encoding: deflate\r\n", "deflate")]
    [InlineData("X-Crawler-Content-Encoding: gzip\r\nX-Crawler-Transfer-Encoding: chunked\r\n", "plain")]
    public void Unpacks_a_body_as_its_head_says_where_it_is_so(string head, string packing)
    {
        var body = packing.Split(',').Aggregate(Encoding.UTF8.GetBytes(Body(0)), Pack);
        var record = Warc.Response(Urls[0], body, "Content-Type: text/html\r\n" + head);
        Assert.Equal(Body(0), Encoding.UTF8.GetString(Assert.Single(Read(Archive([record], packed: true))).Document!.Bytes.Span));
    }

    [Fact]
    public void A_body_that_unpacks_without_end_is_refused()
    {
        var bomb = Warc.Response(Urls[0], Warc.Pack(new byte[4_000_000]), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n");
        var items = Read(Archive([bomb, Page(1)], packed: true), options: CoverageOptions.Default with { MaxDocumentBytes = 1_000_000 });
        Assert.Equal([IntakeRefusal.AboveLimit, null], items.Select(item => item.Refused?.Reason));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_page_above_the_limit_is_refused_and_a_film_passed_over(bool packed)
    {
        byte[][] records =
        [
            Warc.Response(Urls[0], new byte[2_000_000], "Content-Type: video/mp4\r\n"),
            Warc.Response(Urls[1], new byte[2_000_000], "Content-Type: text/html\r\n"),
            Page(2),
        ];
        var items = Read(Archive(records, packed), options: CoverageOptions.Default with { MaxDocumentBytes = 1_000_000 });
        Assert.Equal([IntakeRefusal.AboveLimit, null], items.Select(item => item.Refused?.Reason));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void A_record_that_is_cut_off_costs_itself(bool packed, bool seeks)
    {
        byte[][] parts = [.. Enumerable.Range(0, 5).Select(i => packed ? Warc.Pack(Page(i)) : Page(i))];
        parts[2] = parts[2][..^20];
        AssertDamaged(2, parts, seeks);
    }

    [Theory]
    [InlineData(-7, true)]
    [InlineData(9, true)]
    [InlineData(100_000, true)]
    [InlineData(int.MaxValue / 2, true)]
    [InlineData(-7, false)]
    [InlineData(9, false)]
    [InlineData(100_000, false)]
    [InlineData(int.MaxValue / 2, false)]
    public void A_record_with_a_wrong_length_costs_itself(int wrongBy, bool packed)
    {
        var wrong = Warc.Record("response", Urls[2], "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>salah panjang"u8.ToArray(), wrongBy);
        byte[][] records = [Page(0), Page(1), wrong, Page(3), Page(4)];
        AssertDamaged(2, [.. records.Select(record => packed ? Warc.Pack(record) : record)], seeks: true);
        AssertDamaged(2, [.. records.Select(record => packed ? Warc.Pack(record) : record)], seeks: false);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Content-Length: many\r\n")]
    [InlineData("Content-Length: -1\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n")]
    public void A_record_without_a_length_costs_itself(string length)
    {
        var wrong = Encoding.UTF8.GetBytes("WARC/1.0\r\nWARC-Type: response\r\n" + length + "\r\nx\r\n\r\n");
        AssertDamaged(2, [Page(0), Page(1), wrong, Page(3)], seeks: true);
        AssertDamaged(2, [.. new[] { Page(0), Page(1), wrong, Page(3) }.Select(record => Warc.Pack(record))], seeks: false);
    }

    [Fact]
    public void Wherever_one_byte_is_changed_only_its_record_is_lost()
    {
        byte[][] parts = [.. Enumerable.Range(0, 6).Select(i => Warc.Pack(Page(i)))];
        var whole = Warc.Join(parts);
        var starts = Offsets(parts, packed: false);
        Prop.ForAll(Gen.Choose(2, whole.Length - 1).Zip(Gen.Choose(1, 255)).ToArbitrary(), change =>
        {
            byte[] bytes = [.. whole];
            bytes[change.Item1] ^= (byte)change.Item2;
            var hit = starts.FindLastIndex(start => start <= change.Item1);
            var found = Read(bytes).Where(item => item.Document is not null).Select(item => item.Document!.Delivery!.Url).ToHashSet();
            // The changed record may be read all the same: a byte of a member's head says the time, or the system.
            return Urls.Where((_, i) => i != hit).All(found.Contains);
        }).Check(Fixed.Seed.WithMaxTest(400));
    }

    [Fact]
    public void Any_bytes_give_pages_or_refusals()
    {
        var tails = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();
        Prop.ForAll(tails.ToArbitrary(), tail =>
            Read(Warc.Join(Warc.Pack(Page(0)), tail)).Count >= 1
            && Read(Warc.Join(Page(0), tail)).Count >= 1
            && Read(Warc.Join("WARC/1.0\r\nContent-Length: 40\r\n\r\n"u8.ToArray(), tail)).Count >= 1).Check(Fixed.Seed);
    }

    [Fact]
    public void Several_records_in_one_member_are_read_and_named()
    {
        var items = Read(Warc.Join(Warc.Pack(Page(0)), Warc.Pack(Warc.Join(Page(1), Page(2)))));
        var second = Warc.Pack(Page(0)).Length;
        Assert.Equal(["x.warc#0", $"x.warc#{second}", $"x.warc#{second}+{Page(1).Length}"], items.Select(item => item.Document!.Input));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Resumes_at_an_offset(bool packed, bool seeks)
    {
        byte[][] records = [.. Enumerable.Range(0, 6).Select(Page)];
        var archive = Archive(records, packed);
        var all = Read(archive).ConvertAll(item => item.Document!.Input);
        var offsets = Offsets(records, packed);
        for (var i = 1; i < 6; i++)
        {
            // On a record's beginning, and in the middle of the one before.
            foreach (var skip in (int[])[offsets[i], offsets[i] - 20])
            {
                var rest = Read(archive, seeks, CoverageOptions.Default with { Skip = skip });
                Assert.Equal(all[i..], rest.Select(item => item.Document!.Input));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8190)]
    [InlineData(8192)]
    [InlineData(65536)]
    [InlineData(200_003)]
    [InlineData(3_000_000)]
    public void Finds_the_end_of_a_member_of_any_size(int size)
    {
        // Bytes that do not pack, so that the member is as long as its content, and its end falls anywhere in a piece.
        var noise = new byte[size];
        for (var (i, state) = (0, 12345u); i < size; i++, state = (state * 1664525) + 1013904223) noise[i] = (byte)(state >> 24);
        for (var pad = 0; pad < 3; pad++)
        {
            var record = Warc.Response(Urls[0], noise, "Content-Type: text/html\r\nX: " + new string('x', pad) + "\r\n");
            var items = Read(Warc.Join(Warc.Pack(record), Warc.Pack(record, CompressionLevel.NoCompression), Warc.Pack(Page(1)), new byte[5]), seeks: pad == 0);
            Assert.Equal([size, size, Body(1).Length], items.Select(item => item.Document!.Bytes.Length));
        }
    }

    private static void AssertDamaged(int damaged, byte[][] parts, bool seeks)
    {
        var items = Read(Warc.Join(parts), seeks);
        var offset = parts.Take(damaged).Sum(part => part.Length);
        var refused = Assert.Single(items, item => item.Refused is not null).Refused!;
        Assert.Equal((string.Create(CultureInfo.InvariantCulture, $"x.warc#{offset}"), IntakeRefusal.RecordDamaged), (refused.Input, refused.Reason));
        Assert.Equal(
            Urls.Where((_, i) => i != damaged && i < parts.Length),
            items.Where(item => item.Document is not null).Select(item => item.Document!.Delivery!.Url));
    }

    private static byte[] Pack(byte[] bytes, string packing)
    {
        using var packed = new MemoryStream();
        Stream stream = packing switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "zlib" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => Stream.Null,
        };
        if (packing == "plain") return bytes;
        if (packing == "chunked")
        {
            foreach (var chunk in bytes.Chunk(1000)) packed.Write([.. Encoding.ASCII.GetBytes(chunk.Length.ToString("x", CultureInfo.InvariantCulture) + ";x=y\r\n"), .. chunk, .. "\r\n"u8]);
            packed.Write("0\r\n\r\n"u8);
        }

        stream.Write(bytes);
        stream.Dispose();
        return packed.ToArray();
    }

    private static string Body(int number) =>
        $"<html><title>Berita {number}</title><p>{string.Concat(Enumerable.Range(0, 300).Select(i => $"Kalimat {i * (number + 7)}. "))}</html>";

    private static byte[] Page(int number) => Warc.Response(Urls[number], Body(number));

    private static byte[] Archive(byte[][] records, bool packed) => Warc.Join(packed ? records.Select(record => Warc.Pack(record)) : records);

    private static List<int> Offsets(byte[][] records, bool packed)
    {
        var (offsets, at) = (new List<int>(), 0);
        foreach (var record in records)
        {
            offsets.Add(at);
            at += packed ? Warc.Pack(record).Length : record.Length;
        }

        return offsets;
    }

    private static List<CoverageItem> Read(byte[] archive, bool seeks = true, CoverageOptions? options = null)
    {
        Stream stream = seeks ? new MemoryStream(archive) : new PeekStream(new MemoryStream(archive));
        return [.. new ArchiveRows(options ?? CoverageOptions.Default).Read("x.warc", stream)];
    }
}
