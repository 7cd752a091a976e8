using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <content>Numbers that count nothing: dates, clock times, ordinals, names.</content>
internal readonly ref partial struct FigureScan
{
    private const int LongestDateList = 4;
    private const int QuestionReach = 6;
    private const int ContrastReach = 6;

    /// <summary>Whether the number is no figure.</summary>
    /// <param name="at">Its first token.</param>
    /// <param name="read">The number.</param>
    /// <param name="refused">One past a number refused just before; -1 without one.</param>
    /// <param name="figure">One past the last figure; the start of the stretch without one.</param>
    private bool Refused(int at, NumberRead read, int refused, int figure)
    {
        if (MonthBehind(read.Next) || (at > 0 && IsMonth(at - 1) && !tokens[at].OpensParagraph && !Measured(read.Next))) return true;
        return read.InDigits && tokens[at].Kind == TokenKind.Number
            ? RefusedDigits(at, read, refused)
            : RefusedWords(at, read, refused, figure);
    }

    private bool IsMonth(int at) => tokens[at].Kind == TokenKind.Word && (Role(at) & NumberRole.Month) != 0 && tokens[at].IsCapital;

    /// <summary>Whether a month follows, at once or behind further days: "5, 6 dan 7 Juni", "5-8 Juni".</summary>
    private bool MonthBehind(int next)
    {
        for (var days = 0; next < tokens.Length && days < LongestDateList; days++)
        {
            if (tokens[next].OpensParagraph) return false;
            if (IsMonth(next)) return true;
            if (!Joins(next) || next + 1 >= tokens.Length || tokens[next + 1].Kind != TokenKind.Number || tokens[next + 1].Length > 2) return false;
            next += 2;
        }

        return false;
    }

    /// <summary>Whether the token joins the members of a list or a range.</summary>
    private bool Joins(int at) =>
        (Role(at) & (NumberRole.And | NumberRole.To)) != 0
        || (tokens[at].Length == 1 && text[tokens[at].Start] is ',' or '-' or '–' or '—' or '/' or '&');

    /// <summary>Whether a unit, a share, a currency or somebody counted stands there: a count for certain.</summary>
    private bool Measured(int next)
    {
        if (next >= tokens.Length || tokens[next].OpensParagraph) return false;
        if (text[tokens[next].Start] == '%') return true;
        var role = Role(next);
        if ((role & NumberRole.Unit) == 0 || !IsUnit(next))
            return (role & (NumberRole.Classifier | NumberRole.Person | NumberRole.Percent | NumberRole.Currency)) != 0;
        // "Nomor 1 Tahun 2023" counts no years.
        return next + 1 >= tokens.Length || tokens[next + 1].Kind != TokenKind.Number || tokens[next + 1].Length != 4;
    }

    private bool RefusedDigits(int at, NumberRead read, int refused)
    {
        var token = tokens[at];
        if (OddlyGlued(at)) return true;
        if (text[token.Start] == '0' && token.Length > 1 && char.IsAsciiDigit(text[token.Start + 1])) return true;
        if (OnClock(at, read.Next)) return true;
        var sure = read.Scaled || Measured(read.Next);
        var plain = !text.AsSpan(token.Start, token.Length).ContainsAny('.', ',');
        if (plain && token.Length > 7 && !sure) return true;
        if (read.Next < tokens.Length && (Role(read.Next) & NumberRole.Era) != 0 && !tokens[read.Next].OpensParagraph) return true;
        if (plain && token.Length == 4 && !read.Scaled && IsYear(at, read)) return true;
        if (InBrackets(at, read.Next, plain) || (plain && !read.Scaled && NumbersItem(at, read.Next))) return true;
        if (token.OpensParagraph || at == 0) return false;
        if (Designated(at, read, sure, plain)) return true;
        if (plain && !sure && refused >= 0 && JoinedTo(refused, at) && !NounFollows(read.Next)) return true;
        return !sure && NameBefore(at, read.Next);
    }

    /// <summary>Whether the number goes on a list that was refused: "Pasal 44, 45, dan 46".</summary>
    private bool JoinedTo(int refused, int at) =>
        (at - refused == 1 && Joins(refused)) || (at - refused == 2 && Joins(refused) && Joins(refused + 1));

    /// <summary>"23/10/2024", "18:30", "+62", "1990-an", "#5", "NB.1".</summary>
    private bool OddlyGlued(int at)
    {
        if (at > 0 && tokens[at].IsGlued)
        {
            var before = text[tokens[at].Start - 1];
            if (before is '/' or ':' or '#' or '@' or '_' or '=' or '+' or '*' or '\\' or '&') return true;
            if (before is '-' or '–' && at > 1 && tokens[at - 1].IsGlued && tokens[at - 1].Start == tokens[at].Start - 1
                && tokens[at - 2].Kind != TokenKind.Number && (Role(at - 2) & (NumberRole.Starts | NumberRole.Percent)) == 0
                && text[tokens[at - 2].Start] != '%') return true;
        }

        var next = at + 1;
        // "0rang"
        if (next < tokens.Length && tokens[next] is { IsGlued: true, Kind: TokenKind.Word, Word: < 0, Length: <= 4 }) return true;
        if (next + 1 >= tokens.Length || !tokens[next].IsGlued || !tokens[next + 1].IsGlued) return false;
        return text[tokens[next].Start] switch
        {
            '/' or ':' => tokens[next + 1].Kind == TokenKind.Number,
            '-' or '–' => tokens[next + 1].Kind == TokenKind.Word
                || (next + 3 < tokens.Length && tokens[next + 2].IsGlued && text[tokens[next + 2].Start] == '-' && tokens[next + 3].Kind == TokenKind.Number),
            _ => false,
        };
    }

    /// <summary>"pukul 10.00", "10.00 WIB", "pukul 10.00-12.00"; "2 jam 10 menit" is none.</summary>
    private bool OnClock(int at, int next)
    {
        if (next < tokens.Length && (Role(next) & NumberRole.ClockAfter) != 0) return true;
        var word = at - 1;
        if (word > 1 && Joins(word) && tokens[word - 1].Kind == TokenKind.Number && !Measured(next)) word -= 2;
        if (word < 0 || (Role(word) & NumberRole.Clock) == 0 || tokens[at].OpensParagraph) return false;
        if ((Role(word) & NumberRole.Unit) == 0) return true;
        return !Measured(next) && (word == 0 || tokens[word - 1].Kind != TokenKind.Number);
    }

    private bool IsYear(int at, NumberRead read)
    {
        if (read.Value is < 1000 or > 2100) return false;
        var measured = Measured(read.Next) && (Role(read.Next) & NumberRole.Lead) == 0;
        var before = at > 0 && !tokens[at].OpensParagraph ? Role(at - 1) : NumberRole.None;
        if ((before & NumberRole.LeadOwn) != 0 && NounFollows(read.Next)) return false;
        if (measured) return false;
        if (read.Value < 1900) return (before & NumberRole.Year) != 0;
        return BoundBefore(at, Math.Max(0, at - 4)).Bound is Bound.Exact or Bound.AtMost or Bound.About || !NounFollows(read.Next);
    }

    /// <summary>"Amelia (29)", "Amelia, 29,", "(1)", "1. Nama", "1) Nama".</summary>
    private bool InBrackets(int at, int next, bool plain)
    {
        var before = at > 0 ? text[tokens[at - 1].Start] : ' ';
        var after = next < tokens.Length ? text[tokens[next].Start] : ' ';
        if (before is '(' or '[' && after is ')' or ']' or ',' or '/') return true;
        // "(QS. Al-Mulk: 3)"
        if ((before == ':' && after == ')') || (after == ']' && tokens[next].IsGlued)) return true;
        // The minute of a goal: "(66’)".
        if (before is '(' or ',' && after is '\'' or '’' or '′' && tokens[next].IsGlued) return true;
        if (after == ')' && tokens[next].IsGlued && plain && before is not '(' && tokens[at].Length <= 2 && tokens[at].OpensParagraph) return true;
        if (after == ')' && tokens[next].IsGlued && plain && tokens[at].Length <= 2 && before is '.' or ';' or ':') return true;
        if (tokens[at].OpensParagraph && after == '.' && tokens[next].IsGlued) return true;
        return plain && before == ',' && after == ',' && at > 1 && tokens[at].Length <= 2 && tokens[at - 2].IsCapital;
    }

    /// <summary>A list in one line: "1. Uni Emirat Arab 2. Qatar".</summary>
    private bool NumbersItem(int at, int next)
    {
        if (at == 0 || tokens[at].Length > 2 || next + 1 >= tokens.Length || text[tokens[next].Start] != '.' || !tokens[next].IsGlued
            || !tokens[next + 1].IsCapital || tokens[next + 1].OpensParagraph) return false;
        var before = tokens[at - 1];
        return before.Kind != TokenKind.Word || ((Role(at - 1) & ~(NumberRole.Unit | NumberRole.Person | NumberRole.Scale | NumberRole.Noun)) == 0
            && !LooksLikeVerb(at - 1, false));
    }

    private bool Designated(int at, NumberRead read, bool sure, bool plain)
    {
        var word = at - 1;
        // "No. 5", "No.108"
        if (text[tokens[word].Start] == '.' && word > 0 && tokens[word].IsGlued && (tokens[at].IsGlued || (Role(word - 1) & NumberRole.Designator) != 0))
        {
            word--;
            if (tokens[at].IsGlued && (tokens[word].IsAllCaps || char.IsAsciiDigit(text[tokens[word].End - 1]))) return true;
        }

        var role = Role(word);
        if ((role & NumberRole.DesignatorOfDigits) != 0 && plain && tokens[at].Length <= 3)
            return !sure && (word == 0 || tokens[word - 1].Kind != TokenKind.Number);
        if ((role & NumberRole.DesignatorAlone) != 0 && !sure && !NounFollows(read.Next)) return true;
        if ((role & NumberRole.Designator) == 0) return false;
        return !(sure && (role & NumberRole.Unit) == 0) && !read.Scaled;
    }

    private bool NounFollows(int next) => next < end && NounEnd(next) > next && !tokens[next].IsCapital;

    /// <summary>"Liputan 6", "SPBU 34.17106": digits behind a name, in running text.</summary>
    private bool NameBefore(int at, int next)
    {
        var name = tokens[at - 1];
        if (name.Kind != TokenKind.Word || Role(at - 1) != 0) return false;
        // "iOS 26"
        if (!name.IsCapital) return name.Length > 2 && name.Span.In(text)[1..].ContainsAnyInRange('A', 'Z');
        if (NounEnd(next) == next) return true;
        if (InTitle(at)) return false;
        return !StartsSentence(at - 1) || !NounFollows(next);
    }

    private bool StartsSentence(int at)
    {
        if (at == 0 || tokens[at].OpensParagraph || tokens[at - 1].Kind == TokenKind.Quote) return true;
        return tokens[at - 1].Kind == TokenKind.Mark && text[tokens[at - 1].Start] is '.' or '!' or '?' or ':' or '(' or '…' or '-' or '–' or '—';
    }

    /// <summary>Whether the words around are all written with capitals, as in a headline.</summary>
    private bool InTitle(int at)
    {
        var seen = 0;
        for (var i = Math.Max(0, at - 5); i < tokens.Length && i <= at + 5; i++)
        {
            if (i > at && tokens[i].OpensParagraph) break;
            if (i <= at && tokens[i].OpensParagraph) seen = 0;
            if (tokens[i].Kind != TokenKind.Word || tokens[i].Length <= 3 || (Role(i) & NumberRole.Stop) != 0) continue;
            if (!tokens[i].IsCapital) return false;
            seen++;
        }

        return seen >= 3;
    }

    private bool RefusedWords(int at, NumberRead read, int refused, int figure)
    {
        var word = tokens[at].Word;
        foreach (var idiom in numbers.IdiomsStarting(word))
        {
            if (Stands(idiom, at)) return true;
        }

        var role = Role(at);
        var after = read.Next < tokens.Length ? text[tokens[read.Next].Start] : ' ';
        if (after is ',' or ':' or '.' && StartsSentence(at) && read.Max is null) return true;
        if (at > 0 && !tokens[at].OpensParagraph)
        {
            var before = Role(at - 1);
            if ((before & NumberRole.Designator) != 0 && !IsPercent(read.Next)) return true;
            if ((before & NumberRole.DesignatorAlone) != 0 && !Measured(read.Next) && !NounFollows(read.Next)) return true;
            if ((before & NumberRole.Clock) != 0 && !Measured(read.Next)) return true;
            // "peringkat tiga atau empat", "Kepulauan Seribu"
            if (NounEnd(read.Next) == read.Next && !Measured(read.Next)
                && ((refused >= 0 && JoinedTo(refused, at)) || (read.Next == at + 1 && read.Max is null && tokens[at - 1].IsCapital && tokens[at - 1].Word < 0))) return true;
            // "Simpang Lima", "Inspektur Polisi Dua"; "Tiga anak" behind a lost full stop counts.
            if (tokens[at].IsCapital && !StartsSentence(at) && !NounFollows(read.Next) && !InTitle(at)) return true;
        }

        var value = read.Value;
        var single = read.Next == at + 1;
        if (single && Attributive(at, read.Next)) return true;
        // "mulai dari nol lagi": a mere adverb counts nothing.
        if (single && value == 0 && (role & NumberRole.Digit) != 0)
            return !Measured(read.Next) || (read.Next < tokens.Length && (Role(read.Next) & NumberRole.Sole) != 0);
        if ((role & (NumberRole.Half | NumberRole.Fraction)) != 0 && single && value < 1) return !Measured(read.Next) && !NounFollows(read.Next) && !OfFollows(read.Next);
        return single && value == 1 && (role & NumberRole.Digit) != 0 && !OnPurpose(at, read.Next, figure);
    }

    /// <summary>"ponsel lipat tiga": behind a plain noun, counting nothing.</summary>
    private bool Attributive(int at, int next)
    {
        if (at <= first || tokens[at].OpensParagraph || NounEnd(next) > next || Measured(next)) return false;
        if (next < end && (Role(next) & (NumberRole.Stop | NumberRole.To | NumberRole.Starts)) != 0 && !OfFollows(next)) return false;
        return tokens[at - 1].Kind == TokenKind.Word && !tokens[at - 1].IsCapital && Role(at - 1) == 0 && !LooksLikeVerb(at - 1, false);
    }

    private bool OfFollows(int next) => next < end && (Role(next) & NumberRole.Of) != 0;

    /// <summary>"satu" counts where somebody or a measure is counted, or beside "hanya", a bound or "dari".</summary>
    private bool OnPurpose(int at, int next, int figure)
    {
        // "satu hingga tiga minggu", "dua motor dan satu tas"
        if (next + 1 < end && (Role(next) & NumberRole.To) != 0 && (Role(next + 1) & NumberRole.Starts) != 0) return true;
        if (figure > first && at - figure <= ContrastReach && NounEnd(next) > next) return true;
        if (next >= end || tokens[next].OpensParagraph) return HasBound(at);
        if (Asked(next)) return false;
        if ((Role(next) & (NumberRole.Person | NumberRole.Classifier | NumberRole.Unit | NumberRole.Of)) != 0) return true;
        var behind = NounEnd(next);
        return (behind < end && !tokens[behind].OpensParagraph && (Role(behind) & NumberRole.Lasting) != 0) || HasBound(at);
    }

    // "Berapa nilai satu nyawa?"
    private bool Asked(int next)
    {
        for (var at = next; at < tokens.Length && at - next < QuestionReach && !tokens[at].OpensParagraph; at++)
        {
            if (text[tokens[at].Start] is '?') return true;
            if (tokens[at].Kind != TokenKind.Word) return false;
        }

        return false;
    }

    private bool HasBound(int at)
    {
        if (at <= first || tokens[at].OpensParagraph) return false;
        if ((Role(at - 1) & NumberRole.Sole) != 0) return true;
        return BoundBefore(at, first).Bound is not (Bound.Exact or Bound.AtMost);
    }
}
