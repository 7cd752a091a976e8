namespace Konon.Store.Checks;

/// <summary>What the word indexes should hold of a reading.</summary>
internal static class IndexWords
{
    // The beginning tells a row's words from another's; the whole text as one phrase would cost as much as indexing it anew.
    private const int Words = 12;

    /// <summary>The first words of a current reading and of each of its claims, by row; none of a damaged one.</summary>
    public static IEnumerable<(long Row, WordIndex Index, string Words, string Where)> Of(StoredRows rows)
    {
        if (!Equals(rows.Reading.Values["current"], 1L) || Parsed(rows) is not { } expected) yield break;
        var reading = First(expected.Entry.Words);
        if (reading.Length > 0) yield return (rows.Reading.Id, WordIndex.Readings, reading, "reading " + rows.Reading.PublicId);
        foreach (var (made, row) in expected.Claims.Zip(rows.Claims))
        {
            var claim = First(made.Index);
            if (claim.Length > 0) yield return (row.Id, WordIndex.Claims, claim, "claim " + row.PublicId);
        }
    }

    // What cannot be read is told by the check of the readings.
    private static ExpectedReading? Parsed(StoredRows rows)
    {
        try
        {
            return ExpectedReading.Of(rows);
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException)
        {
            return null;
        }
    }

    private static string First(string words)
    {
        var end = -1;
        for (var i = 0; i < Words; i++)
        {
            end = words.IndexOf(' ', end + 1);
            if (end < 0) return words;
        }

        return words[..end];
    }
}
