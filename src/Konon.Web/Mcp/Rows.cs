using Konon.Claims;
using Konon.Ledger;

namespace Konon.Web.Mcp;

/// <summary>An article found.</summary>
internal sealed record ArticleAnswer(
    Source Source, string? Title, long Claims, StoryName? Story, IReadOnlyList<Quote> Quotes);

/// <summary>A story by its id.</summary>
internal sealed record StoryName(string Id, string? Name);

/// <summary>A claim.</summary>
internal sealed record ClaimAnswer
{
    public required string Claim { get; init; }

    public required IReadOnlyList<SpeakerAnswer> Speakers { get; init; }

    public required string Stance { get; init; }

    public required string Kind { get; init; }

    /// <summary>When it was said, <c>2025-03-03</c> or two days with a stroke between; left out where the article does not say.</summary>
    public string? SaidOn { get; init; }

    public string? Cue { get; init; }

    public IReadOnlyList<string?>? Via { get; init; }

    public IReadOnlyList<FigureAnswer>? Figures { get; init; }

    public required Source Source { get; init; }

    public required IReadOnlyList<Quote> Quotes { get; init; }

    /// <summary>A claim as its article has it.</summary>
    public static ClaimAnswer Of(string article, Konon.Articles.Article text, string id, Claim claim) => new()
    {
        Claim = id,
        Speakers = [.. claim.Speakers.Select(SpeakerAnswer.Of)],
        Stance = WireNames.Of(claim.Stance),
        Kind = WireNames.Of(claim.Kind),
        SaidOn = claim.SaidOn?.ToString(),
        Cue = claim.Cue is { } cue ? ToolWords.Name(cue.Of(text.Text)) : null,
        Via = claim.Via.Count == 0 ? null : [.. claim.Via.Select(relay => ToolWords.Name(relay.Name))],
        Figures = claim.Figures.Count == 0
            ? null
            : [.. claim.Figures.Take(FigureAnswer.Most).Select(figure => FigureAnswer.Of(figure, text.Text))],
        Source = Source.Of(article, text),
        Quotes = Quote.Of(text, claim.Content),
    };
}

/// <summary>Who says something.</summary>
internal sealed record SpeakerAnswer(string? Id, string? Name, string? Role, string Type, string? Party)
{
    public static SpeakerAnswer Of(Speaker speaker) => new(
        ContentId.OfSpeaker(speaker), ToolWords.Name(speaker.Name), ToolWords.Name(speaker.Role), WireNames.Of(speaker.Type),
        ToolWords.Name(speaker.Party));
}

/// <summary>A number with what it counts.</summary>
internal sealed record FigureAnswer(
    decimal Value, decimal? Max, string Bound, string? Counted, string? Unit, string? Status, string? Scope, string? AsOf, string? Exact)
{
    /// <summary>A claim with more figures is a table.</summary>
    public const int Most = 12;

    public static FigureAnswer Of(Figure figure, string text) => new(
        figure.Value, figure.Max, WireNames.Of(figure.Bound), ToolWords.Name(figure.Counted), ToolWords.Name(figure.Unit),
        ToolWords.Name(figure.Status), ToolWords.Name(figure.Scope), figure.AsOf?.ToString(), ToolWords.Name(figure.Span.Of(text)));
}
