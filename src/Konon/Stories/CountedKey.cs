using Konon.Claims;
using Konon.Text;

namespace Konon.Stories;

/// <summary>What a figure counts, so that figures on one thing meet.</summary>
/// <param name="Key">What the group is filed under; empty where nothing says.</param>
/// <param name="Words">How this report calls it.</param>
/// <param name="Comparable">Whether two figures under the key speak of one quantity; shares, sums of money and bare "people" need not.</param>
internal readonly record struct CountedKey(string Key, string Words, bool Comparable)
{
    // "jumlah X" stands in the figure's own clause; a bound also keeps a sentence of a thousand figures linear.
    private const int Lookback = 200;

    /// <summary>Reads the key of a figure in a statement.</summary>
    public static CountedKey Of(Figure figure, Statement statement)
    {
        var words = StoryWords.Of(statement.Report.Article.Language);
        if (figure.Unit is { Length: > 0 } unit && IsMeasure(unit)) return new CountedKey(unit, unit, Comparable: false);
        var phrase = figure.Counted ?? "";
        if (phrase.Length > 0 && !phrase.Any(char.IsLetter)) return new CountedKey(phrase, phrase, Comparable: false);
        var (noun, kind, word) = Head(phrase, words);
        if (kind == "people" && CountedBefore(figure, statement, words) is { } named) (noun, kind, word) = named;
        if (StatusOf(figure, words) is { } status)
        {
            var isPeople = kind == "people";
            return new CountedKey(Join(isPeople ? "" : noun, status), Join(isPeople ? "" : word, status), Comparable: true);
        }

        return new CountedKey(noun, word, Comparable: kind == "noun");
    }

    private static string Join(string noun, string status) => noun.Length == 0 ? status : noun + " " + status;

    // ISO 4217, "%", "°C", "km": what the figure has beside its number. A plain count has no unit.
    private static bool IsMeasure(string unit) => unit == "%" || unit.All(char.IsAsciiLetterUpper);

    private static string? StatusOf(Figure figure, StoryWords words)
    {
        if (figure.Status is not { } status) return null;
        return words.Counted(status.ToLowerInvariant()) is { Kind: "status" } found ? found.FiledUnder : null;
    }

    // The head of the phrase: the first word (the last, in English) that the table knows, else the first (last) of all.
    private static (string Noun, string Kind, string Word) Head(string phrase, StoryWords words)
    {
        var list = new List<string>();
        foreach (var span in new WordScanner(phrase, new TextSpan(0, phrase.Length))) list.Add(span.Of(phrase).ToLowerInvariant());
        if (!words.HeadComesFirst) list.Reverse();
        (string, string, string)? people = null;
        foreach (var word in list)
        {
            switch (words.Counted(word))
            {
                case { Kind: "noun" } noun: return (noun.FiledUnder, "noun", word);
                case { Kind: "people" } found: people ??= (found.FiledUnder, "people", word); break;
            }
        }

        if (people is { } some) return some;
        var head = list.Find(word => words.Counted(word) is not { Kind: "classifier" }) ?? list.FirstOrDefault() ?? "";
        return (head, "", head);
    }

    // "jumlah pasukan … sebanyak 3.000 orang": the people are the troops.
    private static (string Noun, string Kind, string Word)? CountedBefore(Figure figure, Statement statement, StoryWords words)
    {
        var text = statement.Report.Article.Text;
        var afterNumber = false;
        foreach (var part in statement.Claim.Content)
        {
            if (part.Start >= figure.Span.Start) break;
            var start = Math.Max(part.Start, figure.Span.Start - Lookback);
            var end = Math.Min(part.End, figure.Span.Start);
            if (start >= end) continue;
            foreach (var span in new WordScanner(text, new TextSpan(start, end)))
            {
                var word = span.Of(text).ToLowerInvariant();
                var entry = words.Counted(word);
                if (afterNumber && entry is { Kind: "noun" } noun) return (noun.FiledUnder, "noun", word);
                afterNumber = entry is { Kind: "number" };
            }
        }

        return null;
    }
}
