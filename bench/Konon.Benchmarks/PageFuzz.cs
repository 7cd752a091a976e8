using System.Diagnostics;
using System.Globalization;
using Konon.Articles;
using Konon.Bytes;

namespace Konon.Benchmarks;

/// <summary>Reads mutated pages by the hundred thousand: none may throw, none may give more text than it has bytes, each must end soon.</summary>
/// <remarks>
/// <c>pages-fuzz FOLDER [COUNT [SEED]]</c>. The pages are the folder's <c>*.html</c>, cut to short pieces; the same seed
/// draws the same pages. A page that breaks a law is written beside the run as <c>fuzz-SEED-NUMBER.html</c>.
/// </remarks>
internal static class PageFuzz
{
    private const int LongestPage = 12_000;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private static readonly byte[][] Tokens =
        [.. new[]
        {
            "<div>", "</div>", "<p>", "</p>", "<table>", "<td>", "</table>", "<a href=\"", "\">", "<b>", "<i>", "</b>", "<script>", "</script>", "<!--", "-->", "<svg>", "<math>", "<template>",
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"", "\"author\":[{\"name\":", "\\u0000", "\\ud83d", "]]>", "&#0;", "&#x110000;", "&lt", "<select>", "<form>",
            "<time datetime=\"", "<meta name=date content=\"", "99/99/9999", "31.02.2020", "0000-00-00", "24:61", "WIB", "+99:99", "Baca juga:", "<h1>", "</h1>", "class=\"entry-content\"", "class=\"comments\"", "itemprop=articleBody",
            "style=\"display:none\"", "<plaintext>", "<noscript>", "<frameset>", "</html>", "</body>", "<base href=\"//\">", "<link rel=canonical href=\"http://[::1\">", "charset=utf-7", "charset=x", "\u2028", "\u202E",
        }.Select(System.Text.Encoding.UTF8.GetBytes)];

    public static int Run(string[] args)
    {
        var seeds = Directory.GetFiles(args[0], "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200_000;
        var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 20241023;
        var (broken, articles, slowest, size) = (0, 0, TimeSpan.Zero, 0L);
        var refusals = new SortedDictionary<string, int>(StringComparer.Ordinal);
        // The first page loads the tables, which is not its fault.
        Fault(seeds[0], out _);
        var run = Stopwatch.StartNew();
        for (var number = 0; number < count; number++)
        {
            var page = Mutate(seeds, new Random(HashCode(seed, number)));
            size += page.Length;
            var watch = Stopwatch.StartNew();
            var fault = Fault(page, out var refusal);
            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
            if (watch.Elapsed > Slow) fault ??= $"took {watch.Elapsed}";
            if (refusal is { } reason) refusals[reason.ToString()] = refusals.GetValueOrDefault(reason.ToString()) + 1;
            else articles++;
            if (fault is null) continue;
            broken++;
            File.WriteAllBytes($"fuzz-{seed}-{number}.html", page);
            Console.WriteLine($"{number}: {fault}");
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} pages of {size / count} bytes from {seeds.Count}, seed {seed}: {articles} articles, {string.Join(", ", refusals.Select(r => $"{r.Value} {r.Key}"))}; {broken} broken; slowest {slowest.TotalMilliseconds:0} ms; {run.Elapsed.TotalMinutes:0.0} minutes"));
        return broken == 0 ? 0 : 1;
    }

    private static string? Fault(byte[] page, out ArticleRefusal? refusal)
    {
        refusal = null;
        try
        {
            var document = new Document { Input = "fuzz", Bytes = page, Sha256 = "", Page = new PageFields("https://a.example/b/c") };
            refusal = ArticleReader.TryRead(document, ArticleOptions.Default, out var article);
            if (refusal is not null) return article is null ? null : "an article and a refusal";
            if (article!.Text.Length > (page.Length * 2) + 2) return $"{article.Text.Length} characters out of {page.Length} bytes";
            return article.BodyStart > article.Text.Length || article.Asides.Any(aside => aside.End > article.Text.Length) ? "a span outside the text" : null;
        }
#pragma warning disable CA1031 // Whatever is thrown is what this looks for.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return fault.ToString();
        }
    }

    private static byte[] Mutate(List<byte[]> seeds, Random random)
    {
        var source = seeds[random.Next(seeds.Count)];
        var start = random.Next(4) == 0 ? random.Next(source.Length) : 0;
        var page = source.AsSpan(start, Math.Min(source.Length - start, random.Next(200, LongestPage))).ToArray().ToList();
        for (var change = random.Next(1, 24); change > 0; change--) Change(page, seeds, random);
        return [.. page];
    }

    private static void Change(List<byte> page, List<byte[]> seeds, Random random)
    {
        if (page.Count == 0) page.Add((byte)'<');
        var at = random.Next(page.Count);
        var length = Math.Min(page.Count - at, random.Next(1, 400));
        switch (random.Next(7))
        {
            case 0:
                page[at] = (byte)random.Next(256);
                break;
            case 1:
                page.RemoveRange(at, length);
                break;
            case 2:
                page.InsertRange(at, page.GetRange(at, length));
                break;
            case 3:
                var other = seeds[random.Next(seeds.Count)];
                var from = random.Next(other.Length);
                page.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, length)).ToArray());
                break;
            case 4:
                var token = Tokens[random.Next(Tokens.Length)];
                for (var times = random.Next(10) == 0 ? random.Next(2, 300) : 1; times > 0; times--) page.InsertRange(at, token);
                break;
            case 5:
                page.Reverse(at, Math.Min(length, 20));
                break;
            default:
                page.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                break;
        }
    }

    /// <summary>The same on every machine, which the framework's own hash codes are not.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 16_777_619) ^ (number * 486_187_739));
}
