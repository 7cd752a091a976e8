using Konon.Text;

namespace Konon.Stories;

/// <summary>Walks over a text's words: runs of letters and digits, with the marks that stand inside a number.</summary>
internal ref struct WordScanner(string text, TextSpan within)
{
    private int _at = within.Start;

    /// <summary>The word found last.</summary>
    public TextSpan Current { get; private set; }

    /// <summary>Moves to the next word; linear over the whole walk.</summary>
    public bool MoveNext()
    {
        while (_at < within.End && !char.IsLetterOrDigit(text[_at])) _at++;
        if (_at >= within.End) return false;
        var start = _at;
        while (_at < within.End && (char.IsLetterOrDigit(text[_at]) || InsideNumber())) _at++;
        Current = new TextSpan(start, _at);
        return true;
    }

    /// <summary>Lets <c>foreach</c> walk.</summary>
    public readonly WordScanner GetEnumerator() => this;

    private readonly bool InsideNumber() =>
        text[_at] is '.' or ',' && _at + 1 < within.End && char.IsAsciiDigit(text[_at - 1]) && char.IsAsciiDigit(text[_at + 1]);
}
