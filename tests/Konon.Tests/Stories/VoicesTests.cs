using Konon.Claims;
using Konon.Stories;
using Xunit;

namespace Konon.Tests.Stories;

public sealed class VoicesTests
{
    [Theory]
    [InlineData("Zelensky", "Zelenskyy")]
    [InlineData("Zelenskiy", "Zelenski")]
    [InlineData("Yoon Suk-yeol", "Yun Suk Yeol")]
    [InlineData("Kim Jong-un", "Kim Jong Un")]
    [InlineData("Soekarno", "Sukarno")]
    [InlineData("Erdoğan", "Erdogan")]
    [InlineData("Ma'ruf", "Ma’ruf")]
    public void Spellings_of_one_name_meet(string one, string other) => Assert.Equal(NameKey.Of(one), NameKey.Of(other));

    [Theory]
    [InlineData("Kim Jong-un", "Kim Yong-hyun")]
    [InlineData("Budi", "Budiman")]
    [InlineData("Ani", "Ami")]
    public void Different_names_stay_apart(string one, string other) => Assert.NotEqual(NameKey.Of(one), NameKey.Of(other));

    [Fact]
    public void A_last_name_meets_the_one_full_name_that_holds_it() =>
        Assert.Single(Voices(Told.Person("Lina Hartono", "ID"), Told.Person("Hartono", "ID"), Told.Person("Lina")));

    [Fact]
    public void A_last_name_that_two_bear_stays_by_itself() =>
        Assert.Equal(3, Voices(Told.Person("Lina Hartono"), Told.Person("Tono Hartono"), Told.Person("Hartono")).Count);

    [Fact]
    public void Two_parties_are_two_persons() =>
        Assert.Equal(2, Voices(Told.Person("Lina Hartono", "ID"), Told.Person("Hartono", "MY")).Count);

    [Fact]
    public void A_state_is_one_voice_under_all_its_names()
    {
        var voice = Assert.Single(Voices(Told.State("AS", "US"), Told.State("Amerika Serikat", "US")));
        Assert.Equal("Amerika Serikat", voice.Name);
    }

    [Fact]
    public void A_name_without_letters_breaks_nothing() => Assert.Equal(2, Voices(Told.Person("…"), Told.Person("Ani")).Count);

    private static List<Voice> Voices(params IEnumerable<Speaker> speakers)
    {
        var told = new Told(null, "hujan");
        foreach (var speaker in speakers) told.Claims(speaker, "hujan");
        var story = StoryBuilder.Build([told.Read()]);
        return [.. story.Statements.SelectMany(statement => statement.Voices).Distinct()];
    }
}
