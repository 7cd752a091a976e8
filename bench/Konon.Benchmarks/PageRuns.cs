using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Konon.Articles;
using Konon.Articles.Pages;
using Konon.Bytes;

namespace Konon.Benchmarks;

/// <summary>Reads pages without the claims: how fast, how well, and whatever bytes come.</summary>
internal static class PageRuns
{
    public static int Run(string mode, string[] args) => mode switch
    {
        "pages-extract" => Extract(args),
        "pages-speed" => Speed(args),
        "pages-blocks" => Blocks(args),
        "pages-stages" => Stages(args),
        "pages-traps" => Traps(args),
        "pages-fuzz" => PageFuzz.Run(args),
        "pages-faults" => PageFaults.Run(args),
        _ => 2,
    };

    /// <summary>Prints one JSON object a page, as ../shared/pages/score.py reads it.</summary>
    private static int Extract(string[] paths)
    {
        using var output = Console.OpenStandardOutput();
        foreach (var path in paths)
        {
            if (Read(path, File.ReadAllBytes(path)) is not { } article) continue;
            using var json = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
            json.WriteStartObject();
            json.WriteString("input", path);
            json.WriteString("title", article.Title);
            json.WriteString("text", article.Text);
            json.WriteString("url", article.Url);
            json.WriteString("outlet", article.Outlet);
            json.WriteString("language", article.Language);
            json.WriteString("published", article.Published?.Value);
            json.WriteString("modified", article.Modified?.Value);
            json.WriteStartArray("byline");
            foreach (var name in article.Byline) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteEndObject();
            json.Flush();
            output.WriteByte((byte)'\n');
        }

        return 0;
    }

    /// <summary>Shows what the reader sees of a page: its blocks, their marks and what they are worth.</summary>
    private static int Blocks(string[] paths)
    {
        foreach (var path in paths)
        {
            PageDecoder.TryDecode(File.ReadAllBytes(path), null, out var decoded);
            using var document = PageParser.Parse(decoded!.Text);
            var tree = PageTree.Of(document.DocumentElement);
            var blocks = BlockReader.Read(tree);
            var content = ContentFinder.Find(tree, blocks, PageReader.Strict);
            Console.WriteLine($"{path}: box {Path(tree, content)}");
            foreach (var block in blocks)
            {
                var inside = content >= 0 && block.First >= content && block.First < tree.Nodes[content].End;
                var text = block.Text.Length > 2900 ? block.Text[..2900] : block.Text;
                Console.WriteLine($"{(inside ? '*' : ' ')} {block.Value,6:0} {block.Text.Length,5} {block.LinkShare:0.0} {block.Kind,-9} {block.Marks} | {Path(tree, block.Box, 3)} | {text.ReplaceLineEndings("/")}");
            }
        }

        return 0;
    }

    /// <summary>Where the time goes: milliseconds a page of each stage, the mean over the folder.</summary>
    private static int Stages(string[] args)
    {
        var pages = Directory.EnumerateFiles(args[0]).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        var stages = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var round = 0; round < 4; round++)
        {
            stages.Clear();
            foreach (var bytes in pages)
            {
                DecodedText? decoded = null;
                Time("1 decode", () => PageDecoder.TryDecode(bytes, null, out decoded));
                AngleSharp.Html.Dom.IHtmlDocument? document = null;
                Time("2 parse", () => document = PageParser.Parse(decoded!.Text));
                PageFacts? facts = null;
                Time("3 facts", () => facts = PageFacts.Of(document!));
                LinkedArticle? linked = null;
                Time("4 linked data", () => linked = LinkedDataReader.Read(facts!.LinkedData));
                PageTree? tree = null;
                Time("5 tree", () => tree = PageTree.Of(document!.DocumentElement));
                List<PageBlock>? blocks = null;
                Time("6 blocks", () => blocks = BlockReader.Read(tree!));
                var content = 0;
                Time("7 content", () => content = ContentFinder.Find(tree!, blocks!, PageReader.Strict));
                var heading = 0;
                Time("8 title", () => PageTitles.Find(tree!, facts!, linked!, content, out heading));
                Time("9 byline", () => PageBylines.Find(tree!, blocks!, facts!, linked!, content, heading, null));
                Time("a times", () => PageTimes.Find(tree!, blocks!, facts!, linked!, content, heading, null, null));
                ArticleReader.TryRead(new Document { Input = "x", Bytes = bytes, Sha256 = "", Page = new PageFields() }, ArticleOptions.Default, out var article);
                if (article is not null)
                {
                    var body = article.Text[article.BodyStart..];
                    Time("c language", () => PageLanguage.Of(body, facts!, linked!));
                    Sheet? sheet = null;
                    Time("d sheet", () => sheet = Sheet.Read(body));
                    Time("e clean", () => PageReader.Clean(sheet!, article.Language, []));
                    Time("f compose", () => sheet!.Compose(article.Title, 0));
                    Time("g dateline", () => ArticleReader.FindDateline(article.Text, article.BodyStart));
                    Time("h removed", () => sheet!.Removed());
                    Time("i outlet", () => OutletFinder.Find(null, null, sheet!.Removed()));
                    Time("j published", () => PublishedFinder.Find(article.Text, article.BodyStart, article.Language));
                }

                Time("k whole", () => ArticleReader.TryRead(new Document { Input = "x", Bytes = bytes, Sha256 = "", Page = new PageFields() }, ArticleOptions.Default, out _));
                Time("b other pages", () => OtherPagesFinder.Find(tree!, facts!, new Uri("https://example.org/a/b")));
            }
        }

        foreach (var (stage, time) in stages) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-14} {time / pages.Count:0.000} ms"));
        return 0;

        void Time(string stage, Action work)
        {
            var watch = Stopwatch.StartNew();
            work();
            stages[stage] = stages.GetValueOrDefault(stage) + watch.Elapsed.TotalMilliseconds;
        }
    }

    /// <summary>How time grows with what repeats without end: twice the length must not take four times as long.</summary>
    private static int Traps(string[] args)
    {
        var most = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
        foreach (var piece in (ReadOnlySpan<string>)
            ["<div>", "<b><p>", "<a href=x><table>", "<ul><li>x", "<p>Baca juga: <a href=x>y</a>", "<font color=red><i><u>", "<svg><g>", "<h1>a", "<time>1 Mei 2025", "</p></div></b>", "&amp", "<x a=1 b=2", "<table><tr><td>x", "<b id=1><i id=2><p>", "a, ", "<div class=author>Ana Contoh", "<select><option>"])
        {
            Console.Write($"{piece,-30}");
            for (var times = most / 4; times <= most; times *= 2)
            {
                var html = "<html><body>" + string.Concat(Enumerable.Repeat(piece, times));
                var watch = Stopwatch.StartNew();
                PageDecoder.TryDecode(System.Text.Encoding.UTF8.GetBytes(html), null, out var decoded);
                using (PageParser.Parse(decoded!.Text))
                {
                    var parsed = watch.Elapsed.TotalMilliseconds;
                    Read("trap", System.Text.Encoding.UTF8.GetBytes(html));
                    Console.Write(string.Create(CultureInfo.InvariantCulture, $" {times}: {parsed:0} + {watch.Elapsed.TotalMilliseconds - parsed:0} ms"));
                }
            }

            Console.WriteLine();
        }

        return 0;
    }

    private static string Path(PageTree tree, int node, int depth = 20)
    {
        var path = string.Empty;
        for (; node >= 0 && depth > 0; node = tree.Nodes[node].Parent, depth--)
        {
            var element = tree.Nodes[node].Element!;
            path = $"{element.LocalName}.{element.ClassName?.Replace(' ', '.')}#{element.Id} {path}";
        }

        return path;
    }

    /// <summary>Pages a second on one core: every page of the folder, again and again, for some seconds.</summary>
    private static int Speed(string[] args)
    {
        var pages = Directory.EnumerateFiles(args[0]).Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllBytes(path))).ToList();
        foreach (var (path, bytes) in pages) Read(path, bytes);
        var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 10;
        var (count, size, allocated) = (0, 0L, GC.GetAllocatedBytesForCurrentThread());
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            foreach (var (path, bytes) in pages)
            {
                Read(path, bytes);
                count++;
                size += bytes.Length;
            }
        }

        var time = watch.Elapsed.TotalSeconds;
        process.Refresh();
        var busy = (process.TotalProcessorTime - before).TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} pages of {size / count / 1000.0:0} kB in {time:0.0} s: {count / time:0} a second, {size / time / 1e6:0.0} MB/s; {busy:0.0} s of processor: {count / busy:0} a second, {size / busy / 1e6:0.0} MB/s; {allocated / count / 1e6:0.00} MB allocated a page"));
        return 0;
    }

    private static Article? Read(string path, byte[] bytes)
    {
        ArticleReader.TryRead(
            new Document { Input = path, Bytes = bytes, Sha256 = string.Empty, Page = new PageFields() }, ArticleOptions.Default, out var article);
        return article;
    }
}
