using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>Mentions: where in a noun phrase the role ends and the name starts.</summary>
internal sealed partial class ClaimReader
{
    // More tokens are no name: "M. Nur Kholis Setiawan bin Abdul Rahman" has seven.
    private const int LongestName = 8;

    /// <summary>Takes a noun phrase apart; null when it is empty.</summary>
    private Mention? ParseMention(TokenRange range)
    {
        range = Trim(range);
        if (range.IsEmpty || IsNobody(range)) return null;
        if (range.Length == 1 && Is(range.First, WordClass.Pronoun))
            return new Mention { Range = range, Kind = MentionKind.Pronoun, Name = range };

        if (range.Length > 1 && In(WordList.Article, range.First) && IsWord(range.First + 1)) return ParseBehindArticle(range);
        var pieces = Pieces(range);
        var whole = pieces.Count < 2 || pieces.Count(piece => piece.Length >= 2 && LooksLikeName(piece)) != 1;
        var both = whole ? ParseCoordination(range) : null;
        if (both is not null) return both;

        if (pieces.Count >= 2)
        {
            // "role, Name" and "Name, role": the piece that is a name alone is the name.
            pieces.RemoveAll(piece => piece.Length <= 3 && IsDegree(piece.First) && piece.First > range.First);
            var alone = pieces.FindIndex(piece => piece.Length >= 2 && LooksLikeName(piece));
            if (alone < 0) alone = pieces.FindIndex(LooksLikeName);
            for (var k = pieces.Count - 1; k >= 0; k--)
            {
                var i = alone >= 0 ? alone : k;
                var name = NameIn(pieces[i]);
                if (name.IsEmpty) continue;
                var role = new TokenRange(pieces[i].First, name.First);
                if (!role.IsEmpty && i > 0 && !HasRoleBefore(role.First, role.End) && HasRoleBefore(pieces[i - 1].First, pieces[i - 1].End))
                    role = role with { First = pieces[i - 1].First };
                if (role.IsEmpty && i > 1 && HasRoleBefore(range.First, pieces[i - 1].End)) role = new TokenRange(range.First, pieces[i - 1].End);
                if (role.IsEmpty)
                {
                    var other = i > 0 ? pieces[i - 1] : pieces[i + 1 < pieces.Count ? i + 1 : i];
                    if (other != pieces[i] && !LooksLikeName(other)) role = other;
                    else if (i + 1 < pieces.Count) role = pieces[i + 1];
                }

                return new Mention { Range = range, Kind = MentionKind.Person, Name = name, Role = IsMereClause(role) ? default : role };
            }
        }

        if (pieces.Count == 2 && Is(pieces[1].First, WordClass.Relative) && PointsBack(pieces[0]))
        {
            var noun = new TokenRange(pieces[0].First, pieces[0].End - 1);
            return new Mention { Range = range, Kind = MentionKind.Description, Name = noun, FullText = TextOf(noun) + " " + TextOf(pieces[1]) };
        }

        var person = NameIn(pieces[0]);
        var back = PointsBack(range);
        if (!person.IsEmpty && !back)
        {
            return new Mention
            {
                Range = range, Kind = MentionKind.Person, Name = person, Role = new TokenRange(pieces[0].First, person.First),
            };
        }

        return Describe(range, pieces[0], back);
    }

    /// <summary>"Anda yakin …", "Jangan ragu …", "Artinya: …": who is addressed, an imperative and a gloss say nothing.</summary>
    private bool IsNobody(TokenRange range)
    {
        var first = range.First;
        if (!In(WordList.Nospeaker, first) && !Is(first, WordClass.Imperative)) return false;
        return (range.Length == 1 || !tokens[first + 1].IsCapital) && !cast.HasWord(LowerOf(first));
    }

    private Mention Describe(TokenRange range, TokenRange piece, bool pointsBack)
    {
        var name = StripCarrier(piece);
        if (pointsBack) name = new TokenRange(name.First, LastBefore(name, static c => (c & WordClass.Demonstrative) != 0));
        if (name.IsEmpty) name = piece;
        for (var i = name.First + 1; i < name.End && IsNamed(name); i++)
        {
            if (tokens[i].IsCapital || !IsWord(i)) continue;
            if (!(In(WordList.By, i) || In(WordList.Place, i) || In(WordList.From, i) || In(WordList.Phraseborder, i) || IsTail(name, i))) continue;
            name = name with { End = i };
            break;
        }

        var kind = MentionKind.Description;
        var noun = lexicon.Names.SpeakerNouns.Match(tokens, name.First, name.End, out var speaker);
        if (noun > 0 && speaker.Type == "document")
        {
            kind = MentionKind.Document;
            var owner = name.First + noun;
            while (owner < name.End && IsWord(owner) && !tokens[owner].IsCapital && !Is(owner, WordClass.Preposition) && !Is(owner, WordClass.Relative)
                && !IsPredicate(owner) && !Is(owner, WordClass.Demonstrative)) owner++;
            var ownerEnd = owner;
            while (ownerEnd < name.End && IsWord(ownerEnd) && tokens[ownerEnd].IsCapital) ownerEnd++;
            if (ownerEnd > owner && owner > name.First && !StartsSentence(owner))
            {
                kind = MentionKind.Name;
                name = new TokenRange(owner, ownerEnd);
            }
        }
        else if (IsMark(name.First, '@'))
        {
            kind = MentionKind.Name;
        }
        else if (IsNamed(name))
        {
            kind = MentionKind.Name;
        }

        return new Mention { Range = range, Kind = kind, Name = name, PointsBack = pointsBack };
    }

    /// <summary>Whether the phrase starts as a proper name does.</summary>
    private bool IsNamed(TokenRange name) => tokens[name.First].IsCapital
        && lexicon.Names.Roles.Match(tokens, name.First, name.End, out _) == 0
        && (!StartsSentence(name.First) || lexicon.Names.Places.Match(tokens, name.First, name.End, out _) > 0
            || lexicon.Names.Organisations.Match(tokens, name.First, name.End, out _) > 0
            || lexicon.Names.Outlets.Match(tokens, name.First, name.End, out _) > 0 || tokens[name.First].IsAllCaps
            || (name.Length > 1 && tokens[name.First + 1].IsCapital));

    private bool StartsSentence(int token) => token == sentence.First || tokens[token].OpensParagraph
        || (token > 0 && (tokens[token - 1].Kind == TokenKind.Quote || (IsMark(token - 1) && text[tokens[token - 1].Start] is '.' or '!' or '?')));

    /// <summary>"kantor berita Yonhap", "situs lokal X", "maskapai X": the name is what follows the common noun.</summary>
    private TokenRange StripCarrier(TokenRange piece)
    {
        var at = piece.First;
        while (at < piece.End && (In(WordList.Carrier, at) || In(WordList.Kindnoun, at)) && !IsMark(at)) at++;
        while (at < piece.End && !tokens[at].IsCapital && (In(WordList.Carrier, at) || In(WordList.Kindnoun, at))) at++;
        return at > piece.First && at < piece.End && tokens[at].IsCapital ? new TokenRange(at, piece.End) : piece;
    }

    private bool PointsBack(TokenRange range) =>
        Is(range.End - 1, WordClass.Demonstrative) && range.Length > 1;

    private int LastBefore(TokenRange range, Func<WordClass, bool> drop)
    {
        var end = range.End;
        while (end > range.First && drop(classes[end - 1])) end--;
        return end;
    }

    /// <summary>"Blinken dan Menteri Pertahanan AS Lloyd Austin": two speakers.</summary>
    private Mention? ParseCoordination(TokenRange range)
    {
        var body = In(WordList.Bodystart, range.First) && tokens[range.First].IsCapital;
        for (var i = range.First + 1; i < range.End - 1; i++)
        {
            // "Perhimpunan Dokter dan Perawat X" is one body, "Yayasan X dan Koperasi Y" are two.
            if (body && Is(i, WordClass.Coordinator) && tokens[i + 1].IsCapital && !In(WordList.Bodystart, i + 1) && !IsBodyAt(i + 1, range.End)
                && NameIn(new TokenRange(i + 1, range.End)).IsEmpty) continue;
            if (IsMark(i, '(')) i = Math.Max(i, AfterBracket(i, range.End) - 1);
            var hyphen = IsMark(i, '-') && tokens[i].IsGlued;
            if (i >= range.End - 1 || !(hyphen || (Is(i, WordClass.Coordinator) && !tokens[i].IsCapital)) || In(WordList.Or, i)) continue;
            var left = ParseSingle(new TokenRange(range.First, i));
            var right = ParseSingle(new TokenRange(i + 1, range.End));
            if (left is null || right is null) continue;
            var twoNames = left.Kind is MentionKind.Person or MentionKind.Name && right.Kind is MentionKind.Person or MentionKind.Name
                && !IsFieldList(range, i);
            if (twoNames) return left with { Range = range, Other = right };
        }

        return null;
    }

    /// <summary>"Menteri Energi dan Sumber Daya Mineral": the words on both sides belong to one office.</summary>
    private bool IsFieldList(TokenRange range, int joint) =>
        !IsBodyAt(joint + 1, range.End) && lexicon.Names.IsInstitution(tokens[joint - 1].Word) && joint + 1 < range.End
        && lexicon.Names.IsInstitution(tokens[joint + 1].Word);

    private bool IsBodyAt(int first, int end) => lexicon.Names.Places.Match(tokens, first, end, out var place) > 0
        && place.Kind is "state" or "capital" or "organ" || lexicon.Names.Organisations.Match(tokens, first, end, out _) > 0;

    private Mention? ParseSingle(TokenRange range)
    {
        range = Trim(range);
        if (range.IsEmpty) return null;
        var name = NameIn(range);
        return name.IsEmpty
            ? Describe(range, range, PointsBack(range))
            : new Mention { Range = range, Kind = MentionKind.Person, Name = name, Role = new TokenRange(range.First, name.First) };
    }

    /// <summary>The comma-separated pieces of a phrase, brackets and ages left out.</summary>
    private List<TokenRange> Pieces(TokenRange range)
    {
        var pieces = new List<TokenRange>();
        var first = range.First;
        for (var i = range.First; i <= range.End; i++)
        {
            if (i < range.End && IsMark(i, '('))
            {
                i = Math.Max(i, AfterBracket(i, range.End) - 1);
                continue;
            }

            if (i < range.End && !IsMark(i, ',')) continue;
            var end = i;
            while (end > first && IsMark(end - 1, ')')) end = OpenBracket(end - 1, first);
            if (end > first) pieces.Add(new TokenRange(first, end));
            first = i + 1;
        }

        if (pieces.Count == 0) pieces.Add(range);
        return pieces;
    }

    private int OpenBracket(int close, int first)
    {
        for (var i = close; i >= first; i--)
        {
            if (IsMark(i, '(')) return i;
        }

        return close;
    }

    private TokenRange Trim(TokenRange range)
    {
        var first = range.First;
        var end = range.End;
        while (first < end && ((IsMark(first) && !IsMark(first, '@')) || (Is(first, WordClass.Connective) && !tokens[first].IsAllCaps))) first++;
        while (end > first && (IsMark(end - 1) && !IsMark(end - 1, ')'))) end--;
        while (end > first && (Is(end - 1, WordClass.Adverb) || (Is(end - 1, WordClass.Preposition) && end - 1 > first)) && !tokens[end - 1].IsCapital) end--;
        return new TokenRange(first, end);
    }

    /// <summary>Whether every token of the piece may belong to a person's name.</summary>
    /// <summary>A degree behind a name: one that a table knows, "S.Si", or "SpJP".</summary>
    private bool IsDegree(int token)
    {
        if (!IsWord(token) || !tokens[token].IsCapital) return false;
        if (lexicon.Names.IsDegree(tokens[token].Word)) return true;
        var word = Words(token);
        if (word.Length is < 3 or > 12) return false;
        if (word.StartsWith("Sp", StringComparison.Ordinal) && (char.IsUpper(word[2]) || word[2] == '.')) return true;
        var segment = 0;
        var dots = 0;
        foreach (var c in word)
        {
            if (c == '.')
            {
                dots++;
                segment = 0;
            }
            else if (++segment > 3)
            {
                return false;
            }
        }

        return dots > 0 && !word.Contains("com", StringComparison.Ordinal) && !word.Contains("co.", StringComparison.Ordinal);
    }

    private bool HasEnclitic(int token) =>
        lexicon.Enclitic.Length > 0 && tokens[token].Length > 5 && Words(token).EndsWith(lexicon.Enclitic, StringComparison.Ordinal);

    private bool LooksLikeName(TokenRange piece) => NameIn(piece) is { IsEmpty: false } name && OnlyTitles(piece.First, name.First);

    /// <summary>"H.", "dr.": whether nothing but titles stands there.</summary>
    private bool OnlyTitles(int first, int end)
    {
        while (first < end)
        {
            // "Ayah Danu, Samsul": forms of address may be kin, and the name behind them is another's.
            var length = lexicon.Names.Titles.Match(tokens, first, end, out var kind);
            if (IsMark(first, '.')) length = 1;
            else if (length == 0 || In(WordList.Relational, first) || (kind == "polite" && In(WordList.Kin, first))) return false;
            first += length;
        }

        return first == end;
    }

    /// <summary>
    /// The person's name at the end of a phrase without commas: what stands behind the last title, else behind the words of role,
    /// body and place; empty when nothing of the kind stands there.
    /// </summary>
    private TokenRange NameIn(TokenRange piece)
    {
        // "PT Lintang Samudra" is a company, however much it looks like a person.
        if (In(WordList.Bodyhead, piece.First)) return default;
        var end = PhraseEnd(piece);
        while (end > piece.First && IsMark(end - 1, ')')) end = OpenBracket(end - 1, piece.First);
        end = BeforeDegrees(piece.First, end);
        // "Ali Rahman bin X", "Yusril saat …": only the run of capitals at the end is a candidate.
        var start = end;
        while (start > piece.First && IsNameToken(start - 1)) start--;
        while (start < end && !tokens[start].IsCapital && IsWord(start) && !HasArticle(start)) start++;
        // "Kontrak Ronaldo": a common noun that opens the sentence is no part of the name.
        if (start < end - 1 && StartsSentence(start) && !lexicon.Names.MayBeName(tokens[start].Word)
            && (lexicon.IsCommon(tokens[start].Word) || HasEnclitic(start)) && lexicon.Names.Roles.Match(tokens, start, end, out _) == 0) start++;
        // "orang-orang yang berada di dekat Trump" is not Trump.
        for (var i = piece.First; i < start; i++)
        {
            if (Is(i, WordClass.Relative) && !In(WordList.Named, start - 1)) return default;
        }

        // "pemilik kios di Pasar Soekarno" is not Soekarno.
        if (start > piece.First && (In(WordList.Place, start - 1) || In(WordList.From, start - 1) || In(WordList.By, start - 1))) return default;

        if (start >= end || IsCommonOpener(start, end)) return default;
        // "Orang Tua Keluhkan …": a headline's capitals make no name of a noun.
        if (lexicon.Names.SpeakerNouns.Match(tokens, start, end, out _) == end - start && !IsOwnName(start)) return default;
        // "pendukung Trump", "keluarga Budi" are not Trump and Budi.
        if (start > piece.First && In(WordList.Relational, start - 1)) return default;
        if (start == piece.First && end - start >= 2 && In(WordList.Relational, start)) return default;
        // Somebody met already is no outlet or place of the same name: "Forbes".
        if (end - start <= 3 && (end - start == 1 || IsMark(start) || cast.HasWord(LowerOf(start))) && cast.Knows(LowerWords(new TokenRange(start, end)))) return new TokenRange(start, end);
        var first = AfterTitles(start, end);
        var titled = first;
        first = AfterRoles(piece.First, first, end);
        if (first >= end && titled > start) first = titled;
        return first < end ? Named(first, end) : default;
    }

    /// <summary>
    /// Where the part of a phrase that may hold the name ends: "Raden dari Walhi", "Ronaldo di media sosialnya" are over before the
    /// small letter when a name alone stands before it.
    /// </summary>
    private int PhraseEnd(TokenRange piece)
    {
        var i = piece.First;
        while (i < piece.End && (IsNameToken(i) || (IsMark(i) && !IsMark(i, ',') && !IsMark(i, '(')))) i++;
        if (i == piece.First || i >= piece.End || !IsWord(i) || tokens[i].IsCapital) return piece.End;
        var closes = Is(i, WordClass.Preposition) || Is(i, WordClass.Relative) || Is(i, WordClass.Adverb) || In(WordList.Nameclose, i)
            || Is(i, WordClass.Quantifier) || In(WordList.Appositive, i) || In(WordList.Dayphrase, i) || In(WordList.Dateword, i);
        if ((!closes && !OnlySmall(i, piece.End)) || In(WordList.One, piece.First)) return piece.End;
        var before = NameIn(new TokenRange(piece.First, i));
        // "Salah satu foto": a single word before small letters is a name only when the article calls somebody so.
        if (before.Length == 1 && !closes && !IsSpokenName(before.First) && cast.Find(LowerWords(before)) is null) return piece.End;
        return before.IsEmpty || (before.First == piece.First && before.Length == 1 && !lexicon.Names.MayBeName(tokens[before.First].Word)
            && !IsSpokenName(before.First) && cast.Find(LowerWords(before)) is null) ? piece.End : i;
    }

    /// <summary>"Bali United kali ini": small letters behind the capitals of a proper name, of which the first may not be a common noun's.</summary>
    private bool IsTail(TokenRange name, int token)
    {
        if (!tokens[token - 1].IsCapital || !OnlySmall(token, name.End)) return false;
        if (token - name.First == 1 && lexicon.Names.SpeakerNouns.Match(tokens, name.First, name.End, out _) > 0) return false;
        if (lexicon.Names.Places.Match(tokens, name.First, token, out _) == token - name.First) return true;
        if (token - name.First > 1 || lexicon.Names.Organisations.Match(tokens, name.First, token, out _) > 0) return true;
        var word = tokens[name.First].Word;
        return !lexicon.Names.IsInstitution(word) && !lexicon.IsCommon(word) && !Is(name.First, WordClass.Quantifier) && !In(WordList.One, name.First);
    }

    // "Danu penuh haru": the words between a name and its verb.
    private const int LongestSmallTail = 4;

    /// <summary>Whether the phrase goes on in small letters to its end, with no "dan": nothing of it belongs to the name.</summary>
    private bool OnlySmall(int first, int end)
    {
        // Where heads come last, the small letters at the end are the head: "South Korea's spy agency".
        if (end - first > LongestSmallTail || !lexicon.Traits.HeadComesFirst) return false;
        for (var i = first; i < end; i++)
        {
            if (!IsWord(i) || tokens[i].IsCapital || Is(i, WordClass.Coordinator) || Is(i - 1, WordClass.Coordinator)) return false;
        }

        return true;
    }

    private TokenRange Named(int first, int end)
    {
        while (first < end && IsMark(first)) first++;
        // "Survei Bob Hasan": a common noun with a capital is left over from a headline glued in.
        while (end - first >= 3 && lexicon.IsCommon(tokens[first].Word) && !lexicon.Names.MayBeName(tokens[first].Word)) first++;
        while (end - first >= 3 && IsWord(end - 1) && Words(end - 1).ContainsAnyInRange('0', '9')) end--;
        // "Rudi Ariffianto VP Management X": a role behind the name is no part of it.
        for (var i = first + 1; i < end; i++)
        {
            if (lexicon.Names.MayBeName(tokens[i].Word) || lexicon.Names.Roles.Match(tokens, i, end, out _) == 0) continue;
            end = i;
        }

        if (end - first is <= 0 or > LongestName) return default;
        if (lexicon.Names.Titles.Match(tokens, first, end, out _) == end - first && !IsOwnName(first)) return default;
        // "kata Danu, Selasa, …", "…, ST MT": a day and degrees are nobody's name.
        if (lexicon.Language.Calendar.DayOfWeek(tokens[first].Word) > 0 && end - first == 1) return default;
        if (OnlyDegrees(first, end)) return default;
        var allCaps = true;
        for (var i = first; i < end; i++)
        {
            if (!IsWord(i)) continue;
            if (end - first <= 2 && !lexicon.Names.MayBeName(tokens[i].Word) && lexicon.Names.Places.Match(tokens, i, i + 1, out var place) > 0
                && place.Kind is "state" or "organ" or "capital") return default;
            if (i > first && i < end - 1 && tokens[i].IsAllCaps && tokens[i].Length >= 3 && !tokens[first].IsAllCaps && !lexicon.Names.MayBeName(tokens[i].Word)) return default;
            if (lexicon.Names.IsInstitution(tokens[i].Word) && !lexicon.Names.MayBeName(tokens[i].Word) && end - first > 2) return default;
            allCaps &= tokens[i].IsAllCaps && !lexicon.Names.MayBeName(tokens[i].Word);
        }

        if (end - first > 2 && PlaceLength(end - 1, end, behindRole: true) == 1 && !lexicon.Names.MayBeName(tokens[end - 1].Word)) return default;
        // "BSK BRIN" is no person; a headline in capitals is another matter.
        return allCaps && end - first <= 2 && tokens[first].Length > 1 ? default : new TokenRange(first, end);
    }

    private bool OnlyDegrees(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (IsWord(i) && (!IsDegree(i) || lexicon.Names.MayBeName(tokens[i].Word))) return false;
        }

        return true;
    }

    private bool IsNameToken(int token)
    {
        if (IsWord(token))
        {
            if (!tokens[token].IsCapital)
                return (lexicon.Names.IsParticle(tokens[token].Word) && !Is(token, WordClass.Preposition)) || HasArticle(token);
            return tokens[token].IsAllCaps || !IsFunctionWord(token);
        }

        return IsMark(token, '.') && tokens[token].IsGlued && token > 0 && IsWord(token - 1)
            && (tokens[token - 1].Length == 1 || (tokens[token - 1].IsCapital && tokens[token - 1].Length <= 4
                && (In(WordList.Abbreviation, token - 1) || lexicon.Names.Titles.Match(tokens, token - 1, token, out _) > 0)));
    }

    /// <summary>"al-Hayya": an article joined to a capital.</summary>
    private bool HasArticle(int token)
    {
        var word = Words(token);
        var hyphen = word.IndexOf('-');
        return hyphen is 2 or 3 && hyphen + 1 < word.Length && char.IsUpper(word[hyphen + 1]);
    }

    private const WordClass NeverInNames = WordClass.Preposition | WordClass.Connective | WordClass.Subordinator | WordClass.Pronoun
        | WordClass.Relative | WordClass.Negation | WordClass.Auxiliary | WordClass.Complementiser | WordClass.Demonstrative;

    /// <summary>A capital at a sentence's start makes no name of "Menurut" or "Namun".</summary>
    private bool IsFunctionWord(int token) =>
        (classes[token] & NeverInNames) != 0 || (Has(token, CueFrame.Per | CueFrame.Carry | CueFrame.Heard) && !Has(token, CueFrame.Say));

    private int BeforeDegrees(int first, int end)
    {
        while (end > first + 1 && IsDegree(end - 1)) end--;
        return end;
    }

    /// <summary>One past the last rank or honorific of the run; <paramref name="start"/> when it has none.</summary>
    private int AfterTitles(int start, int end)
    {
        var after = start;
        for (var i = start; i < end; i++)
        {
            // "Raja Ampat" is a place, though "Raja" is a title.
            var place = Math.Max(lexicon.Names.Places.Match(tokens, i, end, out _), lexicon.Names.Organisations.Match(tokens, i, end, out _));
            if (place > 1)
            {
                i += place - 1;
                continue;
            }

            var length = lexicon.Names.Titles.Match(tokens, i, end, out _);
            if (length == 0 || (length == 1 && tokens[i].Length == 1 && !IsHonorificLetter(i, start, end))) continue;
            // "Ade Kusuma", and "kata Ade": a name that is a form of address, too.
            if (length == 1 && (IsOwnName(i) || IsMiddleName(i, start))) continue;
            // "Mas", "Gus", "Raja" may be parts of a name: they count only before another capital.
            var next = i + length;
            while (next < end && IsMark(next, '.')) next++;
            if (next < end) after = next;
            i = next - 1;
        }

        return after;
    }

    /// <summary>Whether a title is the name by which the article calls somebody: "Abu Nasrul", and later "Abu".</summary>
    private bool IsOwnName(int token) => lexicon.Names.MayBeName(tokens[token].Word) && IsSpokenName(token);

    /// <summary>"Markus Ade Lesmana": behind a name a form of address that is a name, too, goes on with it.</summary>
    private bool IsMiddleName(int token, int start)
    {
        var names = lexicon.Names;
        if (token <= start || !names.MayBeName(tokens[token].Word) || !IsWord(token - 1)) return false;
        var before = tokens[token - 1].Word;
        return names.MayBeName(before) && !names.IsInstitution(before) && names.Titles.Match(tokens, token - 1, token, out _) == 0
            && names.Roles.Match(tokens, token - 1, token, out _) == 0;
    }

    /// <summary>
    /// "H. Agus Salim": the single letter that opens a name is an honorific; before another initial only when a name follows both
    /// ("H. M. Yusuf", not "H. R. Wells").
    /// </summary>
    private bool IsHonorificLetter(int token, int start, int end)
    {
        if ((token > start && !IsMark(token - 1, '.')) || token + 2 >= end || !IsMark(token + 1, '.')) return false;
        var next = token + 2;
        if (tokens[next].Length > 1) return true;
        return next + 2 < end && IsMark(next + 1, '.') && tokens[next + 2].Length > 1 && lexicon.Names.MayBeName(tokens[next + 2].Word);
    }

    /// <summary>One past the words of role, body and place at the start of the run of capitals.</summary>
    private int AfterRoles(int phraseFirst, int start, int end)
    {
        var names = lexicon.Names;
        var i = start;
        var role = phraseFirst < start && HasRoleBefore(phraseFirst, start);
        var body = false;
        while (i < end)
        {
            if (IsMark(i, '.'))
            {
                i++;
                continue;
            }

            var length = names.Roles.Match(tokens, i, end, out _);
            if (length == 1 && names.MayBeName(tokens[i].Word) && (names.IsGivenName(tokens[i].Word) || StartsName(i, end))) length = 0;
            var bodyLength = Math.Max(names.Organisations.Match(tokens, i, end, out _), PlaceLength(i, end, role || body));
            // "Surya Wijaya" is no newspaper.
            var outlet = names.Outlets.Match(tokens, i, end, out _);
            if (outlet == 1 && i == start && !role && names.MayBeName(tokens[i].Word) && StartsName(i, end)) outlet = 0;
            bodyLength = Math.Max(bodyLength, outlet);
            if (length > 0 && length >= bodyLength)
            {
                i += length;
                role = true;
                continue;
            }

            length = bodyLength;
            if (length > 0)
            {
                i += length;
                body = true;
                continue;
            }

            if (In(WordList.Bodyhead, i) && lexicon.Traits.HeadComesFirst)
            {
                var after = AfterCompany(i + 1, end);
                if (after > i + 1) return after;
            }

            if (names.IsPlaceHead(tokens[i].Word))
            {
                i++;
                body = true;
                if (i < end && !names.IsInstitution(tokens[i].Word)) i++;
                // "Gang Suka Damai": a place of several words ends where a name that is nothing else starts.
                while (i < end && IsWord(i) && !names.IsGivenName(tokens[i].Word) && !IsSpokenName(i) && names.MayBeName(tokens[i].Word)) i++;
                continue;
            }

            if (names.IsInstitution(tokens[i].Word) && !names.IsGivenName(tokens[i].Word) && !(role && names.MayBeName(tokens[i].Word) && StartsName(i, end)))
            {
                i++;
                body = true;
                continue;
            }

            if ((role || body) && i + 1 < end && IsPlaceWord(i))
            {
                i++;
                continue;
            }

            if ((role || body) && i + 1 < end && lexicon.IsCommon(tokens[i].Word) && !names.MayBeName(tokens[i].Word) && !IsSpokenName(i))
            {
                i++;
                continue;
            }

            if (tokens[i].IsAllCaps && tokens[i].Length <= 6 && !names.MayBeName(tokens[i].Word) && (role || body) && !AllCapsRun(start, end))
            {
                i++;
                continue;
            }

            if (tokens[i].IsAllCaps && i + 1 == end && i == start && !names.MayBeName(tokens[i].Word)) return end;
            break;
        }

        if (i >= end) return end;
        if (end - i <= 4 && IsShortForm(i, end)) return end;
        if (role && AfterInnerBody(i, end) is var person && person > i) return person;
        if (!body || names.MayBeName(tokens[i].Word) || IsSpokenName(i)) return i;
        // "Direktur PT Sinar Laut Andi Wijaya": an unknown word behind a body's head may still be the body's.
        for (var k = i + 1; k < end; k++)
        {
            if (names.IsGivenName(tokens[k].Word) || IsSpokenName(k)) return k;
        }

        return role ? i : i == start || end - i > 1 ? i : end;
    }

    /// <summary>
    /// "PT Bahari Sentosa Harun Wijaya": where behind an unknown firm's name the person's starts; the first word is the firm's, however
    /// much it looks like a name. <paramref name="first"/> when a table knows the firm.
    /// </summary>
    private int AfterCompany(int first, int end)
    {
        if (first >= end || lexicon.Names.Organisations.Match(tokens, first, end, out _) > 0) return first;
        for (var i = first + 1; i < end; i++)
        {
            if (In(WordList.Legalform, i) && i + 1 < end) return i + 1;
        }

        for (var i = first + 1; i < end; i++)
        {
            var word = tokens[i].Word;
            if (IsSpokenName(i) || (i + 1 < end && lexicon.Names.IsGivenName(word) && !lexicon.Names.IsInstitution(word))) return i;
        }

        return end;
    }

    private bool IsShortForm(int first, int end) => abbreviations.Count > 0
        && abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(SpanOf(first, end).In(text));

    /// <summary>"Manajer Produk Bahari Samsul Arif": where a name starts behind a known body amid unknown words; -1 without one.</summary>
    private int AfterInnerBody(int first, int end)
    {
        if (lexicon.Names.MayBeName(tokens[first].Word)) return -1;
        for (var i = first + 1; i + 1 < end; i++)
        {
            var length = lexicon.Names.Organisations.Match(tokens, i, end, out var body);
            if (length == 0 || body.Kind != "company" || i + length >= end) continue;
            return lexicon.Names.MayBeName(tokens[i + length].Word) ? i + length : -1;
        }

        return -1;
    }

    /// <summary>"Ade Mulyanah": a word that is a name, too, is one when only capitals that are no role words follow.</summary>
    private bool StartsName(int at, int end)
    {
        if (at + 1 >= end) return false;
        for (var i = at + 1; i < end; i++)
        {
            if (!IsNameToken(i) || lexicon.Names.Roles.Match(tokens, i, end, out _) > 0 || lexicon.Names.IsInstitution(tokens[i].Word)) return false;
        }

        return true;
    }

    private bool AllCapsRun(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (IsWord(i) && !tokens[i].IsAllCaps && tokens[i].Length > 1) return false;
        }

        return end - start > 1;
    }

    private int PlaceLength(int at, int end, bool behindRole)
    {
        var length = lexicon.Names.Places.Match(tokens, at, end, out var place);
        if (length == 0) return 0;
        // A place that is a person's name, too, is a name when nothing before it asks for a place.
        var mayBeName = place.IsAmbiguous || (length == 1 && lexicon.Names.MayBeName(tokens[at].Word));
        return mayBeName && (!behindRole || at + length >= end) ? 0 : length;
    }

    private bool HasRoleBefore(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (lexicon.Names.Roles.Match(tokens, i, end, out _) > 0) return true;
        }

        return false;
    }

    private readonly HashSet<string> spokenNames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word stands alone beside a cue elsewhere in the article: "kata Saifullah".</summary>
    private bool IsSpokenName(int token) =>
        spokenNames.Count > 0 && spokenNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Words(token));
}
