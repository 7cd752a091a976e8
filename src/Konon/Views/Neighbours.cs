using Konon.Text;

namespace Konon.Views;

/// <summary>The words around a stretch, by which it is found again in a text that has changed.</summary>
internal static class Neighbours
{
    // As many as the Web Annotation examples use.
    private const int Length = 32;

    public static ReadOnlySpan<char> Before(string text, TextSpan span) =>
        text.AsSpan(Whole(text, Math.Max(0, span.Start - Length))..span.Start);

    public static ReadOnlySpan<char> Behind(string text, TextSpan span) =>
        text.AsSpan(span.End..Whole(text, Math.Min(text.Length, span.End + Length)));

    // An offset in the middle of a surrogate pair moves before it, so that no half is written.
    private static int Whole(string text, int offset) =>
        offset > 0 && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset]) ? offset - 1 : offset;
}
