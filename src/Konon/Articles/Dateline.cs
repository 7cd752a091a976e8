using System.Buffers;
using Konon.Articles.Pages;
using Konon.Languages;
using Konon.Text;

namespace Konon.Articles;

/// <summary>The head of a report's first paragraph: "KYIV, outlet.co.id –", "Outlet.com, Jakarta -", "Washington:".</summary>
/// <param name="Span">From its first word to its dash, inside the line.</param>
/// <param name="Place">The place; null where only the outlet stands.</param>
/// <param name="Outlet">The outlet; null where only the place stands.</param>
internal readonly record struct Dateline(TextSpan Span, string? Place, string? Outlet)
{
    // The longest real ones ("KABUPATEN TIMOR TENGAH UTARA, outlet-daerah.co.id") stay below 80 characters.
    private const int MaxLength = 90;
    private const int MaxPlaceWords = 5;

    private static readonly HashSet<string> Mastheads =
        LanguageResource.Words("id", "mastheads").ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NeverInPlaces = SearchValues.Create("!?;\"“”");

    /// <summary>Reads the dateline at the start of a line; null where there is none.</summary>
    public static Dateline? Read(string line)
    {
        var head = line.AsSpan(0, Math.Min(line.Length, MaxLength));
        for (var at = 1; at < head.Length; at++)
        {
            if (!IsDash(head, at, out var end)) continue;
            return Parse(line[..at].TrimEnd(), new TextSpan(0, end));
        }

        return WithoutDash(line);
    }

    /// <summary>A dash that ends a dateline: one that a blank stands beside, or one of the long ones.</summary>
    private static bool IsDash(ReadOnlySpan<char> head, int at, out int end)
    {
        end = at + 1;
        if (head[at] is '–' or '—') return true;
        if (head[at] == ':') return end < head.Length && head[end] == ' ';
        if (head[at] != '-') return false;
        while (end < head.Length && head[end] == '-') end++;
        return end - at > 1 || head[at - 1] == ' ' || (end < head.Length && head[end] == ' ');
    }

    private static Dateline? Parse(string head, TextSpan span)
    {
        if (head.Length == 0) return null;
        var open = head.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && head[^1] == ')')
        {
            // "Jakarta (ANTARA) -"
            var inside = head[(open + 1)..^1].Trim();
            var before = head[..open].Trim();
            return IsPlace(before) && inside.Length is > 1 and < 30 && !char.IsDigit(inside[0])
                ? new Dateline(span, before, IsDate(inside) ? null : inside)
                : null;
        }

        var comma = head.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0) return Single(head, span);
        var (first, second) = (head[..comma].Trim(), head[(comma + 1)..].Trim());
        if (second.Length == 0) return IsDomain(first) ? new Dateline(span, null, first) : null;
        if (IsDomain(first)) return IsPlace(second) ? new Dateline(span, second, first) : null;
        if (!IsPlace(first) || !IsPlace(second)) return null;
        if (IsDomain(second)) return new Dateline(span, first, second);
        // "Jakarta, CNN Indonesia --": a brand; "BANDUNG, JAWA BARAT -": a place still.
        return IsUpper(first) && IsUpper(second) && !IsDomain(second) && second.Contains(' ', StringComparison.Ordinal)
            ? new Dateline(span, first + ", " + second, null)
            : new Dateline(span, first, span.End > 0 ? second : null);
    }

    private static Dateline? Single(string head, TextSpan span)
    {
        if (IsDomain(head)) return new Dateline(span, null, head);
        if (!IsPlace(head)) return null;
        if (IsUpper(head) && head.Split(' ').Any(IsMasthead)) return new Dateline(span, null, head);
        // A place alone wants capitals throughout ("KOTA BOGOR -") or a colon ("Washington:") after one or two words.
        var words = head.Count(c => c == ' ') + 1;
        return IsUpper(head) || words <= 2 ? new Dateline(span, head, null) : null;
    }

    /// <summary>"Outlet.com, JakartaKata pertama": the dash is lost and the first word stands glued to the place.</summary>
    private static Dateline? WithoutDash(string line)
    {
        var comma = line.AsSpan(0, Math.Min(line.Length, 40)).IndexOf(", ");
        if (comma < 0 || !IsDomain(line.AsSpan(0, comma))) return null;
        var start = comma + 2;
        for (var at = start + 2; at < Math.Min(line.Length, start + 24); at++)
        {
            if (line[at] is ' ' or ',' or '.') return null;
            if (char.IsUpper(line[at]) && char.IsLower(line[at - 1]))
            {
                return new Dateline(new TextSpan(0, at), line[start..at], line[..comma]);
            }
        }

        return null;
    }

    /// <summary>The place; null where these words are the outlet's name, however it is written.</summary>
    public string? PlaceFor(string? outlet) =>
        Place is { } place && outlet is not null && Folding.Letters(place) == Folding.Letters(outlet) ? null : Place;

    /// <summary>Whether the word is one that outlets' names hold.</summary>
    internal static bool IsMasthead(string word) => Mastheads.Contains(word);

    /// <summary>"sp-contoh.co.id", "CONTOH.COM": letters, a dot, letters, no blank.</summary>
    internal static bool IsDomain(ReadOnlySpan<char> word)
    {
        var dot = word.LastIndexOf('.');
        if (dot < 2 || dot > word.Length - 3 || word.Length > 40 || word.Contains(' ')) return false;
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-')) return false;
        }

        foreach (var c in word[(dot + 1)..])
        {
            if (!char.IsAsciiLetter(c)) return false;
        }

        return word.Length - dot <= 6;
    }

    private static bool IsPlace(string words)
    {
        if (words.Length is < 2 or > 45) return false;
        var count = 0;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            count++;
            if (!char.IsUpper(word[0]) && !IsDomain(word)) return false;
            if (word.AsSpan().ContainsAny(NeverInPlaces)) return false;
        }

        return count is >= 1 and <= MaxPlaceWords;
    }

    private static bool IsUpper(string words) => !words.Any(char.IsLower);

    private static bool IsDate(string words) => DateReader.For("id").Find(words).Count > 0;
}
