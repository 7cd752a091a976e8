using System.Security.Cryptography;
using System.Text;

namespace Konon.Stories.Series;

/// <summary>Names a series by what it counts, so that its address stays while values come and go.</summary>
public static class SeriesIds
{
    // Read beside the story's id: 48 bits tell the series of one story apart.
    private const int Bytes = 6;

    /// <summary>12 hexadecimal digits made of the key; the same for the same key in every story.</summary>
    public static string Of(SeriesKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var made = string.Join('\u001f', key.Counted, key.Of, key.Status, key.Place, ((int)key.Scope).ToString(
            System.Globalization.CultureInfo.InvariantCulture), key.Unit);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made)).AsSpan(0, Bytes));
    }
}
