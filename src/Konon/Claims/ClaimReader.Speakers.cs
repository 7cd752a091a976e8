using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>Speakers: who a mention means in this article, and on whose behalf they speak.</summary>
internal sealed partial class ClaimReader
{
    private readonly Dictionary<string, string> abbreviations = new(StringComparer.Ordinal);
    private IReadOnlyList<Speaker> lastSpeakers = [];
    private CastMember? lastPerson;
    // Far more than an article has; a bound so that hostile text stays linear.
    private const int MostDescribed = 64;

    private readonly List<Speaker> described = [];
    private string? home;

    // Capitals in a row: a list of players has some forty.
    private const int LongestRun = 64;

    /// <summary>Meets everybody named in full before the first claim is read, so that short forms find them.</summary>
    private void MeetTheCast()
    {
        CollectSpokenNames();
        CollectPlaces();
        CollectAbbreviations();
        CollectFullNames();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (IsTitle(i) || !IsWord(i) || !tokens[i].IsCapital || (IsFunctionWord(i) && !tokens[i].IsAllCaps)) continue;
            var end = i + 1;
            while (end < tokens.Length && end < i + LongestRun && !tokens[end].OpensParagraph && IsNameToken(end) && !EndsSentence(end)) end++;
            while (end > i + 1 && (IsMark(end - 1) || !tokens[end - 1].IsCapital)) end--;
            var first = RoleStart(i);
            var marked = end == i + 1 ? IsMarkedPerson(i, end) : lexicon.Names.MayBeName(tokens[i].Word) && IsBehindRole(i, end);
            var name = end - i >= 2 || first < i || marked ? NameIn(new TokenRange(first, end)) : default;
            if (!name.IsEmpty && (marked || IsConvincing(first, name)))
            {
                var role = new TokenRange(first, name.First);
                if (role.Length <= 1 || !HasRoleBefore(role.First, role.End)) role = AppositionOf(new TokenRange(first, name.End)) is { IsEmpty: false } apposition ? apposition : role;
                if (name.Length >= 2 || marked || (!role.IsEmpty && (lexicon.Names.MayBeName(tokens[name.First].Word) || IsSpokenName(name.First))))
                    Meet(new Mention { Range = new TokenRange(first, end), Kind = MentionKind.Person, Name = name, Role = role });
            }

            i = end - 1;
        }
    }

    /// <summary>"Tini (44), …": an age in brackets behind a name tells a person, however little else does.</summary>
    private bool IsAged(int token)
    {
        if (token + 2 >= tokens.Length || !IsMark(token, '(') || !IsMark(token + 2, ')')) return false;
        return tokens[token + 1].Kind == TokenKind.Number && Words(token + 1) is [>= '1' and <= '9', >= '0' and <= '9'];
    }

    /// <summary>
    /// Whether what stands around a name tells a person: an age, "Tini, warga setempat", "Kalaksa BPBD, Rahmad,". A name that no
    /// table knows must stand alone beside a cue elsewhere.
    /// </summary>
    private bool IsMarkedPerson(int first, int end)
    {
        if (lexicon.Language.Calendar.Month(tokens[first].Word) > 0) return false;
        if (IsAged(end)) return true;
        var known = lexicon.Names.MayBeName(tokens[first].Word);
        if (!known && !IsSpokenName(first)) return false;
        var next = end + 1;
        if (next < tokens.Length && IsMark(end, ',') && !tokens[next].IsCapital && !tokens[next].OpensParagraph
            && (In(WordList.One, next) || In(WordList.Appositive, next) || HasRoleAt(next))) return true;
        return IsSpokenName(first) && IsBehindRole(first, end);
    }

    private bool HasRoleAt(int token) => lexicon.Names.Roles.Match(tokens, token, Math.Min(tokens.Length, token + 4), out _) > 0;

    /// <summary>"Kalaksa BPBD, Rahmad": whether a comma and before it a role of its own stand before the name.</summary>
    private bool IsBehindRole(int first, int end)
    {
        if (first < 2 || !IsMark(first - 1, ',') || tokens[first].OpensParagraph) return false;
        var role = AppositionOf(new TokenRange(first, end));
        // "langkah Presiden X, Danu", "di hadapan anggota X, Danu": another's role, or one inside another phrase, is not the name's.
        if (role.IsEmpty || role.First > first || !NameIn(role).IsEmpty) return false;
        var before = role.First - 1;
        if (before < 0 || (tokens[role.First].IsCapital && tokens[before].Kind != TokenKind.Number)) return true;
        return !IsWord(before) || Has(before, CueFrame.Say | CueFrame.Tell | CueFrame.Per) || In(WordList.Report, before) || In(WordList.By, before) || Is(before, WordClass.Connective);
    }

    /// <summary>"Mensesneg sekaligus Jubir Presiden, Prasetyo Hadi" and "Hans, relawan dari X,": the role beside the name.</summary>
    private TokenRange AppositionOf(TokenRange name)
    {
        // "Juru Bicara X, dr. Abraar": the title stands between comma and name.
        var titled = name.First;
        while (titled > 1 && (IsMark(titled - 1, '.') || In(WordList.Abbreviation, titled - 1))) titled--;
        name = name with { First = titled };
        if (name.First >= 2 && IsMark(name.First - 1, ',') && !tokens[name.First].OpensParagraph)
        {
            var first = name.First - 1;
            while (first > 0 && name.First - first < 26 && !tokens[first].OpensParagraph)
            {
                var i = first - 1;
                if (IsMark(i, ')') && OpenBracket(i, Math.Max(0, i - 14)) is var open && open < i) first = open;
                else if (IsMark(i) || tokens[i].Kind == TokenKind.Quote || (IsVerbForm(i) && !tokens[i].IsCapital)) break;
                else first = i;
            }

            for (var commas = 0; commas < 3 && first > 1 && IsMark(first - 1, ',') && lexicon.Names.Roles.Match(tokens, first, name.First - 1, out _) == 0; commas++)
            {
                var k = first - 1;
                while (k > 0 && first - k < 12 && IsWord(k - 1) && (tokens[k - 1].IsCapital || Is(k - 1, WordClass.Coordinator)) && !tokens[k].OpensParagraph) k--;
                if (k == first - 1) break;
                first = k;
            }

            var start = first;
            while (start < name.First - 1 && lexicon.Names.Roles.Match(tokens, start, name.First - 1, out _) == 0) start++;
            if (start < name.First - 1) return new TokenRange(start, name.First - 1);
        }

        var next = name.End;
        if (next < tokens.Length && IsMark(next, '(')) next = AfterBracket(next, tokens.Length);
        if (next + 1 >= tokens.Length || !IsMark(next, ',')) return default;
        next++;
        if (next < tokens.Length && In(WordList.Appositive, next)) next++;
        if (lexicon.Names.Roles.Match(tokens, next, Math.Min(tokens.Length, next + 5), out _) == 0) return default;
        var stop = next;
        while (stop < tokens.Length && stop < next + 14 && !IsMark(stop, ',') && !IsMark(stop, '.') && !tokens[stop].OpensParagraph
            && !(IsVerbForm(stop) && !tokens[stop].IsCapital) && tokens[stop].Kind != TokenKind.Quote) stop++;
        return new TokenRange(next, stop);
    }

    private bool EndsSentence(int token) => IsMark(token, '.') && tokens[token - 1].Length > 3
        && !In(WordList.Abbreviation, token - 1);

    private bool IsConvincing(int first, TokenRange name)
    {
        if (name.First > first && HasRoleBefore(first, name.First)) return true;
        if (name.First > first && AfterTitles(first, name.End) == name.First) return true;
        for (var i = name.First; i < name.End; i++)
        {
            if (lexicon.Names.IsGivenName(tokens[i].Word)) return true;
        }

        return IsSpokenName(name.First) || IsSpokenName(name.End - 1);
    }

    /// <summary>Where the lower-case role before a capitalised run starts: "juru bicara Kremlin Dmitry Peskov".</summary>
    private int RoleStart(int token)
    {
        var first = token;
        if (token >= 3 && IsMark(token - 1, ')') && OpenBracket(token - 1, Math.Max(0, token - 8)) is var open && open < token - 1 && open > 0
            && !HoldsDate(open, token) && !tokens[token].OpensParagraph)
        {
            // "Menteri Agama (Menag) Nasaruddin Umar": the role stands before its short form.
            var start = open;
            while (start > 0 && open - start < 14 && IsWord(start - 1) && !tokens[start].OpensParagraph
                && (tokens[start - 1].IsCapital || Is(start - 1, WordClass.Coordinator) || lexicon.Names.IsInstitution(tokens[start - 1].Word))) start--;
            while (start < open && lexicon.Names.Roles.Match(tokens, start, open, out _) == 0) start++;
            if (start < open) return start;
        }

        for (var i = token - 1; i >= 0 && i >= token - 6; i--)
        {
            if (!IsWord(i) || tokens[i + 1].OpensParagraph) break;
            if (lexicon.Names.Roles.Match(tokens, i, token, out _) > 0) first = i;
            else if (!lexicon.Names.IsInstitution(tokens[i].Word)) break;
        }

        return first;
    }

    private void CollectSpokenNames()
    {
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (!IsOutside(i) || IsTitle(i)) continue;
            if (Has(i, CueFrame.Say | CueFrame.Per) && IsNameWord(i + 1) && (i + 2 >= tokens.Length || !IsNameWord(i + 2)))
                AddSpokenName(i + 1);
            else if (Has(i, CueFrame.Tell) && (tokens[i].Length > 6 || In(WordList.Inverting, i)) && IsNameWord(i - 1) && !tokens[i].OpensParagraph
                && (i < 2 || !IsNameWord(i - 2) || tokens[i - 1].OpensParagraph) && !(i >= 2 && IsWord(i - 2) && !tokens[i - 1].OpensParagraph
                    && lexicon.Names.IsInstitution(tokens[i - 2].Word)))
                AddSpokenName(i - 1);
        }
    }

    private void AddSpokenName(int token) => spokenNames.GetAlternateLookup<ReadOnlySpan<char>>().Add(Words(token));

    private readonly HashSet<string> placeWords = new(StringComparer.Ordinal);

    /// <summary>A capitalised word that no table knows, behind "Selat", "Desa" or "di", is a place elsewhere in the article, too.</summary>
    private void CollectPlaces()
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (!tokens[i].IsCapital || tokens[i].IsAllCaps || !IsWord(i) || tokens[i].OpensParagraph) continue;
            if (!lexicon.Names.IsPlaceHead(tokens[i - 1].Word) && !In(WordList.Place, i - 1)) continue;
            if (!lexicon.Names.MayBeName(tokens[i].Word) && !IsSpokenName(i)) placeWords.Add(Words(i).ToString());
        }
    }

    private bool IsPlaceWord(int token) => placeWords.Count > 0 && placeWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Words(token));

    private bool IsNameWord(int token) => IsWord(token) && tokens[token].IsCapital && !Is(token, WordClass.Pronoun)
        && lexicon.Names.Roles.Match(tokens, token, token + 1, out _) == 0
        && !lexicon.Names.IsInstitution(tokens[token].Word)
        && lexicon.Names.Places.Match(tokens, token, token + 1, out _) == 0
        && lexicon.Names.Organisations.Match(tokens, token, token + 1, out _) == 0
        && lexicon.Names.Outlets.Match(tokens, token, token + 1, out _) == 0
        && (lexicon.Names.Titles.Match(tokens, token, token + 1, out _) == 0 || lexicon.Names.MayBeName(tokens[token].Word))
        && lexicon.Language.Calendar.DayOfWeek(tokens[token].Word) == 0 && !tokens[token].IsAllCaps;

    /// <summary>"Amerika Serikat (AS)", "the Federal Reserve (the Fed)": the short form means the long one.</summary>
    private void CollectAbbreviations()
    {
        for (var i = 1; i + 2 < tokens.Length; i++)
        {
            if (!IsMark(i, '(')) continue;
            var close = AfterBracket(i, tokens.Length) - 1;
            if (close <= i + 1 || close > i + 4 || !IsWord(close - 1)) continue;
            var shortForm = Words(close - 1).ToString();
            // "Bank Dunia (World Bank)" is another name, no short one; "(selanjutnya BPD)" is.
            if (!tokens[close - 1].IsCapital || (close - 1 > i + 1 && tokens[close - 2].IsCapital)) continue;
            var first = i;
            while (first > 0 && i - first < 10 && IsWord(first - 1) && !tokens[first].OpensParagraph
                && (tokens[first - 1].IsCapital || (Is(first - 1, WordClass.Coordinator) && first - 2 >= 0 && tokens[first - 2].IsCapital)))
                first--;
            var runFirst = first;
            first = FirstOfAbbreviated(first, i, shortForm);
            if (first >= i || !Shortens(shortForm, text.AsSpan(tokens[first].Start, tokens[i - 1].End - tokens[first].Start)))
            {
                // "Yayasan Kemanusiaan Gaza (GHF)": the short form is another language's.
                first = runFirst;
                while (first < i && !lexicon.Names.IsInstitution(tokens[first].Word)) first++;
                if (i - first < 2 || !tokens[close - 1].IsAllCaps || !tokens[first].IsCapital) continue;
            }

            if (first < i - 1 || (first == i - 1 && shortForm.Length > 2 && tokens[first].Length > shortForm.Length))
            {
                abbreviations.TryAdd(shortForm, text[tokens[first].Start..tokens[i - 1].End]);
                var behind = new TokenRange(first, Math.Min(tokens.Length, close + 3));
                if (IsPublicBody(behind, first)) stateShortForms.Add(shortForm);
            }
        }
    }

    /// <summary>Whether the letters of a short form stand in the long one in their order.</summary>
    private static bool Shortens(string shortForm, ReadOnlySpan<char> full)
    {
        var at = 0;
        foreach (var c in full)
        {
            if (at < shortForm.Length && char.ToUpperInvariant(c) == char.ToUpperInvariant(shortForm[at])) at++;
        }

        return at == shortForm.Length;
    }

    /// <summary>The word of the run at which the abbreviation's letters start.</summary>
    private int FirstOfAbbreviated(int first, int end, string shortForm)
    {
        for (var k = first; k < end; k++)
        {
            if (char.ToUpperInvariant(text[tokens[k].Start]) == char.ToUpperInvariant(shortForm[0])
                && end - k <= shortForm.Length + 2)
                return k;
        }

        return end;
    }

    private string[] LowerWords(TokenRange range)
    {
        var count = 0;
        for (var i = range.First; i < range.End; i++)
        {
            if (tokens[i].Kind is TokenKind.Word or TokenKind.Number) count++;
        }

        var words = new string[count];
        for (int i = range.First, k = 0; k < count; i++)
        {
            if (tokens[i].Kind is TokenKind.Word or TokenKind.Number) words[k++] = LowerOf(i);
        }

        return words;
    }

    // The same few names are asked for again and again.
    private readonly Dictionary<string, string> lowered = new(StringComparer.Ordinal);

    /// <summary>The token's words in lower case.</summary>
    private string LowerOf(int token)
    {
        if (HasArticle(token)) return Words(token)[(Words(token).IndexOf('-') + 1)..].ToString().ToLowerInvariant();
        if (tokens[token].Word >= 0) return lexicon.Language.Vocabulary[tokens[token].Word];
        var words = Words(token);
        var known = lowered.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(words, out var lower)) return lower;
        return known[words] = words.ToString().ToLowerInvariant();
    }

    /// <summary>Records a named person and returns their place in the cast.</summary>
    private CastMember Meet(Mention mention)
    {
        var member = cast.Add(TextOf(mention.Name), LowerWords(mention.Name), SpeakerType.Person, mention.Range.First);
        if (mention.Role.IsEmpty) return member;
        var role = Trim(mention.Role);
        var isRole = !role.IsEmpty && HasRoleBefore(role.First, role.End);
        if (isRole && !member.HasRole)
        {
            member.Role = TextOf(role);
            member.HasRole = true;
        }

        if (isRole)
        {
            foreach (var word in LowerWords(role)) member.RoleWords.Add(word);
        }

        var party = PartyOf(mention.Role, isPerson: true, out var isGuess);
        member.HeldOffice |= In(WordList.Former, mention.Role.First);
        // An officer of the article's own state stays one; another state's name says more than the guess.
        var better = member.PartyIsGuess && !isGuess && party is { Length: 2 };
        if (party is not null && (better || (member.Party is null && !(member.HeldOffice && isGuess))))
        {
            member.Party = party;
            member.PartyIsGuess = isGuess;
        }

        return member;
    }

    /// <summary>Whom a mention means; empty when nobody is named and nobody can be resolved.</summary>
    private IReadOnlyList<Speaker> Resolve(Mention? mention)
    {
        if (mention is null)
        {
            // "…nya" is one person: two bodies quoted on the way do not take over from whoever spoke before.
            if (lastSpeakers.Count > 1 && lastPerson is { HasSpoken: true }
                && !lastSpeakers.Any(static speaker => speaker.Type is SpeakerType.Person))
                return [SpeakerOf(lastPerson, null)];
            var goesOn = lastSpeakers.Count > 0 && (lastPerson is null || !lastPerson.HasSpoken || lastSpeakers.Count > 1 || lastSpeakers[0].Type is SpeakerType.Unnamed
                || string.Equals(lastSpeakers[0].Name, lastPerson.Name, StringComparison.Ordinal));
            return goesOn ? WithoutMention(lastSpeakers) : lastPerson is null ? [] : [SpeakerOf(lastPerson, null)];
        }

        var first = ResolveOne(mention);
        if (mention.Other is null) return first;
        var second = ResolveOne(mention.Other);
        return [.. first, .. second];
    }

    /// <summary>Gives every claim what the whole article says of its speakers: the fullest name, the role, the party.</summary>
    private void CompleteSpeakers()
    {
        var named = new Dictionary<string, CastMember>(StringComparer.Ordinal);
        foreach (var member in cast.Members)
        {
            named.TryAdd(member.Name, member);
            // "sekretaris pers Melati", and later Melati speaks: a person, and no body to speak for.
            if (member.Party is { Length: > 2 } party && cast.Knows(LowerWords(party))) member.Party = null;
        }

        for (var i = 0; i < claims.Count; i++)
        {
            var speakers = claims[i].Speakers;
            if (!speakers.Any(static speaker => speaker.Type == SpeakerType.Person)) continue;
            claims[i] = claims[i] with { Speakers = [.. speakers.Select(speaker => Complete(speaker, named))] };
        }
    }

    private Speaker Complete(Speaker speaker, Dictionary<string, CastMember> named)
    {
        if (speaker.Type != SpeakerType.Person) return speaker;
        var member = named.GetValueOrDefault(speaker.Name)
            ?? cast.Find(LowerWords(speaker.Name));
        return member is null ? speaker : SpeakerOf(member, speaker.Mention);
    }

    private static string[] LowerWords(string name) => name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private IReadOnlyList<Speaker> ResolveOne(Mention mention)
    {
        var span = mention.Range.IsEmpty ? (TextSpan?)null : mention.Span(tokens);
        switch (mention.Kind)
        {
            case MentionKind.Person:
                var member = Meet(mention);
                lastPerson = member;
                lastPersonAt = span?.Start ?? lastPersonAt;
                member.HasSpoken = true;
                return [SpeakerOf(member, span)];
            case MentionKind.Pronoun:
                return ResolvePronoun(mention, span);
            case MentionKind.Document:
                return mention.PointsBack && lastSpeakers.Count > 0 ? WithMention(lastSpeakers, span) : [];
            case MentionKind.Name:
                return [NamedBody(mention, span)];
            default:
                return ResolveDescription(mention, span);
        }
    }

    private IReadOnlyList<Speaker> ResolvePronoun(Mention mention, TextSpan? span)
    {
        var plural = In(WordList.Plural, mention.Range.First);
        if (plural)
        {
            if (lastGroup is not null) return [lastGroup with { Mention = span }];
            if (lastSpeakers.Count > 1 || lastPerson is null) return WithMention(lastSpeakers, span);
            var latest = lastSpeakers.Count == 1 && lastSpeakers[0].Type is not SpeakerType.Person ? lastSpeakers : [];
            return WithMention(latest, span);
        }

        // "kata kelompok itu … Dia menambahkan": a group that has just spoken goes before a person named earlier.
        if (lastSpeakers.Count == 1 && lastSpeakers[0].Type is SpeakerType.Group or SpeakerType.Unnamed or SpeakerType.Organisation
            && lastSpeakers[0].Mention is { } spoken && spoken.Start > lastPersonAt && lastSpeakers[0].Name.Contains(' ', StringComparison.Ordinal)
            && char.IsLower(lastSpeakers[0].Name[0])) return WithMention(lastSpeakers, span);
        if (lastPerson is not null) return [SpeakerOf(lastPerson, span)];
        return WithMention(lastSpeakers, span);
    }

    private int lastPersonAt = -1;

    private static IReadOnlyList<Speaker> WithMention(IReadOnlyList<Speaker> speakers, TextSpan? span) =>
        [.. speakers.Select(s => s with { Mention = span })];

    private static IReadOnlyList<Speaker> WithoutMention(IReadOnlyList<Speaker> speakers) => WithMention(speakers, null);

    private IReadOnlyList<Speaker> ResolveDescription(Mention mention, TextSpan? span)
    {
        if (mention.FullText is { } fullText)
        {
            var complete = new Speaker(fullText, span, null, TypeOf(mention.Name), PartyOf(StartsWithArticle(mention) ? mention.Name : mention.Range, isPerson: false));
            if (described.Count < MostDescribed) described.Add(complete);
            return [complete];
        }

        var words = LowerWords(mention.Name);
        var singular = words.Length > 0 && !Is(mention.Name.First, WordClass.Quantifier);
        if (singular)
        {
            var role = lexicon.Names.Roles.Match(tokens, mention.Name.First, mention.Name.End, out _) > 0;
            if (role || mention.PointsBack)
            {
                var known = ByRole(words) ?? ByRoleHead(mention);
                if (known is not null)
                {
                    lastPerson = known;
                    return [SpeakerOf(known, span)];
                }

                // "Seorang juru bicara X … juru bicara tersebut": nobody's name, but somebody told of before.
                if (role && mention.PointsBack && Described(words) is { } unnamed) return [unnamed with { Mention = span }];
            }

            if (mention.PointsBack || IsCircumlocution(mention.Name))
            {
                if (IsBodyNoun(mention.Name) && lastSpeakers.Count == 1 && lastSpeakers[0].Type != SpeakerType.Person)
                    return WithMention(lastSpeakers, span);
                if (lastPerson is not null && !IsBodyNoun(mention.Name)) return [SpeakerOf(lastPerson, span)];
            }
            else if (Described(words) is { } before)
            {
                return [before with { Mention = span }];
            }
        }

        var name = NameText(mention.Name);
        if (abbreviations.TryGetValue(name, out var full)) name = full;
        var speaker = new Speaker(name, span, null, TypeOf(mention.Name), PartyOf(mention.Name, isPerson: false));
        if (described.Count < MostDescribed) described.Add(speaker);
        return [speaker];
    }

    /// <summary>The fuller description that a short one repeats: "jaksa KPK" after "Jaksa penuntut umum Komisi X (KPK)".</summary>
    private Speaker? Described(string[] words)
    {
        foreach (var speaker in described)
        {
            if (!speaker.Name.StartsWith(words[0], StringComparison.OrdinalIgnoreCase) && words.Length > 1) continue;
            var all = true;
            foreach (var word in words)
            {
                all &= speaker.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
                    || (abbreviations.TryGetValue(word.ToUpperInvariant(), out var full) && speaker.Name.Contains(full, StringComparison.OrdinalIgnoreCase));
            }

            if (all) return speaker;
        }

        return null;
    }

    /// <summary>"pelatih asal Belanda", "pria 45 tahun": somebody described who was named before.</summary>
    private bool IsCircumlocution(TokenRange name)
    {
        for (var i = name.First + 1; i < name.End; i++)
        {
            if (In(WordList.Circumlocution, i)) return true;
        }

        return false;
    }

    /// <summary>The member whose role is headed by the description's first role word: "menteri itu", "pelatih asal Belanda".</summary>
    private CastMember? ByRoleHead(Mention mention)
    {
        if (!mention.PointsBack && !IsCircumlocution(mention.Name) && mention.Name.Length > 1) return null;
        var at = HeadOf(mention.Name);
        while (at < mention.Name.End - 1 && lexicon.Names.Roles.Match(tokens, at, mention.Name.End, out var role) is var length && length > 0 && role.Kind == "modifier") at += length;
        var head = Words(at).ToString().ToLowerInvariant();
        if (lastPerson is not null && lastPerson.RoleWords.Contains(head)) return lastPerson;
        CastMember? best = null;
        foreach (var member in cast.Members)
        {
            if (member.RoleWords.Contains(head) && (best is null || member.HasSpoken)) best = member;
        }

        return best;
    }

    private bool IsBodyNoun(TokenRange name) => In(WordList.Kindnoun, HeadOf(name)) || In(WordList.Bodynoun, HeadOf(name))
        || (lexicon.Names.IsInstitution(tokens[name.First].Word)
            && lexicon.Names.Roles.Match(tokens, name.First, name.End, out _) == 0);

    /// <summary>The member whose roles hold all the words of a description; the latest to have spoken wins.</summary>
    private CastMember? ByRole(string[] words)
    {
        CastMember? best = null;
        foreach (var member in cast.Members)
        {
            if (member.RoleWords.Count == 0) continue;
            var all = true;
            foreach (var word in words) all &= member.RoleWords.Contains(word);
            if (all && (best is null || ReferenceEquals(member, lastPerson) || (member.HasSpoken && !ReferenceEquals(best, lastPerson)))) best = member;
        }

        return best;
    }

    private static Speaker SpeakerOf(CastMember member, TextSpan? span) =>
        new(member.Name, span, member.Role, SpeakerType.Person, member.Party);

    private Speaker NamedBody(Mention mention, TextSpan? span)
    {
        var name = NameText(mention.Name);
        // "Samsul Nur Arif (SNA)", and later "kata SNA".
        if (abbreviations.TryGetValue(name, out var whole) && LowerWords(whole) is var words && cast.Find(words) is { } person
            && person.Words.Length >= words.Length)
        {
            lastPerson = person;
            person.HasSpoken = true;
            return SpeakerOf(person, span);
        }

        var party = PartyOf(mention.Name, isPerson: false);
        if (abbreviations.TryGetValue(name, out var full))
        {
            if (party == name) party = lexicon.Names.CountryOf(full) ?? party;
            name = full;
        }

        if (described.Count < MostDescribed && !described.Exists(known => known.Name == name))
            described.Add(new Speaker(name, null, null, TypeOf(mention.Name), party));
        return new Speaker(name, span, null, TypeOf(mention.Name), party);
    }

    /// <summary>The words of a name without brackets.</summary>
    private string NameText(TokenRange range)
    {
        var end = range.End;
        while (end > range.First && IsMark(end - 1, ')')) end = OpenBracket(end - 1, range.First);
        if (end == range.First) end = range.End;
        for (var i = range.First; i < end; i++)
        {
            if (!IsMark(i, '(')) continue;
            var after = AfterBracket(i, end);
            if (after == i) break;
            // "Satuan Reserse (Satres) Polres X" goes on behind the bracket; "Direktorat X (DX), Kementerian Y" does not.
            if (after < end && IsWord(after) && tokens[after].IsCapital)
                return NameText(new TokenRange(range.First, i)) + " " + NameText(new TokenRange(after, end));
            end = i;
        }

        while (end > range.First + 1 && IsMark(end - 1)) end--;
        return string.Join(' ', TextOf(new TokenRange(range.First, end)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private SpeakerType TypeOf(TokenRange name)
    {
        var names = lexicon.Names;
        if (names.Outlets.Match(tokens, name.First, name.End, out _) == name.Length) return SpeakerType.Outlet;
        var place = names.Places.Match(tokens, name.First, name.End, out var found);
        if (place == name.Length) return found.Kind is "organ" ? SpeakerType.Office : SpeakerType.State;
        if (names.Organisations.Match(tokens, name.First, name.End, out _) > 0) return SpeakerType.Organisation;
        if (names.Roles.Match(tokens, name.First, name.End, out var role) > 0)
            return role.Side == RoleSide.State ? SpeakerType.Office : SpeakerType.Unnamed;
        if (names.SpeakerNouns.Match(tokens, name.First, name.End, out var noun) > 0)
        {
            return noun.Type switch
            {
                "group" => SpeakerType.Group,
                "office" => SpeakerType.Office,
                _ => SpeakerType.Unnamed,
            };
        }

        if (Is(name.First, WordClass.Quantifier)) return In(WordList.One, name.First) ? SpeakerType.Unnamed : SpeakerType.Group;
        return tokens[name.First].IsCapital || IsBodyNoun(name) ? SpeakerType.Organisation : SpeakerType.Unnamed;
    }

    /// <summary>On whose behalf somebody with these words in name or role speaks; null when for nobody or unknown.</summary>
    private string? PartyOf(TokenRange range, bool isPerson) => PartyOf(range, isPerson, out _);

    /// <summary>On whose behalf somebody with these words in name or role speaks; null when for nobody or unknown.</summary>
    /// <param name="range">The name or role.</param>
    /// <param name="isPerson">Whether the words are a person's role; else they are the name of a body or a description.</param>
    /// <param name="isGuess">Whether the state is the article's own, because the words name none.</param>
    private string? PartyOf(TokenRange range, bool isPerson, out bool isGuess)
    {
        isGuess = false;
        // Who held an office speaks for nobody but themselves.
        if (isPerson && In(WordList.Former, range.First)) return null;
        var traits = TraitsOf(range);
        var organisation = traits.Organisation is null ? null : ShortNameOf(traits.Organisation);
        // "Ajudan Danu", "istri Danu": whoever is somebody's speaks for no body that is not named.
        if (isPerson && organisation is null && !traits.IsStrong && In(WordList.Relational, range.First)) return null;
        if (!isPerson) return BodyParty(range, traits, organisation, out isGuess);
        if (!traits.HasRole)
        {
            if (!traits.IsBody) return null;
            isGuess = traits.State is null;
            return traits.State ?? Home();
        }

        // "Kepala Badan Pendapatan Daerah Kabupaten X (BPD)": no table knows the body, but its own words say whose it is.
        if (traits.IsPublic && organisation is null && traits.Side != RoleSide.None)
        {
            isGuess = traits.State is null;
            return traits.State ?? Home();
        }

        switch (traits.Side)
        {
            case RoleSide.State:
                isGuess = traits.State is null;
                return traits.State ?? Home();
            case RoleSide.Organisation:
                // "Direktur Perlindungan Warga (…) Kementerian X": the state's body behind says more than words that no table knows.
                if (organisation is null && traits.IsOrgan) return traits.State;
                return organisation ?? UnknownBody(range, isFirm: true) ?? (traits.IsBody ? traits.State : null);
            case RoleSide.Either:
                if (traits.IsStrong) return traits.State;
                if (organisation is not null) return organisation;
                if (traits.IsBody) return traits.State ?? Home();
                return UnknownBody(range, isFirm: false) ?? traits.State;
            default:
                if (!traits.IsAffiliated && !traits.IsRanked) return null;
                if (traits.IsStrong && traits.IsOrgan) return traits.State;
                if (organisation is not null) return organisation;
                return traits.IsBody ? traits.State ?? Home() : traits.IsAffiliated ? UnknownBody(range, isFirm: false) : null;
        }
    }

    private string? BodyParty(TokenRange range, PartyTraits traits, string? organisation, out bool isGuess)
    {
        isGuess = false;
        if (In(WordList.Statebody, HeadOf(range)) || traits.SpeaksForState || traits.StartsWithState || (traits.IsPublic && organisation is null))
        {
            isGuess = traits.State is null;
            return traits.State ?? Home();
        }

        var named = tokens[range.First].IsCapital && IsNamed(range);
        if (traits.HasRole && traits.Side == RoleSide.State)
        {
            isGuess = traits.State is null;
            return traits.State ?? Home();
        }

        if (organisation is not null && !(traits.HasRole && traits.Side == RoleSide.None && !traits.IsAffiliated))
            return traits.OrganisationLength < range.Length && named && organisation == traits.Organisation ? NameText(WithoutLegalForm(range)) : organisation;
        if (named) return ShortNameOf(NameText(WithoutLegalForm(range)));
        return traits.HasRole && traits.Side == RoleSide.None ? null : traits.State;
    }

    private Dictionary<string, string>? shortNames;

    /// <summary>The article's own short form of a body's name, else the name itself.</summary>
    private string ShortNameOf(string name)
    {
        if (abbreviations.Count == 0) return name;
        if (shortNames is null)
        {
            shortNames = new(StringComparer.OrdinalIgnoreCase);
            foreach (var (shortForm, full) in abbreviations)
            {
                // Behind "Tbk" stands a share's code.
                if (shortForm.Length > 8 || IsLegalForm(full.AsSpan(full.LastIndexOf(' ') + 1))) continue;
                shortNames.TryAdd(full, shortForm);
                // With "PT" in front it is the same firm.
                var blank = full.IndexOf(' ', StringComparison.Ordinal);
                if (blank > 0 && IsLegalForm(full.AsSpan(0, blank))) shortNames.TryAdd(full[(blank + 1)..], shortForm);
            }
        }

        return shortNames.GetValueOrDefault(name, name);
    }

    private bool IsLegalForm(ReadOnlySpan<char> word) => lexicon.In(WordList.Legalform, lexicon.Language.Vocabulary.Find(word));

    /// <summary>What the words of a role or name say of the party behind them.</summary>
    private struct PartyTraits
    {
        public RoleSide Side;
        public bool HasRole;
        public bool IsAffiliated;
        public bool IsRanked;
        public bool IsBody;
        public bool IsPublic;
        public bool IsStrong;
        public bool IsOrgan;
        public bool SpeaksForState;
        public bool StartsWithState;
        public string? State;
        public string? Organisation;
        public int OrganisationLength;
    }

    // "BPD", where the article says that it is "Badan Pendapatan Daerah".
    private readonly HashSet<string> stateShortForms = new(StringComparer.Ordinal);

    /// <summary>"Badan Pendapatan Daerah", "Dinas Perikanan Kabupaten X": a public body's noun, and behind it whose region it serves.</summary>
    private bool IsPublicBody(TokenRange range, int token)
    {
        if (!In(WordList.Publicbody, token)) return false;
        for (var i = token + 1; i < range.End && i < token + LongestPublicBody; i++)
        {
            if (IsMark(i, ',')) return false;
            if (In(WordList.Regional, i)) return true;
        }

        return false;
    }

    // "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia (…) Kabupaten" has twelve tokens.
    private const int LongestPublicBody = 16;

    private PartyTraits TraitsOf(TokenRange range)
    {
        var names = lexicon.Names;
        var traits = default(PartyTraits);
        var organEnd = -1;
        for (var i = range.First; i < range.End; i++)
        {
            if (IsMark(i)) continue;
            if (tokens[i].IsCapital && names.Titles.Match(tokens, i, range.End, out var title) is var titleLength && titleLength > 0)
            {
                traits.IsRanked |= title == "rank";
                traits.IsBody |= title == "rank";
                i += titleLength - 1;
                continue;
            }

            if (stateShortForms.Count > 0 && tokens[i].IsCapital && stateShortForms.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Words(i)))
            {
                traits.IsBody = traits.IsPublic = true;
                traits.StartsWithState |= i == range.First;
                continue;
            }

            traits.IsPublic |= IsPublicBody(range, i);
            var roleLength = names.Roles.Match(tokens, i, range.End, out var role);
            var placeLength = names.Places.Match(tokens, i, range.End, out var place);
            // "pemilik warung di Desa X" says where, and not for whom.
            if (placeLength > 0 && place is { Kind: "organ", IsAmbiguous: true } && i > range.First && In(WordList.Place, i - 1)) placeLength = 0;
            if (placeLength > 0 && (!tokens[i].IsCapital || (place.Name.Length <= 3 && !tokens[i].IsAllCaps))) placeLength = 0;
            var bodyLength = names.Organisations.Match(tokens, i, range.End, out var body);
            if (!tokens[i].IsCapital) bodyLength = 0;
            var outletLength = tokens[i].IsCapital ? names.Outlets.Match(tokens, i, range.End, out _) : 0;
            if (roleLength > 0 && roleLength >= placeLength && roleLength >= bodyLength)
            {
                if (role.Kind != "modifier" && (!traits.HasRole || (traits.Side == RoleSide.None && traits.Organisation is null && traits.State is null)))
                {
                    traits.Side = role.Side;
                    traits.IsAffiliated = In(WordList.Affiliated, i);
                    traits.HasRole = true;
                }

                if (In(WordList.Statebody, i)) traits.IsBody = true;
                // "Manajer Timnas Indonesia", "Ketua Karang Taruna": the body starts inside the role's own phrase.
                var inside = InnerBody(i, roleLength, range.End, out var innerBody);
                if (inside.Length > 0 && traits.Organisation is null && traits.State is null)
                {
                    var whole = WholeBody(range, inside, innerBody);
                    traits.Organisation = PartyOfBody(whole, inside.First, inside.Length, innerBody);
                    traits.OrganisationLength = whole.Length;
                    i = whole.End - 1;
                    continue;
                }

                // "Ketua PHRI": so does a body in capitals that no table has.
                var inner = i + roleLength - 1;
                if (roleLength > 1 && tokens[inner].IsAllCaps && traits.Organisation is null && traits.State is null
                    && !In(WordList.Unit, inner) && names.Roles.Match(tokens, inner, inner + 1, out _) == 0)
                {
                    if (names.Places.Match(tokens, inner, range.End, out var organ) > 0)
                    {
                        traits.State = organ.Country;
                        traits.IsStrong = traits.IsBody = true;
                    }
                    else
                    {
                        traits.Organisation = names.Organisations.Match(tokens, inner, range.End, out var known) > 0 ? known.Party : Words(inner).ToString();
                        traits.OrganisationLength = 1;
                    }
                }

                i += roleLength - 1;
            }
            else if (placeLength > 0 && placeLength >= bodyLength && placeLength >= outletLength)
            {
                // "Kementerian Luar Negeri Rusia": the state behind a body's general name says whose it is.
                if (traits.IsOrgan && place.Kind is "state" or "capital" && traits.State is not null && traits.State == lexicon.Traits.HomeCountry) traits.State = place.Country;
                traits.State ??= place.Country;
                var strong = place.Kind is "organ" or "state" or "capital" or "people";
                traits.StartsWithState |= i == range.First && strong;
                if (place.Kind is "state" && i > range.First && organEnd == i) traits.State = place.Country;
                traits.IsOrgan |= place is { Kind: "organ", IsAmbiguous: false } && traits.Organisation is null;
                if (place.Kind is "organ") organEnd = i + placeLength;
                traits.IsStrong |= strong && traits.Organisation is null;
                traits.IsBody |= strong && traits.Organisation is null;
                i += placeLength - 1;
            }
            else if (bodyLength > 0 && bodyLength >= outletLength)
            {
                var whole = WholeBody(range, new TokenRange(i, i + bodyLength), body);
                if (!traits.IsStrong && traits.Organisation is null)
                {
                    traits.Organisation = PartyOfBody(whole, i, bodyLength, body);
                    traits.OrganisationLength = whole.Length;
                }

                i = whole.End - 1;
            }
            else if (outletLength > 0 && traits.Organisation is null)
            {
                traits.Organisation = NameText(new TokenRange(i, i + outletLength));
                traits.OrganisationLength = outletLength;
                i += outletLength - 1;
            }
            else
            {
                if (names.SpeakerNouns.Match(tokens, i, range.End, out var noun) > 0 && noun.IsState) traits.SpeaksForState = true;
                traits.IsBody |= In(WordList.Statebody, i) || traits.SpeaksForState;
            }
        }

        return traits;
    }

    /// <summary>A known body of several words that starts inside a role's phrase and reaches its end at least; empty without one.</summary>
    private TokenRange InnerBody(int role, int length, int limit, out OrganisationName body)
    {
        for (var i = role + 1; i < role + length; i++)
        {
            if (!tokens[i].IsCapital) continue;
            var found = lexicon.Names.Organisations.Match(tokens, i, limit, out body);
            if (found > 1 && i + found >= role + length) return new TokenRange(i, i + found);
        }

        body = null!;
        return default;
    }

    /// <summary>The name of a body that no table knows, inside a role: what is left of the capitals without role words.</summary>
    /// <param name="range">The role.</param>
    /// <param name="isFirm">Whether the role is one in a business.</param>
    private string? UnknownBody(TokenRange range, bool isFirm)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (IsMark(i, '('))
            {
                var after = AfterBracket(i, range.End);
                // Behind "Tbk" stands a share's code, no short name.
                if (after == i + 3 && tokens[i + 1].IsAllCaps && !(i > range.First && In(WordList.Legalform, i - 1))) return Words(i + 1).ToString();
            }
        }

        var first = -1;
        var end = -1;
        var located = false;
        for (var i = range.First; i < range.End; i++)
        {
            located |= In(WordList.Place, i);
            var length = Math.Max(lexicon.Names.Roles.Match(tokens, i, range.End, out _), lexicon.Names.Titles.Match(tokens, i, range.End, out _));
            if (length > 0)
            {
                // "Ketua Kelompok Nelayan Pulau Burai": the body's name may begin inside the role's own phrase.
                var inner = i + 1;
                while (inner < i + length && !(tokens[inner].IsCapital && OpensBody(inner, range.End))) inner++;
                i = inner - 1;
                continue;
            }

            if (!IsWord(i) || !tokens[i].IsCapital) continue;
            var opens = OpensBody(i, range.End);
            var head = opens || In(WordList.Bodyhead, i);
            if (!head && lexicon.Names.IsInstitution(tokens[i].Word)) continue;
            // "pemilik warung di daerah Dadap": what stands behind "di" is a place, unless its noun says otherwise.
            if (!head && located) continue;
            first = i;
            end = BodyEnd(i, range.End, opens);
            // "Ketua Tim Pembangunan Gedung": things and no body; a firm may be called by any one word.
            if (head || (isFirm && end - first == 1) || !IsOrdinary(new TokenRange(first, end))) break;
            i = end - 1;
            first = -1;
        }

        if (first < 0) return null;
        // "wakil kepala sekretaris Luxon", "tim pemenangan Presiden Budi Santoso", "komunitas di Rocinha": persons and places are no bodies.
        var body = WithoutLegalForm(new TokenRange(first, end));
        if (body.IsEmpty || IsNoBody(body) || (first > range.First && In(WordList.Place, first - 1))) return null;
        return cast.Knows(LowerWords(body)) ? null : TextOf(body);
    }

    /// <summary>Whether a body's name begins with this noun: "Kelompok Nelayan …", "University of …".</summary>
    private bool OpensBody(int token, int end) => In(WordList.Bodystart, token) && token + 1 < end && IsWord(token + 1)
        && (tokens[token + 1].IsCapital || In(WordList.Bodyjoin, token + 1));

    /// <summary>A person's name, a bare "PT", or a letter or two.</summary>
    private bool IsNoBody(TokenRange body)
    {
        var given = lexicon.Names.IsGivenName(tokens[body.First].Word);
        if (body.Length > 1) return given && !In(WordList.Bodyhead, body.First) && lexicon.Names.MayBeName(tokens[body.First + 1].Word);
        return given || tokens[body.First].Length <= 2 || In(WordList.Legalform, body.First);
    }

    /// <summary>One past the capitals of a body's name; a name that a body's noun opens goes on over "dan".</summary>
    private int BodyEnd(int first, int limit, bool opens)
    {
        // "Yayasan Kakak": the word behind the noun is the name's, whatever else it may be.
        var end = opens && tokens[first + 1].IsCapital ? first + 2 : first + 1;
        while (end < limit)
        {
            var joins = IsMark(end, '&') || (opens && !tokens[end].IsCapital && (Is(end, WordClass.Coordinator) || In(WordList.Bodyjoin, end)));
            if (joins && end + 1 < limit && IsWord(end + 1) && tokens[end + 1].IsCapital) end += 2;
            else if (IsWord(end) && tokens[end].IsCapital && (tokens[end].IsAllCaps || lexicon.Names.Titles.Match(tokens, end, limit, out _) == 0)) end++;
            else break;
        }

        return end;
    }

    /// <summary>
    /// The whole name that a known one is part of: "Yayasan Bahari" is not Bahari, and "Bahari Kargo" is a firm of its own; a branch or
    /// division ("Bahari Regional Dua") is not.
    /// </summary>
    private TokenRange WholeBody(TokenRange range, TokenRange known, OrganisationName body)
    {
        var first = known.First;
        while (first > range.First && IsWord(first - 1) && tokens[first - 1].IsCapital && lexicon.Names.IsInstitution(tokens[first - 1].Word)
            && lexicon.Names.Roles.Match(tokens, first - 1, first, out _) == 0) first--;
        while (first < known.First && !In(WordList.Bodystart, first)) first++;
        // In a language whose heads come last a firm's name stands before the role's words, not behind.
        if (body.Kind != "company" || !lexicon.Traits.HeadComesFirst) return new TokenRange(first, known.End);
        var end = FirmEnd(known.End, range.End);
        // "Sekretaris Bahari Agustina Putri": a name that follows at once may begin with what looks like the firm's.
        if (end == range.End && end < tokens.Length && IsWord(end) && tokens[end].IsCapital && !tokens[end].OpensParagraph)
        {
            while (end > known.End && !IsOrdinary(end - 1) && !standing.Contains(NameText(new TokenRange(known.First, end)))) end--;
        }

        return new TokenRange(first, end);
    }

    private bool IsOrdinary(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (tokens[i].IsCapital && (tokens[i].IsAllCaps || !IsOrdinary(i))) return false;
        }

        return true;
    }

    private bool IsOrdinary(int token) => (lexicon.IsCommon(tokens[token].Word) || lexicon.Names.IsInstitution(tokens[token].Word))
        && !lexicon.Names.MayBeName(tokens[token].Word);

    // Firms' names that stand somewhere in the article with no capital behind them.
    private readonly HashSet<string> standing = new(StringComparer.Ordinal);

    /// <summary>One past the capitals that go on a known firm's name.</summary>
    private int FirmEnd(int end, int limit)
    {
        while (end < limit && IsWord(end) && tokens[end].IsCapital && !tokens[end].OpensParagraph && !In(WordList.Unit, end) && !In(WordList.Legalform, end)
            && !IsFunctionWord(end) && lexicon.Language.Calendar.DayOfWeek(tokens[end].Word) == 0
            && lexicon.Names.Roles.Match(tokens, end, limit, out _) == 0 && lexicon.Names.Titles.Match(tokens, end, limit, out _) == 0
            && (lexicon.Names.Places.Match(tokens, end, limit, out var place) == 0 || IsHomeAtEnd(end, limit, place))) end++;
        return end;
    }

    /// <summary>"Bahari Indonesia": the state's own name closes a firm's.</summary>
    private bool IsHomeAtEnd(int token, int end, PlaceName place) => place.Kind == "state" && place.Country == lexicon.Traits.HomeCountry
        && (token + 1 >= end || !IsWord(token + 1) || !tokens[token + 1].IsCapital);

    /// <summary>The party of a body: the table's short name, unless the words name another body or say more of a firm's name.</summary>
    private string PartyOfBody(TokenRange whole, int known, int length, OrganisationName body)
    {
        if (whole.Length > length) return NameText(WithoutLegalForm(whole));
        if (body.Kind != "company") return body.Party;
        return fullNames.GetValueOrDefault(body.Party, FullNameOf(new TokenRange(known, known + length), body) ?? body.Party);
    }

    // A firm's short name, and the fullest that the article has: Bahari, Bahari Indonesia.
    private readonly Dictionary<string, string> fullNames = new(StringComparer.Ordinal);

    /// <summary>The firms' names that say more than the table's short one; the longest counts for all, as with people.</summary>
    private void CollectFullNames()
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsCapital) continue;
            var length = lexicon.Names.Organisations.Match(tokens, i, tokens.Length, out var body);
            if (length == 0) continue;
            if (FullNameOf(new TokenRange(i, i + length), body) is { } name && fullNames.GetValueOrDefault(body.Party, "").Length < name.Length)
                fullNames[body.Party] = name;
            if (body.Kind == "company")
            {
                var end = FirmEnd(i + length, Math.Min(tokens.Length, i + length + LongestName));
                if (end > i + length && (end >= tokens.Length || !IsWord(end) || !tokens[end].IsCapital))
                    standing.Add(NameText(new TokenRange(i, end)));
            }

            i += length - 1;
        }
    }

    /// <summary>A firm's name as it stands, when the table's short one is only its beginning; null otherwise.</summary>
    private string? FullNameOf(TokenRange range, OrganisationName body)
    {
        if (body.Kind != "company") return null;
        var name = WithoutLegalForm(range);
        for (var i = name.First; i < name.End; i++)
        {
            if (In(WordList.Unit, i)) name = name with { End = i };
        }

        if (name.Length < 2) return null;
        var words = NameText(name);
        return words.Length > body.Party.Length && words[body.Party.Length] == ' ' && words.StartsWith(body.Party, StringComparison.OrdinalIgnoreCase)
            ? words : null;
    }

    /// <summary>A firm's name without "PT", "Tbk" and the like.</summary>
    private TokenRange WithoutLegalForm(TokenRange range)
    {
        var (first, end) = range;
        while (end > first + 1 && IsMark(end - 1, ')') && OpenBracket(end - 1, first) is var open && open > first) end = open;
        while (first < end - 1 && (In(WordList.Legalform, first) || IsMark(first))) first++;
        while (end > first + 1 && (In(WordList.Legalform, end - 1) || IsMark(end - 1))) end--;
        return new TokenRange(first, end);
    }

    /// <summary>The country that a body without one belongs to: the dateline's, else the one the lead names most.</summary>
    private string? Home()
    {
        if (home is not null) return home;
        if (article.Dateline is { } dateline && lexicon.Names.CountryOf(dateline) is { } there && there != lexicon.Traits.HomeCountry) return home = there;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var order = new List<string>();
        var words = 0;
        for (var i = 0; i < tokens.Length && words < 120; i++)
        {
            if (InAside(i)) continue;
            words++;
            var length = lexicon.Names.Places.Match(tokens, i, tokens.Length, out var place);
            if (length == 0 || !tokens[i].IsCapital || place.IsAmbiguous) continue;
            if (place.Name.Length <= 3 && !tokens[i].IsAllCaps) continue;
            counts[place.Country] = counts.GetValueOrDefault(place.Country) + 1;
            if (!order.Contains(place.Country)) order.Add(place.Country);
            i += length - 1;
        }

        var own = lexicon.Traits.HomeCountry;
        return home = order.Count == 0 || (own is not null && order.Contains(own)) ? own : order.MaxBy(country => counts[country]);
    }

    private bool InAside(int token)
    {
        var asides = article.Asides;
        for (var i = 0; i < asides.Count && asides[i].Start <= tokens[token].Start; i++)
        {
            if (asides[i].Contains(tokens[token].Start)) return true;
        }

        return false;
    }
}
