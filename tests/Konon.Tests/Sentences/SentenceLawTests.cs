using FsCheck;
using FsCheck.Fluent;
using Konon.Claims;
using Konon.Sentences;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Sentences;

/// <summary>What holds of the sentences and quotations of any text at all.</summary>
public sealed class SentenceLawTests
{
    private static readonly ClaimLexicon Lexicon = ClaimLexicon.Of("id")!;

    [Fact]
    public void Every_token_lies_in_one_sentence() =>
        Prop.ForAll(AnyText.Texts, text =>
        {
            var (tokens, _, sentences) = Read(text);
            var at = 0;
            foreach (var sentence in sentences)
            {
                if (sentence.First != at || sentence.End <= at) return false;
                at = sentence.End;
            }

            return at == tokens.Length;
        }).Check(Fixed.Seed);

    [Fact]
    public void Quotations_stand_in_order_and_apart_and_hold_words() =>
        Prop.ForAll(AnyText.Texts, text =>
        {
            var (tokens, quotations, _) = Read(text);
            var at = 0;
            foreach (var quotation in quotations)
            {
                if (quotation.First < at || quotation.End <= quotation.First || quotation.End > tokens.Length || quotation.Words == 0) return false;
                if (quotation.Span != new TextSpan(tokens[quotation.First].Start, tokens[quotation.End - 1].End)) return false;
                at = quotation.End;
            }

            return true;
        }).Check(Fixed.Seed);

    [Fact]
    public void A_sentence_without_an_end_is_cut()
    {
        var (tokens, _, sentences) = Read(string.Concat(Enumerable.Repeat("air naik ", 1000)));
        Assert.Equal(tokens.Length / SentenceFinder.LongestSentence, sentences.Count);
    }

    [Fact]
    public void A_long_quotation_keeps_its_sentence_whole()
    {
        var text = "\"" + string.Concat(Enumerable.Repeat("air naik ", 1000)) + ",\" kata Seno.";
        var sentence = Assert.Single(Read(text).Sentences);
        Assert.True(sentence.End > 2000);
    }

    private static (Token[] Tokens, List<Quotation> Quotations, List<Sentence> Sentences) Read(string text)
    {
        var tokens = Tokenizer.Read(text, Lexicon.Language.Vocabulary);
        var quotations = QuotationFinder.Read(text, tokens);
        var sentences = SentenceFinder.Read(
            text, tokens, quotations, word => Lexicon.In(WordList.Abbreviation, word), word => Lexicon.In(WordList.Letter, word));
        return (tokens, quotations, sentences);
    }
}
