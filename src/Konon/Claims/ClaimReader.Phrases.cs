using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>Phrases around a cue: who stands before or behind it, and where its content starts and ends.</summary>
internal sealed partial class ClaimReader
{
    // Longer stretches without a comma are no speaker.
    private const int LongestSpeaker = 22;

    // A bracket between subject and verb holds an age, a date or an abbreviation.
    private const int LongestBracket = 10;

    // ---------------------------------------------------------------- the speaker before a verb

    /// <summary>The leftmost token that may belong to the subject of the verb at <paramref name="token"/>.</summary>
    private int LeftBorder(int token)
    {
        for (var i = token - 1; i >= sentence.First; i--)
        {
            if (claimed[i] || IsMark(i, ';') || IsMark(i, ':') || (quotationOf[i] >= 0 && IsSpeechBlock(i))) return i + 1;
        }

        return sentence.First;
    }

    private bool IsSpeechBlock(int token) => IsSpeech(quotations[quotationOf[token]]) && !quotations[quotationOf[token]].IsSingle;

    /// <summary>Who stands before the verb; null when nobody does.</summary>
    private Mention? SubjectBefore(int verb, int border)
    {
        var end = verb;
        // Adverbs, negations and auxiliaries between subject and verb.
        while (end > border)
        {
            var i = end - 1;
            if ((Is(i, WordClass.Adverb) || Is(i, WordClass.Negation) || (Is(i, WordClass.Auxiliary) && !tokens[i].IsCapital) || In(WordList.Will, i)) && !tokens[i].IsCapital) end--;
            else if (In(WordList.Dateword, i) && i > border && (In(WordList.Dateword, i - 1) || Is(i - 1, WordClass.Relative))) end--;
            else if (IsMark(i, ')') && OpenBracket(i, border) is var open && open < i && i - open <= LongestBracket) end = open;
            else break;
        }

        if (end <= border) return null;
        var relative = false;
        if (Is(end - 1, WordClass.Relative))
        {
            relative = true;
            border = sentence.First;
            end--;
            while (end > border && IsMark(end - 1, ',')) end--;
            if (end <= border) return null;
        }

        if (Is(end - 1, WordClass.Coordinator) || In(WordList.But, end - 1) || In(WordList.While, end - 1) || In(WordList.Purposeof, end - 1)) return null;
        // "…, yakni mendorong …": the verb explains a noun and has no subject.
        if (In(WordList.Fragment, end - 1) && (end - 1 == border || IsMark(end - 2))) return null;
        var closes = IsMark(end - 1, ',');
        end = BeforeCircumstances(border, end);
        if (end <= border) return null;
        if (Is(end - 1, WordClass.Coordinator) || In(WordList.But, end - 1) || In(WordList.While, end - 1)) return null;
        var range = SubjectRange(border, end, relative, closes);
        if (range.IsEmpty || range.Length > LongestSpeaker + 12) return null;
        var mention = ParseMention(range);
        if (mention is null) return null;
        return IsPlausible(mention) ? mention : null;
    }

    private bool IsPlausible(Mention mention)
    {
        if (mention.Range.Length == 1 && In(WordList.Article, mention.Range.First)) return false;
        if (In(WordList.Platform, mention.Name.IsEmpty ? mention.Range.First : mention.Name.First)) return false;
        if (mention.Kind != MentionKind.Description) return true;
        var first = mention.Name.First;
        if (IsVerbForm(first) && !tokens[first].IsCapital) return false;
        if (Is(first, WordClass.Preposition) || Is(first, WordClass.Auxiliary) || Is(first, WordClass.Negation) || Is(first, WordClass.Demonstrative)) return false;
        if (tokens[first].Kind == TokenKind.Number) return mention.Name.Length > 1;
        return !In(WordList.Nospeaker, first) && mention.Name.Length <= 14;
    }

    /// <summary>Drops "pada Rabu (23/10)", "dalam keterangannya," and the like from the end of a stretch.</summary>
    private int BeforeCircumstances(int border, int end)
    {
        while (end > border)
        {
            // "Pejabat itu, seperti dikutip X, menambahkan": the credit is no part of the subject.
            if (IsMark(end - 1, ',') && CreditStart(border, end - 1) is var credit && credit > border)
            {
                end = credit;
                continue;
            }

            while (end > border && IsMark(end - 1, ',') && EndsCircumstance(border, end - 1, out var start))
            {
                end = start;
            }

            if (end > border && IsMark(end - 1, ')'))
            {
                var open = OpenBracket(end - 1, border);
                if (open > border && HoldsDate(open, end) && EndsCircumstance(border, end, out var from))
                {
                    end = from;
                    continue;
                }
            }

            if (EndsCircumstance(border, end, out var first) && first < end)
            {
                end = first;
                continue;
            }

            break;
        }

        return end;
    }

    /// <summary>Where the credit that ends at <paramref name="end"/> starts, its comma included; -1 when none stands there.</summary>
    private int CreditStart(int border, int end)
    {
        for (var i = end - 1; i > border && i >= end - 10; i--)
        {
            if (!Has(i, CueFrame.Carry) || Has(i, CueFrame.Tell)) continue;
            while (i > border && (In(WordList.Credit, i - 1) || IsMark(i - 1, ','))) i--;
            return i;
        }

        return -1;
    }

    private bool HoldsDate(int open, int end)
    {
        for (var i = open; i < end; i++)
        {
            if (tokens[i].Kind == TokenKind.Number) return true;
        }

        return false;
    }

    /// <summary>Whether the stretch ends in a date or a phrase of circumstance, and where that starts.</summary>
    private bool EndsCircumstance(int border, int end, out int start)
    {
        start = end;
        for (var i = end - 1; i >= border && i >= end - 16; i--)
        {
            if (IsMark(i, ',') && i < end - 1)
            {
                // ", Selasa (10/6/2025)": a date after a comma.
                if (IsDateStart(i + 1))
                {
                    start = i;
                    return true;
                }

                return false;
            }

            if (IsMark(i, '(') || IsMark(i, ')') || IsMark(i, '/') || tokens[i].Kind == TokenKind.Number) continue;
            // "setelah Ani mengatakan" is a clause, "saat dihubungi" and "usai rapat" are circumstances.
            if (Is(i, WordClass.Subordinator) && !In(WordList.Innerphrase, i) && !tokens[i].IsCapital && !HoldsOccasion(i, end)) return false;
            if (In(WordList.Circumstance, i) && !tokens[i].IsCapital && i > border)
            {
                start = i;
                return true;
            }

            if (IsDateStart(i) && DateAfter(i) >= end && i > border)
            {
                start = i;
                if (Is(i - 1, WordClass.Preposition)) start = i - 1;
                if (In(WordList.Day, i - 1)) start = i - 1;
                if (start > border && Is(start - 1, WordClass.Preposition)) start--;
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the stretch tells of a meeting with the speaker: "saat ditemui", "usai rapat".</summary>
    private bool HoldsOccasion(int first, int end)
    {
        for (var i = first; i < end && i < first + 12; i++)
        {
            if (In(WordList.Occasion, i)) return true;
        }

        return false;
    }

    /// <summary>The noun phrase that ends at <paramref name="end"/>: the last comma's piece, with role or name before it.</summary>
    private TokenRange SubjectRange(int border, int end, bool relative, bool closes)
    {
        var closesApposition = closes || (end > border && IsMark(end - 1, ','));
        while (end > border && IsMark(end - 1, ',')) end--;
        if (closesApposition && RelativeBefore(border, end) is var clause && clause > border + 1) end = clause;
        while (end > border && IsMark(end - 1, ',')) end--;
        var first = PieceStart(border, end, relative);
        // "Ia yang sudah bermain sejak kecil menuturkan": the subordinate clause stands inside the relative one.
        if (RelativeBefore(border, end) is var inside && inside > border && first > inside)
        {
            end = inside;
            first = PieceStart(border, end, relative);
        }

        var piece = new TokenRange(first, end);
        if (piece.IsEmpty) return piece;
        for (var rounds = 0; rounds < 3 && first - 1 > border && IsMark(first - 1, ','); rounds++)
        {
            var beforeFirst = PieceStart(border, first - 1, relative: false);
            var before = new TokenRange(beforeFirst, first - 1);
            if (before.IsEmpty || before.Length > LongestSpeaker) break;
            if (!JoinsBefore(before, new TokenRange(first, end), closesApposition)) break;
            first = beforeFirst;
        }

        return new TokenRange(first, end);
    }

    /// <summary>"Ani yang tinggal di sana sejak kecil, mengatakan": where the relative clause that the comma closes starts; -1 without one.</summary>
    private int RelativeBefore(int border, int end)
    {
        for (var i = end - 1; i > border && i > end - 24; i--)
        {
            if (IsMark(i, ',')) return -1;
            if (Is(i, WordClass.Relative)) return i;
        }

        return -1;
    }

    private bool JoinsBefore(TokenRange before, TokenRange piece, bool closesApposition)
    {
        if (HasPredicate(before)) return false;
        // "dr. Danu Lesmana, Sp.A, menjelaskan"
        if (OnlyDegrees(piece.First, piece.End)) return true;
        if (closesApposition && Is(piece.First, WordClass.Relative)) return true;
        var name = NameIn(piece);
        var pieceIsName = !name.IsEmpty && name.First == piece.First;
        var roleBefore = lexicon.Names.Roles.Match(tokens, before.First, before.End, out _) > 0
            || (lexicon.Names.IsInstitution(tokens[before.First].Word) && !Is(before.First, WordClass.Preposition));
        if (pieceIsName && roleBefore) return true;
        // "Pemilik kios di Pasar X, Sukoharjo, mengeluhkan": the place belongs to the phrase.
        if (roleBefore && PlaceLength(piece.First, piece.End, behindRole: true) == piece.Length) return true;
        // An age between commas, or "Name, role,".
        if (piece.Length == 1 && tokens[piece.First].Kind == TokenKind.Number) return true;
        var allCapitals = true;
        for (var i = piece.First; i < piece.End && allCapitals; i++) allCapitals = !IsWord(i) || tokens[i].IsCapital || Is(i, WordClass.Coordinator);
        if (roleBefore && allCapitals && name.IsEmpty) return true;
        if (!closesApposition && LooksLikeName(before) && before.Length >= 2 && lexicon.Names.Roles.Match(tokens, piece.First, piece.End, out _) > 0) return true;
        if (!closesApposition && (!In(WordList.Appositive, piece.First) || In(WordList.Article, piece.First))) return false;
        var beforeIsName = LooksLikeName(before) || (NameIn(before) is { IsEmpty: false } behindRole && behindRole.End == before.End);
        return beforeIsName && (lexicon.Names.Roles.Match(tokens, piece.First, piece.End, out _) > 0 || In(WordList.Appositive, piece.First)
            || Is(piece.First, WordClass.Relative) || !tokens[piece.First].IsCapital);
    }

    /// <summary>Where the piece that ends at <paramref name="end"/> starts: behind a comma, a conjunction, or another predicate.</summary>
    private int PieceStart(int border, int end, bool relative)
    {
        var first = end;
        var lastVerb = -1;
        while (first > border)
        {
            var i = first - 1;
            if (IsMark(i, ')'))
            {
                var open = OpenBracket(i, border);
                if (open < i && i - open <= 14)
                {
                    first = open;
                    continue;
                }
            }

            if (IsMark(i) && !IsMark(i, '.') && !IsMark(i, '&') && !IsMark(i, '/') && !IsMark(i, '-') && !IsMark(i, '*')) break;
            if (IsMark(i, '.') && !tokens[i].IsGlued) break;
            if (tokens[i].Kind == TokenKind.Quote && quotationOf[i] >= 0 && !IsSpeechBlock(i))
            {
                first = i;
                continue;
            }

            if (Is(i, WordClass.Subordinator) && !In(WordList.Innerphrase, i) && !(tokens[i].IsCapital && i > border)) break;
            if (relative && Is(i, WordClass.Preposition)) break;
            first = i;
        }

        // "Hal itu membuat Trump mengatakan": the subject stands behind the last verb that is not in a relative clause.
        for (var i = end - 1; i >= first; i--)
        {
            if (Is(i, WordClass.Relative))
            {
                lastVerb = -1;
                break;
            }

            if (lastVerb < 0 && IsVerbForm(i) && !tokens[i].IsCapital) lastVerb = i;
        }

        if (lastVerb >= 0) first = lastVerb + 1;
        // "Di mana ia menjelaskan": a pronoun at the end is the subject by itself.
        if (end - first > 1 && Is(end - 1, WordClass.Pronoun) && !Is(end - 2, WordClass.Coordinator)) return end - 1;
        while (first < end && (IsMark(first) && !IsMark(first, '(')
            || (Is(first, WordClass.Connective) && !tokens[first].IsAllCaps) || Is(first, WordClass.Coordinator) || In(WordList.Both, first)
            || (Is(first, WordClass.Adverb) && !Is(first, WordClass.Pronoun))))
            first++;
        // A fronted phrase without its comma: "Dalam kesempatan yang sama Ani mengatakan".
        if (first < end && In(WordList.Fronting, first))
        {
            for (var i = first; i < end; i++)
            {
                if (tokens[i].IsCapital && i > first && lexicon.Names.Roles.Match(tokens, i, end, out _) > 0) return i;
            }
        }

        return first;
    }

    // ---------------------------------------------------------------- the speaker behind a cue

    /// <summary>The noun phrase that starts at <paramref name="first"/>, behind "kata" or "oleh".</summary>
    private TokenRange SpeakerAfter(int first, int end, out int behind)
    {
        var at = first;
        if (at < end && Is(at, WordClass.Pronoun))
        {
            behind = at + 1;
            return new TokenRange(at, at + 1);
        }

        var piece = 0;
        var pieceFirst = at;
        behind = first;
        while (at < end && at - first < LongestSpeaker + 12)
        {
            if (IsMark(at, ',') && at > first && Is(at - 1, WordClass.Demonstrative) && at + 1 < end && Is(at + 1, WordClass.Relative))
            {
                // "kelompok tersebut, yang dijalankan oleh X": the relative clause says which.
                at += 2;
                while (at < end && !IsMark(at) && quotationOf[at] < 0) at++;
                break;
            }

            if (IsMark(at, ','))
            {
                if (!ContinuesAfterComma(first, pieceFirst, at, end)) break;
                piece++;
                at++;
                pieceFirst = at;
                continue;
            }

            if (IsMark(at, '('))
            {
                var after = AfterBracket(at, end);
                if (after == at || HoldsSlash(at, after)) break;
                at = after;
                continue;
            }

            if (IsMark(at, '.'))
            {
                if (!tokens[at].IsGlued || at + 1 >= end || tokens[at - 1].Length > 4) break;
                if (!tokens[at + 1].IsCapital && !In(WordList.Abbreviation, at - 1)) break;
                at++;
                continue;
            }

            if (IsMark(at, '&') || IsMark(at, '/') || IsMark(at, '*') || IsMark(at, '@'))
            {
                at++;
                continue;
            }

            if (!tokens[first].IsCapital && Is(at, WordClass.Relative) && PointsBackAtEnd(at, end) is var closed && closed > at)
            {
                at = closed;
                break;
            }

            if (IsMark(at) || (quotationOf[at] >= 0 && IsSpeechBlock(at))) break;
            if (tokens[at].Kind == TokenKind.Quote)
            {
                at++;
                continue;
            }

            if (StopsSpeaker(first, at)) break;
            at++;
        }

        behind = at;
        while (at > first && (IsMark(at - 1) && !IsMark(at - 1, ')'))) at--;
        while (at > first && Is(at - 1, WordClass.Adverb) && !tokens[at - 1].IsCapital) at--;
        return new TokenRange(first, at);
    }

    /// <summary>"wanita yang sehari-hari praktik di X ini.": one past the demonstrative that closes the sentence.</summary>
    private int PointsBackAtEnd(int relative, int end)
    {
        for (var i = relative; i < end && i < relative + 18; i++)
        {
            if (IsMark(i, '.') || IsMark(i, ',')) return Is(i - 1, WordClass.Demonstrative) ? i : -1;
            if (i == end - 1 && Is(i, WordClass.Demonstrative)) return end;
        }

        return -1;
    }

    private bool HoldsSlash(int open, int end)
    {
        for (var i = open; i < end; i++)
        {
            if (IsMark(i, '/') || IsMark(i, '-') || lexicon.Language.Calendar.Month(tokens[i].Word) > 0) return true;
        }

        return false;
    }

    private bool StopsSpeaker(int first, int at)
    {
        if (tokens[at].IsCapital)
        {
            return lexicon.Language.Calendar.DayOfWeek(tokens[at].Word) > 0 && at > first;
        }

        if (at == first) return In(WordList.Circumstance, at) || Is(at, WordClass.Preposition) || Is(at, WordClass.Auxiliary) || (IsVerbForm(at) && !IsRoleHere(at, first)) || In(WordList.Nospeaker, at);
        if (In(WordList.Circumstance, at) || In(WordList.Addressee, at) || In(WordList.Credit, at) || Has(at, CueFrame.Carry)) return true;
        if (Is(at, WordClass.Preposition) && (!In(WordList.Speakerinner, at) || (In(WordList.Place, at)
            && (tokens[at - 1].IsCapital || (at + 1 < tokens.Length && In(WordList.Platform, at + 1)))))) return true;
        if (Is(at, WordClass.Subordinator) && !In(WordList.Speakerinner, at)) return true;
        if (Is(at, WordClass.Relative)) return !Is(first, WordClass.Quantifier);
        if (Is(first, WordClass.Quantifier) && IsVerbForm(at) && Is(at - 1, WordClass.Relative)) return false;
        if ((Is(at, WordClass.Auxiliary) && !Is(at, WordClass.Adverb)) || Is(at, WordClass.Negation)) return true;
        return IsVerbForm(at) || Is(at, WordClass.Complementiser);
    }

    private bool IsRoleHere(int at, int first) => lexicon.Names.Roles.Match(tokens, at, at + 3 < tokens.Length ? at + 3 : tokens.Length, out _) > 0;

    /// <summary>Whether behind the comma at <paramref name="comma"/> an apposition goes on: "role, Name" or "Name, role".</summary>
    private bool ContinuesAfterComma(int first, int pieceFirst, int comma, int end)
    {
        var next = comma + 1;
        if (next >= end || IsMark(next) || tokens[next].Kind == TokenKind.Quote) return false;
        if (NameBehindList(first, comma, end)) return true;
        if (pieceFirst != first) return false;
        if (lexicon.Language.Calendar.DayOfWeek(tokens[next].Word) > 0 || IsDateStart(next)) return false;
        var stop = next;
        while (stop < end && stop < next + 14 && !IsMark(stop, ',') && (!IsMark(stop, '.') || (stop > next && (In(WordList.Abbreviation, stop - 1) || tokens[stop - 1].Length == 1))) && tokens[stop].Kind != TokenKind.Quote
            && !(stop > next && StopsSpeaker(next, stop)) && !IsMark(stop, '(')) stop++;
        // "dr. Danu Lesmana, S.Psi, M.Psi, …": the degrees already passed.
        var nameEnd = comma;
        while (nameEnd - 2 > first && IsDegree(nameEnd - 1) && IsMark(nameEnd - 2, ',')) nameEnd -= 2;
        var before = new TokenRange(first, nameEnd);
        var after = new TokenRange(next, stop);
        var afterName = NameIn(after);
        var roleBefore = lexicon.Names.Roles.Match(tokens, first, comma, out _) > 0 || lexicon.Names.IsInstitution(tokens[first].Word);
        roleBefore |= comma - first == 1 && !tokens[first].IsCapital && HasEnclitic(first);
        if (roleBefore && !afterName.IsEmpty && OnlyTitles(next, afterName.First) && afterName.End == stop && !LooksLikeName(before)) return true;
        var nameBefore = NameIn(before);
        if (IsDegree(next) && !nameBefore.IsEmpty) return true;
        // "kata Danu, warga selalu datang": the subject of the clause, and no apposition.
        if (stop < end && IsWord(stop) && !Is(stop, WordClass.Adverb) && (IsPredicate(stop) || Is(stop, WordClass.Negation))) return false;
        // "according to Kirby, the troops have …": an article alone opens no apposition.
        if (In(WordList.Article, next))
            return !nameBefore.IsEmpty && nameBefore.End == comma && HasRoleBefore(next, stop) && (stop >= end || IsMark(stop) || Is(stop, WordClass.Preposition));
        // "kata Danu, Raja Ampat itu jauh": a place starts the clause, though "raja" is a role.
        return !nameBefore.IsEmpty && nameBefore.End == comma && lexicon.Names.Places.Match(tokens, next, stop, out _) <= 1
            && (lexicon.Names.Roles.Match(tokens, next, stop, out _) > 0 || In(WordList.Appositive, next)) && !Has(next, CueFrame.Say);
    }

    /// <summary>
    /// Whether the comma belongs to a long office's name ("Peneliti Pusat Bahasa, Sastra, dan Komunitas, Ani Putri"): only capitals,
    /// commas and brackets up to a piece that is a person's name alone.
    /// </summary>
    private bool NameBehindList(int first, int comma, int end)
    {
        if (lexicon.Names.Roles.Match(tokens, first, comma, out _) == 0) return false;
        var pieceFirst = comma + 1;
        var commas = 0;
        for (var i = comma + 1; i <= end && i < comma + 30; i++)
        {
            if (i < end && IsMark(i, '('))
            {
                var after = AfterBracket(i, end);
                if (after == i) return false;
                i = after - 1;
                continue;
            }

            if (i < end && IsWord(i) && (tokens[i].IsCapital || Is(i, WordClass.Coordinator))
                && lexicon.Language.Calendar.DayOfWeek(tokens[i].Word) == 0) continue;
            if (i < end && IsMark(i, '&')) continue;
            var piece = new TokenRange(pieceFirst, i);
            if (!piece.IsEmpty && LooksLikeName(piece) && piece.Length is >= 2 and <= 6) return true;
            if (i >= end || !IsMark(i, ',') || ++commas > 3) return false;
            pieceFirst = i + 1;
        }

        return false;
    }

    /// <summary>The noun phrase behind "menurut".</summary>
    private TokenRange PerSpeaker(int first, out int behind)
    {
        behind = first;
        if (first >= sentence.End || tokens[first].Kind == TokenKind.Quote) return default;
        if (Is(first, WordClass.Pronoun))
        {
            behind = first + 1;
            return new TokenRange(first, behind);
        }

        var at = first;
        var sawName = false;
        while (at < sentence.End && at - first < LongestSpeaker)
        {
            if (IsMark(at, '('))
            {
                var after = AfterBracket(at, sentence.End);
                if (after == at) break;
                at = after;
                continue;
            }

            if (IsMark(at, ','))
            {
                if (!ContinuesAfterComma(first, first, at, sentence.End)) break;
                at++;
                continue;
            }

            if (IsMark(at, '.') && tokens[at].IsGlued && at + 1 < sentence.End && tokens[at - 1].Length <= 4
                && (tokens[at + 1].IsCapital || In(WordList.Abbreviation, at - 1)))
            {
                at++;
                continue;
            }

            if (IsMark(at) && !IsMark(at, '&') && !IsMark(at, '/') && !IsMark(at, '*')) break;
            if (quotationOf[at] >= 0 && IsSpeechBlock(at)) break;
            if (tokens[at].IsCapital)
            {
                sawName |= !(lexicon.Names.IsInstitution(tokens[at].Word) || lexicon.Names.Roles.Match(tokens, at, sentence.End, out _) > 0)
                    || lexicon.Names.IsGivenName(tokens[at].Word);
            }
            else if (IsOwnersMark(at))
            {
                sawName = false;
            }
            else if (IsWord(at))
            {
                // Behind a name a small letter starts the content, unless a comma shows that the phrase goes on.
                var phraseGoesOn = Is(at, WordClass.Coordinator) || In(WordList.Innerphrase, at) || Is(at, WordClass.Demonstrative)
                    || (CommaWithin(at, 8) && !IsPredicate(at) && !Is(at, WordClass.Pronoun)) || RelativeToComma(at);
                if (sawName && !phraseGoesOn) break;
                if (!sawName && at > first && IsPredicate(at) && !CommaWithin(at, 10)) break;
            }

            at++;
        }

        behind = at;
        return new TokenRange(first, at);
    }

    private bool CommaWithin(int at, int most)
    {
        for (var i = at; i < sentence.End && i <= at + most; i++)
        {
            if (IsMark(i, ',')) return true;
            if (IsMark(i, '.') || (IsPredicate(i) && i > at)) return false;
        }

        return false;
    }

    /// <summary>"Menurut laporan yang diterima X dari Y, …": the relative clause ends at a comma.</summary>
    private bool RelativeToComma(int at)
    {
        var inside = false;
        for (var i = at; i >= at - 10 && i >= sentence.First && !inside; i--) inside = Is(i, WordClass.Relative);
        if (!inside) return false;
        for (var i = at; i < sentence.End && i <= at + 14; i++)
        {
            if (IsMark(i, ',')) return true;
        }

        return false;
    }

    private bool IsDocumentPhrase(TokenRange range) =>
        lexicon.Names.SpeakerNouns.Match(tokens, range.First, range.End, out var noun) > 0 && noun.Type == "document";

    /// <summary>"laporan yang diterima BBC dari sumber X": the innermost who speaks is X, via BBC.</summary>
    private TokenRange InnermostSource(TokenRange range, List<Relay> relays)
    {
        var from = -1;
        for (var i = range.First; i < range.End; i++)
        {
            if ((In(WordList.From, i) || In(WordList.By, i)) && i > range.First + 1) from = i;
        }

        if (!IsDocumentPhrase(range)) return range;
        var relative = range.First;
        while (relative < range.End && !Is(relative, WordClass.Relative)) relative++;
        if (from < 0 || relative >= from) return relative < range.End && relative > range.First ? range with { End = relative } : range;
        for (var i = relative; i < from; i++)
        {
            var length = lexicon.Names.Outlets.Match(tokens, i, from, out _);
            if (length == 0 || !tokens[i].IsCapital) continue;
            relays.Add(new Relay(TextOf(new TokenRange(i, i + length)), SpanOf(i, i + length)));
            i += length - 1;
        }

        return new TokenRange(from + 1, range.End);
    }

    // ---------------------------------------------------------------- the content behind a verb

    /// <summary>The clause behind a verb: addressee, date and complementiser left out.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="cueEnd">One past the cue; moved behind an adverb that belongs to it.</param>
    /// <param name="frame">The construction.</param>
    /// <param name="strong">Whether a complementiser, a comma or a colon shows that a clause follows.</param>
    private TokenRange? ContentAfter(int verb, ref int cueEnd, CueFrame frame, out bool strong)
    {
        strong = false;
        var at = In(WordList.Addressing, verb) ? BareAddresseeEnd(cueEnd) : cueEnd;
        var start = at;
        for (var rounds = 0; rounds < 6 && at < sentence.End; rounds++)
        {
            if (IsMark(at, ',') || IsMark(at, ':'))
            {
                if (IsMark(at, ':') && at + 1 < sentence.End && quotationOf[at + 1] < 0 && rounds == 0 && frame == CueFrame.Urge) return null;
                at++;
                start = at;
                strong = true;
                continue;
            }

            if (Is(at, WordClass.Complementiser) && !(In(WordList.Ifword, at) && !strong && rounds > 0))
            {
                at++;
                start = at;
                strong = true;
                if (at < sentence.End && IsMark(at, ',')) continue;
                break;
            }

            if (Is(at, WordClass.Adverb) && at + 1 < sentence.End && (Is(at + 1, WordClass.Complementiser) || IsMark(at + 1, ',') || quotationOf[at + 1] >= 0))
            {
                at++;
                start = at;
                continue;
            }

            var opens = In(WordList.Addressee, at) || In(WordList.Circumstance, at) || In(WordList.Place, at) || IsDateStart(at) || IsMark(at, '(');
            if (!opens || strong && !IsDateStart(at) && !In(WordList.Circumstance, at) && !In(WordList.Addressee, at)) break;
            var border = CircumstanceEnd(at, frame, out var reached);
            if (!reached) 
            {
                if (In(WordList.Addressee, at) && frame != CueFrame.Urge && AddresseeEnd(at) is var after && after > at)
                {
                    at = after;
                    start = at;
                    continue;
                }

                break;
            }

            at = border;
            start = at;
        }

        if (start >= sentence.End) return null;
        if (!strong && ClauseBehindNoun(start) is var clause && clause > start)
        {
            start = clause;
            strong = true;
        }

        // "menjawab "tidak" saat ditanya": the quotation alone is what is said.
        if (quotationOf[start] >= 0 && frame == CueFrame.Tell && quotations[quotationOf[start]] is var quotation && quotation.First == start
            && quotation.End < sentence.End && IsBehindQuotation(quotation.End))
            return new TokenRange(start, quotation.End);
        var end = ContentEnd(start, sentence.End);
        return end <= start ? null : new TokenRange(start, end);
    }

    private bool IsBehindQuotation(int token) => In(WordList.Circumstance, token) || In(WordList.Addressee, token) || In(WordList.While, token)
        || (IsMark(token, ',') && token + 1 < sentence.End && (IsDateStart(token + 1) || In(WordList.Credit, token + 1) || Has(token + 1, CueFrame.Carry)));

    /// <summary>"menyampaikan pesan bahwa", "mengatakan bulan lalu bahwa": the clause starts behind the complementiser.</summary>
    private int ClauseBehindNoun(int start)
    {
        for (var i = start; i < sentence.End && i < start + 8; i++)
        {
            if (In(WordList.That, i) || (i > start && In(WordList.Wish, i) && Is(start, WordClass.Empty))) return i + 1 < sentence.End ? i + 1 : start;
            if (IsMark(i) || quotationOf[i] >= 0 || (IsPredicate(i) && !Is(i, WordClass.Adverb))) return start;
        }

        return start;
    }

    /// <summary>Where a circumstance behind the verb ends: at a comma, a complementiser or a quotation that comes soon.</summary>
    private int CircumstanceEnd(int at, CueFrame frame, out bool reached)
    {
        reached = true;
        if (IsDateStart(at) && DateAfter(at) is var date && date > at)
        {
            if (date >= sentence.End || IsMark(date) || Is(date, WordClass.Complementiser) || quotationOf[date] >= 0) return date;
        }

        if (IsMark(at, '('))
        {
            var after = AfterBracket(at, sentence.End);
            if (after > at) return after;
        }

        var occasion = HoldsOccasion(at, sentence.End);
        if (!occasion && Is(at, WordClass.Subordinator) && !IsDateStart(at + 1 < sentence.End ? at + 1 : at))
        {
            reached = false;
            return at;
        }

        var dated = at + 1 < sentence.End && IsDateStart(at + 1) ? DateAfter(at + 1) : -1;
        if (dated > 0 && In(WordList.Circumstance, at)) return dated;
        for (var i = at + 1; i < sentence.End && i < at + 20; i++)
        {
            if (IsMark(i, '('))
            {
                i = Math.Max(i, AfterBracket(i, sentence.End) - 1);
                continue;
            }

            if (IsMark(i, ',') && frame != CueFrame.Urge)
            {
                if (occasion || In(WordList.Addressee, at)) return i;
                break;
            }

            if (Is(i, WordClass.Complementiser) || (quotationOf[i] >= 0 && tokens[i].Kind == TokenKind.Quote)) return i;
            if (IsMark(i) && !IsMark(i, '/') && !IsMark(i, '.')) break;
            if (IsPredicate(i) && !Is(i, WordClass.Adverb) && !occasion) break;
        }

        reached = false;
        return at;
    }

    /// <summary>"kepada wartawan bahwa": one past a short addressee.</summary>
    private int AddresseeEnd(int at)
    {
        var i = at + 1;
        if (i >= sentence.End) return at;
        if (tokens[i].IsCapital || IsMark(i, '*'))
        {
            while (i < sentence.End && (tokens[i].IsCapital || IsMark(i, '*'))) i++;
            return i;
        }

        while (i < sentence.End && i < at + 4 && !IsPredicate(i) && IsWord(i) && !tokens[i].IsCapital) i++;
        return i < sentence.End && i > at + 1 ? i : at;
    }

    /// <summary>Where a content that starts at <paramref name="start"/> ends.</summary>
    private int ContentEnd(int start, int sentenceEnd)
    {
        var end = sentenceEnd;
        for (var i = start; i < sentenceEnd; i++)
        {
            if (claimed[i] && quotationOf[i] < 0)
            {
                end = i;
                break;
            }

            if (quotationOf[i] >= 0)
            {
                var quotation = quotations[quotationOf[i]];
                if (quotation.First == i)
                {
                    if (claimed[i])
                    {
                        end = i;
                        break;
                    }

                    // The clause is over when its closing quotation stops and only a credit or date follows.
                    i = Math.Min(quotation.End, sentenceEnd) - 1;
                    if (i + 1 < sentenceEnd && EndsWithStop(quotation) && In(WordList.Circumstance, i + 1))
                    {
                        end = i + 1;
                        break;
                    }
                }

                continue;
            }

            if (i > start && IsStop(start, i))
            {
                end = i;
                break;
            }
        }

        while (end > start && IsTrailingMark(end - 1)) end--;
        while (end > start + 1 && (Is(end - 1, WordClass.Coordinator) || In(WordList.But, end - 1) || In(WordList.While, end - 1)) && end < sentenceEnd) end--;
        while (end > start && IsTrailingMark(end - 1)) end--;
        return end;
    }

    private bool IsTrailingMark(int token) => (IsMark(token) && !IsMark(token, ')') && !IsMark(token, '%') && !IsMark(token, '°'))
        && quotationOf[token] < 0;

    /// <summary>Whether a content is over before the token: a credit, a date, another speaker's or the same speaker's next cue.</summary>
    private bool IsStop(int start, int i)
    {
        if (IsMark(i, ';')) return false;
        if (IsMark(i, ','))
        {
            var next = i + 1;
            if (next >= sentence.End) return false;
            if (In(WordList.Credit, next) && CreditAfter(next)) return true;
            if (Has(next, CueFrame.Carry) && RelaysAfter(next, out _).Count > 0) return true;
            if (IsDateStart(next) && DateAfter(next) is var date && date > next && IsMark(date - 1, ')') && (date >= sentence.End - 1 || IsMark(date, '.'))) return true;
            if (Has(next, CueFrame.Say) && next + 1 < sentence.End && (tokens[next + 1].IsCapital || Is(next + 1, WordClass.Pronoun)
                || lexicon.Names.Roles.Match(tokens, next + 1, sentence.End, out _) > 0) && !SpeakerAfter(next + 1, sentence.End, out _).IsEmpty) return true;
            if (lexicon.Cues.Bare(tokens[next].Word) is var bare && bare >= 0
                && (lexicon.Cues.Frames(bare) & (CueFrame.Say | CueFrame.Per)) != 0) return true;
            if (Has(next, CueFrame.Per)) return true;
            if (OutletReports(next)) return true;
            if (Has(next, CueFrame.Tell | CueFrame.Deny) && IsActiveForm(next) && i > start && (IsStrongCue(next) || In(WordList.Needsthat, next))) return true;
            if (Is(next, WordClass.Relative) && NextCue(next + 1, 4) is var relative && relative > 0 && IsStrongCue(relative)) return true;
            if ((Is(next, WordClass.Coordinator) || In(WordList.But, next) || In(WordList.While, next)) && NextCue(next + 1, 4) is var coordinated && coordinated > 0
                && IsStrongCue(coordinated)) return true;
            if (In(WordList.While, next) && next + 1 < sentence.End && Has(next + 1, CueFrame.Tell) && IsActiveForm(next + 1) && IsStrongCue(next + 1)) return true;
            return Is(next, WordClass.Subordinator) && SubordinateCue(next);
        }

        if (In(WordList.Credit, i) && CreditAfter(i)) return true;
        if (Has(i, CueFrame.Carry) && !Has(i, CueFrame.Heard) && RelaysAfter(i, out _).Count > 0) return true;
        if (Is(i, WordClass.Subordinator) && In(WordList.Breaking, i) && SubordinateCue(i)) return true;
        return (Is(i, WordClass.Coordinator) || In(WordList.But, i)) && i + 1 < sentence.End && NextCue(i + 1, 3) is var cue && cue > 0
            && IsStrongCue(cue) && Has(cue, CueFrame.Tell | CueFrame.Deny) && cue + 1 < sentence.End
            && (In(WordList.Inverting, cue) || Is(cue + 1, WordClass.Complementiser) || IsMark(cue + 1, ',') || In(WordList.But, i) || quotationOf[cue + 1] >= 0);
    }

    /// <summary>", situs berita Stuff melaporkan awal pekan lalu": the outlet behind the clause is a relay.</summary>
    private bool OutletReports(int first)
    {
        var at = first;
        while (at < sentence.End && at < first + 6 && !tokens[at].IsCapital && In(WordList.Carrier, at)) at++;
        var length = at < sentence.End && tokens[at].IsCapital ? OutletLength(at, sentence.End) : 0;
        if (length == 0 || at + length >= sentence.End || !Has(at + length, CueFrame.Tell) || !In(WordList.Reportverb, at + length)) return false;
        var behind = at + length + 1;
        return behind >= sentence.End || IsMark(behind) || !Is(behind, WordClass.Complementiser);
    }

    /// <summary>How many tokens an outlet's name takes, "TV" and "Online" behind a known one included.</summary>
    private int OutletLength(int at, int end)
    {
        var length = lexicon.Names.Outlets.Match(tokens, at, end, out _);
        while (length > 0 && at + length < end && tokens[at + length].IsCapital && In(WordList.Outlettail, at + length)) length++;
        return length;
    }

    private bool CreditAfter(int token)
    {
        for (var i = token; i < sentence.End && i < token + 3; i++)
        {
            if (Has(i, CueFrame.Carry)) return true;
        }

        return false;
    }

    /// <summary>The next cue verb within a few adverbs; -1 when another word comes first.</summary>
    private int NextCue(int first, int most)
    {
        for (var i = first; i < sentence.End && i < first + most; i++)
        {
            if (Has(i, CueFrame.Tell | CueFrame.Deny | CueFrame.Urge | CueFrame.Mute) && IsActiveForm(i)) return i;
            if (!Is(i, WordClass.Adverb) && !Is(i, WordClass.Negation) && !Is(i, WordClass.Auxiliary) && !In(WordList.Dateword, i)) return -1;
        }

        return -1;
    }

    private bool IsStrongCue(int token) => Has(token, CueFrame.Deny) || In(WordList.Strongtell, token)
        || (token + 1 < sentence.End && (Is(token + 1, WordClass.Complementiser) || quotationOf[token + 1] >= 0));

    /// <summary>"meskipun ia mengindikasikan bahwa …": a subordinate clause of the narration with a cue of its own.</summary>
    private bool SubordinateCue(int subordinator)
    {
        if (!In(WordList.Breaking, subordinator)) return false;
        for (var i = subordinator + 1; i < sentence.End && i < subordinator + 18; i++)
        {
            if (IsMark(i, ',') || IsMark(i, '.') || quotationOf[i] >= 0) return false;
            if (Has(i, CueFrame.Tell | CueFrame.Deny | CueFrame.Urge) && IsActiveForm(i) && i > subordinator + 1) return IsStrongCue(i);
            if (i > subordinator + 1 && frames[i] == CueFrame.None && lexicon.Cues.Bare(tokens[i].Word) is var bare && bare >= 0
                && (lexicon.Cues.Frames(bare) & (CueFrame.Tell | CueFrame.Deny)) != 0) return lexicon.Forms.IsTransitive(Words(i));
            if (IsPredicate(i) && !Is(i, WordClass.Adverb) && !Is(i, WordClass.Negation)) return false;
        }

        return false;
    }

    // ---------------------------------------------------------------- dates and credits

    /// <summary>Whether a date may start at the token: a day's name, "hari ini", a bracket with a slash.</summary>
    private bool IsDateStart(int token)
    {
        if (token >= tokens.Length) return false;
        if (lexicon.Language.Calendar.DayOfWeek(tokens[token].Word) > 0 && tokens[token].IsCapital) return true;
        if (In(WordList.Dayphrase, token)) return true;
        if (tokens[token].Kind == TokenKind.Number && token + 1 < tokens.Length && lexicon.Language.Calendar.Month(tokens[token + 1].Word) > 0) return true;
        return In(WordList.Day, token) && token + 1 < tokens.Length && lexicon.Language.Calendar.DayOfWeek(tokens[token + 1].Word) > 0;
    }

    /// <summary>One past a date that starts at the token.</summary>
    private int DateAfter(int token)
    {
        var at = token;
        if (at < sentence.End && In(WordList.Day, at)) at++;
        if (at < sentence.End && lexicon.Language.Calendar.DayOfWeek(tokens[at].Word) > 0) at++;
        else if (at < sentence.End && In(WordList.Dayphrase, at)) at++;
        else if (at < sentence.End && tokens[at].Kind != TokenKind.Number) return token;
        while (at < sentence.End && In(WordList.Day, at)) at++;
        if (at + 1 < sentence.End && IsMark(at, ',') && (tokens[at + 1].Kind == TokenKind.Number || lexicon.Language.Calendar.Month(tokens[at + 1].Word) > 0)) at++;
        if (at < sentence.End && IsMark(at, '('))
        {
            var after = AfterBracket(at, sentence.End);
            if (after > at && HoldsDate(at, after)) at = after;
        }
        else
        {
            while (at < sentence.End && (tokens[at].Kind == TokenKind.Number || IsMark(at, '/') || lexicon.Language.Calendar.Month(tokens[at].Word) > 0)) at++;
        }

        while (at < sentence.End && (In(WordList.Day, at) || In(WordList.Datetail, at))) at++;
        return at;
    }

    /// <summary>The outlets named behind "dikutip", "dilansir dari", "mengutip".</summary>
    private List<Relay> RelaysAfter(int carry, out int behind)
    {
        var relays = new List<Relay>();
        var at = carry + 1;
        behind = at;
        if (In(WordList.Needsby, carry) && !(at < sentence.End && In(WordList.By, at))) return relays;
        while (at < sentence.End && at < carry + 8 && !tokens[at].IsCapital && (In(WordList.Carrier, at) || IsMark(at, '*'))) at++;
        while (at < sentence.End && relays.Count < 4)
        {
            if (IsMark(at, '*'))
            {
                at++;
                continue;
            }

            var length = OutletLength(at, sentence.End);
            if (length == 0 || !(tokens[at].IsCapital || text.AsSpan(tokens[at].Start, tokens[at].Length).Contains('.')))
            {
                length = UnknownOutlet(at);
                if (length == 0) break;
            }

            var span = SpanOf(at, at + length);
            var name = span.Of(text);
            if (!IsOwnOutlet(name)) relays.Add(new Relay(name, span));
            at += length;
            behind = at;
            while (at < sentence.End && (IsMark(at, '*') || (IsMark(at, ',') && at + 1 < sentence.End && IsMark(at + 1, '*')))) at++;
            if (at + 1 < sentence.End && In(WordList.From, at))
            {
                at++;
                continue;
            }

            if (at < sentence.End && (Is(at, WordClass.Coordinator) || IsMark(at, ',')) && at + 1 < sentence.End
                && lexicon.Names.Outlets.Match(tokens, at + 1, sentence.End, out _) > 0)
            {
                at++;
                continue;
            }

            break;
        }

        return relays;
    }

    /// <summary>A capitalised run that no table knows, behind a word that carries: taken for an outlet unless it is a place or day.</summary>
    private int UnknownOutlet(int at)
    {
        var i = at;
        if (at >= sentence.End) return 0;
        if (text.AsSpan(tokens[at].Start, tokens[at].Length).Contains('.')) return 1;
        while (i < sentence.End && tokens[i].Kind == TokenKind.Word && tokens[i].IsCapital
            && lexicon.Language.Calendar.DayOfWeek(tokens[i].Word) == 0) i++;
        if (i == at || In(WordList.Platform, at)) return 0;
        if (In(WordList.Carrier, at) && i - at is > 2 and <= 5) return i - at;
        if (lexicon.Names.Organisations.Match(tokens, at, i, out _) > 0 || lexicon.Names.IsInstitution(tokens[at].Word)
            || lexicon.Names.Roles.Match(tokens, at, i, out _) > 0) return 0;
        if (lexicon.Names.Places.Match(tokens, at, i, out _) == i - at) return 0;
        return i - at <= 4 ? i - at : 0;
    }

    private bool IsOwnOutlet(string name)
    {
        if (article.Outlet is null) return false;
        static string Bare(string value)
        {
            var lower = value.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
            foreach (var tail in (string[])[".com", ".co.id", ".id", ".net", ".org"])
            {
                if (lower.EndsWith(tail, StringComparison.Ordinal)) lower = lower[..^tail.Length];
            }

            return lower.StartsWith("www.", StringComparison.Ordinal) ? lower[4..] : lower;
        }

        var own = Bare(article.Outlet);
        var said = Bare(name);
        return own == said || (own.Length >= 5 && said.StartsWith(own, StringComparison.Ordinal)) || own + "com" == said || own == said + "com"
            || (lexicon.Names.FamilyOf(own) is { } family && family == lexicon.Names.FamilyOf(said) && own.Length > 0 && said.StartsWith(own[..Math.Min(5, own.Length)], StringComparison.Ordinal));
    }
}
