using Konon.Claims;
using Konon.Sentences;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Sentences;

public sealed class SentenceFinderTests
{
    // Name, and the sentences with a bar where one ends and the next starts.
    public static TheoryData<string, string> Examples => new()
    {
        { "full stops", "Air surut. |Jalan putus." },
        { "other ends", "Surutkah air? |Jalan putus! |Listrik padam… |Warga pulang." },
        { "several marks end one sentence", "Air surut?! |Jalan putus... |Warga pulang." },
        { "a bracket behind the stop", "(Air surut.) |Jalan putus." },
        { "an initial", "M. Hasan dan A. R. Fauzi pulang. |Jalan putus." },
        { "titles", "Kata dr. Ani dan Prof. Budi, air surut. |Jalan putus." },
        { "an abbreviated word", "Jl. Merdeka No. 5 banjir. |Jalan putus." },
        { "a small letter goes on", "Air naik 2 m. lalu surut. |Jalan putus." },
        { "numbers with stops", "Ada 3.000 orang dan 1,5 juta liter. |Jalan putus." },
        { "a clock time", "Air surut pukul 06.30 WIB. |Jalan putus." },
        { "a domain", "Foto Kabar.com itu buram. |Jalan putus." },
        { "degrees behind a name", "Lestari, S.H., M.Si., datang. |Jalan putus." },
        { "no blank between sentences", "Air surut.|Jalan putus." },
        { "a quotation is one piece", "\"Air surut. Jalan putus,\" kata Wati. |Warga pulang." },
        { "a quotation that ends with a stop", "Kata Wati, \"Air surut.\" |Jalan putus." },
        { "a quotation, then its cue", "\"Air surut?\" tanya Wati. |Jalan putus." },
        { "two quotations", "\"Air surut,\" kata Wati. |\"Jalan putus,\" kata Budi." },
        { "a paragraph ends everything", "Air surut\n|Jalan putus" },
        { "a single letter that ends a sentence", "Tersangka berinisial F. |Jalan putus." },
        { "a year before a stop", "Jembatan itu dibuka pada 2019. |Jalan putus." },
        { "a sentence that starts with a number", "Air surut. |12 rumah rusak." },
        { "an ellipsis inside", "Air ... surut juga. |Jalan putus." },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Ends_sentences_where_a_reader_does(string name, string marked)
    {
        var expected = marked.Split('|').Select(s => s.Trim());
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        Assert.Equal(expected, Read(text).Select(span => span.Of(text)));
        Assert.NotEmpty(name);
    }

    [Fact]
    public void Every_token_lies_in_one_sentence()
    {
        const string pieces = "Ab. \"c? “D”! e\n12 (f) - M. dr. ";
        var random = new Random(20250611);
        for (var round = 0; round < 1_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            var (tokens, sentences) = Cut(text);
            var at = 0;
            foreach (var sentence in sentences)
            {
                Assert.Equal(at, sentence.First);
                Assert.True(sentence.End > sentence.First, text);
                at = sentence.End;
            }

            Assert.Equal(tokens.Length, at);
        }
    }

    [Fact]
    public void Says_which_sentences_open_a_paragraph()
    {
        var (_, sentences) = Cut("Air surut. Jalan putus.\nWarga pulang.");
        Assert.Equal([true, false, true], sentences.Select(s => s.OpensParagraph));
    }

    private static IEnumerable<TextSpan> Read(string text)
    {
        var (tokens, sentences) = Cut(text);
        return sentences.Select(s => new TextSpan(tokens[s.First].Start, tokens[s.End - 1].End));
    }

    private static (Token[] Tokens, List<Sentence> Sentences) Cut(string text)
    {
        var lexicon = ClaimLexicon.Of("id")!;
        var tokens = Tokenizer.Read(text, lexicon.Language.Vocabulary);
        var quotations = QuotationFinder.Read(text, tokens);
        return (tokens, SentenceFinder.Read(
            text, tokens, quotations, word => lexicon.In(WordList.Abbreviation, word), word => lexicon.In(WordList.Letter, word)));
    }
}
