using Konon.Languages;
using Konon.Sentences;
using Konon.Text;

namespace Konon.Claims;

/// <summary>Constructions: which stretch of a sentence is said, and by whom.</summary>
internal sealed partial class ClaimReader
{
    // A quotation of fewer words with no full stop in it is a term, not speech, unless a cue stands right beside it.
    private const int ShortestSpeech = 4;

    private Sentence sentence;
    private int previousQuoteClaim = -1;
    private int previousQuoteEnd = -1;

    private void ReadSentence(int index)
    {
        sentence = sentences[index];
        var first = SkipAsides(sentence.First);
        if (first >= sentence.End) return;
        sentence = sentence with { First = first };
        var before = claims.Count;
        if (IsTitle(first))
        {
            ReadHeadline();
            return;
        }

        ReadSpeech();
        ReadTrailing();
        ReadVerbs();
        ReadCredit();
        if (claims.Count == before) NoteSubject();
    }

    private int SkipAsides(int token)
    {
        if (sentence.OpensParagraph) token = AfterBareDateline(token);
        while (token < sentence.End && InAside(token)) token++;
        while (token < sentence.End && token > 0 && IsMark(token) && InAside(token - 1)) token++;
        return token;
    }

    /// <summary>"JAKARTA, KOMPAS.com Kejaksaan Agung mengatakan": a dateline without its dash.</summary>
    private int AfterBareDateline(int token)
    {
        var place = lexicon.Names.Places.Match(tokens, token, sentence.End, out _);
        if (place == 0 || !tokens[token].IsAllCaps) return token;
        var at = token + place;
        if (at + 2 >= sentence.End || !IsMark(at, ',') || text.AsSpan(tokens[at + 1].Start, tokens[at + 1].Length).IndexOf('.') < 0) return token;
        return at + 2;
    }

    // ---------------------------------------------------------------- quotations with a short cue

    /// <summary>"…," kata X; "…," ujarnya; "…," X menambahkan; X: "…"; and quotations that go on without a cue.</summary>
    private void ReadSpeech()
    {
        for (var q = FirstQuotation(sentence.First); q < quotations.Count && quotations[q].First < sentence.End; q++)
        {
            var quotation = quotations[q];
            if (claimed[quotation.First] || quotation.First < sentence.First) continue;
            var last = q;
            while (last + 1 < quotations.Count && quotations[last + 1].First < sentence.End && OnlyMarks(quotations[last].End, quotations[last + 1].First)
                && !quotations[last + 1].IsSingle)
                last++;
            if (ReadQuoteWithCueAfter(q, last) || ReadQuoteAlone(q, last)) q = last;
        }
    }

    private int FirstQuotation(int token)
    {
        var low = 0;
        var high = quotations.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotations[middle].First < token) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private bool OnlyMarks(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!IsMark(i)) return false;
        }

        return true;
    }

    private bool IsSpeech(Quotation quotation) => quotation.Words >= ShortestSpeech || EndsWithStop(quotation);

    private bool EndsWithStop(Quotation quotation)
    {
        var last = quotation.End - (quotation.IsClosed ? 2 : 1);
        return last > quotation.First && IsMark(last) && text[tokens[last].Start] is '.' or ',' or '!' or '?' or '\u2026';
    }

    private bool ReadQuoteWithCueAfter(int q, int last)
    {
        var quotation = quotations[last];
        var at = quotation.End;
        while (at < sentence.End && IsMark(at) && text[tokens[at].Start] is ',' or '.' or '-' or '\u2013' or '\u2014' && !tokens[at].OpensParagraph) at++;
        if (at >= sentence.End) return ReadCueInNextSentence(q, last);
        var bridge = at;
        while (bridge < sentence.End && (In(WordList.Quotebridge, bridge) || (Is(bridge, WordClass.Adverb) && !Has(bridge, CueFrame.Say)))) bridge++;
        if (bridge >= sentence.End) return false;
        if (!IsSpeech(quotation) && quotations[q].Words < 1) return false;

        var bare = lexicon.Cues.Bare(tokens[bridge].Word);
        if (bare >= 0 && (lexicon.Cues.Frames(bare) & (CueFrame.Say | CueFrame.Tell)) != 0)
        {
            var cue = lexicon.Cues.In(bare, CueFrame.Say) ?? lexicon.Cues.In(bare, CueFrame.Tell)!.Value;
            return AddSpeech(q, last, bridge, bridge + 1, null, bridge + 1, cue, "quote.after.enclitic");
        }

        if (In(WordList.Inverting, bridge) && (IsEmbedded(q) || (at == quotation.End && !EndsWithStop(quotation)))) return false;
        if (Has(bridge, CueFrame.Say) && bridge + 1 < sentence.End)
        {
            var cue = lexicon.Cues.In(tokens[bridge].Word, CueFrame.Say)!.Value;
            var range = SpeakerAfter(bridge + 1, sentence.End, out var behind);
            // "kata Kirby menambahkan": the second verb says nothing more.
            if (!range.IsEmpty)
                return AddSpeech(q, last, bridge, bridge + 1, ParseMention(range), behind, cue, "quote.after");
            if (bridge == at && quotation.Words >= ShortestSpeech && EndsWithStop(quotation) && StopsAt(bridge + 1))
                return AddSpeech(q, last, bridge, bridge + 1, null, bridge + 1, cue, "quote.after.bare");
        }

        // "…," demikian keterangan BMKG: the document's owner says it.
        if (bridge > at && IsSpeech(quotation) && (In(WordList.Report, bridge) || In(WordList.Release, bridge)) && bridge + 1 < sentence.End)
        {
            var owner = SpeakerAfter(bridge + 1, sentence.End, out var behindOwner);
            if (!owner.IsEmpty && tokens[owner.First].IsCapital)
                return AddSpeech(q, last, bridge, bridge + 1, ParseMention(owner), behindOwner, new Cue(CueFrame.Say, Stance.Asserts, "states"), "quote.document");
        }

        return ReadSubjectVerbAfter(q, last, at);
    }

    private bool StopsAt(int token) => token >= sentence.End || IsMark(token) || In(WordList.Circumstance, token) || Is(token, WordClass.Preposition);

    /// <summary>"…," X menambahkan.</summary>
    private bool ReadSubjectVerbAfter(int q, int last, int at)
    {
        if (!IsSpeech(quotations[last]) || Is(at, WordClass.Relative)) return false;
        for (var i = at; i < sentence.End && i < at + 16; i++)
        {
            if (quotationOf[i] >= 0 || (IsMark(i) && !IsMark(i, ',') && !IsMark(i, '(') && !IsMark(i, ')'))) return false;
            if (!Has(i, CueFrame.Tell) && !In(WordList.Inverting, i)) continue;
            if (i == at || (In(WordList.Inverting, i) && IsEmbedded(q))) return false;
            var subject = SubjectBefore(i, at);
            if (subject is null) return false;
            var after = i + 1;
            // A clause of its own behind the verb makes it a claim of its own.
            if (after < sentence.End && (Is(after, WordClass.Complementiser) || IsMark(after, ':') || HasClause(after, sentence.End, strict: true))) return false;
            var cue = lexicon.Cues.In(tokens[i].Word, CueFrame.Tell) ?? lexicon.Cues.In(tokens[i].Word, CueFrame.Say)!.Value;
            return AddSpeech(q, last, i, i + 1, subject, after, cue, "quote.subject.verb");
        }

        return false;
    }

    /// <summary>"… di rumah!" Dia menambahkan. The cue is a sentence of its own.</summary>
    private bool ReadCueInNextSentence(int q, int last)
    {
        var at = quotations[last].End;
        while (at < tokens.Length && IsMark(at) && !tokens[at].OpensParagraph) at++;
        if (at >= tokens.Length || tokens[at].OpensParagraph || quotationOf[at] >= 0) return false;
        var end = at;
        while (end < tokens.Length && end < at + 14 && !tokens[end].OpensParagraph && !IsMark(end, '.') && quotationOf[end] < 0) end++;
        var verb = end - 1;
        while (verb > at && !Has(verb, CueFrame.Tell) && !In(WordList.Inverting, verb)) verb--;
        if (verb <= at) return false;
        var outer = sentence;
        sentence = sentence with { First = at, End = Math.Min(tokens.Length, end + 1) };
        var subject = SubjectBefore(verb, at);
        var behind = verb + 1;
        var bare = behind >= end || In(WordList.Circumstance, behind) || IsDateStart(behind);
        var done = false;
        if (subject is not null && bare)
        {
            var cue = lexicon.Cues.In(tokens[verb].Word, CueFrame.Tell) ?? lexicon.Cues.In(tokens[verb].Word, CueFrame.Say)!.Value;
            done = AddSpeech(q, last, verb, verb + 1, subject, behind, cue, "quote.verb.next");
            for (var i = at; i < end; i++) claimed[i] = true;
        }

        sentence = outer;
        return done;
    }

    private bool ReadQuoteAlone(int q, int last)
    {
        var quotation = quotations[q];
        if (!IsSpeech(quotation) || quotation.IsSingle) return false;
        // "X: "…"" and a sentence that ends in a colon name the speaker before the quotation.
        var before = quotation.First - 1;
        if (before >= 0 && IsMark(before, ':') && before >= sentence.First && before - sentence.First <= 12)
        {
            var range = new TokenRange(sentence.First, before);
            if (!HasPredicate(range) && ParseMention(range) is { Kind: MentionKind.Person or MentionKind.Name } mention)
                return AddSpeech(q, last, -1, -1, mention, quotations[last].End, new Cue(CueFrame.Say, Stance.Asserts, "states"), "quote.colon");
        }

        // Rule of free continuation: a quotation alone in its sentence goes on with the quotation claim right before it.
        if (quotation.First != sentence.First || !OnlyMarks(quotations[last].End, sentence.End)) return false;
        if (previousQuoteClaim < 0 || !NearPrevious(quotation.First)) return ReadUncued(q, last);
        // The claim is completed once it can grow no more: a thousand quotations that go on would each read all before them again.
        var claim = claims[previousQuoteClaim];
        if (growing != previousQuoteClaim)
        {
            CompleteGrown();
            growing = previousQuoteClaim;
            growingParts = [.. claim.Content];
            claims[growing] = claim with { Content = growingParts };
        }

        for (var i = q; i <= last; i++)
        {
            growingParts.Add(quotations[i].Span);
            Mark(quotations[i].First, quotations[i].End);
        }

        previousQuoteEnd = sentence.End;
        return true;
    }

    private int growing = -1;
    private List<TextSpan> growingParts = [];

    private void CompleteGrown()
    {
        if (growing >= 0) claims[growing] = Complete(claims[growing]);
        growing = -1;
    }

    /// <summary>A quotation that is a paragraph by itself goes on with whoever spoke in the paragraph before.</summary>
    private bool ReadUncued(int q, int last)
    {
        var quotation = quotations[q];
        if (!sentence.OpensParagraph || quotation.Words < 6 || !EndsWithStop(quotations[last]) || lastSpeakers.Count == 0 || claims.Count == 0) return false;
        if (sentence.End < tokens.Length && !tokens[sentence.End].OpensParagraph) return false;
        if (quotation.Span.Start - claims[^1].Content[^1].End > FarthestUncued) return false;
        return AddSpeech(q, last, -1, -1, null, quotations[last].End, new Cue(CueFrame.Say, Stance.Asserts, "states"), "quote.alone");
    }

    // Two paragraphs of usual length; farther off another person may have taken over.
    private const int FarthestUncued = 600;

    /// <summary>Whether only the end of the previous quotation's own sentence stands between it and this one.</summary>
    private bool NearPrevious(int token) => previousQuoteEnd == token;

    private bool AddSpeech(
        int q, int last, int cueFirst, int cueEnd, Mention? mention, int behind, Cue cue, string rule)
    {
        var speakers = Resolve(mention);
        var parts = new List<TextSpan>();
        for (var i = q; i <= last; i++)
        {
            parts.Add(quotations[i].Span);
            Mark(quotations[i].First, quotations[i].End);
        }

        if (cueFirst >= 0) Mark(cueFirst, cueEnd);
        if (mention is not null && !mention.Range.IsEmpty) Mark(mention.Range.First, mention.Range.End);
        // "A," kata X, "B": one claim in two parts.
        var next = FirstQuotation(behind);
        var end = behind;
        if (next < quotations.Count && quotations[next].First < sentence.End && IsBridge(behind, quotations[next].First) && IsSpeech(quotations[next]))
        {
            while (next < quotations.Count && quotations[next].First < sentence.End && (end == behind || OnlyMarks(end, quotations[next].First)))
            {
                parts.Add(quotations[next].Span);
                Mark(quotations[next].First, quotations[next].End);
                end = quotations[next].End;
                next++;
            }
        }

        var claim = new Claim
        {
            Content = parts, Kind = ClaimKind.Direct, Speakers = speakers, Cue = cueFirst < 0 ? null : SpanOf(cueFirst, cueEnd),
            Stance = cue.Stance, Act = cue.Act, Rule = rule, Confidence = speakers.Count == 0 ? 0.7 : 0.95,
        };
        Add(claim, cueFirst < 0 ? behind : cueFirst, mention, new TokenRange(behind, sentence.End));
        previousQuoteClaim = claims.Count - 1;
        previousQuoteEnd = sentence.End;
        return true;
    }

    /// <summary>Between a cue and the second part of its quotation: marks, a date, a circumstance, no verb of its own.</summary>
    private bool IsBridge(int first, int end)
    {
        if (end - first > 24) return false;
        for (var i = first; i < end; i++)
        {
            if (IsMark(i, '.') && !InBrackets(first, i)) return false;
            if (Has(i, CueFrame.Tell | CueFrame.Say) && i > first) return false;
        }

        return true;
    }

    private bool InBrackets(int first, int token)
    {
        for (var i = token; i >= first; i--)
        {
            if (IsMark(i, ')')) return false;
            if (IsMark(i, '(')) return true;
        }

        return false;
    }

    // ---------------------------------------------------------------- clauses with a short cue: …, kata X

    /// <summary>"A, kata X."; "A, kata X, B."; "menurut X, A"; "A menurut X B"; with -nya too.</summary>
    private void ReadTrailing()
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (claimed[i] || !IsOutside(i)) continue;
            if (Has(i, CueFrame.Per) && (!In(WordList.Basis, i) || IsReportOf(i + 1)))
            {
                i = ReadPer(i);
                continue;
            }

            var bare = lexicon.Cues.Bare(tokens[i].Word);
            if (bare >= 0)
            {
                var perFrames = lexicon.Cues.Frames(bare);
                var view = (perFrames & CueFrame.View) != 0 && i == sentence.First && i + 1 < sentence.End && IsMark(i + 1, ',');
                if ((perFrames & CueFrame.Per) != 0 || view) i = ReadPerEnclitic(i);
                else if ((lexicon.Cues.Frames(bare) & CueFrame.Say) != 0 && StandsApart(i)) i = ReadSay(i, enclitic: true, bare);
                continue;
            }

            if (Has(i, CueFrame.Say) && StandsApart(i)) i = ReadSay(i, enclitic: false, tokens[i].Word);
        }
    }

    /// <summary>"laporan X", "penelusuran X": a document with its owner.</summary>
    private bool IsReportOf(int token) => token + 1 < sentence.End && In(WordList.Report, token)
        && (tokens[token + 1].IsCapital || (token + 2 < sentence.End && !IsMark(token + 1) && tokens[token + 2].IsCapital));

    private bool StandsApart(int token) => token == sentence.First || (In(WordList.Inverting, token) && IsBehindComma(token)) || IsMark(token - 1, ',') || In(WordList.Quotebridge, token - 1)
        || (Is(token - 1, WordClass.Adverb) && token + 2 < sentence.End && tokens[token + 1].IsCapital && (IsMark(token + 2, ',') || IsMark(token + 2, '.')))
        || (token == sentence.First + 1 && (Is(token - 1, WordClass.Connective) || Is(token - 1, WordClass.Adverb)))
        || (IsMark(token - 1) && text[tokens[token - 1].Start] is '-' or '\u2013' or '\u2014');

    private int ReadSay(int token, bool enclitic, int word)
    {
        var cue = lexicon.Cues.In(word, CueFrame.Say)!.Value;
        Mention? mention = null;
        var behind = token + 1;
        if (!enclitic)
        {
            var range = token == sentence.First ? PerSpeaker(token + 1, out behind) : SpeakerAfter(token + 1, sentence.End, out behind);
            if (range.IsEmpty) return token;
            mention = ParseMention(range);
            if (mention is null || (mention.Kind == MentionKind.Description && !IsSpeakerLike(mention))) return token;
            if (In(WordList.Inverting, token) && !IsInverted(token, behind)) return token;
        }

        var clauseFirst = ClauseStart(token - 1);
        var leftEnd = token;
        while (leftEnd > clauseFirst && IsMark(leftEnd - 1) && !IsMark(leftEnd - 1, ')')) leftEnd--;
        var content = new List<TokenRange>();
        if (leftEnd > clauseFirst && !IsConnective(clauseFirst, leftEnd)) content.Add(new TokenRange(clauseFirst, leftEnd));
        // A parenthesis: the clause goes on behind it.
        var end = behind;
        if (behind < sentence.End && IsMark(behind, ','))
        {
            var right = new TokenRange(behind + 1, ContentEnd(behind + 1, sentence.End));
            if (right.Length >= 2 && quotationOf[right.First] < 0 && !IsDateStart(right.First)
                && !(In(WordList.Circumstance, right.First) && (HoldsOccasion(right.First, sentence.End) || IsDateStart(right.First + 1)))
                && !Has(right.First, CueFrame.Carry) && !In(WordList.Credit, right.First))
            {
                content.Add(right);
                end = right.End;
            }
        }
        else if ((enclitic || (mention?.Kind == MentionKind.Pronoun && leftEnd - clauseFirst <= 2)) && leftEnd > clauseFirst && leftEnd - clauseFirst <= 6 && behind < sentence.End && (IsPredicate(behind) || !enclitic) && !IsMark(behind) && !In(WordList.Circumstance, behind)
            && !In(WordList.Addressee, behind))
        {
            // "Korea Selatan, katanya menginginkan …"
            var right = new TokenRange(behind, ContentEnd(behind, sentence.End));
            content.Add(right);
            end = right.End;
        }
        else if (behind < sentence.End && !IsMark(behind)
            && (token == sentence.First || (mention?.Kind == MentionKind.Person && OpensClause(token, clauseFirst, leftEnd, behind))))
        {
            var right = new TokenRange(behind, ContentEnd(behind, sentence.End));
            if (right.Length >= 3) content.Add(right);
            end = right.End;
        }

        if (content.Count == 0 || Words(content) < 2) return token;
        AddClause(content, token, token + 1, mention, cue, enclitic ? "clause.enclitic" : "clause.say", behind);
        return Math.Max(token, end - 1);
    }

    /// <summary>"Namun, tegas Danu tidak semua …": only a connective stands before the cue, and no phrase of circumstance behind its speaker.</summary>
    private bool OpensClause(int cue, int clauseFirst, int leftEnd, int behind) =>
        IsMark(cue - 1, ',') && (leftEnd <= clauseFirst || IsConnective(clauseFirst, leftEnd))
        && !Is(behind, WordClass.Preposition) && !In(WordList.Circumstance, behind) && !In(WordList.Phraseborder, behind);

    private static int Words(List<TokenRange> parts)
    {
        var count = 0;
        foreach (var part in parts) count += part.Length;
        return count;
    }

    private bool IsSpeakerLike(Mention mention) =>
        lexicon.Names.Roles.Match(tokens, mention.Name.First, mention.Name.End, out _) > 0
        || lexicon.Names.SpeakerNouns.Match(tokens, mention.Name.First, mention.Name.End, out _) > 0
        || Is(mention.Name.First, WordClass.Quantifier) || mention.PointsBack || IsBodyNoun(mention.Name)
        || tokens[mention.Name.First].IsCapital;

    /// <summary>"Selain itu, kata dia": the stretch before the parenthesis only connects.</summary>
    private bool IsConnective(int first, int end)
    {
        if (end - first > 4) return false;
        if (Is(first, WordClass.Connective)) return end - first <= 2 || Is(end - 1, WordClass.Demonstrative);
        return In(WordList.Opener, first) && (Is(end - 1, WordClass.Demonstrative) || In(WordList.Openertail, end - 1) || end - first == 1);
    }

    /// <summary>Where the clause that holds the token starts.</summary>
    private int ClauseStart(int token)
    {
        var first = sentence.First;
        for (var i = token; i >= sentence.First; i--)
        {
            if (claimed[i] || IsMark(i, ';'))
            {
                first = i + 1;
                break;
            }
        }

        while (first < token && (IsMark(first) && !IsMark(first, '('))) first++;
        // "Dikutip dari X, Sabtu (7/6), …": the credit is no part of the clause.
        if (first < token && Has(first, CueFrame.Carry) && RelaysAfter(first, out var credited).Count > 0 && credited < token)
        {
            while (credited < token && (IsMark(credited, '*') || IsMark(credited, ','))) credited++;
            if (IsDateStart(credited) && DateAfter(credited) is var date && date < token) credited = date;
            while (credited < token && IsMark(credited)) credited++;
            first = credited;
        }

        // A mere connective at the start stays out: "Selain itu, …", "Namun …".
        var comma = first;
        while (comma < token && comma < first + 4 && !IsMark(comma, ',')) comma++;
        if (comma < token && IsMark(comma, ',') && IsConnective(first, comma)) first = comma + 1;
        else if (first < token && Is(first, WordClass.Connective) && In(WordList.Leadconnective, first)) first++;
        return first;
    }

    private int ReadPer(int token)
    {
        var cue = lexicon.Cues.In(tokens[token].Word, CueFrame.Per)!.Value;
        var cueEnd = token + 1;
        while (cueEnd < sentence.End && In(WordList.Pertail, cueEnd)) cueEnd++;
        var range = PerSpeaker(cueEnd, out var behind);
        if (range.IsEmpty) return token;
        var relays = new List<Relay>();
        range = InnermostSource(range, relays);
        // "Menurut klaimnya": whoever spoke last.
        var his = range.Length == 1 && !tokens[range.First].IsCapital && HasEnclitic(range.First) && In(WordList.Saying, range.First);
        var mention = his ? null : ParseMention(range);
        if (mention is null && !his) return token;
        var content = new List<TokenRange>();
        var clauseFirst = token > sentence.First && (In(WordList.But, token - 1) || Is(token - 1, WordClass.Coordinator)) ? token : ClauseStart(token - 1);
        var leftEnd = token;
        while (leftEnd > clauseFirst && IsMark(leftEnd - 1) && !IsMark(leftEnd - 1, ')')) leftEnd--;
        if (token > sentence.First && Is(token - 1, WordClass.Relative))
        {
            var head = HeardSubject(token, out _);
            if (!head.IsEmpty) content.Add(head);
        }
        else if (token > clauseFirst && leftEnd > clauseFirst && !IsConnective(clauseFirst, leftEnd) && !IsFronted(clauseFirst, leftEnd)
            && !(leftEnd - clauseFirst == 1 && (Is(clauseFirst, WordClass.Subordinator) || Is(clauseFirst, WordClass.Adverb))))
        {
            content.Add(new TokenRange(clauseFirst, leftEnd));
        }

        var start = behind;
        if (start < sentence.End && IsMark(start, ',')) start++;
        if (start < sentence.End && Is(start, WordClass.Complementiser)) start++;
        var end = ContentEnd(start, sentence.End);
        if (end > start && !(content.Count > 0 && IsTail(start, end))) content.Add(new TokenRange(start, end));
        if (content.Count == 0 || Words(content) < 2) return token;
        AddClause(content, token, cueEnd, mention, cue, "per", behind, relays);
        return Math.Max(token, end - 1);
    }

    private bool IsTail(int start, int end) => end - start <= 1 || IsDateStart(start) || In(WordList.Credit, start) || Has(start, CueFrame.Carry);

    /// <summary>"Untuk itu", "Namun": a short fronted phrase before "menurut X" that only connects.</summary>
    private bool IsFronted(int first, int end) => end - first <= 3 && (Is(first, WordClass.Connective) || In(WordList.Opener, first));

    private int ReadPerEnclitic(int token)
    {
        var bare = lexicon.Cues.Bare(tokens[token].Word);
        var cue = lexicon.Cues.In(bare, CueFrame.Per) ?? lexicon.Cues.In(bare, CueFrame.View)!.Value;
        var content = new List<TokenRange>();
        var clauseFirst = ClauseStart(token - 1);
        var leftEnd = token;
        while (leftEnd > clauseFirst && IsMark(leftEnd - 1) && !IsMark(leftEnd - 1, ')')) leftEnd--;
        if (leftEnd > clauseFirst && !IsConnective(clauseFirst, leftEnd)) content.Add(new TokenRange(clauseFirst, leftEnd));
        var start = token + 1;
        if (start < sentence.End && IsMark(start, ',')) start++;
        if (start < sentence.End && Is(start, WordClass.Complementiser)) start++;
        var end = ContentEnd(start, sentence.End);
        if (end > start && !(content.Count > 0 && IsTail(start, end))) content.Add(new TokenRange(start, end));
        if (content.Count == 0 || Words(content) < 2) return token;
        AddClause(content, token, token + 1, null, cue, "per.enclitic", token + 1);
        return Math.Max(token, end - 1);
    }

    // ---------------------------------------------------------------- verbs

    private void ReadVerbs()
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (claimed[i] || !IsOutside(i) || (frames[i] == CueFrame.None && lexicon.Cues.Bare(tokens[i].Word) < 0)) continue;
            var behind = ReadVerb(i);
            if (behind > i) i = behind - 1;
        }

        for (var i = sentence.First; i + 3 < sentence.End; i++)
        {
            if (claimed[i] || !IsOutside(i) || !In(WordList.Existential, i) || !In(WordList.Claimnoun, i + 1)) continue;
            var that = In(WordList.That, i + 2) ? i + 2 : i + 3 < sentence.End && In(WordList.That, i + 3) ? i + 3 : -1;
            if (that < 0 || AnyClaimedIn(that, sentence.End)) continue;
            var right = new TokenRange(that + 1, ContentEnd(that + 1, sentence.End));
            if (right.Length >= 3)
                AddClause([right], i, i + 2, Nobody, new Cue(CueFrame.Heard, Stance.Asserts, "reports"), "rumour", that + 1);
        }
    }

    private int ReadVerb(int token)
    {
        if (tokens[token].IsCapital && token > sentence.First && !tokens[token - 1].IsCapital && IsWord(token - 1) && !IsTitle(token)) return token;
        if (frames[token] == CueFrame.None && lexicon.Cues.Bare(tokens[token].Word) is var bare && bare >= 0)
        {
            var allowed = lexicon.Cues.Frames(bare);
            if ((allowed & (CueFrame.Told | CueFrame.Heard)) != 0) return ReadToldByHim(token, bare);
            return (allowed & (CueFrame.Tell | CueFrame.Deny)) != 0 ? ReadWithObject(token, bare) : token;
        }

        if (Has(token, CueFrame.Refuse | CueFrame.Mute | CueFrame.Give))
        {
            var declined = ReadRefusal(token);
            if (declined > token) return declined;
        }

        // "was told", "is believed": the form of the past and of the passive are one, so the word before decides.
        var active = Has(token, Active);
        if (active && IsBehindBe(token) is var passive && (passive || Has(token, CueFrame.Told | CueFrame.Heard | CueFrame.Asked)))
        {
            if (!passive) return ReadActive(token);
            if (!Has(token, CueFrame.Told | CueFrame.Heard | CueFrame.Asked)) return token;
        }

        if (Has(token, CueFrame.Told) && !Has(token, CueFrame.Heard) && token + 1 < sentence.End && In(WordList.That, token + 1)) return ReadHeard(token);
        if (Has(token, CueFrame.Told))
        {
            var told = ReadTold(token);
            if (told > token) return told;
        }

        if (Has(token, CueFrame.Carry) && RelaysAfter(token, out _).Count > 0) return token;
        if (Has(token, CueFrame.Heard | CueFrame.Asked)) return ReadHeard(token);
        return active ? ReadActive(token) : token;
    }

    /// <summary>"membantahnya", "memperingatkannya dia adalah …": the object is a pronoun at the verb's end.</summary>
    private int ReadWithObject(int token, int bare)
    {
        if (!lexicon.Forms.IsTransitive(Words(token))) return token;
        var frame = (lexicon.Cues.Frames(bare) & CueFrame.Deny) != 0 ? CueFrame.Deny : CueFrame.Tell;
        var cue = lexicon.Cues.In(bare, frame)!.Value;
        var mention = (IsParticiple(token) ? SentenceSubject(token) : null) ?? SubjectBefore(token, LeftBorder(token)) ?? SentenceSubject(token);
        if (mention is null) return token;
        var cueEnd = token + 1;
        var content = ContentAfter(token, ref cueEnd, frame, out var strong);
        if (content is { IsEmpty: false } clause && (strong || In(WordList.As, clause.First) || HasClause(clause.First, clause.End, strict: false)))
        {
            AddClause([clause], token, token + 1, mention, cue, "verb.object", cueEnd);
            return clause.End;
        }

        if (frame != CueFrame.Deny) return token;
        // What is denied stands in the same sentence or in the one before.
        var matter = MatterNamedBefore(token);
        if (matter.Count == 0) matter = MatterBefore(token);
        if (matter.Count == 0) return token;
        AddShared(matter, token, mention, cue, "verb.antecedent");
        return token + 1;
    }

    /// <summary>"BBC belum menemukan indikasi mengenai Y, namun X membantahnya": Y.</summary>
    private IReadOnlyList<TextSpan> MatterNamedBefore(int token)
    {
        for (var i = token - 1; i > sentence.First && i > token - 40; i--)
        {
            if (!Is(i, WordClass.Point) && !In(WordList.That, i)) continue;
            var end = BeforeComma(new TokenRange(i + 1, token));
            return end > i + 1 && end < token ? [SpanOf(i + 1, end)] : [];
        }

        return [];
    }

    /// <summary>The words of the claim right before the token, in its sentence or the one before.</summary>
    private IReadOnlyList<TextSpan> MatterBefore(int token)
    {
        if (claims.Count == 0) return [];
        var last = claims[^1];
        var from = sentence.First;
        while (from > 0 && !tokens[from].OpensParagraph && sentence.First - from < 60) from--;
        return last.Content[^1].End <= tokens[token].Start && last.Content[0].Start >= tokens[from].Start - 400 ? [.. last.Content] : [];
    }

    private void AddShared(IReadOnlyList<TextSpan> content, int cueToken, Mention mention, Cue cue, string rule)
    {
        var claim = new Claim
        {
            Content = content, Kind = ClaimKind.Indirect, Speakers = Resolve(mention), Cue = tokens[cueToken].Span, Stance = cue.Stance,
            Act = cue.Act, Rule = rule, Confidence = 0.6,
        };
        Mark(cueToken, cueToken + 1);
        Add(claim, cueToken, mention, new TokenRange(cueToken + 1, sentence.End));
    }

    /// <summary>Who the sentence starts with: the subject of a participle behind a comma ("…, memperingatkan bahwa …").</summary>
    private Mention? SentenceSubject(int before)
    {
        var first = sentence.First;
        while (first < before && (IsMark(first) || Is(first, WordClass.Connective) || Is(first, WordClass.Adverb))) first++;
        if (first >= before) return null;
        var range = SpeakerAfter(first, before, out _);
        if (range.IsEmpty) return null;
        var mention = ParseMention(range);
        return mention is { Kind: MentionKind.Person or MentionKind.Name or MentionKind.Pronoun } ? mention : null;
    }

    /// <summary>Bare roots such as "klaim" and "sebut" are verbs in headlines only.</summary>
    private bool IsActiveForm(int token)
    {
        if (IsTitle(token) || In(WordList.Bareverb, token)) return true;
        return lexicon.Forms.IsActive(Words(token)) || Has(token, CueFrame.Think)
            || (!lexicon.Traits.HeadComesFirst && token + 1 < sentence.End && In(WordList.That, token + 1));
    }

    private int ReadActive(int token)
    {
        if (!IsActiveForm(token)) return token;
        if (IsQuotedAs(token)) return ReadQuotedAs(token);
        var frame = FirstFrame(token);
        var tail = In(WordList.Needstail, token) && token + 1 < sentence.End && In(WordList.Cuetail, token + 1) ? 1 : 0;
        if (tail == 0 && In(WordList.Needstail, token)) frame = CueFrame.Tell;
        if (!Has(token, frame)) return token;
        var cue = lexicon.Cues.In(tokens[token].Word, frame)!.Value;
        var cueFirst = token;
        var stance = cue.Stance;
        if (NegationBefore(token, out var negation))
        {
            if (frame == CueFrame.Deny && stance == Stance.Denies) stance = Stance.Confirms;
            else if (frame is CueFrame.Tell && !In(WordList.Negatable, token)) return token;
            else if (frame == CueFrame.Deny) stance = Stance.Declines;
            else if (frame is CueFrame.Think) stance = Stance.Doubts;
            else if (frame is CueFrame.Judge or CueFrame.Show or CueFrame.Urge) return token;
            cueFirst = negation;
        }

        // "tidak membenarkan maupun membantah" is one cue.
        var cueEnd = token + 1 + tail;
        if (cueFirst < token && cueEnd + 1 < sentence.End && Is(cueEnd, WordClass.Coordinator) && Has(cueEnd + 1, CueFrame.Deny))
        {
            cueEnd += 2;
            stance = Stance.Declines;
        }

        if (frame is CueFrame.Deny or CueFrame.Tell && cueFirst == token && cueEnd + 1 < sentence.End && Is(cueEnd, WordClass.Coordinator)
            && Has(cueEnd + 1, CueFrame.Deny | CueFrame.Tell))
        {
            cueEnd += 2;
        }

        var relative = IsRelativeBefore(cueFirst);
        var ongoing = In(WordList.Ongoing, cueFirst) && cueFirst > sentence.First && IsMark(cueFirst - 1, ',') && claims.Count > 0 && ClaimInSentence();
        var mention = !ongoing && IsParticiple(cueFirst) ? SentenceSubject(cueFirst) : null;
        if (!ongoing) mention ??= SubjectBefore(cueFirst, LeftBorder(cueFirst));
        if (cueFirst > sentence.First && In(WordList.Purposeof, cueFirst - 1)) return token;
        // "klaim agen X, yang menuduh": the claim is X's.
        if (relative && mention is { Kind: MentionKind.Description } && mention.Name.Length > 1 && In(WordList.Claimnoun, mention.Name.First))
            mention = ParseMention(mention.Name with { First = mention.Name.First + 1 }) ?? mention;

        // "Onyo memberikan klarifikasi yang membantah isu itu": the words are Onyo's.
        if (relative && mention is { Kind: MentionKind.Description or MentionKind.Document } && !mention.Name.IsEmpty
            && (In(WordList.Answer, mention.Name.First) || In(WordList.Release, mention.Name.First)))
            mention = SentenceSubject(cueFirst) ?? mention;
        if (mention is null && IsJoined(cueFirst)) mention = JoinedSubject(cueFirst);
        var implicitSubject = mention is null && (ongoing || IsCoordinated(cueFirst));
        if (mention is null && !implicitSubject && (IsAdverbialTell(cueFirst) || IsParticiple(cueFirst))) mention = SentenceSubject(cueFirst);
        implicitSubject |= mention is null && IsAdverbialTell(cueFirst) && claims.Count > 0 && ClaimInSentence();
        if (mention is null && !implicitSubject) return token;
        var content = ContentAfter(token, ref cueEnd, frame, out var strong);
        if (frame == CueFrame.Tell && mention is not null && ReadAround(token, mention, content, cue) is var around && around > token) return around;
        if (content is null || content.Value.IsEmpty) return token;
        // "meragukan, …" is an adjective; "membantah X tetapi membela Y": the second verb is the narration's.
        if (frame == CueFrame.Deny && IsMark(content.Value.First - 1, ',') && content.Value.First == cueEnd + 1) return token;
        if (frame == CueFrame.Deny && !strong) content = content.Value with { End = BeforeNextClause(content.Value, needsSubordinator: false) };
        if (!IsClaimed(frame, token, content.Value, strong, relative, mention?.Kind))
        {
            // "Alsa menyampaikan harapannya": says nothing itself, but whoever goes on is Alsa.
            if (frame == CueFrame.Tell && mention?.Kind == MentionKind.Person && Is(content.Value.First, WordClass.Empty)) lastSpeakers = Resolve(mention);
            return token;
        }

        if (frame == CueFrame.Tell && In(WordList.Warnverb, token) && !strong && HasPurpose(content.Value)) stance = Stance.Urges;
        if (frame == CueFrame.Hope && !HopesForAct(content.Value, cueEnd)) stance = Stance.Asserts;
        if (frame == CueFrame.Tell && content.Value.First > cueEnd && In(WordList.Wish, content.Value.First - 1)) stance = Stance.Urges;
        var finalCue = cue with { Stance = stance };
        AddClause([content.Value], cueFirst, cueEnd, mention, finalCue, relative ? "verb.relative" : "verb", cueEnd, null, !implicitSubject && mention is null);
        return content.Value.End;
    }

    private bool IsJoined(int token)
    {
        var i = token - 1;
        while (i > sentence.First && Is(i, WordClass.Adverb)) i--;
        return i > sentence.First && (Is(i, WordClass.Coordinator) || In(WordList.But, i)) && !(claims.Count > 0 && ClaimInSentence());
    }

    /// <summary>"ketika anak korban mendatangi rumah dan mengatakan …": the subject of the verb that the joint goes on from.</summary>
    private Mention? JoinedSubject(int token)
    {
        var first = token - 2;
        while (first > sentence.First && !(Is(first - 1, WordClass.Subordinator) && !In(WordList.Innerphrase, first - 1)) && !IsMark(first - 1, ';')
            && !IsMark(first - 1, ',') && !claimed[first - 1]) first--;
        var verb = first;
        while (verb < token && !(IsVerbForm(verb) && !tokens[verb].IsCapital)) verb++;
        return verb >= token - 1 ? SentenceSubject(token) : SubjectBefore(verb, first) ?? SentenceSubject(token);
    }

    /// <summary>"A, Stuff melaporkan, serta B." and "A, Stuff melaporkan.": the clause stands before and around the cue.</summary>
    private int ReadAround(int token, Mention mention, TokenRange? content, Cue cue)
    {
        if (In(WordList.Inverting, token) || In(WordList.Addressing, token)) return ReadParenthesis(token, mention, cue);
        var first = mention.Range.First;
        if (first - 1 <= sentence.First || !IsMark(first - 1, ',')) return token;
        var ends = token + 1 >= sentence.End || IsMark(token + 1, '.');
        var goesOn = token + 1 < sentence.End && IsMark(token + 1, ',');
        if (!ends && !goesOn) return token;
        var left = new TokenRange(ClauseStart(first - 2), first - 1);
        if (left.Length < 4 || Is(left.First, WordClass.Subordinator) || Is(left.First, WordClass.Preposition) || !HasClause(left.First, left.End, strict: false)
            || Overlaps(left)) return token;
        var parts = new List<TokenRange> { left };
        if (goesOn)
        {
            if (content is null || !(Is(content.Value.First, WordClass.Coordinator) || In(WordList.But, content.Value.First))) return token;
            parts.Add(content.Value);
        }

        AddClause(parts, token, token + 1, mention, cue, "verb.around", token + 1);
        return goesOn ? parts[1].End : token + 1;
    }

    /// <summary>"…, memperingatkan AS": a verb right behind a comma with another predicate before it.</summary>
    private bool IsParticiple(int token)
    {
        if (token <= sentence.First || !IsMark(token - 1, ',')) return false;
        var relative = false;
        for (var i = sentence.First; i < token - 1; i++)
        {
            if (Is(i, WordClass.Relative)) relative = true;
            else if (IsMark(i, ',')) relative = false;
            else if (!relative && IsVerbForm(i) && !tokens[i].IsCapital && i > sentence.First) return true;
        }

        return false;
    }

    private CueFrame FirstFrame(int token)
    {
        foreach (var frame in ActiveFrames)
        {
            if (Has(token, frame)) return frame;
        }

        return CueFrame.None;
    }

    private static readonly CueFrame[] ActiveFrames =
        [CueFrame.Deny, CueFrame.Urge, CueFrame.Hope, CueFrame.Tell, CueFrame.Think, CueFrame.Show, CueFrame.Judge];

    private bool HopesForAct(TokenRange content, int cueEnd) =>
        (content.First > cueEnd && In(WordList.Wish, content.First - 1)) || HasModal(content);

    private bool HasModal(TokenRange content)
    {
        for (var i = content.First; i < content.End && i < content.First + 12; i++)
        {
            if (Is(i, WordClass.Modal)) return true;
        }

        return false;
    }

    private bool NegationBefore(int token, out int negation)
    {
        negation = token;
        var found = false;
        for (var i = token - 1; i >= sentence.First && i >= token - 4; i--)
        {
            if (Is(i, WordClass.Negation))
            {
                negation = i;
                found = true;
                break;
            }

            if (!Is(i, WordClass.Adverb) && !In(WordList.Will, i)) break;
        }

        return found;
    }

    private bool IsRelativeBefore(int token)
    {
        var i = token - 1;
        while (i > sentence.First && Is(i, WordClass.Adverb)) i--;
        return i >= sentence.First && Is(i, WordClass.Relative);
    }

    private bool IsCoordinated(int token)
    {
        var i = token - 1;
        while (i > sentence.First && (Is(i, WordClass.Adverb) || IsMark(i, ','))) i--;
        return i >= sentence.First && (Is(i, WordClass.Coordinator) || In(WordList.But, i)) && claims.Count > 0 && ClaimInSentence();
    }

    private bool ClaimInSentence() => claims[^1].Content[0].Start >= tokens[sentence.First].Start
        || (claims[^1].Cue is { } cue && cue.Start >= tokens[sentence.First].Start);

    /// <summary>"dengan mengatakan bahwa", "seraya menyebut": the speaker is the sentence's subject.</summary>
    private bool IsAdverbialTell(int token)
    {
        if (token <= sentence.First) return false;
        return In(WordList.While, token - 1);
    }

    private bool IsClaimed(CueFrame frame, int token, TokenRange content, bool strong, bool relative, MentionKind? subjectKind)
    {
        var first = content.First;
        if (Is(first, WordClass.Demonstrative) && content.Length <= 2) return false;
        if (In(WordList.Needsthat, token)) return first > token + 1 && (In(WordList.That, first - 1) || IsMark(first - 1, ',')) || Is(first, WordClass.Negation) || In(WordList.Existential, first);
        if (strong) return true;
        if (In(WordList.Importance, first) && frame is CueFrame.Tell or CueFrame.Judge) return content.Length > 2;
        if (quotationOf[first] >= 0 && (quotations[quotationOf[first]].Words >= 3 || In(WordList.Strongtell, token) || frame != CueFrame.Tell
            || EndsWithStop(quotations[quotationOf[first]]) || In(WordList.Speakverb, token))) return true;
        if (Is(first, WordClass.Point) || In(WordList.Pointer, first)) return false;
        switch (frame)
        {
            case CueFrame.Deny:
                return !In(WordList.Idiom, first) || content.Length > 3;
            case CueFrame.Urge:
                if (In(WordList.Idiom, first) && !HasPurpose(content)) return false;
                if (In(WordList.Pushverb, token)) return HasPurpose(content);
                return In(WordList.Nounurge, token) || HasAnyPredicate(content) || HasPurpose(content);
            case CueFrame.Hope:
                return HasClause(first, content.End, strict: false);
            case CueFrame.Judge:
                return In(WordList.How, first) || (In(WordList.Judgeas, token) && HasAs(content)) || quotationOf[first] >= 0;
            case CueFrame.Show:
                return !relative && subjectKind is not (MentionKind.Person or MentionKind.Pronoun) && HasClause(first, content.End, strict: true);
            case CueFrame.Think:
                return HasClause(first, content.End, strict: false);
            default:
                if (In(WordList.Needstail, token)) return HoldsQuotation(content);
                if (In(WordList.Warnverb, token) && HasPurpose(content)) return true;
                if (Is(first, WordClass.Empty) && !In(WordList.Clauseonly, token) && !HasAs(content) && !HasReason(content)
                    && !(content.Length > 4 && HasClause(first + 1, content.End, strict: true))) return false;
                if (In(WordList.Strongtell, token) && !relative && !In(WordList.Nountell, token)) return content.Length >= 2 || !Is(first, WordClass.Demonstrative);
                return HasClause(first, content.End, strict: false) || HasAs(content);
        }
    }

    private bool HasAs(TokenRange content)
    {
        for (var i = content.First; i < content.End && i < content.First + 14; i++)
        {
            if (In(WordList.As, i)) return true;
        }

        return false;
    }

    private bool HasAnyPredicate(TokenRange content)
    {
        for (var i = content.First; i < content.End && i < content.First + 24; i++)
        {
            if (IsPredicate(i)) return true;
        }

        return false;
    }

    private bool HasReason(TokenRange content)
    {
        for (var i = content.First + 1; i < content.End && i < content.First + 10; i++)
        {
            if (In(WordList.Reason, i)) return true;
            if (Is(i, WordClass.Relative)) return false;
        }

        return false;
    }

    private bool HasPurpose(TokenRange content)
    {
        for (var i = content.First; i < content.End && i < content.First + 14; i++)
        {
            if (In(WordList.Purpose, i)) return true;
        }

        return false;
    }

    /// <summary>Whether a predicate stands in the range before any relative clause or phrase of purpose swallows it.</summary>
    private bool HasClause(int first, int end, bool strict)
    {
        if (first >= end) return false;
        if (!strict && IsPredicate(first)) return true;
        var relative = 0;
        for (var i = first; i < end && i < first + 30; i++)
        {
            // "di atas harga" is a place, "atas harga" a reason.
            if (IsMark(i, '.') || (i > first && In(WordList.Phraseborder, i) && !In(WordList.Place, i - 1))) return false;
            if (i > first && In(WordList.Breaking, i) && !(i == first + 1 && Is(first, WordClass.Empty))) return false;
            if (Is(i, WordClass.Relative))
            {
                relative = 1;
                continue;
            }

            // The first predicate behind "yang" belongs to the relative clause, a later one to the clause itself.
            if (relative > 0)
            {
                if (relative == 1 && IsPredicate(i)) relative = 2;
                else if (relative == 2 && !IsPredicate(i)) relative = 3;
                else if (relative == 3 && IsPredicate(i) && !IsMark(i - 1) && !Is(i - 1, WordClass.Coordinator)) return true;
                continue;
            }
            // "mengancam X, memperingatkan …": the participle is a clause of its own.
            if (IsMark(i, ',') && i + 1 < end && IsVerbForm(i + 1)) return false;
            if (IsMark(i, '('))
            {
                i = Math.Max(i, AfterBracket(i, end) - 1);
                continue;
            }

            if (i > first && IsPredicate(i)) return true;
        }

        return false;
    }

    private bool HasPredicate(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (Is(i, WordClass.Relative)) return false;
            if (IsVerbForm(i) && !tokens[i].IsCapital) return true;
        }

        return false;
    }

    // ---------------------------------------------------------------- refusals to speak

    /// <summary>"belum mengomentari Y", "enggan berkomentar", "menolak menjawab Y", "belum memberikan komentar".</summary>
    private int ReadRefusal(int token)
    {
        if (Has(token, CueFrame.Refuse))
        {
            if (token + 1 >= sentence.End) return token;
            var next = token + 1;
            while (next < sentence.End && (In(WordList.Will, next) || Is(next, WordClass.Adverb)) || (next < sentence.End && In(WordList.Untuk, next))) next++;
            if (next < sentence.End && Has(next, CueFrame.Mute)) return AddRefusal(token, next, isGive: false);
            if (next < sentence.End && Has(next, CueFrame.Give) && next + 1 < sentence.End && In(WordList.Answer, next + 1))
                return AddRefusal(token, next, isGive: true);
            if (In(WordList.Decline, token)) return token;
            // "menolak klaim itu" denies it; "menolak datang" is an act.
            if (!IsActiveForm(token) || next >= sentence.End || !In(WordList.Claimnoun, next)) return token;
            var subject = SubjectBefore(token, LeftBorder(token));
            if (subject is null) return token;
            var cueEnd = token + 1;
            var content = ContentAfter(token, ref cueEnd, CueFrame.Deny, out _);
            if (content is null || content.Value.IsEmpty) return token;
            AddClause([content.Value], token, cueEnd, subject, new Cue(CueFrame.Deny, Stance.Denies, "states"), "refuse.claim", cueEnd);
            return content.Value.End;
        }

        if (!NegationBefore(token, out var negation)) return token;
        if (Has(token, CueFrame.Give))
            return token + 1 < sentence.End && AnswerAfter(token) > 0 ? AddRefusal(negation, token, isGive: true) : token;
        if (Has(token, CueFrame.Mute) && (!Has(token, CueFrame.Tell) || IsDeclining(negation, token)))
            return AddRefusal(negation, token, isGive: false);
        return token;
    }

    private bool IsDeclining(int negation, int token) =>
        In(WordList.Notyet, negation) || Has(token, CueFrame.Deny) || In(WordList.Will, token - 1) || In(WordList.Detailverb, token);

    private int AnswerAfter(int token)
    {
        for (var i = token + 1; i < sentence.End && i <= token + 3; i++)
        {
            if (In(WordList.Answer, i)) return i;
        }

        return -1;
    }

    private int AddRefusal(int cueFirst, int verb, bool isGive)
    {
        var subject = SubjectBefore(cueFirst, LeftBorder(cueFirst));
        if (subject is null) return cueFirst;
        var cueEnd = verb + 1;
        if (!isGive && cueEnd + 1 < sentence.End && Is(cueEnd, WordClass.Coordinator) && Has(cueEnd + 1, CueFrame.Deny)) cueEnd += 2;
        var first = cueEnd;
        if (isGive)
        {
            var answer = AnswerAfter(verb);
            if (answer > 0)
            {
                first = answer;
                // "komentar soal X": the matter is what is not spoken of.
                var point = answer + 1;
                while (point < sentence.End && point < answer + 3 && !Is(point, WordClass.Point)) point++;
                if (point < sentence.End && Is(point, WordClass.Point) && point + 1 < sentence.End)
                {
                    first = answer;
                }
            }
        }
        else
        {
            if (first < sentence.End && Is(first, WordClass.Point)) first++;
        }

        var end = first < sentence.End ? ContentEnd(first, sentence.End) : first;
        for (var i = first + 1; i < end && isGive; i++)
        {
            if (Is(i, WordClass.Subordinator) && !In(WordList.Innerphrase, i)) end = i;
        }

        while (end > first && IsTrailingMark(end - 1)) end--;
        if (end > first) end = BeforeNextClause(new TokenRange(first, end), needsSubordinator: false);
        var cue = new Cue(CueFrame.Mute, Stance.Declines, "states");
        if (end <= first)
        {
            // Nothing behind it: the proposition of the sentence before is what is not spoken of; unknown here.
            var part = new TokenRange(verb, verb + 1);
            AddClause([part], cueFirst, cueFirst + 1, subject, cue, "decline.bare", cueEnd);
            return cueEnd;
        }

        AddClause([new TokenRange(first, end)], cueFirst, cueEnd, subject, cue, "decline", cueEnd);
        return end;
    }

    // ---------------------------------------------------------------- passives

    /// <summary>"klaim itu ditolak (oleh) X", "Hal itu disampaikan X": with its speaker behind it.</summary>
    private int ReadTold(int token)
    {
        var at = token + 1;
        var by = false;
        while (at < sentence.End && (Is(at, WordClass.Adverb) || In(WordList.By, at)))
        {
            by |= In(WordList.By, at);
            at++;
        }

        if (at >= sentence.End) return token;
        var denies = lexicon.Cues.In(tokens[token].Word, CueFrame.Told)!.Value;
        var range = SpeakerAfter(at, sentence.End, out var behind);
        if (range.IsEmpty) return token;
        if (!by && !tokens[range.First].IsCapital && lexicon.Names.Roles.Match(tokens, range.First, range.End, out _) == 0
            && !Is(range.First, WordClass.Pronoun))
            return token;
        var mention = ParseMention(range);
        if (mention is null) return token;
        // "Dikatakan Samsul, …" opens with its speaker; "Dikabarkan Samsul hilang" is hearsay of Samsul.
        var opens = OpensTold(token) && mention.Kind == MentionKind.Person && behind < sentence.End && IsMark(behind, ',');
        if (!by && !opens && Has(token, CueFrame.Heard) && !Is(range.First, WordClass.Pronoun)) return token;
        var left = ClauseStart(token - 1);
        var leftEnd = token;
        while (leftEnd > left && (Is(leftEnd - 1, WordClass.Adverb) || Is(leftEnd - 1, WordClass.Negation) || IsMark(leftEnd - 1, ',') || Is(leftEnd - 1, WordClass.Relative)))
            leftEnd--;
        while (left < leftEnd && Is(left, WordClass.Connective)) left++;
        if (denies.Stance is Stance.Denies or Stance.Confirms && leftEnd > left && In(WordList.Claimnoun, left))
        {
            AddClause([new TokenRange(left, leftEnd)], token, token + 1, mention, denies, "passive.agent", behind);
            return behind;
        }

        if (by && behind < sentence.End && In(WordList.As, behind) && leftEnd > left)
        {
            if (IsRelativeBefore(token) && HeardSubject(token, out _) is { IsEmpty: false } head && !Overlaps(head))
            {
                left = head.First;
                leftEnd = head.End;
            }

            var end = ContentEnd(behind, sentence.End);
            AddClause([new TokenRange(left, leftEnd), new TokenRange(behind, end)], token, token + 1, mention, denies, "passive.as", behind);
            return end;
        }

        if (by && ThatBehind(behind) is var that && that > 0 && that + 2 < sentence.End)
        {
            var start = IsMark(that + 1, ',') ? that + 2 : that + 1;
            var right = new TokenRange(start, ContentEnd(start, sentence.End));
            if (right.Length >= 3)
            {
                AddClause([right], token, token + 1, mention, denies, "passive.that", behind);
                return right.End;
            }
        }

        if (OpensTold(token) && behind + 3 < sentence.End && IsMark(behind, ','))
        {
            var start = Is(behind + 1, WordClass.Complementiser) ? behind + 2 : behind + 1;
            var right = new TokenRange(start, ContentEnd(start, sentence.End));
            if (right.Length >= 3 && HasClause(right.First, right.End, strict: false))
            {
                AddClause([right], token, token + 1, mention, denies, "passive.first", behind);
                return right.End;
            }
        }

        // "Hal itu disampaikan X": says nothing itself, but whoever goes on is X.
        if (!Has(token, CueFrame.Heard))
        {
            lastSpeakers = Resolve(mention);
            return behind;
        }

        return token;
    }

    /// <summary>"… oleh X secara resmi bahwa A": where "bahwa" stands soon behind the speaker; -1 when it does not.</summary>
    private int ThatBehind(int behind)
    {
        for (var i = behind; i < sentence.End && i < behind + 5; i++)
        {
            if (In(WordList.That, i)) return i;
            if (!IsWord(i) || Is(i, WordClass.Relative) || Has(i, CueFrame.Tell | CueFrame.Deny)) return -1;
        }

        return -1;
    }

    /// <summary>Whether the passive opens its sentence, or only "seperti yang telah" stands before it.</summary>
    private bool OpensTold(int token)
    {
        for (var i = sentence.First; i < token; i++)
        {
            if (!In(WordList.Credit, i) && !Is(i, WordClass.Relative) && !Is(i, WordClass.Adverb) && !Is(i, WordClass.Auxiliary)) return false;
        }

        return true;
    }

    /// <summary>"Dijelaskannya, A" and "X, yang disebutnya Y": a passive by whoever spoke last.</summary>
    private int ReadToldByHim(int token, int bare)
    {
        var cue = lexicon.Cues.In(bare, CueFrame.Told) ?? lexicon.Cues.In(bare, CueFrame.Heard)!.Value;
        var start = token + 1;
        while (start < sentence.End && (IsMark(start, ',') || Is(start, WordClass.Complementiser))) start++;
        var right = new TokenRange(start, ContentEnd(start, sentence.End));
        if (right.Length < 2) return token;
        var parts = new List<TokenRange> { right };
        if (IsRelativeBefore(token))
        {
            var left = HeardSubject(token, out _);
            if (!left.IsEmpty && !Overlaps(left)) parts.Insert(0, left);
        }
        else if (token > sentence.First && !IsMark(token - 1))
        {
            var left = HeardSubject(token, out _);
            if (left.IsEmpty || Overlaps(left)) return token;
            parts.Insert(0, left);
        }

        AddClause(parts, token, token + 1, null, cue, "passive.enclitic", token + 1);
        return right.End;
    }

    /// <summary>"X diduga Y", "Diduga Y", "X yang diduga Y", "X diminta Y".</summary>
    private int ReadHeard(int token)
    {
        var asked = Has(token, CueFrame.Asked);
        var cue = lexicon.Cues.In(tokens[token].Word, asked ? CueFrame.Asked : CueFrame.Heard)
            ?? lexicon.Cues.In(tokens[token].Word, CueFrame.Told)!.Value;
        if (NegationBefore(token, out _)) return token;
        var next = token + 1;
        if (next >= sentence.End || IsMark(next) && !IsMark(next, ',')) return token;
        if (In(WordList.By, next) || (In(WordList.Addressee, next) && !In(WordList.Untuk, next)) || In(WordList.Heardstop, next)) return token;
        if (IsMark(next, ',') && token == sentence.First && Has(token, CueFrame.Carry)) return token;
        if (asked && (In(WordList.Idiom, next) || In(WordList.Reason, next) || tokens[next].Kind == TokenKind.Number)) return token;
        var right = new TokenRange(next, ContentEnd(next, sentence.End));
        while (right.First < right.End && (IsMark(right.First, ',') || Is(right.First, WordClass.Complementiser))) right = right with { First = right.First + 1 };
        if (IsRelativeBefore(token))
        {
            for (var i = right.First + 1; i < right.End; i++)
            {
                if (!Is(i, WordClass.Demonstrative) && !IsMark(i, ',')) continue;
                right = right with { End = i };
                break;
            }
        }

        if (sentence.First + 1 < token && Is(sentence.First, WordClass.Subordinator) && tokens[sentence.First].IsCapital
            && BeforeComma(new TokenRange(sentence.First, token)) == token)
            right = right with { End = BeforeComma(right) };
        right = right with { End = IsTitle(token) ? HeadlineEnd(right) : BeforeNextClause(right, needsSubordinator: true) };
        if (right.Length < 1) return token;
        if (right.Length == 1 && token > sentence.First && !tokens[token].IsCapital && !IsPredicate(right.First)) return token;
        var naming = In(WordList.Namingverb, token);
        if (naming && !IsTitle(token) && (quotationOf[right.First] >= 0 || (tokens[right.First].IsCapital && !HasClause(right.First, right.End, strict: true)))) return token;
        var parts = new List<TokenRange>();
        var left = HeardSubject(token, out var relative);
        if (naming && relative) return token;
        if (!left.IsEmpty) parts.Add(left);
        if (!relative && left.IsEmpty && token > sentence.First && !Is(token - 1, WordClass.Subordinator) && !IsMark(token - 1)) return token;
        parts.Add(right);
        AddClause(parts, token, token + 1, Nobody, cue, asked ? "asked" : "heard", token + 1);
        return right.End;
    }

    private int HeadlineEnd(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (IsHeadlineStop(range.First, i)) return i;
        }

        return range.End;
    }

    /// <summary>Where a clause of the narration's own follows: ", dan jika …"; without a subordinator ", dan …" and "tetapi …", too.</summary>
    private int BeforeNextClause(TokenRange range, bool needsSubordinator)
    {
        for (var i = range.First + 1; i + 1 < range.End; i++)
        {
            if (quotationOf[i] >= 0) continue;
            var joint = IsMark(i, ',') && (Is(i + 1, WordClass.Coordinator) || In(WordList.But, i + 1)) ? i + 1
                : !needsSubordinator && In(WordList.But, i) ? i : -1;
            if (joint < 0 || joint + 1 >= range.End) continue;
            if (needsSubordinator && !(Is(joint + 1, WordClass.Subordinator) && !In(WordList.Innerphrase, joint + 1))) continue;
            var end = i;
            while (end > range.First && IsTrailingMark(end - 1)) end--;
            return end;
        }

        return range.End;
    }

    /// <summary>Where the first comma of a range outside brackets stands; its end without one.</summary>
    private int BeforeComma(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (IsMark(i, '(')) i = Math.Max(i, AfterBracket(i, range.End) - 1);
            if (IsMark(i, ',')) return i;
        }

        return range.End;
    }

    private static readonly Mention Nobody = new() { Range = default, Kind = MentionKind.Document, Name = default };

    /// <summary>The noun phrase right before a passive, "yang" and adverbs left out.</summary>
    private TokenRange HeardSubject(int token, out bool relative)
    {
        relative = false;
        var end = token;
        while (end > sentence.First && (Is(end - 1, WordClass.Adverb) || (Is(end - 1, WordClass.Auxiliary) && !In(WordList.Hearsay, token)))) end--;
        if (end > sentence.First && Is(end - 1, WordClass.Relative))
        {
            relative = true;
            end--;
        }

        var apposition = end > sentence.First && IsMark(end - 1, ',');
        if (apposition && IsTitle(token) && !(token + 1 < sentence.End && In(WordList.Reason, token + 1))) return default;
        if (apposition) end--;
        if (end <= sentence.First || (Is(end - 1, WordClass.Subordinator) && !In(WordList.Innerphrase, end - 1))) return default;
        var border = LeftBorder(token);
        var first = end;
        var commas = 0;
        while (first > border)
        {
            var i = first - 1;
            if (claimed[i]) break;
            if (IsMark(i, ','))
            {
                if (!apposition || commas > 0) break;
                commas++;
            }
            else if (IsMark(i, ';') || IsMark(i, ':') || (Is(i, WordClass.Subordinator) && !In(WordList.Innerphrase, i)))
            {
                break;
            }

            if (relative && i < end - 1 && IsVerbForm(i) && !InRelative(border, i)) break;
            if (!relative && Is(i, WordClass.Coordinator) && !In(WordList.Or, i) && PredicateBefore(border, i)) break;
            first--;
        }

        while (first < end && (Is(first, WordClass.Connective) || IsMark(first) || Is(first, WordClass.Coordinator))) first++;
        if (!relative && !apposition && first - 1 > border && IsMark(first - 1, ',') && FrontedPhrase(border, first - 1) is var fronted && fronted >= 0)
            return new TokenRange(fronted, end);
        if (relative)
        {
            // "motornya mogok setelah mengisi bensin yang diduga tercampur air": the noun phrase right before "yang".
            while (first < end - 1 && Is(first, WordClass.Preposition)) first++;
        }

        return new TokenRange(first, end);
    }

    private bool PredicateBefore(int first, int token)
    {
        for (var i = token - 1; i >= first && !IsMark(i, ','); i--)
        {
            if (Is(i, WordClass.Relative)) return false;
            if (IsVerbForm(i) && !tokens[i].IsCapital) return true;
        }

        return false;
    }

    /// <summary>"Dalam insiden ini, satu orang diduga …": the phrase belongs to the whole clause; -1 when it is none.</summary>
    private int FrontedPhrase(int border, int comma)
    {
        var first = comma;
        while (first > border && !IsMark(first - 1, ',')) first--;
        if (first != border && first != sentence.First) return -1;
        if (!In(WordList.Frontingphrase, first) || comma - first > 10) return -1;
        for (var i = first; i < comma; i++)
        {
            if (claimed[i] || IsVerbForm(i) || Has(i, CueFrame.Carry) || In(WordList.Occasion, i) || IsDateStart(i)) return -1;
        }

        return first;
    }

    private bool InRelative(int first, int token)
    {
        for (var i = token; i >= first; i--)
        {
            if (Is(i, WordClass.Relative)) return true;
            if (IsMark(i, ',')) return false;
        }

        return false;
    }

    // ---------------------------------------------------------------- an outlet that is all the source there is

    /// <summary>"Melansir X, Kamis (19/6), …" and "…, sebagaimana dilansir X." in a sentence with no speaker of its own.</summary>
    private void ReadCredit()
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!Has(i, CueFrame.Carry) || claimed[i] || !IsOutside(i)) continue;
            if (AnyClaimedIn(sentence.First, sentence.End)) return;
            var relays = RelaysAfter(i, out var behind);
            if (relays.Count == 0) return;
            var cue = lexicon.Cues.In(tokens[i].Word, CueFrame.Carry)!.Value;
            var lead = i;
            while (lead > sentence.First && (In(WordList.Credit, lead - 1) || IsMark(lead - 1, ','))) lead--;
            TokenRange content;
            if (lead == sentence.First)
            {
                var start = behind;
                while (start < sentence.End && IsMark(start, '*')) start++;
                var dated = false;
                while (start < sentence.End && IsMark(start, ',') && DateAfter(start + 1) is var after && after > start + 1)
                {
                    start = after;
                    dated = true;
                }

                if (!dated && start < sentence.End && !IsMark(start, ',') && !tokens[start].IsCapital)
                    while (start < sentence.End && !IsMark(start, ',')) start++;
                while (start < sentence.End && IsMark(start, ',')) start++;
                content = new TokenRange(start, ContentEnd(start, sentence.End));
            }
            else
            {
                content = new TokenRange(ClauseStart(lead - 1), lead);
            }

            if (content.Length < 4 || quotationOf[content.First] >= 0) return;
            var speakers = relays.Select(r => new Speaker(r.Name, r.Span, null, SpeakerType.Outlet, r.Name)).Take(1).ToList();
            AddWith(speakers, [content], i, i + 1, cue, "credit", behind, []);
            return;
        }
    }

    private bool AnyClaimedIn(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (claimed[i]) return true;
        }

        return false;
    }
}
