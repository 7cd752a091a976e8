using Konon.Languages;
using Konon.Sentences;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Sentences;

public sealed class QuotationFinderTests
{
    // Name, text, its quotations; "?" behind one says that nothing closes it.
    public static TheoryData<string, string, string[]> Examples => new()
    {
        { "curly marks", "“Air surut,” kata Wati.", ["“Air surut,”"] },
        { "straight marks", "\"Air surut,\" kata Wati.", ["\"Air surut,\""] },
        { "closing marks at both ends", "”Air surut,” kata Wati.", ["”Air surut,”"] },
        { "opening marks at both ends", "“Air surut,“ kata Wati.", ["“Air surut,“"] },
        { "low and high marks", "„Air surut,“ kata Wati.", ["„Air surut,“"] },
        { "guillemets", "«Air surut,» kata Wati.", ["«Air surut,»"] },
        { "curly, then straight", "“Air surut,\" kata Wati.", ["“Air surut,\""] },
        { "straight, then curly", "\"Air surut,” kata Wati.", ["\"Air surut,”"] },
        { "no blank behind", "\"Air surut,\"kata Wati.", ["\"Air surut,\""] },
        { "blanks inside", "\" Air surut ,\" kata Wati.", ["\" Air surut ,\""] },
        { "two in one sentence", "\"Air surut,\" kata Wati, \"tapi jalan putus.\"", ["\"Air surut,\"", "\"tapi jalan putus.\""] },
        { "single marks", "Kata 'air' dicoret.", ["'air'"] },
        { "curly single marks", "Kata ‘air’ dicoret.", ["‘air’"] },
        { "an apostrophe is no mark", "Salat Jum'at di masjid Jami'at.", [] },
        { "a single pair inside a double one", "\"Kami sebut 'kali mati' sejak dulu,\" kata Wati.", ["\"Kami sebut 'kali mati' sejak dulu,\""] },
        { "a curly pair inside a curly one", "“Ia bilang “air surut” lalu pulang,” kata Wati.", ["“Ia bilang “air surut” lalu pulang,”"] },
        { "nothing closes it", "\"Air surut, kata Wati.\nJalan putus.", ["\"Air surut, kata Wati.?"] },
        { "nothing closes it before the next opens", "“Air surut. “Jalan putus,” kata Wati.", ["“Air surut. ?", "“Jalan putus,”"] },
        { "over a paragraph's end", "“Air surut.\nJalan putus,” kata Wati.", ["“Air surut.\nJalan putus,”"] },
        { "each paragraph opens anew", "“Air surut.\n“Jalan putus,” kata Wati.", ["“Air surut.?", "“Jalan putus,”"] },
        { "marks that hold no word", "\"\" dan \" \" serta \"...\"", [] },
        { "a stray closing mark", "Air surut,” kata Wati.", [] },
        { "inches", "Layar 14″ itu retak.", [] },
        { "a mark at the very end", "Air surut \"", [] },
        { "only a mark", "\"", [] },
        { "nothing at all", "", [] },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Pairs_the_marks(string name, string text, string[] expected)
    {
        Assert.Equal(expected.Select(e => e.Replace(". ?", ".?", StringComparison.Ordinal)), Read(text).Select(q => q.Span.Of(text) + (q.IsClosed ? "" : "?")));
        Assert.NotEmpty(name);
    }

    [Fact]
    public void A_quotation_ends_where_a_closing_mark_is_too_far()
    {
        var text = "“Air surut.\n" + string.Concat(Enumerable.Repeat("Jalan masih putus. ", QuotationFinder.LongestRunOver / 10)) + "selesai,” kata Wati.";
        var quotation = Assert.Single(Read(text));
        Assert.Equal("“Air surut.", quotation.Span.Of(text));
        Assert.False(quotation.IsClosed);
    }

    [Fact]
    public void Counts_words_and_numbers_and_says_whether_the_marks_are_single()
    {
        var found = Read("\"Ada 12 perahu, semua rusak!\" kata Wati soal 'kali mati'.");
        Assert.Equal([(5, false), (2, true)], found.Select(q => (q.Words, q.IsSingle)));
    }

    [Fact]
    public void Quotations_are_disjoint_and_in_order_in_any_heap_of_marks()
    {
        var marks = "\"“”„'‘’«»″ a.\n,";
        var random = new Random(20250610);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => marks[random.Next(marks.Length)]));
            var end = 0;
            foreach (var quotation in Read(text))
            {
                Assert.True(quotation.Span.Start >= end && quotation.Span.End <= text.Length, text);
                Assert.True(quotation.Words > 0, text);
                end = quotation.Span.End;
            }
        }
    }

    private static List<Quotation> Read(string text) => QuotationFinder.Read(text, Tokenizer.Read(text, Language.Of("id")!.Vocabulary));
}
