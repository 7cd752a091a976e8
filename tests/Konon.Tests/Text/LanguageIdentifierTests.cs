using Konon.Text;
using Xunit;

namespace Konon.Tests.Text;

public sealed class LanguageIdentifierTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "id", "Polisi mengatakan bahwa korban sudah dibawa ke rumah sakit karena luka di kepala." },
        { "ms", "Polis berkata mangsa telah dibawa ke hospital kerana cedera di kepala selepas kereta itu terbabas." },
        { "en", "The police said that the victims had been taken to hospital after the car left the road." },
        { "und", "Die Polizei sagte, dass die Opfer nach dem Unfall in das Krankenhaus gebracht wurden." },
        { "und", "La police a déclaré que les victimes ont été transportées à l'hôpital après l'accident." },
        { "und", "Sinabi ng mga pulis na dinala ang mga biktima sa ospital matapos ang aksidente." },
        { "und", "警方说伤者已送往医院。" },
        { "und", "12 34 56" },
        { "und", "" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Says_the_language_or_that_it_cannot_tell(string language, string text) =>
        Assert.Equal(language, LanguageIdentifier.Identify(text));
}
