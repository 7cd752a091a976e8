using FsCheck;
using FsCheck.Fluent;
using Konon.Claims;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Text;

/// <summary>What holds of the tokens of any text at all.</summary>
public sealed class TokenizerLawTests
{
    private static readonly Vocabulary Words = ClaimLexicon.Of("id")!.Language.Vocabulary;

    [Fact]
    public void Tokens_stand_in_order_and_hold_all_that_is_no_white_space() =>
        Prop.ForAll(AnyText.Texts, text =>
        {
            var at = 0;
            foreach (var token in Tokenizer.Read(text, Words))
            {
                if (token.Start < at || token.End <= token.Start || token.End > text.Length || !IsBlank(text, at, token.Start)) return false;
                at = token.End;
            }

            return IsBlank(text, at, text.Length);
        }).Check(Fixed.Seed);

    [Fact]
    public void No_token_cuts_a_surrogate_pair() =>
        Prop.ForAll(AnyText.Texts, text => Array.TrueForAll(
            Tokenizer.Read(text, Words),
            token => !Cuts(text, token.Start) && !Cuts(text, token.End))).Check(Fixed.Seed);

    [Fact]
    public void A_token_with_a_number_is_that_word() =>
        Prop.ForAll(AnyText.Texts, text => Array.TrueForAll(
            Tokenizer.Read(text, Words),
            token => token.Word < 0 || token.Span.In(text).Equals(Words[token.Word], StringComparison.OrdinalIgnoreCase))).Check(Fixed.Seed);

    private static bool Cuts(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static bool IsBlank(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && text[i] is not ('\u200b' or '\u200c' or '\u200d' or '\ufeff')) return false;
        }

        return true;
    }
}
