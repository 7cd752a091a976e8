namespace Konon.Text;

/// <summary>A stretch of one article's text.</summary>
/// <remarks>
/// Offsets count UTF-16 code units from the start of the text; one place, where JSON is written, turns them into
/// Unicode code points. The default value is the empty span at the start.
/// </remarks>
public readonly record struct TextSpan
{
    /// <summary>Creates the span <c>[start, end)</c>.</summary>
    /// <param name="start">First code unit, zero-based, inclusive.</param>
    /// <param name="end">One past the last code unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="start"/> is negative, or <paramref name="end"/> comes before it.
    /// </exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>First code unit, zero-based, inclusive.</summary>
    public int Start { get; }

    /// <summary>One past the last code unit.</summary>
    public int End { get; }

    /// <summary>How many code units the span holds.</summary>
    public int Length => End - Start;

    /// <summary>Whether the span holds nothing.</summary>
    public bool IsEmpty => End == Start;

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the code unit at <paramref name="position"/> lies inside this span.</summary>
    public bool Contains(int position) => position >= Start && position < End;

    /// <summary>Whether the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The words themselves: a view into <paramref name="text"/>, not a copy.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside <paramref name="text"/>.</exception>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>The words themselves, as a new string.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside <paramref name="text"/>.</exception>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Substring(Start, Length);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{Start},{End})");
}
