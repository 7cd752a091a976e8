using System.Security.Cryptography;
using System.Text;
using Konon.Articles;
using Konon.Claims;
using Xunit;

namespace Konon.Tests.Claims;

/// <summary>English news: the grammar of Indonesian with the words of another folder.</summary>
public sealed class EnglishClaimTests
{
    private static readonly DateOnly Published = new(2024, 10, 25);

    // Sentences of our own. Claims as "speaker | stance | content", parts of a content parted by " / ".
    private static readonly Example[] Examples =
    [
        new("quote, said X, role", "“We expect at least 3,000 soldiers to arrive this month,” said John Kirby, a spokesman for the White House.")
        {
            Claims = ["John Kirby | Asserts | “We expect at least 3,000 soldiers to arrive this month,”"], Party = "US", Figure = "AtLeast 3000 soldiers",
        },
        new("quote, X, role, said", "“The bridge was hit twice,” Oleh Marenko, the mayor of Odesa, said on Tuesday.")
        {
            Claims = ["Oleh Marenko | Asserts | “The bridge was hit twice,”"], Party = "UA", SaidOn = "2024-10-22",
        },
        new("X said: quote", "John Kirby said: “We have seen the reports.”") { Claims = ["John Kirby | Asserts | “We have seen the reports.”"] },
        new("a quote in two parts", "“The talks,” said Maria Zakharova, “have failed.”")
        {
            Claims = ["Maria Zakharova | Asserts | “The talks,” / “have failed.”"],
        },
        new("a quote that goes on", "“The talks are over,” Maria Zakharova said. “We will not return.”")
        {
            Claims = ["Maria Zakharova | Asserts | “The talks are over,” / “We will not return.”"],
        },
        new("a pronoun finds its name", "Maria Zakharova, the Russian Foreign Ministry spokeswoman, said Moscow had sent no troops. “These claims are false,” she added.")
        {
            Claims = ["Maria Zakharova | Asserts | Moscow had sent no troops", "Maria Zakharova | Asserts | “These claims are false,”"], Party = "RU",
        },
        new("a quoted question", "“Is anyone still inside?” asked Anna Berg, a nurse.") { Claims = ["Anna Berg | Asserts | “Is anyone still inside?”"] },
        new("a quote inside its clause", "The move was “illegal and very dangerous,” Peskov said.")
        {
            Claims = ["Peskov | Asserts | The move was “illegal and very dangerous,”"],
        },
        new("told an outlet that", "Dmitry Peskov told Reuters that the talks would continue next week.")
        {
            Claims = ["Dmitry Peskov | Asserts | the talks would continue next week"], Via = "Reuters",
        },
        new("told the BBC", "Dmitry Peskov told the BBC the talks would continue.")
        {
            Claims = ["Dmitry Peskov | Asserts | the talks would continue"], Via = "BBC",
        },
        new("told reporters, no that", "Peskov told reporters on Friday the talks would continue.")
        {
            Claims = ["Peskov | Asserts | the talks would continue"], SaidOn = "2024-10-25",
        },
        new("clause, according to", "The army is preparing an attack, according to South Korea’s spy agency.")
        {
            Claims = ["South Korea’s spy agency | Asserts | The army is preparing an attack"], Party = "KR",
        },
        new("according to, clause", "According to the Ukrainian military, at least 40 drones were shot down overnight.")
        {
            Claims = ["Ukrainian military | Asserts | at least 40 drones were shot down overnight"], Party = "UA", Figure = "AtLeast 40 drones",
        },
        new("clause, X said", "The bridge was closed on Monday, the transport ministry said.")
        {
            Claims = ["transport ministry | Asserts | The bridge was closed on Monday"],
        },
        new("clause, X told Y, adding", "Anna Weber arrived on Friday. The dam will hold, she told a news conference in Kyiv, adding that repairs had begun.")
        {
            Claims = ["Anna Weber | Asserts | The dam will hold", "Anna Weber | Asserts | repairs had begun"],
        },
        new("a cue in brackets of commas", "The war, Stoltenberg said, could last for years.") { Claims = ["Stoltenberg | Asserts | The war / could last for years"] },
        new("denied that", "Iran denied that it had sent missiles to Russia.") { Claims = ["Iran | Denies | it had sent missiles to Russia"], Party = "IR" },
        new("has denied a noun", "Moscow has denied the allegations.") { Claims = ["Moscow | Denies | the allegations"], Party = "RU" },
        new("declined to comment", "The Pentagon declined to comment on the report.") { Claims = ["Pentagon | Declines | the report"], Party = "US" },
        new("no answer", "The White House did not immediately respond to a request for comment.")
        {
            Claims = ["White House | Declines | to a request for comment"], Party = "US",
        },
        new("neither confirmed nor denied", "John Kirby neither confirmed nor denied the report.") { Claims = ["John Kirby | Declines | the report"] },
        new("confirmed that", "NATO confirmed that North Korean troops had been sent to Russia.")
        {
            Claims = ["NATO | Confirms | North Korean troops had been sent to Russia"], Party = "NATO",
        },
        new("urged to", "The United Nations urged both sides to stop the fighting.")
        {
            Claims = ["United Nations | Urges | both sides to stop the fighting"], Party = "UN",
        },
        new("called on", "Antony Blinken called on China to use its influence.") { Claims = ["Antony Blinken | Urges | China to use its influence"] },
        new("called for", "Volodymyr Zelensky called for an immediate ceasefire.") { Claims = ["Volodymyr Zelensky | Urges | an immediate ceasefire"] },
        new("reportedly", "The attackers reportedly crossed the border at night.") { Claims = ["- | Asserts | The attackers / crossed the border at night"] },
        new("are believed to", "More than 200 people are believed to have died in the flood.")
        {
            Claims = ["- | Asserts | More than 200 people / to have died in the flood"], Figure = "MoreThan 200 people",
        },
        new("was accused of", "The man was accused of stealing secret documents.") { Claims = ["- | Asserts | The man / of stealing secret documents"] },
        new("was quoted by", "Vladimir Putin was quoted by AFP as saying the war would end soon.")
        {
            Claims = ["Vladimir Putin | Asserts | the war would end soon"], Via = "AFP",
        },
        new("an outlet quoted X as saying", "Reuters quoted Kim Yong-hyun as saying that the North had sent 10,000 soldiers.")
        {
            Claims = ["Kim Yong-hyun | Asserts | the North had sent 10,000 soldiers"], Via = "Reuters", Figure = "Exact 10000 soldiers",
        },
        new("a relative clause is no role", "Fumio Kishida, who visited Seoul last week, said Japan would help.") { Claims = ["Fumio Kishida | Asserts | Japan would help"] },
        new("an unnamed source", "A senior South Korean official told Yonhap that the soldiers were moving west.")
        {
            Claims = ["A senior South Korean official | Asserts | the soldiers were moving west"], Party = "KR", Via = "Yonhap",
        },
        new("officials", "Officials said on Tuesday that the fire had killed about 12 people.")
        {
            Claims = ["Officials | Asserts | the fire had killed about 12 people"], SaidOn = "2024-10-22", Figure = "About 12 people",
        },
        new("two cues of one speaker", "Emmanuel Macron said the strike was “a grave mistake” but denied sending troops.")
        {
            Claims = ["Emmanuel Macron | Asserts | the strike was “a grave mistake”", "Emmanuel Macron | Denies | sending troops"],
        },
        new("it goes on for a body", "The company said it had sold more than 1.5 million cars. It added that sales would grow.")
        {
            Claims = ["company | Asserts | it had sold more than 1.5 million cars", "company | Asserts | sales would grow"], Figure = "MoreThan 1500000 cars",
        },
        new("present tense", "Russia claims that the town has fallen.") { Claims = ["Russia | Asserts | the town has fallen"], Party = "RU" },
        new("a state of a person's name", "Israel rejected the report and said its forces had not fired.")
        {
            Claims = ["Israel | Denies | the report", "Israel | Asserts | its forces had not fired"], Party = "IL",
        },
        new("told is a passive, too", "He was told that the road was closed."),
        new("confirmed by law", "The law has been confirmed by a vote."),
        new("a quoted word alone", "The so-called “buffer zone” was widened on Monday."),
        new("nobody speaks", "Rain fell over the whole country on Sunday."),
    ];

    [Fact]
    public void Finds_who_says_what_in_English()
    {
        Assert.True(Examples.Length >= 25, $"only {Examples.Length} examples");
        var wrong = new List<string>();
        foreach (var example in Examples)
        {
            var reading = ClaimFinder.Read(Article(example.Text));
            Compare(wrong, example, "claims", string.Join("\n", example.Claims), string.Join("\n", reading.Claims.Select(c => Line(reading, c))));
            if (reading.Claims.Count == 0) continue;
            var first = reading.Claims[0];
            if (example.Party is not null) Compare(wrong, example, "party", example.Party, first.Speakers.Count == 0 ? null : first.Speakers[0].Party);
            if (example.Via is not null) Compare(wrong, example, "via", example.Via, string.Join(", ", first.Via.Select(via => via.Name)));
            if (example.SaidOn is not null) Compare(wrong, example, "said on", example.SaidOn, first.SaidOn?.ToString());
            if (example.Figure is not null)
                Compare(wrong, example, "figure", example.Figure, string.Join(", ", first.Figures.Select(f => $"{f.Bound} {f.Value:0.##} {f.Counted}")));
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Reads_an_English_article()
    {
        var article = Given.Article(Given.Row(Fixture, "Denmark denies ignoring storm warning", "Example Times", "2024-10-25"));
        Assert.Equal("en", article.Language);
        var reading = ClaimFinder.Read(article);
        Assert.Equal(
            [
                "Denmark | Denies | ignoring storm warning",
                "Denmark's transport ministry | Denies | it had ignored a warning before a ferry sank on Tuesday",
                "Marta Lund | Asserts | “We did not know how strong the wind would be,”",
                "Marta Lund | Asserts | the crew had sailed the route for 20 years",
                "coastguard | Asserts | At least 34 people were rescued",
                "Jonas Veld | Asserts | the search would go on until Sunday",
                "Marta Lund | Declines | the age of the ship",
            ],
            reading.Claims.Select(claim => Line(reading, claim)));
        Assert.Equal(["Reuters"], reading.Claims[5].Via.Select(via => via.Name));
    }

    [Fact]
    public void Every_span_of_an_English_claim_reads_back_its_words()
    {
        foreach (var example in Examples)
        {
            var reading = ClaimFinder.Read(Article(example.Text));
            foreach (var claim in reading.Claims)
            {
                Assert.All(claim.Content, part => Assert.InRange(part.End, part.Start + 1, example.Text.Length));
                Assert.True(claim.Cue is null || claim.Content.All(part => !part.Overlaps(claim.Cue.Value)), example.Name);
            }
        }
    }

    private const string Fixture =
        """
        Denmark's transport ministry has denied that it had ignored a warning before a ferry sank on Tuesday.

        “We did not know how strong the wind would be,” said Marta Lund, chief executive of the ferry line. She added that the crew had sailed the route for 20 years.

        At least 34 people were rescued, according to the coastguard.

        Jonas Veld, a rescue officer, told Reuters that the search would go on until Sunday.

        Lund declined to comment on the age of the ship.
        """;

    private static void Compare(List<string> wrong, Example example, string what, string expected, string? actual)
    {
        if (expected != actual) wrong.Add($"{example.Name}: {what}: expected\n{expected}\nfound\n{actual}\n");
    }

    private static string Line(Reading reading, Claim claim)
    {
        var speakers = claim.Speakers.Count == 0 ? "-" : string.Join(" and ", claim.Speakers.Select(speaker => speaker.Name));
        return $"{speakers} | {claim.Stance} | {string.Join(" / ", claim.Content.Select(part => part.Of(reading.Article.Text)))}";
    }

    private static Article Article(string text) => new()
    {
        Input = "test", Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), Outlet = "Example Times",
        Published = new Timestamp(Published.ToDateTime(TimeOnly.MinValue), null, TimePrecision.Day, TimeOrigin.Row), Language = "en", Text = text,
        Asides = [], Removed = [], Notes = [],
    };

    private sealed record Example(string Name, string Text)
    {
        public string[] Claims { get; init; } = [];

        public string? Party { get; init; }

        public string? Via { get; init; }

        public string? SaidOn { get; init; }

        public string? Figure { get; init; }
    }
}
