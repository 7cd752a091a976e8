using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Konon.Articles;
using Konon.Claims;
using Konon.Text;
using Konon.Views;
using Xunit;

namespace Konon.Tests.Claims;

/// <summary>What holds of the claims of any text at all.</summary>
public sealed class AnyTextTests
{
    private static readonly Config Seeded = Fixed.Seed.WithMaxTest(1500).WithEndSize(120);

    [Fact]
    public void Every_span_lies_in_the_text_and_contents_stand_in_order() =>
        Prop.ForAll(AnyText.Texts, text => Readings(text).All(IsWellFormed)).Check(Seeded);

    [Fact]
    public void The_same_text_gives_the_same_claims() =>
        Prop.ForAll(AnyText.Texts, text => Readings(text).Zip(Readings(text)).All(pair => Json(pair.First) == Json(pair.Second))).Check(Seeded);

    [Fact]
    public void The_words_stand_at_their_offsets_in_code_points() =>
        Prop.ForAll(AnyText.Texts, text => Readings(text).All(ReadsBack)).Check(Seeded);

    [Fact]
    public void Claims_are_found_in_the_texts_drawn()
    {
        // The laws above say little of readings without a claim.
        var found = AnyText.LikeNews.Sample(300, 60).Count(text => Readings(text).Any(reading => reading.Claims.Count > 0));
        Assert.True(found > 60, $"only {found} of 300 texts hold a claim");
    }

    /// <summary>The text as a body, as a title, and as both, in each language.</summary>
    private static IEnumerable<Reading> Readings(string text)
    {
        var published = new Timestamp(new DateTime(2025, 6, 10), null, TimePrecision.Day, TimeOrigin.Row);
        foreach (var language in (string[])["id", "en"])
        {
            foreach (var title in (int[])[0, text.Length, text.IndexOf('\n', StringComparison.Ordinal) + 1])
            {
                yield return ClaimFinder.Read(new Article
                {
                    Input = "test", Sha256 = "0", Language = language, Text = text, BodyStart = title, Published = published, Outlet = "Antara",
                });
            }
        }
    }

    internal static bool IsWellFormed(Reading reading)
    {
        var text = reading.Article.Text;
        var before = 0;
        foreach (var claim in reading.Claims)
        {
            if (claim.Content.Count == 0 || claim.Content[0].Start < before) return false;
            before = claim.Content[0].Start;
            if (!Disjoint(claim.Content) || !Spans(claim).All(span => !span.IsEmpty && span.End <= text.Length)) return false;
        }

        var refused = 0;
        foreach (var refusal in reading.Refusals)
        {
            if (refusal.Span.Start < refused || refusal.Span.End > text.Length) return false;
            refused = refusal.Span.Start;
        }

        return true;
    }

    private static IEnumerable<TextSpan> Spans(Claim claim) =>
    [
        .. claim.Content,
        .. new[] { claim.Cue }.Concat(claim.Speakers.Select(speaker => speaker.Mention)).OfType<TextSpan>(),
        .. claim.Via.Select(relay => relay.Span),
        .. claim.Figures.Select(figure => figure.Span),
        .. claim.Times.Select(time => time.Span),
    ];

    private static bool Disjoint(IReadOnlyList<TextSpan> spans)
    {
        for (var i = 1; i < spans.Count; i++)
        {
            if (spans[i].Start < spans[i - 1].End) return false;
        }

        return true;
    }

    private static bool ReadsBack(Reading reading)
    {
        var json = JsonDocument.Parse(Json(reading)).RootElement;
        var runes = json.GetProperty("text").GetString()!.EnumerateRunes().ToArray();
        return Selectors(json.GetProperty("claims")).All(selector =>
            string.Concat(runes[selector.GetProperty("start").GetInt32()..selector.GetProperty("end").GetInt32()])
            == selector.GetProperty("exact").GetString());
    }

    /// <summary>Every object at any depth that says where it stands.</summary>
    private static IEnumerable<JsonElement> Selectors(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Selectors),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Selectors(property.Value))
            .Concat(element.TryGetProperty("exact", out _) ? [element] : []),
        _ => [],
    };

    private static string Json(Reading reading)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, ArticleJson.WriterOptions)) ArticleJson.Write(json, reading);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
