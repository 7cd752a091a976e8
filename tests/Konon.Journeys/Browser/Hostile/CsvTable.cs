using System.Text;

namespace Konon.Journeys.Browser.Hostile;

/// <summary>Reads comma-separated values (RFC 4180) as a spreadsheet does.</summary>
internal static class CsvTable
{
    public static IReadOnlyList<string[]> Read(string table)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < table.Length; i++)
        {
            var letter = table[i];
            if (letter == '"' && isQuoted && i + 1 < table.Length && table[i + 1] == '"') cell.Append(table[i++]);
            else if (letter == '"') isQuoted = !isQuoted;
            else if (isQuoted || letter is not (',' or '\n' or '\r')) cell.Append(letter);
            else if (letter != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (letter == ',') continue;
                rows.Add([.. row]);
                row.Clear();
            }
        }

        return rows;
    }
}
