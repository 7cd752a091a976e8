using System.Globalization;
using Konon.Claims;

namespace Konon.Ledger.Review;

/// <summary>Why a claim cannot be corrected so.</summary>
public enum CorrectionRefusal
{
    /// <summary>The claim has no such speaker or figure.</summary>
    NoSuchPart,

    /// <summary>The value is none that the field can have.</summary>
    BadValue,
}

/// <summary>Reads and sets the fields of a claim by their names in files.</summary>
public static class Correction
{
    /// <summary>The field's value; null where the claim has none.</summary>
    public static string? ValueOf(Claim claim, ClaimField field)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return field.Part switch
        {
            ClaimPart.Claim => field.Name == "stance" ? WireNames.Of(claim.Stance) : claim.SaidOn?.ToString(),
            ClaimPart.Speaker => field.Ordinal > claim.Speakers.Count ? null : ValueOf(claim.Speakers[field.Ordinal - 1], field.Name),
            _ => field.Ordinal > claim.Figures.Count ? null : ValueOf(claim.Figures[field.Ordinal - 1], field.Name),
        };
    }

    /// <summary>The claim with one field set; a name for the speaker after the last adds one, a speaker without a name goes.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">Its value; null for none.</param>
    /// <param name="corrected">The claim with the value; the same where refused.</param>
    /// <returns>Why it cannot be; null where it was done.</returns>
    public static CorrectionRefusal? TryApply(Claim claim, ClaimField field, string? value, out Claim corrected)
    {
        ArgumentNullException.ThrowIfNull(claim);
        corrected = claim;
        try
        {
            corrected = field.Part switch
            {
                ClaimPart.Claim when field.Name == "stance" =>
                    claim with { Stance = WireNames.Read<Stance>(Required(value), WireNames.Of) },
                ClaimPart.Claim => claim with { SaidOn = Days(value) },
                ClaimPart.Speaker => claim with { Speakers = Set(claim.Speakers, field, value) },
                _ => claim with { Figures = Set(claim.Figures, field, value) },
            };
            return null;
        }
        catch (FormatException)
        {
            return CorrectionRefusal.BadValue;
        }
        catch (ArgumentOutOfRangeException)
        {
            return CorrectionRefusal.NoSuchPart;
        }
    }

    private static string? ValueOf(Speaker speaker, string name) => name switch
    {
        "name" => speaker.Name,
        "role" => speaker.Role,
        "party" => speaker.Party,
        _ => WireNames.Of(speaker.Type),
    };

    private static string? ValueOf(Figure figure, string name) => name switch
    {
        "value" => Number(figure.Value),
        "max" => figure.Max is { } max ? Number(max) : null,
        "bound" => WireNames.Of(figure.Bound),
        "counted" => figure.Counted,
        "unit" => figure.Unit,
        "status" => figure.Status,
        "scope" => figure.Scope,
        _ => figure.AsOf?.ToString(),
    };

    private static List<Speaker> Set(IReadOnlyList<Speaker> speakers, ClaimField field, string? value)
    {
        var set = speakers.ToList();
        var at = field.Ordinal - 1;
        if (field.Name == "name" && at == set.Count && value is not null)
        {
            set.Add(new Speaker(value, null, null, SpeakerType.Person, null));
            return set;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(at, set.Count, nameof(field));
        if (field.Name == "name" && value is null) set.RemoveAt(at);
        else set[at] = Set(set[at], field.Name, value);
        return set;
    }

    // The mention stays: it is where the words stand, not whom they mean.
    private static Speaker Set(Speaker speaker, string name, string? value) => name switch
    {
        "name" => speaker with { Name = Required(value) },
        "role" => speaker with { Role = value },
        "party" => speaker with { Party = value },
        _ => speaker with { Type = WireNames.Read<SpeakerType>(Required(value), WireNames.Of) },
    };

    private static List<Figure> Set(IReadOnlyList<Figure> figures, ClaimField field, string? value)
    {
        var set = figures.ToList();
        var at = field.Ordinal - 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(at, set.Count, nameof(field));
        var figure = set[at];
        set[at] = field.Name switch
        {
            "value" => figure with { Value = Amount(Required(value)) },
            "max" => figure with { Max = value is null ? null : Amount(value) },
            "bound" => figure with { Bound = WireNames.Read<Bound>(Required(value), WireNames.Of) },
            "counted" => figure with { Counted = value },
            "unit" => figure with { Unit = value },
            "status" => figure with { Status = value },
            "scope" => figure with { Scope = value },
            _ => figure with { AsOf = Days(value) },
        };
        return set;
    }

    private static string Required(string? value) => value ?? throw new FormatException("this field always has a value");

    private static decimal Amount(string value) =>
        decimal.TryParse(
            value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : throw new FormatException("not a number");

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static DayRange? Days(string? value)
    {
        if (value is null) return null;
        var days = DayRange.Parse(value);
        return days.From <= days.To ? days : throw new FormatException("the range ends before it starts");
    }
}
