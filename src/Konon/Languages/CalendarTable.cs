using System.Globalization;
using Konon.Text;

namespace Konon.Languages;

/// <summary>Names of months and days of the week.</summary>
internal sealed class CalendarTable
{
    private readonly Dictionary<int, int> months = [];
    private readonly Dictionary<int, int> days = [];

    public CalendarTable(string language, Vocabulary vocabulary)
    {
        foreach (var row in LanguageResource.Rows(language, "calendar"))
        {
            if (row.Length < 3 || row[1] is not ("month" or "day")) continue;
            var table = row[1] == "month" ? months : days;
            table[vocabulary.Add(row[0])] = int.Parse(row[2], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>1 for January to 12; 0 when the word names no month.</summary>
    public int Month(int word) => months.GetValueOrDefault(word);

    /// <summary>1 for Monday to 7, as in ISO 8601; 0 when the word names no day.</summary>
    public int DayOfWeek(int word) => days.GetValueOrDefault(word);
}
