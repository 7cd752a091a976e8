using System.Collections.Concurrent;
using Konon.Languages;
using Konon.Text;

namespace Konon.Stories.Grouping;

/// <summary>Knows the places that a language's table names, as they stand in running text.</summary>
internal sealed class PlaceWords
{
    private const int MostWords = 3;
    private static readonly ConcurrentDictionary<string, Lazy<PlaceWords>> Known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private PlaceWords(string language)
    {
        _bySpan = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var row in LanguageResource.Rows(language, "places"))
        {
            var isPlace = row[1] is "state" or "capital" or "province" or "regency" or "city" or "region";
            if (isPlace && !(row.Length > 3 && row[3] == "ambiguous")) _names.Add(row[0]);
        }
    }

    /// <summary>The places of a language; of one without a table, none.</summary>
    public static PlaceWords Of(string language) =>
        Known.GetOrAdd(language, static code => new Lazy<PlaceWords>(() => new PlaceWords(code))).Value;

    /// <summary>The longest place that ends at a token; the empty span when none does.</summary>
    public TextSpan Match(string text, Token[] tokens, int last)
    {
        for (var first = Math.Max(0, last - MostWords + 1); first <= last; first++)
        {
            var span = new TextSpan(tokens[first].Start, tokens[last].End);
            if (_bySpan.Contains(span.In(text))) return span;
        }

        return default;
    }
}
