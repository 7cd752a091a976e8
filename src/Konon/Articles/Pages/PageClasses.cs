using System.Collections.Frozen;
using Konon.Languages;

namespace Konon.Articles.Pages;

/// <summary>Reads classes and ids: the words that content systems and outlets the world over name their boxes by.</summary>
internal static class PageClasses
{
    // Longer attributes are lists of a framework's layout classes; what a box is stands at their start.
    private const int MaxLength = 240;

    private const int MaxWords = 6;

    // A class of these kinds speaks of the post's subject or of the page's layout, not of what the box holds.
    private static readonly string[] Mute =
        ["tag-", "category-", "cat-", "has-", "no-", "not-", "with-", "without-", "is-", "js-", "single-", "hide-", "show-",
         "wp-image", "postid-", "page-id", "hover:", "sm:", "md:", "lg:", "u-", "mt-", "mb-", "col-", "elementor-widget"];

    private static readonly FrozenDictionary<string, PageMarks> Words = Load(whole: false);
    private static readonly FrozenDictionary<string, PageMarks> Wholes = Load(whole: true);

    /// <summary>What the words of a class or id say; linear in its first 240 code units.</summary>
    public static PageMarks Read(string? attribute)
    {
        if (string.IsNullOrEmpty(attribute)) return PageMarks.None;
        var text = attribute.AsSpan(0, Math.Min(attribute.Length, MaxLength));
        Span<char> buffer = stackalloc char[MaxLength * 2];
        var marks = PageMarks.None;
        foreach (var range in text.SplitAny(' ', '\t', '\n', '\r'))
        {
            var name = text[range];
            if (name.Length > 1 && !IsMute(name)) marks |= ReadName(name, buffer);
            if (!Wholes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var whole)) continue;
            marks |= whole == PageMarks.Hidden && IsShownOnWideScreens(text) ? PageMarks.None : whole;
        }

        return marks;
    }

    private static bool IsMute(ReadOnlySpan<char> name)
    {
        if (name.EndsWith("-enabled", StringComparison.OrdinalIgnoreCase) || name.EndsWith("-disabled", StringComparison.OrdinalIgnoreCase)) return true;
        // "isPaywall", "hasSidebar": a state.
        if (name.Length > 4 && (name.StartsWith("is", StringComparison.Ordinal) && char.IsUpper(name[2]) || name.StartsWith("has", StringComparison.Ordinal) && char.IsUpper(name[3]))) return true;
        foreach (var prefix in Mute)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Whether what is hidden on a telephone is shown on a desk: "d-none d-lg-block", "hidden md:flex".</summary>
    private static bool IsShownOnWideScreens(ReadOnlySpan<char> attribute)
    {
        foreach (var range in attribute.SplitAny(' ', '\t', '\n', '\r'))
        {
            var name = attribute[range];
            var width = name.IndexOfAny(":-");
            // "d-lg-block": the width stands behind what is set.
            if (width == 1 && name[0] == 'd') name = name[2..];
            if ((width = name.IndexOfAny(":-")) is < 2 or > 3 || !IsWidth(name[..width])) continue;
            if (IsDisplay(name[(width + 1)..])) return true;
        }

        return false;
    }

    private static bool IsWidth(ReadOnlySpan<char> word) => word is "sm" or "md" or "lg" or "xl" or "xxl" or "2xl";

    private static bool IsDisplay(ReadOnlySpan<char> word) =>
        word is "block" or "flex" or "grid" or "inline" or "inline-block" or "inline-flex" or "table" or "table-cell" or "visible" or "not-sr-only";

    /// <summary>"relatedPosts", "related-posts", "related_posts": the words alone and each with its neighbour.</summary>
    private static PageMarks ReadName(ReadOnlySpan<char> name, Span<char> buffer)
    {
        var length = Spread(name, buffer);
        var lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        var marks = PageMarks.None;
        var (previous, start, words) = (-1, 0, 0);
        for (var at = 0; at <= length; at++)
        {
            if (at < length && buffer[at] != ' ') continue;
            if (at > start)
            {
                if (lookup.TryGetValue(buffer[start..at], out var one)) marks |= one;
                if (previous >= 0 && lookup.TryGetValue(buffer[previous..at], out var two)) marks |= two;
                previous = start;
                words++;
            }

            start = at + 1;
        }

        // A long one is the slug of a headline, an anchor: its words are the article's.
        if (words > MaxWords) return PageMarks.None;
        if ((marks & PageMarks.Lead) != 0) marks &= ~PageMarks.Furniture;
        // "article-body-ad" is an ad, "post-content-footer" a footer: the body is what has no other word beside it.
        return (marks & (PageMarks.Furniture | PageMarks.Never | PageMarks.Hidden | PageMarks.Comments)) != 0 ? marks & ~PageMarks.Body : marks;
    }

    /// <summary>Lower case, the parts of the name one blank apart.</summary>
    private static int Spread(ReadOnlySpan<char> name, Span<char> buffer)
    {
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsLetter(c))
            {
                if (length > 0 && buffer[length - 1] != ' ') buffer[length++] = ' ';
                continue;
            }

            if (char.IsUpper(c) && i > 0 && char.IsLower(name[i - 1])) buffer[length++] = ' ';
            buffer[length++] = char.ToLowerInvariant(c);
        }

        return length;
    }

    private static FrozenDictionary<string, PageMarks> Load(bool whole)
    {
        var words = new Dictionary<string, PageMarks>(StringComparer.Ordinal);
        foreach (var row in LanguageResource.Rows("any", "page-classes"))
        {
            var mark = Enum.Parse<PageMarks>(row[0], ignoreCase: true);
            foreach (var word in row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.StartsWith('=') != whole) continue;
                var key = word.TrimStart('=');
                words[key] = words.GetValueOrDefault(key) | mark;
            }
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
