using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Konon.Articles;
using Konon.Bytes;
using Konon.Cli;
using Konon.Intake;

namespace Konon.Benchmarks;

/// <summary>Reads web archives: how fast alone, and how much of the cores' page speed is left with the archive around it.</summary>
/// <remarks>
/// Times of the wall tell the user's story on a quiet machine; the processor's time per page tells the same on a busy one,
/// where other programs take the cores away.
/// </remarks>
internal static class ArchiveRuns
{
    private const int PageBytes = 170_000;
    private const int Rounds = 3;

    public static int Run(string mode, string[] args) => mode switch
    {
        "archive-make" when args.Length == 2 => Make(args[0], Number(args[1])),
        "archive-speed" => Speed(args),
        _ => 2,
    };

    /// <summary>Writes an archive of so many generated pages, each a gzip member, with the records that stand between them.</summary>
    private static int Make(string path, int pages)
    {
        using var file = File.Create(path);
        var pageMaker = new PageMaker();
        Write(file, "warcinfo", null, "software: konon-bench\r\n"u8.ToArray());
        for (var number = 0; number < pages; number++)
        {
            var url = string.Create(CultureInfo.InvariantCulture, $"https://warta-{number % 7}.example/berita/{number}");
            var body = pageMaker.Next(number, url, PageBytes);
            Write(file, "request", url, "GET / HTTP/1.1\r\n\r\n"u8.ToArray());
            Write(file, "response", url, [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-Crawler-Content-Encoding: gzip\r\n\r\n"u8, .. body]);
        }

        return 0;
    }

    private static int Speed(string[] args)
    {
        var path = args.Length > 0 && File.Exists(args[0]) ? args[0] : Path.Combine(Path.GetTempPath(), "konon-bench.warc.gz");
        if (!File.Exists(path)) Make(path, 1000);
        var packed = new FileInfo(path).Length;
        var documents = Documents(path).ToList();
        var size = documents.Sum(document => (long)document.Bytes.Length);
        var sample = documents.Where((_, i) => i % Math.Max(1, documents.Count / 200) == 0).ToList();
        Say($"{documents.Count} pages of {size / documents.Count / 1000.0:0} kB, {packed / 1e6:0} MB packed, {size / 1e6:0} MB unpacked, {Environment.ProcessorCount} cores");
        foreach (var document in sample) Article(document);
        var pageAlone = new Best();
        var reading = new Best();
        var together = new SortedDictionary<int, Best>();
        foreach (var jobs in (int[])[1, Environment.ProcessorCount]) together[jobs] = new Best();
        for (var round = 0; round < Rounds; round++)
        {
            // A document remembers its digest, which is part of reading it: each round reads new ones.
            pageAlone.Time(() => documents.Count(document => Article(document with { Bytes = document.Bytes }) is not null));
            reading.Time(() => Documents(path).Count());
            foreach (var (jobs, best) in together) best.Time(() => InOrder.Select(Documents(path), Article, jobs).Count());
        }

        Say($"reading alone        {reading.Rate:0} records/s, {reading.Rate * size / documents.Count / 1e6:0} MB/s unpacked, {reading.Rate * packed / documents.Count / 1e6:0} MB/s packed, {reading.ProcessorTime * 1000:0.00} ms of processor a page");
        Say($"page alone, 1 core   {pageAlone.Rate:0} pages/s, {pageAlone.ProcessorTime * 1000:0.00} ms of processor a page");
        foreach (var (jobs, best) in together)
        {
            var cores = Math.Min(jobs, Environment.ProcessorCount);
            Say($"archive, {jobs} jobs      {best.Rate:0} pages/s, {best.ProcessorTime * 1000:0.00} ms of processor a page: {best.Rate / (cores * pageAlone.Rate):P0} of {cores} x page alone by the wall, {pageAlone.ProcessorTime / best.ProcessorTime:P0} by the processor; {best.Paused:P0} of it held up by the collector ({best.Collections})");
        }

        return 0;
    }

    private static IEnumerable<Document> Documents(string path) =>
        new Coverage(CoverageOptions.Default).Read([path]).Where(item => item.Document is not null).Select(item => item.Document!);

    private static Article? Article(Document document)
    {
        ArticleReader.TryRead(document, ArticleOptions.Default, out var article);
        return article;
    }

    private static void Write(Stream file, string type, string? url, byte[] content)
    {
        var target = url is null ? "" : $"WARC-Target-URI: {url}\r\n";
        var head = string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: {type}\r\n{target}WARC-Date: 2025-03-03T04:05:06Z\r\nContent-Type: application/http; msgtype={type}\r\nContent-Length: {content.Length}\r\n\r\n");
        using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        gzip.Write(Encoding.ASCII.GetBytes(head));
        gzip.Write(content);
        gzip.Write("\r\n\r\n"u8);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>The quickest of several rounds: what others take from the machine only ever slows a round down.</summary>
    private sealed class Best
    {
        public double Rate { get; private set; }

        public double ProcessorTime { get; private set; } = double.MaxValue;

        /// <summary>The part of the quickest round in which the collector held everything up.</summary>
        public double Paused { get; private set; }

        /// <summary>Collections in the last round: of the youngest generation, of two, of all.</summary>
        public string Collections { get; private set; } = "";

        public void Time(Func<int> run)
        {
            GC.Collect();
            var (paused, young, middle, all) = (GC.GetTotalPauseDuration(), GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2));
            var (processor, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            var count = run();
            var rate = count / watch.Elapsed.TotalSeconds;
            if (rate > Rate) Paused = (GC.GetTotalPauseDuration() - paused) / watch.Elapsed;
            Rate = Math.Max(Rate, rate);
            Collections = string.Create(CultureInfo.InvariantCulture, $"{GC.CollectionCount(0) - young}, {GC.CollectionCount(1) - middle}, {GC.CollectionCount(2) - all}");
            ProcessorTime = Math.Min(ProcessorTime, (Environment.CpuUsage.TotalTime - processor).TotalSeconds / count);
        }
    }

    /// <summary>Pages in the manner of a news site: much head, menu and script around an article of some thirty paragraphs.</summary>
    private sealed class PageMaker
    {
        private const string Syllables = "ba ca da ga ja ka la ma na pa ra sa ta wa ya bi di gi ki li mi ni pi ri si ti bu du gu ku lu mu nu pu ru su tu ber men ter kan an lah nya";
        private readonly string[] _words;
        private uint _state = 2025;

        public PageMaker()
        {
            var syllables = Syllables.Split(' ');
            _words = [.. Enumerable.Range(0, 6000).Select(_ => string.Concat(Enumerable.Range(0, 2 + Next(3)).Select(_ => syllables[Next(syllables.Length)])))];
        }

        public byte[] Next(int number, string url, int size)
        {
            var page = new StringBuilder(size + 4096);
            var title = Words(8);
            page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"id\"><head><meta charset=\"utf-8\"><title>{title} - Warta</title><link rel=\"canonical\" href=\"{url}\">")
                .Append(CultureInfo.InvariantCulture, $"<meta property=\"og:title\" content=\"{title}\"><meta property=\"article:published_time\" content=\"2025-03-{1 + (number % 28):00}T10:00:00+07:00\">");
            Fill(page, size / 4, () => page.Append(CultureInfo.InvariantCulture, $"<style>.{Word()}-{Next(999)}{{margin:{Next(40)}px;color:#{Next(0xFFFFFF):x6}}}</style>\n"));
            page.Append("</head><body><nav><ul>");
            Fill(page, size / 8, () => page.Append(CultureInfo.InvariantCulture, $"<li class=\"menu-item item-{Next(9999)}\"><a href=\"/{Word()}/{Word()}\">{Words(2)}</a></li>\n"));
            page.Append(CultureInfo.InvariantCulture, $"</ul></nav><main><article><h1>{title}</h1><div class=\"author\">Penulis: {Words(2)}</div><div class=\"article-body\">");
            for (var i = 0; i < 30; i++) page.Append(CultureInfo.InvariantCulture, $"<p>{Words(12)}, \"{Words(10)},\" kata {Words(2)}. {Words(25)}.</p>\n");
            page.Append("</div></article><aside class=\"related\">");
            Fill(page, size / 4, () => page.Append(CultureInfo.InvariantCulture, $"<div class=\"card\"><a href=\"/berita/{Next(99999)}\"><img src=\"/foto/{Next(99999)}.jpg\" alt=\"\"><span>{Words(9)}</span></a></div>\n"));
            page.Append("</aside></main><script>");
            while (page.Length < size) page.Append(CultureInfo.InvariantCulture, $"window.{Word()}={{id:{Next(int.MaxValue)},k:\"{Word()}{Next(9999)}\"}};\n");
            return Encoding.UTF8.GetBytes(page.Append("</script></body></html>").ToString());
        }

        private static void Fill(StringBuilder page, int size, Action add)
        {
            for (var end = page.Length + size; page.Length < end;) add();
        }

        private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

        // Common words are common: the smaller of two draws.
        private string Word() => _words[Math.Min(Next(_words.Length), Next(_words.Length))];

        private int Next(int below)
        {
            _state = (_state * 1664525) + 1013904223;
            return (int)((ulong)_state * (ulong)below >> 32);
        }
    }
}
