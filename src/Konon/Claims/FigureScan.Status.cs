using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <content>What is said of those counted, and where.</content>
internal readonly ref partial struct FigureScan
{
    private const int StatusReach = 6;

    /// <summary>The status word nearest to the figure in its clause: behind it first, then before it.</summary>
    private string? StatusOf(int from, int noun, int stop, int floor)
    {
        for (var at = noun; at < stop; at++)
        {
            if (numbers.Status(tokens[at].Word) is { } inside) return inside;
        }

        for (var at = stop; at < end && at - stop < StatusReach && InClause(at) && !tokens[at].OpensParagraph; at++)
        {
            // "dua pelaku yang menewaskan …" are not dead: a verb in me- tells of its object.
            if ((Role(at) & NumberRole.StatusOfObject) != 0) break;
            if (numbers.Status(tokens[at].Word) is { } behind) return behind;
            if (LooksLikeVerb(at, false) && char.ToLowerInvariant(text[tokens[at].Start]) == 'm' && (Role(at) & NumberRole.Undergo) == 0) break;
        }

        for (var at = from - 1; at >= floor && from - at <= StatusReach && InClause(at); at--)
        {
            if (numbers.Status(tokens[at].Word) is { } before) return before;
            if (tokens[at].OpensParagraph || (Role(at) & NumberRole.Aside) != 0) break;
        }

        return null;
    }

    private bool InClause(int at) =>
        tokens[at].Kind == TokenKind.Word && (Role(at) & (NumberRole.And | NumberRole.Starts)) == 0;

    /// <summary>The place of "di PLACE" directly behind the figure: names, and a direction behind them.</summary>
    private string? ScopeBehind(int stop)
    {
        if (stop + 1 >= end || tokens[stop].Word != numbers.In || tokens[stop].Word < 0 || tokens[stop].OpensParagraph) return null;
        var at = stop + 1;
        while (at < end && tokens[at].Kind == TokenKind.Word && !tokens[at].OpensParagraph && at - stop <= 5
            && (tokens[at].IsCapital || (at > stop + 1 && (Role(at) & NumberRole.Direction) != 0))
            && (Role(at) & NumberRole.Stop) == 0 && !LooksLikeVerb(at, true)) at++;
        return at > stop + 1 ? text[tokens[stop + 1].Start..tokens[at - 1].End] : null;
    }
}
