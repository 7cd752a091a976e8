using Konon.Views;

namespace Konon.Web.Parts;

/// <summary>Makes a stretch of a text safe to show where others stand before and behind it.</summary>
internal static class Pieces
{
    /// <summary>The words without anything that turns the reading direction round; a blank at either end stays.</summary>
    public static string Clean(string text)
    {
        var clean = PlainText.OneLine(text);
        if (clean.Length == 0) return text.AsSpan().ContainsAny(" \t\n\u00A0") ? " " : "";
        return (char.IsWhiteSpace(text[0]) ? " " : "") + clean + (char.IsWhiteSpace(text[^1]) ? " " : "");
    }
}
