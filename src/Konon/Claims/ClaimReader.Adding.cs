using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>Adding: what every claim gets once its words and speaker are known.</summary>
internal sealed partial class ClaimReader
{
    private void Mark(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            WorkMeter.Step();
            claimed[i] = true;
        }
    }

    private void AddClause(
        List<TokenRange> parts, int cueFirst, int cueEnd, Mention? mention, Cue cue, string rule, int behind,
        List<Relay>? relays = null, bool subjectOfSentence = false)
    {
        if (parts.Exists(part => part.IsEmpty || Overlaps(part))) return;
        parts[^1] = WithFragment(parts[^1], cue.Frame);
        var speakers = ReferenceEquals(mention, Nobody) ? [] : Resolve(mention);
        AddWith(speakers, parts, cueFirst, cueEnd, cue, rule, behind, relays ?? [], mention);
    }

    // A fragment is short; a longer sentence stands for itself.
    private const int LongestFragment = 40;

    /// <summary>"… bukan berarti sembuh. Melainkan mengurangi gejala.": a stray full stop does not end what is said.</summary>
    private TokenRange WithFragment(TokenRange part, CueFrame frame)
    {
        for (var i = part.End; i < sentence.End; i++)
        {
            if (!IsMark(i)) return part;
        }

        var first = sentence.End;
        if (first + 2 >= tokens.Length || IsTitle(part.First) || !In(WordList.Fragment, first) || !tokens[first].IsCapital) return part;
        // Behind hearsay "Terutama …" is the narration's again.
        if (frame == CueFrame.Heard && In(WordList.Fragmentsaid, first)) return part;
        if (In(WordList.Fragmentpair, first) && !(In(WordList.From, first + 1) || Is(first + 1, WordClass.Relative))) return part;
        for (var i = first; i < tokens.Length && i < first + LongestFragment; i++)
        {
            if (quotationOf[i] >= 0 || Has(i, CueFrame.Say | CueFrame.Per) || (Has(i, CueFrame.Tell) && IsStrongCue(i))) return part;
            var last = i + 1 >= tokens.Length || tokens[i + 1].OpensParagraph;
            if (last || (IsMark(i, '.') && !In(WordList.Abbreviation, i - 1))) return part with { End = IsMark(i) ? i : i + 1 };
        }

        return part;
    }

    private bool Overlaps(TokenRange part)
    {
        for (var i = part.First; i < part.End; i++)
        {
            if (claimed[i]) return true;
        }

        return false;
    }

    private void AddWith(
        IReadOnlyList<Speaker> speakers, List<TokenRange> parts, int cueFirst, int cueEnd, Cue cue, string rule, int behind,
        List<Relay> relays, Mention? mention = null)
    {
        var spans = new List<TextSpan>(parts.Count);
        foreach (var part in parts) spans.Add(SpanOf(part.First, part.End));
        spans.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        var claim = new Claim
        {
            Content = spans, Kind = KindOf(parts), Speakers = speakers, Cue = SpanOf(cueFirst, cueEnd), Via = relays,
            Stance = cue.Stance, Act = cue.Act, Rule = rule, Confidence = speakers.Count == 0 ? 0.7 : 0.85,
        };
        foreach (var part in parts) Mark(part.First, part.End);
        Mark(cueFirst, cueEnd);
        if (mention is not null && !mention.Range.IsEmpty) Mark(mention.Range.First, mention.Range.End);
        Add(claim, cueFirst, mention, new TokenRange(behind, sentence.End));
        if (claim.Kind == ClaimKind.Direct)
        {
            previousQuoteClaim = claims.Count - 1;
            previousQuoteEnd = sentence.End;
        }
    }

    private ClaimKind KindOf(List<TokenRange> parts)
    {
        var quoted = 0;
        var plain = 0;
        foreach (var part in parts)
        {
            for (var i = part.First; i < part.End; i++)
            {
                if (quotationOf[i] >= 0) quoted++;
                else if (!IsMark(i)) plain++;
            }
        }

        return quoted == 0 ? ClaimKind.Indirect : plain == 0 ? ClaimKind.Direct : ClaimKind.Mixed;
    }

    private void Add(Claim claim, int cue, Mention? mention, TokenRange behind)
    {
        if (claim.Via.Count == 0 && RelaysOf(claim) is { Count: > 0 } relays) claim = claim with { Via = relays };
        claim = Complete(claim);
        if (claim.Cue is { } where)
            claim = Date(claim, TokenAt(where.Start), TokenAt(where.End), claim.Speakers.Count > 0 ? claim.Speakers[0].Mention : null);
        claims.Add(claim);
        if (claim.Speakers.Count == 0 || (claim.Rule == "verb.relative" && claim.Speakers[0].Type != SpeakerType.Person)) return;
        lastSpeakers = claim.Speakers;
        lastGroup = claim.Speakers.Count == 1 && claim.Speakers[0].Type is not SpeakerType.Person ? claim.Speakers[0] : null;
    }

    /// <summary>The outlets that the claim's sentence credits.</summary>
    private List<Relay> RelaysOf(Claim claim)
    {
        var relays = new List<Relay>();
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!IsOutside(i)) continue;
            if (Has(i, CueFrame.Carry))
            {
                if (In(WordList.Release, i + 1 < tokens.Length ? i + 1 : i)) continue;
                foreach (var relay in RelaysAfter(i, out _))
                {
                    if (!relays.Exists(known => known.Name == relay.Name) && !claim.Speakers.Any(s => s.Name == relay.Name)) relays.Add(relay);
                }
            }
            else if (In(WordList.To, i) && (!claimed[i] || In(WordList.Addressing, i)) && i + 1 < sentence.End)
            {
                var at = i + 1;
                while (at < sentence.End && at < i + 4 && !tokens[at].IsCapital && (In(WordList.Carrier, at) || IsMark(at, '*'))) at++;
                var length = at < sentence.End && tokens[at].IsCapital ? OutletLength(at, sentence.End) : 0;
                if (length == 0) continue;
                var span = SpanOf(at, at + length);
                if (!IsOwnOutlet(span.Of(text))) relays.Add(new Relay(span.Of(text), span));
            }
        }

        // "…, Stuff melaporkan, dikutip BBC": the outlet farther from the reader stands first in the text.
        for (var i = sentence.First + 1; i < sentence.End; i++)
        {
            if (!IsOutside(i) || claimed[i] || !In(WordList.Reportverb, i)) continue;
            for (var at = Math.Max(sentence.First, i - 3); at < i; at++)
            {
                if (claimed[at] || !tokens[at].IsCapital || OutletLength(at, i) != i - at) continue;
                var span = SpanOf(at, i);
                if (!IsOwnOutlet(span.Of(text)) && !relays.Exists(known => known.Span.Overlaps(span))) relays.Add(new Relay(span.Of(text), span));
            }
        }

        return relays;
    }

    /// <summary>Fills in what follows from the content alone: the stance of its words, its figures, its times.</summary>
    private Claim Complete(Claim claim) =>
        claim with { Stance = StanceOf(claim), Figures = FiguresOf(claim), Times = TimesOf(claim) };

    private readonly List<TimeRead> foundTimes = [];

    private List<TimeMention> TimesOf(Claim claim)
    {
        foreach (var part in claim.Content)
            TimeReader.Read(text, tokens, TokenAt(part.Start), TokenAt(part.End), lexicon.Language, article.Published?.Date, foundTimes);
        if (foundTimes.Count == 0) return [];
        var times = foundTimes.ConvertAll(static time => new TimeMention(time.Span, time.Days));
        foundTimes.Clear();
        return times;
    }

    /// <summary>The claim with the day on which it was said, when its sentence tells.</summary>
    private Claim Date(Claim claim, int cueFirst, int cueEnd, TextSpan? speaker)
    {
        if (IsTitle(cueFirst)) return claim;
        var said = SaidOnReader.Read(
            text, tokens, sentence.First, sentence.End, claim.Content, cueFirst, cueEnd, speaker, lexicon.Language,
            article.Published?.Date, foundTimes);
        if (said is not { } day) return claim;
        return claim with { SaidOn = day.Days, Notes = day.Note is null ? claim.Notes : [.. claim.Notes, day.Note] };
    }

    private List<Figure> FiguresOf(Claim claim)
    {
        var figures = new List<Figure>();
        foreach (var part in claim.Content)
            FigureReader.Read(text, tokens, TokenAt(part.Start), TokenAt(part.End), lexicon.Language, habits, figures);
        return figures;
    }

    private Stance StanceOf(Claim claim)
    {
        if (claim.Stance is not Stance.Asserts) return claim.Stance;
        var first = TokenAt(claim.Content[0].Start);
        var end = TokenAt(claim.Content[0].End);
        if (claim.Cue is not null && DoubtsByWords(first, Math.Min(end, first + 10))) return Stance.Doubts;
        if (claim.Cue is not null && GivesNoEvidence(first, Math.Min(end, first + 40))) return Stance.Doubts;
        if (claim.Rule is "heard" or "headline.heard") return claim.Stance;
        foreach (var part in claim.Content)
        {
            if (Urges(TokenAt(part.Start), TokenAt(part.End), part == claim.Content[0])) return Stance.Urges;
        }

        if (claim.Kind == ClaimKind.Direct)
        {
            if (OpensWithYes(first, end)) return Stance.Confirms;
            if (OwnStance(first, Math.Min(end, first + 24)) is { } own) return own;
        }
        else if (claim.Content.Count > 1 && TokenAt(claim.Content[1].Start) is var second && Has(second, CueFrame.Urge) && !In(WordList.Orderverb, second)
            && claim.Rule is "clause.enclitic" or "clause.say" or "per" or "per.enclitic")
        {
            return Stance.Urges;
        }
        else if (MainVerb(first, end) is var verb && verb >= 0 && Has(verb, CueFrame.Urge) && verb + 1 < end
            && !In(WordList.Idiom, verb + 1) && !IsWeBefore(first, verb) && !IsPast(first, verb) && !In(WordList.Orderverb, verb) && !In(WordList.Pushverb, verb))
        {
            return Stance.Urges;
        }

        return claim.Stance;
    }

    /// <summary>"Saya membantah …", "Kami membenarkan …": a quotation's own first verb says what its speaker does.</summary>
    private Stance? OwnStance(int first, int end)
    {
        var relative = false;
        for (var i = first; i < end; i++)
        {
            if (IsMark(i) && !IsMark(i, ',')) return null;
            if (IsMark(i, ',')) relative = false;
            if (Is(i, WordClass.Relative)) relative = true;
            if (relative || !IsVerbForm(i)) continue;
            if (Has(i, CueFrame.Tell) && !Has(i, CueFrame.Urge) && i + 2 < end && Is(i + 1, WordClass.Coordinator) && Has(i + 2, CueFrame.Urge)) return Stance.Urges;
            if (NegatedIn(first, i) || IsPast(first, i)) return null;
            if (Has(i, CueFrame.Urge) && i + 1 < end && !In(WordList.Idiom, i + 1) && !In(WordList.Pushverb, i)) return Stance.Urges;
            // "masa sanggah itu": a bare root is a noun unless the speaker is its subject.
            var own = lexicon.Forms.IsActive(Words(i)) || IsWeBefore(first, i);
            return own && Has(i, CueFrame.Deny) ? lexicon.Cues.In(tokens[i].Word, CueFrame.Deny)!.Value.Stance : null;
        }

        return null;
    }

    /// <summary>"Betul, korban …": the quotation starts by saying that it is so.</summary>
    private bool OpensWithYes(int first, int end)
    {
        var at = first;
        while (at < end && (tokens[at].Kind == TokenKind.Quote || In(WordList.Yes, at) || (IsMark(at, ',') && at > first))) at++;
        return at + 1 < end && In(WordList.True, at) && IsMark(at + 1, ',');
    }

    private bool IsPast(int first, int verb)
    {
        for (var i = verb - 1; i >= first && i >= verb - 3; i--)
        {
            if (In(WordList.Past, i)) return true;
            if (!Is(i, WordClass.Adverb) && !Is(i, WordClass.Auxiliary)) return false;
        }

        return false;
    }

    private bool NegatedIn(int first, int token) => token > first && Is(token - 1, WordClass.Negation);

    /// <summary>The first verb of a clause that stands in no relative clause; -1 when it has none soon.</summary>
    private int MainVerb(int first, int end)
    {
        for (var i = first; i < end && i < first + 8; i++)
        {
            if (Is(i, WordClass.Relative) || Is(i, WordClass.Subordinator) || IsMark(i, ',')) return -1;
            if (IsVerbForm(i) && !tokens[i].IsCapital) return i > first ? i : -1;
        }

        return -1;
    }

    /// <summary>The first token that starts at or behind a place in the text.</summary>
    private int TokenAt(int position)
    {
        var low = 0;
        var high = tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>"tidak ada bukti", "tidak menemukan tanda": doubts under any cue.</summary>
    private bool DoubtsByWords(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!Is(i, WordClass.Negation)) continue;
            for (var k = i + 1; k < end && k <= i + 4; k++)
            {
                if (In(WordList.Evidence, k)) return true;
            }
        }

        return false;
    }

    /// <summary>"…, namun tidak memberikan bukti".</summary>
    private bool GivesNoEvidence(int first, int end)
    {
        for (var i = first; i + 2 < end; i++)
        {
            if (Is(i, WordClass.Negation) && (Has(i + 1, CueFrame.Give) || In(WordList.Existential, i + 1)) && In(WordList.Evidence, i + 2)) return true;
        }

        return false;
    }

    /// <summary>Whether the words ask for an act: the first sentence by a modal, any by an imperative.</summary>
    private bool Urges(int first, int end, bool firstPart)
    {
        var sentenceStart = true;
        var firstSentence = firstPart;
        // "Jika ragu, jangan …": behind a fronted clause the sentence opens with its imperative all the same.
        var fronted = false;
        for (var i = first; i < end; i++)
        {
            if (IsMark(i))
            {
                if (text[tokens[i].Start] is '.' or '!' or '?' && i + 1 < end && (!IsMark(i + 1) || i > first))
                {
                    sentenceStart = true;
                    if (i > first + 1) firstSentence = false;
                }

                continue;
            }

            if (tokens[i].Kind == TokenKind.Quote) continue;
            if ((firstSentence || fronted) && !sentenceStart && IsMark(i - 1, ',') && Is(i, WordClass.Imperative) && !In(WordList.Promptonly, i)
                && !(i + 1 < end && In(WordList.Idiom, i + 1))) return true;
            if (sentenceStart)
            {
                sentenceStart = false;
                fronted = Is(i, WordClass.Subordinator);
                var at = i;
                while (at < end && (In(WordList.Opener, at) || Is(at, WordClass.Connective) || IsMark(at, ',')) && at < i + 3) at++;
                if (at < end && Is(at, WordClass.Imperative) && !(at + 1 < end && (In(WordList.Idiom, at + 1) || AsksForNoun(at))) && !(In(WordList.Promptonly, at) && quotationOf[at] < 0)) return true;
                if (at < end && at == i && quotationOf[at] >= 0 && LooksImperative(at)) return true;
            }

            if (firstSentence && In(WordList.Should, i) && AgentActs(i + 1, end)) return true;
            if (firstSentence && Is(i, WordClass.Modal) && i + 1 < end && IsAgentive(first, i, end)) return true;
            if (In(WordList.Harapagent, i) && i + 1 < end && !In(WordList.Idiom, i + 1) && (firstSentence || Is(i + 1, WordClass.Imperative))
                && IsWeBefore(first, i)) return true;
            if (firstSentence && Has(i, CueFrame.Urge | CueFrame.Hope) && !In(WordList.Pushverb, i) && quotationOf[i] >= 0 && IsWeBefore(first, i) && !IsPast(first, i) && AsksBehind(i, end)) return true;
            if (Is(i, WordClass.Negation) && i + 2 < end && In(WordList.May, i + 1) && IsRequestStart(first, i) && !StartsPassive(i + 2)) return true;
        }

        return false;
    }

    /// <summary>"Mohon arahannya": begs for a thing, and nobody to act.</summary>
    private bool AsksForNoun(int token) => In(WordList.Harapagent, token) && HasEnclitic(token + 1) && !IsVerbForm(token + 1);

    /// <summary>"Gunakan …", "Laporkan …": a bare verb in -kan or -lah that opens a sentence of speech.</summary>
    private bool LooksImperative(int token)
    {
        var word = Words(token);
        if (In(WordList.Notimperative, token) || lexicon.Names.MayBeName(tokens[token].Word)) return false;
        return lexicon.Forms.IsImperative(word);
    }

    /// <summary>"Kami juga mengimbau": the verb of asking has the speaker as its subject.</summary>
    private bool IsWeBefore(int first, int verb)
    {
        var i = verb - 1;
        while (i >= first && Is(i, WordClass.Adverb)) i--;
        return i >= first && In(WordList.We, i);
    }

    private bool AsksBehind(int verb, int end)
    {
        if (!Has(verb, CueFrame.Hope)) return verb + 1 < end && !In(WordList.Idiom, verb + 1);
        for (var i = verb + 1; i < end && i < verb + 10; i++)
        {
            if (IsMark(i, '.')) return false;
            // "berharap ini bisa membantu warga agar …": the purpose is the clause's own, behind its predicate.
            var mayStandBefore = Is(i, WordClass.Modal | WordClass.Adverb) || In(WordList.Untuk, i) || In(WordList.Wish, i);
            if (!mayStandBefore && IsPredicate(i)) return false;
            if (In(WordList.Wish, i) || Is(i, WordClass.Modal) || (In(WordList.Untuk, i) && In(WordList.To, verb + 1))) return true;
        }

        return false;
    }

    /// <summary>"Tidak boleh …" at a sentence's start, or behind the one who is not to act.</summary>
    private bool IsRequestStart(int first, int token)
    {
        for (var i = token - 1; i >= first && i >= token - 4; i--)
        {
            if (IsMark(i) || tokens[i].Kind == TokenKind.Quote) return true;
            if (Is(i, WordClass.Relative) || Is(i, WordClass.Subordinator)) return false;
        }

        return true;
    }

    private bool StartsPassive(int token) => In(WordList.Existential, token)
        || lexicon.Forms.IsPassive(Words(token)) && !Is(token, WordClass.NotVerb);

    /// <summary>"seharusnya Tiongkok mengajukan": an agent and an active verb follow.</summary>
    private bool AgentActs(int first, int end)
    {
        for (var i = first; i < end && i < first + 5; i++)
        {
            if (Is(i, WordClass.Relative) || IsMark(i)) return false;
            if (IsVerbForm(i)) return i > first && lexicon.Forms.IsTransitive(Words(i)) && !In(WordList.Unwilled, i);
        }

        return false;
    }

    /// <summary>Whether the modal's subject is the one who is to act: an active verb behind it, no passive.</summary>
    private bool IsAgentive(int first, int modal, int end)
    {
        if (modal > first && Is(modal - 1, WordClass.Negation)) return false;
        for (var i = modal - 1; i >= first && i >= modal - 12; i--)
        {
            if (IsMark(i, '.')) break;
            if (Is(i, WordClass.Relative) || Is(i, WordClass.Subordinator)) return false;
        }

        var next = modal + 1;
        while (next < end && Is(next, WordClass.Adverb)) next++;
        if (next >= end || !IsWord(next)) return false;
        var word = Words(next);
        if (lexicon.Forms.IsPassive(word) && !Is(next, WordClass.NotVerb)) return false;
        if ((Has(next, CueFrame.Tell) && IsWeBefore(first, modal)) || In(WordList.Unwilled, next) || Is(next, WordClass.Preposition) || Is(next, WordClass.Auxiliary)) return false;
        return Is(next, WordClass.Verb) || lexicon.Forms.IsAct(word) || In(WordList.Actverb, next);
    }

    /// <summary>A sentence without a claim may still say whom "dia" means in the next one.</summary>
    private void NoteSubject()
    {
        NoteGroup();
        for (var i = sentence.First; i < sentence.End && i < sentence.First + 24; i++)
        {
            if (!IsOutside(i)) return;
            if (IsVerbForm(i) && !tokens[i].IsCapital && i > sentence.First) return;
            if (!tokens[i].IsCapital || !IsWord(i)) continue;
            var end = i + 1;
            while (end < sentence.End && IsNameToken(end) && !EndsSentence(end)) end++;
            while (end > i + 1 && (IsMark(end - 1) || !tokens[end - 1].IsCapital)) end--;
            var first = RoleStart(i);
            var name = NameIn(new TokenRange(first, end));
            if (!name.IsEmpty)
            {
                var member = cast.Find(LowerWords(name));
                // Whom a paragraph introduces is spoken of in it; anybody else named must have spoken.
                if (member is not null && (member.HasSpoken || lastPerson is null || IsIntroduced(i, end, member)))
                {
                    lastPerson = member;
                    return;
                }
            }

            i = end - 1;
        }
    }

    /// <summary>"Sementara itu, Tini (44) datang …": named first here, as the paragraph's subject, with an age or apposition.</summary>
    private bool IsIntroduced(int first, int end, CastMember member)
    {
        if (!sentence.OpensParagraph || member.FirstSeen < sentence.First || member.FirstSeen >= sentence.End) return false;
        for (var i = sentence.First; i < first; i++)
        {
            if (!IsMark(i) && !Is(i, WordClass.Connective | WordClass.Adverb | WordClass.Demonstrative) && !In(WordList.Opener, i)) return false;
        }

        return IsMarkedPerson(first, end);
    }

    /// <summary>"Regulator pasar menyuarakan hal serupa. Mereka …": the group that the sentence is about.</summary>
    private void NoteGroup()
    {
        var first = sentence.First;
        while (first < sentence.End && (IsMark(first) || Is(first, WordClass.Connective))) first++;
        var end = first;
        while (end < sentence.End && end < first + 10 && IsWord(end) && !IsPredicate(end) && !Is(end, WordClass.Relative) && !Is(end, WordClass.Adverb)
            && quotationOf[end] < 0 && !(Is(end, WordClass.Preposition) && end == first)) end++;
        if (end == first || end >= sentence.End || !(IsPredicate(end) || Is(end, WordClass.Adverb))) return;
        var mention = ParseMention(new TokenRange(first, end));
        if (mention is not { Kind: MentionKind.Name or MentionKind.Description } || mention.PointsBack || mention.Other is not null) return;
        if (!IsSpeakerLike(mention)) return;
        var type = TypeOf(mention.Name);
        if (type is SpeakerType.Group or SpeakerType.Organisation or SpeakerType.Office or SpeakerType.State)
            lastGroup = new Speaker(NameText(mention.Name), null, null, type, PartyOf(mention.Name, isPerson: false));
    }

    private Speaker? lastGroup;

    /// <summary>Every quotation that lies in no claim is refused, with the reason.</summary>
    private void RefuseTheRest()
    {
        foreach (var quotation in quotations)
        {
            // A word or two between single marks is an ordinary part of its sentence.
            if (claimed[quotation.First] || (quotation.IsSingle && quotation.Words <= ShortestSpeech)) continue;
            var reason = quotation.Words < ShortestSpeech ? ClaimRefusal.ScareQuote
                : quotation.IsClosed && !EndsWithStop(quotation) ? ClaimRefusal.TitleQuote : ClaimRefusal.NoCue;
            refusals.Add(new Refusal(quotation.Span, reason));
        }
    }
}
