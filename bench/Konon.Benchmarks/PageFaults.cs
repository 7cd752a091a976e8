using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Konon.Articles;
using Konon.Articles.Pages;
using Konon.Bytes;

namespace Konon.Benchmarks;

/// <summary>Counts what hurts a ledger of claims most: quotations of articles that are lost, and inserts that leak.</summary>
/// <remarks>
/// The pages' gold is a few stretches of each article. What stands between the first and the last of them, in lines that
/// are not mostly links, counts as the article: its quotations of five words and more must be in the text, word for word.
/// </remarks>
internal static partial class PageFaults
{
    private const int LeastWords = 5;
    private const int LongestQuotation = 2_000;
    private const string Marks = "“”„\"«»";

    /// <summary>Runs over a folder of pages with their <c>pages.json</c>; an even or odd half where the third argument says so.</summary>
    public static int Run(string[] args)
    {
        var half = args.Length > 1 ? args[1] : "all";
        using var gold = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(args[0], "pages.json")));
        var (pages, quotations, lost, pagesLost, pagesLeaking) = (0, 0, 0, 0, 0);
        foreach (var page in gold.RootElement.EnumerateArray())
        {
            var file = page.GetProperty("file").GetString()!;
            if (half != "all" && half != (Half(file) == 0 ? "even" : "odd")) continue;
            pages++;
            var bytes = Unpack(Path.Combine(args[0], "html", file));
            var before = lost;
            var (text, lines) = Read(file, bytes);
            var shown = Shown(bytes);
            foreach (var quotation in Quotations(Article(shown, Stretches(page, "with"), Stretches(page, "without"))))
            {
                quotations++;
                if (text.Contains(quotation, StringComparison.Ordinal)) continue;
                lost++;
                Console.WriteLine($"lost   {file}: {quotation[..Math.Min(100, quotation.Length)]}");
            }

            if (lost > before) pagesLost++;
            var leaks = shown.Where(IsInsert).Select(block => Folding.Blanks(block.Text)).Where(lines.Contains)
                .Concat(lines.Where(line => Lead().IsMatch(line))).Distinct(StringComparer.Ordinal).ToList();
            foreach (var leak in leaks) Console.WriteLine($"insert {file}: {leak[..Math.Min(100, leak.Length)]}");
            if (leaks.Count > 0) pagesLeaking++;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{pages} pages, {quotations} quotations, {lost} lost ({100.0 * lost / quotations:0.0} %) on {pagesLost} pages; inserts on {pagesLeaking} pages ({100.0 * pagesLeaking / pages:0.0} %)"));
        return 0;
    }

    /// <summary>A line that leads elsewhere: its words say so, or it is a link of a headline's length and no sentence.</summary>
    private static bool IsInsert(PageBlock block) =>
        PagePhrases.IsFurniture(block.Text) || PagePhrases.IsInsertLink(block.Text)
        || (block.LinkShare > 0.8 && block.Text.Length > 40 && !block.EndsAsSentence && block.Kind != BlockKind.Row);

    private static List<PageBlock> Article(List<PageBlock> shown, List<string> with, List<string> without)
    {
        var (first, last) = (-1, -1);
        for (var i = 0; i < shown.Count; i++)
        {
            var text = Fold(shown[i].Text);
            if (!with.Exists(text.Contains)) continue;
            if (first < 0) first = i;
            last = i;
        }

        return first < 0 ? [] : shown[first..(last + 1)].FindAll(block => block.LinkShare < 0.5 && block.Kind != BlockKind.Caption
            && (block.Marks & (PageMarks.Caption | PageMarks.Hidden)) == 0 && !without.Exists(Fold(block.Text).Contains));
    }

    private static IEnumerable<string> Quotations(List<PageBlock> blocks)
    {
        foreach (var block in blocks)
        {
            var text = Folding.Blanks(block.Text);
            var open = -1;
            for (var i = 0; i < text.Length; i++)
            {
                if (!Marks.Contains(text[i], StringComparison.Ordinal)) continue;
                if (open < 0)
                {
                    open = i;
                    continue;
                }

                var quotation = text[open..(i + 1)];
                open = -1;
                if (quotation.Length < LongestQuotation && quotation.Split(' ').Length >= LeastWords) yield return quotation;
            }
        }
    }

    private static List<PageBlock> Shown(byte[] bytes)
    {
        if (PageDecoder.TryDecode(bytes, null, out var decoded) is not null) return [];
        using var document = PageParser.Parse(decoded!.Text);
        return BlockReader.Read(PageTree.Of(document.DocumentElement));
    }

    /// <summary>The article with blanks folded, and the lines of its body.</summary>
    private static (string Text, HashSet<string> Lines) Read(string file, byte[] bytes)
    {
        var document = new Document { Input = file, Bytes = bytes, Sha256 = string.Empty, Page = new PageFields() };
        if (ArticleReader.TryRead(document, ArticleOptions.Default, out var article) is not null) return (string.Empty, []);
        return (Folding.Blanks(article!.Text), article.Text[article.BodyStart..].Split('\n').Select(Folding.Blanks).ToHashSet(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\b(?:Baca|Simak|Lihat|Tonton) [Jj]uga\b|\b(?:Read (?:more|also|next)|Also read|See also|Related|Lesen Sie auch|Mehr dazu|Lire aussi|Lea también|Leia também|Leggi anche)\s*:")]
    private static partial Regex Lead();

    private static List<string> Stretches(JsonElement page, string name) => [.. page.GetProperty(name).EnumerateArray().Select(stretch => Fold(stretch.GetString()!))];

    private static string Fold(string text) => Folding.Blanks(text).ToLowerInvariant();

    private static int Half(string file) => System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(file))[^1] % 2;

    private static byte[] Unpack(string path)
    {
        using var input = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var output = new MemoryStream();
        input.CopyTo(output);
        return output.ToArray();
    }
}
