using System.Buffers;

namespace Konon.Ledger.Search;

/// <summary>Cuts a query into tokens.</summary>
internal ref struct SearchLexer(string text)
{
    // Whatever is typed or pasted as a quotation mark opens and closes a phrase.
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»");
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\f\v\u00a0()\"“”„«»");
    private static readonly string[] Signs = [">=", "<=", "≥", "≤", ">", "<", "=", ":"];

    private int _at;

    /// <summary>The next token.</summary>
    public SearchFault? Next(out SearchToken token)
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
        token = new(SearchTokenKind.End, new(text.Length, text.Length));
        if (_at >= text.Length) return null;
        var start = _at;
        switch (text[start])
        {
            case '(':
                _at++;
                token = new(SearchTokenKind.Open, new(start, _at));
                return null;
            case ')':
                _at++;
                token = new(SearchTokenKind.Close, new(start, _at));
                return null;
            case '-' or '−' when start + 1 < text.Length && !char.IsWhiteSpace(text[start + 1]):
                _at++;
                token = new(SearchTokenKind.Not, new(start, _at));
                return null;
            case var letter when Quotes.Contains(letter):
                return Phrase(start, out token);
            default:
                return Word(start, out token);
        }
    }

    private SearchFault? Phrase(int start, out SearchToken token)
    {
        token = default;
        var length = text.AsSpan(start + 1).IndexOfAny(Quotes);
        if (length < 0) return Fault(text, start, "a quotation mark that is not closed");
        _at = start + length + 2;
        token = new(SearchTokenKind.Phrase, new(start, _at), Value: text.Substring(start + 1, length), IsQuoted: true);
        return null;
    }

    private SearchFault? Word(int start, out SearchToken token)
    {
        var length = text.AsSpan(start).IndexOfAny(Ends);
        _at = length < 0 ? text.Length : start + length;
        var word = text[start.._at];
        var name = 0;
        while (name < word.Length && char.IsAsciiLetter(word[name])) name++;
        if (name > 0 && Array.Find(Signs, sign => word.AsSpan(name).StartsWith(sign, StringComparison.Ordinal)) is { } found)
        {
            return Filter(start, word[..name], found, out token);
        }

        var kind = SearchVocabulary.Joint(word) switch
        {
            "and" => SearchTokenKind.And,
            "or" => SearchTokenKind.Or,
            "not" => SearchTokenKind.Not,
            _ => SearchTokenKind.Word,
        };
        token = new(kind, new(start, _at), Value: word);
        return null;
    }

    private SearchFault? Filter(int start, string word, string sign, out SearchToken token)
    {
        token = default;
        if (SearchVocabulary.Filter(word) is not { } name)
        {
            return Fault(text, start, $"there is no filter \"{word}\"; filters: {SearchVocabulary.FilterNames}");
        }

        if (sign != ":" && name != "figure") return Fault(text, start + word.Length, $"\"{word}\" is followed by a colon");
        var from = start + word.Length + sign.Length;
        // A quoted value may hold blanks: outlet:"Kabar Pagi".
        var quoted = from < text.Length && Quotes.Contains(text[from]);
        if (quoted)
        {
            if (Phrase(from, out token) is { } fault) return fault;
        }

        var value = quoted ? token.Value : text[from..Math.Max(from, _at)];
        if (value.Trim().Length == 0) return Fault(text, from, $"\"{word}{sign}\" is followed by nothing");
        var kind = name == "figure" ? SearchTokenKind.Figure : SearchTokenKind.Filter;
        token = new(kind, new(start, _at), name, sign, value, quoted);
        return null;
    }

    /// <summary>A fault at a place of a query.</summary>
    public static SearchFault Fault(string text, int at, string message) =>
        new(new CodePoints(text).Before(Math.Min(at, text.Length)) + 1, message);
}
