using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>
/// What a language with articles, owners and one form for past and passive needs beside the rest: every rule here asks for a list
/// or trait that a language without such words leaves empty.
/// </summary>
internal sealed partial class ClaimReader
{
    private const CueFrame Active = CueFrame.Tell | CueFrame.Deny | CueFrame.Urge | CueFrame.Hope | CueFrame.Think | CueFrame.Show | CueFrame.Judge;

    // A stretch behind a parenthetical cue ("…, he told a news conference in Kyiv on Friday,") is over sooner.
    private const int LongestTail = 16;

    /// <summary>"Russia's": the owner and its mark are two tokens.</summary>
    private static Token[] CutAtOwners(Token[] tokens, string text, ClaimLexicon lexicon)
    {
        var mark = lexicon.Traits.Possessive;
        if (mark.Length == 0) return tokens;
        var cut = new List<Token>(tokens.Length + 16);
        foreach (var token in tokens)
        {
            var at = token.End - mark.Length;
            if (token.Kind != TokenKind.Word || at <= token.Start || !IsOwnersMark(text, at, mark))
            {
                cut.Add(token);
                continue;
            }

            var vocabulary = lexicon.Language.Vocabulary;
            var glue = token.Shape & ~(TokenShape.Capital | TokenShape.AllCaps);
            cut.Add(new Token(token.Start, at, TokenKind.Word, glue | CapsOf(text, token.Start, at), vocabulary.Find(text.AsSpan(token.Start, at - token.Start))));
            cut.Add(new Token(at, token.End, TokenKind.Word, TokenShape.Glued, vocabulary.Find(mark)));
        }

        return [.. cut];
    }

    private static bool IsOwnersMark(string text, int at, string mark)
    {
        if (text[at] != mark[0] && !(mark[0] == '\'' && text[at] == '\u2019')) return false;
        return text.AsSpan(at + 1, mark.Length - 1).Equals(mark.AsSpan(1), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"the White House", "a senior official", "the spokesman": what the article says of the words behind it.</summary>
    private Mention? ParseBehindArticle(TokenRange range)
    {
        var inner = ParseMention(range with { First = range.First + 1 });
        if (inner is null || inner.Kind != MentionKind.Description || inner.Other is not null) return inner is null ? null : inner with { Range = range };
        if (!In(WordList.Definite, range.First))
            return inner with { Range = range, FullText = inner.FullText ?? TextOf(range) };
        return inner with { Range = range, PointsBack = inner.PointsBack || MeansSomebodyToldOf(inner.Name) };
    }

    private bool StartsWithArticle(Mention mention) => In(WordList.Article, mention.Range.First);

    /// <summary>"the spokesman", "the senior official", but not "the president" or "the rebels", who need no introduction.</summary>
    private bool MeansSomebodyToldOf(TokenRange name)
    {
        if (name.Length > 2 || IsBodyNoun(name) || text[tokens[name.End - 1].End - 1] == 's') return false;
        var head = HeadOf(name);
        if (lexicon.Names.Roles.Match(tokens, head, head + 1, out var role) > 0) return role.Side != RoleSide.State || name.Length == 1 && In(WordList.Statebody, head);
        return lexicon.Names.SpeakerNouns.Match(tokens, head, head + 1, out var noun) > 0 && noun.Type == "unnamed";
    }

    /// <summary>The word that a noun phrase is about: its first, or the last one before "of" and the like.</summary>
    private int HeadOf(TokenRange range)
    {
        if (lexicon.Traits.HeadComesFirst || range.IsEmpty) return range.First;
        for (var i = range.First + 1; i < range.End; i++)
        {
            if (Is(i, WordClass.Preposition) || Is(i, WordClass.Relative) || IsMark(i)) return i - 1;
        }

        return range.End - 1;
    }

    private bool IsOwnersMark(int token) => lexicon.Traits.Possessive is { Length: > 0 } mark && tokens[token].Length == mark.Length
        && tokens[token].IsGlued && IsWord(token) && IsOwnersMark(text, tokens[token].Start, mark);

    /// <summary>"Officials said", "Hospitals said": one word with a capital because it opens the sentence.</summary>
    private bool IsCommonOpener(int first, int end)
    {
        if (lexicon.Traits.HeadComesFirst || end - first != 1 || cast.Knows(LowerWords(new TokenRange(first, end)))) return false;
        // "Israel" alone is the state, "Israel Katz" somebody.
        if (lexicon.Names.Places.Match(tokens, first, end, out var place) == 1 && place is { Kind: "state", IsAmbiguous: false }) return true;
        if (!StartsSentence(first) || lexicon.Names.MayBeName(tokens[first].Word)) return false;
        return text[tokens[end - 1].End - 1] == 's' || lexicon.Names.IsInstitution(tokens[first].Word) || In(WordList.Bodynoun, first) || In(WordList.Statebody, first)
            || lexicon.Names.SpeakerNouns.Match(tokens, first, end, out _) > 0 || lexicon.Names.Roles.Match(tokens, first, end, out _) > 0;
    }

    /// <summary>"Kishida, who visited Seoul, said": the clause is no role.</summary>
    private bool IsMereClause(TokenRange role) => !lexicon.Traits.HeadComesFirst && !role.IsEmpty && Is(role.First, WordClass.Relative)
        && !HasRoleBefore(role.First, role.End);

    /// <summary>"was told", "is widely believed": a passive.</summary>
    private bool IsBehindBe(int token)
    {
        var i = token - 1;
        while (i > sentence.First && (Is(i, WordClass.Adverb) || Is(i, WordClass.Negation))) i--;
        return i >= sentence.First && In(WordList.Beform, i);
    }

    private bool IsBehindComma(int token) => token > sentence.First
        && (IsMark(token - 1, ',') || (token > sentence.First + 1 && tokens[token - 1].Kind == TokenKind.Quote && IsMark(token - 2, ',')));

    /// <summary>"… was "illegal," said X": the quotation is a part of a clause that stands around it.</summary>
    private bool IsEmbedded(int quotation)
    {
        var before = quotations[quotation].First - 1;
        return before > sentence.First && IsWord(before) && !claimed[before] && (frames[before] & (CueFrame.Tell | CueFrame.Say)) == 0;
    }

    /// <summary>"A, said Kirby on Tuesday.": a clause stands before the verb, nothing but its speaker behind it.</summary>
    private bool IsInverted(int token, int behind)
    {
        if (behind < sentence.End && !IsMark(behind) && !Is(behind, WordClass.Preposition) && !IsDateStart(behind) && !Is(behind, WordClass.Relative)
            && !In(WordList.Circumstance, behind)) return false;
        for (var i = ClauseStart(token - 1); i < token; i++)
        {
            if (IsPredicate(i)) return true;
        }

        return false;
    }

    /// <summary>"A, Kirby said on Tuesday." and "A, he told Reuters, B": the clause stands before and around the cue.</summary>
    private int ReadParenthesis(int token, Mention mention, Cue cue)
    {
        var first = mention.Range.First;
        if (first <= sentence.First + 1 || !IsBehindComma(first)) return token;
        var stop = token + 1;
        while (stop < sentence.End && stop < token + LongestTail && !IsMark(stop, '.') && !IsMark(stop, ',') && !IsMark(stop, ';'))
        {
            if (IsMark(stop, ':') || quotationOf[stop] >= 0 || Is(stop, WordClass.Complementiser) || IsPredicate(stop)) return token;
            stop++;
        }

        var ends = stop >= sentence.End || IsMark(stop, '.') || IsMark(stop, ';');
        if (!ends && !IsMark(stop, ',')) return token;
        var leftEnd = IsMark(first - 1, ',') ? first - 1 : first;
        var left = new TokenRange(ClauseStart(first - 2), leftEnd);
        if (left.Length < 2 || Overlaps(left)) return token;
        var whole = HasAnyPredicate(left);
        if (!whole && (ends || Is(left.First, WordClass.Preposition) || Is(left.First, WordClass.Adverb) || Is(left.First, WordClass.Connective))) return token;
        var parts = new List<TokenRange> { left };
        if (!ends && stop + 1 < sentence.End && !In(WordList.Ongoing, stop + 1) && !In(WordList.Credit, stop + 1) && !Has(stop + 1, CueFrame.Carry)
            && !IsDateStart(stop + 1) && !In(WordList.Circumstance, stop + 1) && !In(WordList.Basis, stop + 1))
        {
            var right = new TokenRange(stop + 1, ContentEnd(stop + 1, sentence.End));
            if (right.Length >= 2 && (!whole || Is(right.First, WordClass.Coordinator) || In(WordList.But, right.First))) parts.Add(right);
        }

        if (!whole && parts.Count == 1) return token;
        AddClause(parts, token, token + 1, mention, cue, "verb.around", stop);
        return parts[^1].End > token ? parts[^1].End : token + 1;
    }

    private bool HoldsQuotation(TokenRange content)
    {
        for (var i = content.First; i < content.End; i++)
        {
            if (quotationOf[i] >= 0) return true;
        }

        return false;
    }

    /// <summary>"told reporters in Kyiv that", "told Reuters Russia had": one past whom the verb speaks to.</summary>
    private int BareAddresseeEnd(int at)
    {
        if (at >= sentence.End || !IsWord(at) || Is(at, WordClass.Complementiser) || quotationOf[at] >= 0) return at;
        for (var i = at; i < sentence.End && i < at + 14; i++)
        {
            if (Is(i, WordClass.Complementiser) || (IsMark(i) && !tokens[i].IsGlued) || IsMark(i, ',') || IsMark(i, ':') || quotationOf[i] >= 0) return i;
            if (i > at && IsPredicate(i)) break;
        }

        var first = at;
        while (first < sentence.End && In(WordList.Article, first)) first++;
        if (first < sentence.End && tokens[first].IsCapital && OutletLength(first, sentence.End) is var outlet && outlet > 0) return first + outlet;
        var end = Math.Min(first + 1, sentence.End);
        while (end < sentence.End && end < first + 3 && IsWord(end) && !tokens[end].IsCapital && !tokens[first].IsCapital && !In(WordList.Article, end)
            && !Is(end, WordClass.Pronoun) && !Is(end, WordClass.Quantifier) && !Is(end, WordClass.Preposition) && !IsPredicate(end) && !IsPredicate(end + 1 < sentence.End ? end + 1 : end))
            end++;
        return end;
    }

    /// <summary>"was quoted (by AFP) as saying", "AFP quoted X as saying".</summary>
    private bool IsQuotedAs(int token) => In(WordList.Ongoing, token) && token > sentence.First + 2 && In(WordList.As, token - 1) && QuotingVerb(token) >= 0;

    private int QuotingVerb(int token)
    {
        for (var i = token - 2; i > sentence.First && i >= token - 14; i--)
        {
            if (IsMark(i, '.') || claimed[i]) return -1;
            if (In(WordList.Needsby, i)) return i;
        }

        return -1;
    }

    private int ReadQuotedAs(int token)
    {
        var quoting = QuotingVerb(token);
        var relays = new List<Relay>();
        Mention? mention;
        if (IsBehindBe(quoting))
        {
            mention = SubjectBefore(quoting, LeftBorder(quoting));
        }
        else
        {
            mention = ParseMention(SpeakerAfter(quoting + 1, token - 1, out _));
            for (var i = quoting - 1; i >= sentence.First && i >= quoting - 4; i--)
            {
                if (!tokens[i].IsCapital || OutletLength(i, quoting) is not (> 0 and var length)) continue;
                var span = SpanOf(i, i + length);
                if (!IsOwnOutlet(span.Of(text))) relays.Add(new Relay(span.Of(text), span));
                break;
            }
        }

        var cueEnd = token + 1;
        if (mention is null || ContentAfter(token, ref cueEnd, CueFrame.Tell, out _) is not { IsEmpty: false } content) return token;
        AddClause([content], token, token + 1, mention, lexicon.Cues.In(tokens[token].Word, CueFrame.Tell)!.Value, "verb.quoted", cueEnd, relays);
        return content.End;
    }
}
