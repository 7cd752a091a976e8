using FsCheck;
using FsCheck.Fluent;
using Konon.Claims;
using Konon.Languages;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Claims;

/// <summary>What holds for any text at all.</summary>
public sealed class ReaderLawTests
{
    private static readonly string[] Words =
    [
        "3.000", "1,5", "0", "99999999999999999999999999999", "79228162514264337593543950335", "juta", "triliun", "dua", "puluh", "ratus",
        "ratusan", "setengah", "sepertiga", "Rp", "$", "%", "-", "–", "(", ")", "/", "hingga", "antara", "dan", "dari", "sebanyak",
        "lebih", "Senin", "Oktober", "2024", "31", "lalu", "tahun", "pekan", "awal", "akhir", "orang", "unit", "\n", ",", ".", "°", "C",
        "\"", "\ud83d", "kata", "dikutip", "setelah", "dua-tiga", "tidak", "mencapai", "tewas", "di", "Kota",
    ];

    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20240607, 3);

    [Fact]
    public void Any_text_reads_and_every_span_lies_inside_the_stretch()
    {
        var texts = Gen.Elements(Words).ArrayOf().Select(w => string.Join(' ', w))
            .Or(Gen.Elements(Words).ArrayOf().Select(string.Concat));
        Prop.ForAll(texts.ToArbitrary(), text => Holds(text, "id") && Holds(text, "en")).Check(Seeded);
    }

    private static bool Holds(string text, string code)
    {
        var language = Language.Of(code)!;
        var tokens = Tokenizer.Read(text, language.Vocabulary);
        var habits = FigureHabits.Of(text, tokens, language);
        var figures = new List<Figure>();
        var times = new List<TimeRead>();
        int first = tokens.Length / 4, end = tokens.Length - (tokens.Length / 5);
        if (first >= end) return true;
        FigureReader.Read(text, tokens, first, end, language, habits, figures);
        TimeReader.Read(text, tokens, first, end, language, new DateOnly(2024, 10, 23), times);
        var stretch = new TextSpan(tokens[first].Start, tokens[end - 1].End);
        var middle = (first + end) / 2;
        SaidOnReader.Read(text, tokens, first, end, [], middle, middle + 1, null, language, null, []);
        return figures.TrueForAll(f => stretch.Contains(f.Span) && !f.Span.IsEmpty && (f.Max is not { } max || max > f.Value))
            && Disjoint(figures.ConvertAll(f => f.Span))
            && times.TrueForAll(t => stretch.Contains(t.Span) && !t.Span.IsEmpty && (t.Days is not { } d || d.From <= d.To))
            && Disjoint(times.ConvertAll(t => t.Span));
    }

    private static bool Disjoint(List<TextSpan> spans)
    {
        for (var i = 1; i < spans.Count; i++)
        {
            if (spans[i].Start < spans[i - 1].End) return false;
        }

        return true;
    }

    [Theory]
    [InlineData("1", "")]
    [InlineData("juta", " ")]
    [InlineData("sejuta", " ")]
    [InlineData("1 juta", " ")]
    [InlineData("5", "-")]
    [InlineData("dua", " hingga ")]
    [InlineData("sebanyak", " ")]
    [InlineData("satu", " ")]
    [InlineData("Pasal 5", ", ")]
    [InlineData("Senin", " ")]
    [InlineData("Oktober", "-")]
    public void The_work_grows_no_faster_than_the_text(string word, string between)
    {
        const int many = 20_000;
        var (small, large) = (Steps(word, between, many), Steps(word, between, many * 2));
        // Twice the text; a square would take four times as many.
        Assert.True(large <= (small * 2.2) + 100, $"{small} steps for {many}, {large} for {many * 2}");
    }

    /// <summary>How often the readers look at a word; nothing in a release build.</summary>
    private static long Steps(string word, string between, int count)
    {
        var text = string.Join(between, Enumerable.Repeat(word, count));
        var language = Language.Of("id")!;
        var tokens = Tokenizer.Read(text, language.Vocabulary);
        var before = WorkMeter.Steps;
        FigureReader.Read(text, tokens, 0, tokens.Length, language, FigureHabits.Of(text, tokens, language), []);
        TimeReader.Read(text, tokens, 0, tokens.Length, language, new DateOnly(2024, 10, 23), []);
        return WorkMeter.Steps - before;
    }
}
