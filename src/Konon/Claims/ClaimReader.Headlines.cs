using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>Headlines: "X: Y", "X Sebut Y", "Y, Kata X".</summary>
internal sealed partial class ClaimReader
{
    private void ReadHeadline()
    {
        var colon = sentence.First;
        while (colon < sentence.End && !IsMark(colon, ':')) colon++;
        if (colon < sentence.End && colon > sentence.First && colon + 1 < sentence.End && ReadColon(colon)) return;
        for (var i = sentence.First + 1; i < sentence.End; i++)
        {
            if (claimed[i] || frames[i] == CueFrame.None || !IsOutside(i)) continue;
            if (Has(i, CueFrame.Heard | CueFrame.Asked) && !Has(i, CueFrame.Say))
            {
                var behind = ReadHeard(i);
                if (behind > i) i = behind - 1;
                continue;
            }

            if (Has(i, CueFrame.Say) && IsMark(i - 1, ',') && i + 1 < sentence.End && ReadHeadlineSay(i)) return;
            if (Has(i, CueFrame.Tell | CueFrame.Deny | CueFrame.Urge | CueFrame.Judge | CueFrame.Think))
            {
                var behind = ReadHeadlineVerb(i);
                if (behind > i) i = behind - 1;
            }
        }
    }

    /// <summary>"Y, Kata X" and "Y, Ujar X".</summary>
    private bool ReadHeadlineSay(int token)
    {
        var mention = ParseMention(new TokenRange(token + 1, sentence.End));
        if (mention is null || token - 1 <= sentence.First + 1) return false;
        var cue = lexicon.Cues.In(tokens[token].Word, CueFrame.Say)!.Value;
        AddWith(HeadlineSpeakers(mention), [new TokenRange(sentence.First, token - 1)], token, token + 1, cue, "headline.say", sentence.End, [], mention);
        return true;
    }

    private bool ReadColon(int colon)
    {
        var first = colon;
        while (first > sentence.First && !IsMark(first - 1, ',') && !IsMark(first - 1, '?') && !IsMark(first - 1, '!')) first--;
        var range = new TokenRange(first, colon);
        if (range.Length is 0 or > 9) return false;
        for (var i = range.First; i < range.End; i++)
        {
            if (IsVerbForm(i) || tokens[i].Kind == TokenKind.Number || In(WordList.Headlinestop, i)) return false;
        }

        var mention = ParseMention(range);
        if (mention is null || !MaySpeakInHeadline(mention)) return false;
        if (mention.Kind == MentionKind.Person && mention.Name.First != range.First
            && lexicon.Names.Roles.Match(tokens, range.First, range.End, out _) == 0
            && lexicon.Names.Titles.Match(tokens, range.First, range.End, out _) == 0) return false;
        var content = new TokenRange(colon + 1, TrimEnd(colon + 1, sentence.End));
        if (content.Length < 2) return false;
        var speakers = HeadlineSpeakers(mention);
        var spans = new List<TextSpan> { SpanOf(content.First, content.End) };
        Mark(content.First, content.End);
        var claim = new Claim
        {
            Content = spans, Kind = KindOf([content]), Speakers = speakers, Cue = null, Stance = Stance.Asserts, Act = "states",
            Rule = "headline.colon", Confidence = 0.8,
        };
        Add(claim, colon, mention, new TokenRange(sentence.End, sentence.End));
        return true;
    }

    private int TrimEnd(int first, int end)
    {
        while (end > first && IsTrailingMark(end - 1)) end--;
        return end;
    }

    private bool MaySpeakInHeadline(Mention mention)
    {
        if (mention.Kind == MentionKind.Person)
        {
            return cast.Find(LowerWords(mention.Name)) is not null || !mention.Role.IsEmpty
                || lexicon.Names.IsGivenName(tokens[mention.Name.First].Word);
        }

        var name = mention.Name;
        return lexicon.Names.Roles.Match(tokens, name.First, name.End, out _) > 0
            || lexicon.Names.Places.Match(tokens, name.First, name.End, out var place) > 0 && place.Kind is "state" or "capital" or "organ"
            || lexicon.Names.Organisations.Match(tokens, name.First, name.End, out _) > 0
            || lexicon.Names.SpeakerNouns.Match(tokens, name.First, name.End, out _) > 0
            || In(WordList.Statebody, name.First) || In(WordList.Bodynoun, name.First)
            || lexicon.Names.IsInstitution(tokens[name.First].Word);
    }

    /// <summary>"X Sebut Y", "X Bantah Y", "X Minta Y": the verb stands bare.</summary>
    private int ReadHeadlineVerb(int token)
    {
        var frame = FirstFrame(token);
        if (frame == CueFrame.None) return token;
        var cue = lexicon.Cues.In(tokens[token].Word, frame)!.Value;
        if (Has(token, CueFrame.Say) && !Has(token, CueFrame.Tell | CueFrame.Deny | CueFrame.Urge)) return token;
        var border = sentence.First;
        for (var i = token - 1; i > sentence.First; i--)
        {
            if (claimed[i] || (IsMark(i) && !IsMark(i, '-') && !IsMark(i, '.') && !IsMark(i, ')') && !IsMark(i, '(')))
            {
                border = i + 1;
                break;
            }
        }

        for (var i = border; i < token; i++)
        {
            if (Is(i, WordClass.Subordinator) && !In(WordList.Innerphrase, i)) border = i + 1;
        }

        var end = token;
        while (end > border && (Is(end - 1, WordClass.Adverb) || Is(end - 1, WordClass.Negation) || Is(end - 1, WordClass.Relative))) end--;
        var stance = cue.Stance;
        var cueFirst = token;
        for (var i = end; i < token; i++)
        {
            if (!Is(i, WordClass.Negation)) continue;
            if (frame != CueFrame.Deny) return token;
            stance = stance == Stance.Denies ? Stance.Confirms : Stance.Declines;
            cueFirst = i;
        }

        var range = new TokenRange(border, end);
        if (range.IsEmpty && border > sentence.First) range = HeadlineSubject(border - 1);
        if (range.Length is 0 or > 9 || Is(range.First, WordClass.Relative)) return token;
        for (var i = range.First; i < range.End; i++)
        {
            if (Is(i, WordClass.Relative) || (IsVerbForm(i) && i > range.First) || Is(i, WordClass.Preposition)) return token;
        }

        var mention = ParseMention(range);
        if (mention is null || mention.Kind == MentionKind.Document) return token;
        if (mention.Kind != MentionKind.Pronoun && !MaySpeakInHeadline(mention)) return token;
        var first = token + 1;
        while (first < sentence.End && (Is(first, WordClass.Complementiser) || IsMark(first, ':'))) first++;
        var last = first;
        while (last < sentence.End && !IsHeadlineStop(first, last)) last++;
        var content = new TokenRange(first, TrimEnd(first, last));
        if (frame == CueFrame.Deny && content.IsEmpty && border > sentence.First)
        {
            // "Y, Kremlin Membantah": what is denied stands before the comma.
            var before = claims.Count > 0 ? claims[^1].Content.ToList() : null;
            if (before is null) return token;
            var speakersOfDenial = HeadlineSpeakers(mention);
            Add(new Claim
            {
                Content = before, Kind = ClaimKind.Indirect, Speakers = speakersOfDenial, Cue = SpanOf(cueFirst, token + 1), Stance = stance,
                Act = cue.Act, Rule = "headline.denial", Confidence = 0.8,
            }, token, mention, new TokenRange(sentence.End, sentence.End));
            return sentence.End;
        }

        if (content.Length < 2 && quotationOf[Math.Min(first, tokens.Length - 1)] < 0) return token;
        // "Ungkap Permintaan X" tells nothing, "Ungkap Permintaan X Bakal Naik" does.
        var empty = !content.IsEmpty && frame != CueFrame.Urge && Is(content.First, WordClass.Empty)
            && !HasClause(content.First + 1, BeforeComma(content), strict: true);
        if (content.IsEmpty || In(WordList.Idiom, content.First) || empty || Is(content.First, WordClass.Point)
            || In(WordList.Headlineempty, content.First)) return token;
        if (frame == CueFrame.Judge && !In(WordList.How, content.First)) return token;
        var speakers = HeadlineSpeakers(mention);
        AddWith(speakers, [content], cueFirst, token + 1, cue with { Stance = stance }, "headline.verb", content.End, [], mention);
        if (last + 2 < sentence.End && IsMark(last, ':') && mention.Kind == MentionKind.Person)
        {
            // "X Ngaku Y: Z": what stands behind the colon is X's, too.
            var rest = new TokenRange(last + 1, TrimEnd(last + 1, sentence.End));
            if (rest.Length < 2) return content.End;
            Mark(rest.First, rest.End);
            Add(new Claim
            {
                Content = [SpanOf(rest.First, rest.End)], Kind = KindOf([rest]), Speakers = speakers, Cue = null, Stance = Stance.Asserts,
                Act = "states", Rule = "headline.colon", Confidence = 0.7,
            }, last, mention, new TokenRange(sentence.End, sentence.End));
            return sentence.End;
        }

        return content.End;
    }

    /// <summary>"Donald Trump Kembali Tekan X, Minta Y": the verb behind the comma has the headline's first name as its subject.</summary>
    private TokenRange HeadlineSubject(int end)
    {
        for (var last = Math.Min(end, sentence.First + 6); last > sentence.First; last--)
        {
            var range = new TokenRange(sentence.First, last);
            if (!IsWord(last - 1)) continue;
            var words = LowerWords(range);
            if (cast.Members.Any(member => member.Words.SequenceEqual(words)) || (last == sentence.First + 1 && cast.Find(words) is not null)
                || lexicon.Names.Places.Match(tokens, sentence.First, last, out _) == range.Length
                || lexicon.Names.Organisations.Match(tokens, sentence.First, last, out _) == range.Length
                || lexicon.Names.Roles.Match(tokens, sentence.First, last, out _) == range.Length)
                return range;
        }

        return default;
    }

    private bool IsHeadlineStop(int first, int token)
    {
        if (IsMark(token, '?') && token == sentence.End - 1) return true;
        if (IsMark(token, ':')) return true;
        if (!IsMark(token, ',') || token + 1 >= sentence.End) return false;
        // ", Y Bantah": a clause of its own follows. ", Ini Alasannya": a teaser.
        if (In(WordList.Teaser, token + 1)) return true;
        for (var i = token + 1; i < sentence.End && i < token + 7; i++)
        {
            if (IsMark(i, ',')) return false;
            if (i > token + 1 && Has(i, CueFrame.Tell | CueFrame.Deny | CueFrame.Urge | CueFrame.Think) && !Has(i, CueFrame.Say)) return true;
            if (IsMark(i, ':')) return true;
        }

        return false;
    }

    /// <summary>Who a headline means: a bare role is the body's speaker with that role.</summary>
    private IReadOnlyList<Speaker> HeadlineSpeakers(Mention mention)
    {
        var at = mention.Name.First;
        var length = lexicon.Names.Roles.Match(tokens, at, mention.Name.End, out var role);
        while (length > 0 && role.Kind == "modifier")
        {
            at += length;
            length = lexicon.Names.Roles.Match(tokens, at, mention.Name.End, out role);
        }

        if (mention.Kind is MentionKind.Description or MentionKind.Name && length > 0)
        {
            var known = HolderOf(mention.Name);
            if (known is not null) return [SpeakerOf(known, mention.Span(tokens))];
        }

        return Resolve(mention);
    }

    /// <summary>The member whose role shares most words with a headline's.</summary>
    private CastMember? HolderOf(TokenRange role)
    {
        var words = LowerWords(role);
        CastMember? best = null;
        var most = 0;
        foreach (var member in cast.Members)
        {
            var shared = 0;
            foreach (var word in words)
            {
                foreach (var known in member.RoleWords)
                {
                    if (word == known || (word.Length > 3 && Abbreviates(word, known, member.RoleWords)))
                    {
                        shared++;
                        break;
                    }
                }
            }

            if (shared > most)
            {
                most = shared;
                best = member;
            }
        }

        return most > 0 ? best : null;
    }

    /// <summary>"Kadis" is short for "Kepala Dinas": its letters are the starts of two words of the role.</summary>
    private static bool Abbreviates(string shortForm, string word, HashSet<string> all)
    {
        if (word.Length < 3 || !shortForm.StartsWith(word[..2], StringComparison.Ordinal)) return false;
        foreach (var other in all)
        {
            if (other.Length >= 3 && !ReferenceEquals(other, word) && shortForm.Length <= 8
                && shortForm.EndsWith(other[..Math.Min(3, shortForm.Length - 2)], StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
