using System.Globalization;

namespace Konon.Text;

/// <summary>A day as files, options and rows write it: <c>2025-06-10</c> (ISO 8601), which sorts as text like the days themselves.</summary>
public static class IsoDay
{
    /// <summary>The form, as .NET writes it.</summary>
    public const string Form = "yyyy-MM-dd";

    /// <summary>The day in ten characters.</summary>
    public static string Of(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The day in ten characters; null for none.</summary>
    public static string? Of(DateOnly? day) => day is { } known ? Of(known) : null;

    /// <summary>The day of ten characters; null for anything else.</summary>
    public static DateOnly? TryRead(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The day of ten characters.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static DateOnly Read(string text) => DateOnly.ParseExact(text, Form, CultureInfo.InvariantCulture);
}
