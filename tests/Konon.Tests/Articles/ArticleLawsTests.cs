using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Konon.Articles;
using Xunit;

namespace Konon.Tests.Articles;

/// <summary>What holds of any document at all.</summary>
public sealed class ArticleLawsTests
{
    private static readonly string[] Pieces =
    [
        "Baca juga: ", "Baca Juga:", "Judul Lain yang Bakal ", "\"", "“", "”", "(", ")", "[Gambas:", "(abc/de)", "(*)", "\n", "\n\n", " ",
        "Ikuti saluran WhatsApp ", "Berita Terkait\n", "Copyright ©", "KOTA, contoh.id – ", "Senin (28/10/2024)", "kata Seno. ", "😀", "\uD83D",
        "\u200B", "\u00A0", "...", "Selengkapnya", "Foto: (", "Video: A B C D E F G ", "A A A", "1/", "Jakarta, ", ": ", "- ", "loading...",
    ];

    public static TheoryData<string, string> Hostile => new()
    {
        { "quotes", "“" },
        { "leads", "Baca juga: " },
        { "list headings", "Berita Terkait\n" },
        { "parentheses", "(" },
        { "brackets", "[img " },
        { "headlines", "Judul Berita Bakal Panjang " },
        { "dates", "Senin (1/2" },
        { "stars", "* " },
        { "promotions", "Ikuti saluran a. “ " },
        { "glued words", "AaBb" },
        { "credits", "Foto: (dok " },
        { "lines", "a\n" },
    };

    [Fact]
    public void Any_text_is_read_or_refused_and_the_article_is_well_formed() =>
        Prop.ForAll(Texts, text => IsWellFormed(text)).Check(Fixed.Seed);

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Prop.ForAll<byte[]>(bytes => (ArticleReader.TryRead(Given.Bytes(bytes ?? []), ArticleOptions.Default, out var article) is null) == (article is not null))
            .Check(Fixed.Seed);

    [Fact]
    public void The_same_bytes_give_the_same_article() =>
        Prop.ForAll(Texts, text => Print(text) == Print(text)).Check(Fixed.Seed);

    [Fact]
    public void Every_word_stands_in_the_article_or_among_the_removed() =>
        Prop.ForAll(Texts, text =>
        {
            if (ArticleReader.TryRead(Given.Text(text), ArticleOptions.Default, out var article) is not null) return true;
            var kept = Letters(article!.Text) + article.Removed.Sum(removed => Letters(removed.Exact));
            return kept == Letters(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        }).Check(Fixed.Seed);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Twice_the_text_takes_at_most_about_twice_the_memory(string what, string piece)
    {
        Assert.NotEmpty(what);
        // The first reading loads tables; texts are long enough that buffers which double do not decide.
        _ = Work(piece, 1_000);
        var (once, twice) = (Work(piece, 60_000), Work(piece, 120_000));
        Assert.True(twice < once * 2.6, $"{once} bytes allocated for the text, {twice} for twice the text");
    }

    [Fact]
    public void A_line_of_many_millions_of_characters_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("Seno mengatakan air naik. Baca juga: Warga Mengungsi ke Balai Desa Menurut Seno, 12 orang selamat. ", 60_000));
        Assert.Null(ArticleReader.TryRead(Given.Text(text), ArticleOptions.Default, out var article));
        Assert.Equal(60_000, article!.Removed.Count);
    }

    private static Arbitrary<string> Texts =>
        (from pieces in Gen.OneOf(Gen.Elements(Pieces), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ListOf()
         select string.Concat(pieces)).ToArbitrary();

    private static long Work(string piece, int count)
    {
        var document = Given.Text("Seno berbicara. " + string.Concat(Enumerable.Repeat(piece, count)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = ArticleReader.TryRead(document, ArticleOptions.Default, out _);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static bool IsWellFormed(string text)
    {
        if (ArticleReader.TryRead(Given.Text(text), ArticleOptions.Default, out var article) is not null) return article is null;
        var body = article!.Text[article.BodyStart..];
        var head = article.Title is null ? article.BodyStart == 0 : article.Text == article.Title || article.Text.StartsWith(article.Title + "\n\n", StringComparison.Ordinal);
        return head && !body.Contains("\n\n", StringComparison.Ordinal) && !article.Text.Contains("  ", StringComparison.Ordinal)
            && !article.Text.Contains('\r', StringComparison.Ordinal)
            && article.Text == article.Text.Trim() && article.Text.Length <= text.Length + 2
            && article.Asides.All(aside => aside.Start >= article.BodyStart && aside.End <= article.Text.Length);
    }

    private static string Print(string text) =>
        ArticleReader.TryRead(Given.Text(text), ArticleOptions.Default, out var article) is { } refusal
            ? refusal.ToString()
            : $"{article!.Title}|{article.Text}|{article.Outlet}|{article.Published?.Value}|{string.Join('|', article.Removed)}";

    private static int Letters(string text) => text.Count(c => char.IsLetterOrDigit(c) || char.IsPunctuation(c));
}
