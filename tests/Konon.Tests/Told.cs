using System.Security.Cryptography;
using System.Text;
using Konon.Articles;
using Konon.Claims;
using Konon.Text;

namespace Konon.Tests;

/// <summary>Makes a reading by hand: spans are found by their words, so that a test reads like the article.</summary>
internal sealed class Told
{
    private readonly string _text;
    private readonly int _bodyStart;
    private readonly List<Claim> _claims = [];
    private readonly string? _title;

    public Told(string? title, string body)
    {
        _title = title;
        _text = title is null ? body : title + "\n\n" + body;
        _bodyStart = _text.Length - body.Length;
    }

    public string Input { get; init; } = "a.txt";

    public string? Outlet { get; init; }

    public DateOnly? Day { get; init; }

    public string Language { get; init; } = "id";

    public string? Aside { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public Told Claims(
        Speaker? speaker,
        string content,
        Stance stance = Stance.Asserts,
        string? cue = null,
        string? via = null,
        DateOnly? on = null,
        params Figure[] figures)
    {
        var parts = content.Split('|').Select(Find).ToList();
        _claims.Add(new Claim
        {
            Content = parts,
            Kind = content[0] is '"' or '“' ? ClaimKind.Direct : ClaimKind.Indirect,
            Speakers = speaker is null ? [] : [speaker],
            Cue = cue is null ? null : Find(cue),
            Via = via is null ? [] : [new Relay(via, Find(via))],
            Stance = stance,
            Act = "states",
            SaidOn = on is { } day ? DayRange.Of(day) : null,
            Figures = figures,
            Confidence = 0.9,
            Rule = "by.hand",
        });
        return this;
    }

    public Figure Figure(
        string exact, decimal value, string? counted, Bound bound = Bound.Exact, decimal? max = null, string? unit = null,
        string? status = null, string? scope = null) => new()
        {
            Span = Find(exact),
            Value = value,
            Max = max,
            Bound = bound,
            Counted = counted,
            Unit = unit,
            Status = status,
            Scope = scope,
        };

    public static Speaker Person(string name, string? party = null, string? role = null) =>
        new(name, null, role, SpeakerType.Person, party);

    public static Speaker State(string name, string party) => new(name, null, null, SpeakerType.State, party);

    public static Speaker Body(string name, string? party = null) => new(name, null, null, SpeakerType.Organisation, party);

    public Reading Read() => new(
        new Article
        {
            Input = Input,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_text))),
            Outlet = Outlet,
            Title = _title,
            Published = Day is { } day ? new Timestamp(day.ToDateTime(TimeOnly.MinValue), null, TimePrecision.Day, TimeOrigin.Text) : null,
            Language = Language,
            BodyStart = _bodyStart,
            Text = _text,
            Asides = Aside is null ? [] : [Find(Aside)],
            Removed = [new RemovedText("Baca juga: yang lain", "related")],
            Notes = Notes,
        },
        [.. _claims.OrderBy(claim => claim.Content[0].Start)],
        [new Refusal(new TextSpan(0, Math.Min(4, _text.Length)), ClaimRefusal.ScareQuote)]);

    private TextSpan Find(string words)
    {
        var at = _text.IndexOf(words, StringComparison.Ordinal);
        return at >= 0 ? new TextSpan(at, at + words.Length) : throw new ArgumentException("not in the text: " + words, nameof(words));
    }
}
