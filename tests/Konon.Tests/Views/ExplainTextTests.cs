using Konon.Claims;
using Konon.Ledger;
using Konon.Views;
using Xunit;

namespace Konon.Tests.Views;

public sealed class ExplainTextTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Prints_the_approved_explanation(string ui)
    {
        using var page = new StringWriter();
        ExplainText.Write(Ferry.First(), new BriefOptions { Words = UiWords.Of(ui) }, page);
        Approved.Match(page.ToString(), $"explain-{ui}.txt");
    }

    [Fact]
    public void Prints_the_approved_listing()
    {
        using var page = new StringWriter();
        ArticleText.Write(Ferry.First(), new BriefOptions(), page);
        Approved.Match(page.ToString(), "extract.txt");
    }

    [Fact]
    public void Every_reason_and_stance_has_words_in_every_language()
    {
        foreach (var words in UiWords.Languages.Select(UiWords.Of))
        {
            Assert.All(Enum.GetValues<Stance>(), stance => Assert.NotEmpty(words.Stance(stance)));
            Assert.All(Enum.GetValues<ClaimRefusal>(), reason => Assert.NotEmpty(words["refusal." + WireNames.Of(reason)]));
            Assert.All(Enum.GetValues<ClaimKind>(), kind => Assert.NotEmpty(words["kind." + WireNames.Of(kind)]));
            Assert.All(Enum.GetValues<SpeakerType>(), type => Assert.NotEmpty(words["type." + WireNames.Of(type)]));
        }
    }

    [Fact]
    public void The_languages_have_the_same_words()
    {
        var keys = UiWords.Languages.Select(language => Konon.Languages.LanguageResource.Words(language, "ui").Order(StringComparer.Ordinal));
        Assert.Equal(keys.First(), keys.Last());
    }
}
