using System.Globalization;

namespace Konon.Ledger.Review;

/// <summary>Which part of a claim a field belongs to.</summary>
public enum ClaimPart
{
    /// <summary>The claim itself: <c>stance</c>, <c>said_on</c>.</summary>
    Claim,

    /// <summary>One of its speakers: <c>name</c>, <c>role</c>, <c>party</c>, <c>type</c>.</summary>
    Speaker,

    /// <summary>
    /// One of its figures: <c>value</c>, <c>max</c>, <c>bound</c>, <c>counted</c>, <c>unit</c>, <c>status</c>, <c>scope</c>,
    /// <c>as_of</c>.
    /// </summary>
    Figure,
}

/// <summary>A field of a claim that a person may correct.</summary>
/// <param name="Part">Which part of the claim.</param>
/// <param name="Ordinal">Which of its speakers or figures, from 1; 0 for the claim itself.</param>
/// <param name="Name">The field's name in files.</param>
public readonly record struct ClaimField(ClaimPart Part, int Ordinal, string Name)
{
    private static readonly string[] OfClaim = ["stance", "said_on"];
    private static readonly string[] OfSpeaker = ["name", "role", "party", "type"];
    private static readonly string[] OfFigure = ["value", "max", "bound", "counted", "unit", "status", "scope", "as_of"];

    /// <summary>All fields, of speakers and figures the first.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OfClaim, .. OfSpeaker.Select(name => "speaker." + name), .. OfFigure.Select(name => "figure." + name)];

    /// <summary>
    /// Reads <c>stance</c>, <c>speaker</c> (its name), <c>speaker.party</c>, <c>speaker.2.party</c>, <c>figure.value</c> …
    /// </summary>
    /// <returns>Whether there is such a field.</returns>
    public static bool TryParse(string text, out ClaimField field)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Trim().ToLowerInvariant().Replace('-', '_').Split('.');
        field = default;
        if (parts.Length == 1 && OfClaim.Contains(parts[0], StringComparer.Ordinal))
        {
            field = new ClaimField(ClaimPart.Claim, 0, parts[0]);
            return true;
        }

        var ordinal = 1;
        var numbered = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out ordinal);
        if (!numbered) ordinal = 1;
        var rest = parts[(numbered ? 2 : 1)..];
        if (rest.Length > 1 || ordinal < 1) return false;
        var name = rest.Length == 1 ? rest[0] : parts[0] == "speaker" ? "name" : "value";
        var known = parts[0] switch { "speaker" => OfSpeaker, "figure" => OfFigure, _ => [] };
        field = new ClaimField(parts[0] == "speaker" ? ClaimPart.Speaker : ClaimPart.Figure, ordinal, name);
        return known.Contains(name, StringComparer.Ordinal);
    }

    /// <summary>The field as decisions have it: <c>speaker.1.party</c>.</summary>
    public override string ToString() => Part switch
    {
        ClaimPart.Claim => Name,
        ClaimPart.Speaker => string.Create(CultureInfo.InvariantCulture, $"speaker.{Ordinal}.{Name}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"figure.{Ordinal}.{Name}"),
    };
}
