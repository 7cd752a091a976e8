using System.Globalization;
using Konon.Text;
using Microsoft.AspNetCore.Http;

namespace Konon.Web.Http;

/// <summary>What a request asks for, read forgivingly: an empty field of a form is no field.</summary>
internal static class Ask
{
    // Longer words find nothing and cost their length.
    private const int LongestValue = 2000;

    /// <summary>A field's text, trimmed; null where it is missing, empty or too long.</summary>
    public static string? Text(HttpContext context, string name)
    {
        var value = context.Request.Query[name].ToString().Trim();
        return value.Length is 0 or > LongestValue ? null : value;
    }

    /// <summary>A day as a date field sends it; null for anything else.</summary>
    public static DateOnly? Day(HttpContext context, string name) => IsoDay.TryRead(Text(context, name));

    /// <summary>A whole number between bounds; the least for anything else.</summary>
    public static int Number(HttpContext context, string name, int least, int most) =>
        int.TryParse(Text(context, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, least, most) : least;

    /// <summary>The same address with another value of one field; the cursor goes unless it is that field.</summary>
    /// <param name="context">The request.</param>
    /// <param name="name">The field.</param>
    /// <param name="value">Its value; null to leave it out.</param>
    /// <param name="without">Other fields to leave out.</param>
    public static string With(HttpContext context, string name, string? value, params string[] without)
    {
        var fields = context.Request.Query
            .Where(field => field.Key != name && field.Key != "cursor" && !without.Contains(field.Key, StringComparer.Ordinal))
            .SelectMany(field => field.Value, (field, text) => KeyValuePair.Create(field.Key, text))
            .Where(field => !string.IsNullOrEmpty(field.Value));
        if (value is not null) fields = fields.Append(KeyValuePair.Create(name, (string?)value));
        return context.Request.Path + QueryString.Create(fields).ToUriComponent();
    }
}
