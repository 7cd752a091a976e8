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
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} pages of {size / count / 1000.0:0} kB in {time:0.0} s: {count / time:0} a second, {size / time / 1e6:0.0} MB/s, {allocated / count / 1e6:0.00} MB allocated a page"));
        return 0;
    }

    private static Article? Read(string path, byte[] bytes)
    {
        ArticleReader.TryRead(
            new Document { Input = path, Bytes = bytes, Sha256 = string.Empty, Page = new PageFields() }, ArticleOptions.Default, out var article);
        return article;
    }
}
