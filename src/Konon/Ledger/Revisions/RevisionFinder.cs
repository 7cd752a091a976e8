using Konon.Articles;
using Konon.Claims;
using Konon.Ledger.Review;
using Konon.Stories;

namespace Konon.Ledger.Revisions;

/// <summary>Compares two versions of an article.</summary>
public static class RevisionFinder
{
    /// <summary>What changed from one reading to the other. Linear in texts and claims.</summary>
    /// <param name="before">The older version.</param>
    /// <param name="after">The newer version, made by the same reader: else the readers' differences look like edits.</param>
    public static Revision Compare(Reading before, Reading after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var known = CorrectionNotes.Find(before.Article).Select(note => Anchor.Folded(note.Exact)).ToHashSet(StringComparer.Ordinal);
        return new Revision
        {
            Head = [.. Head(before.Article, after.Article)],
            Claims = Claims(before, after),
            SpeakersAdded = Missing(after, before),
            SpeakersRemoved = Missing(before, after),
            Words = WordEdits.Find(before.Article.Text, after.Article.Text),
            Notes = [.. CorrectionNotes.Find(after.Article).Where(note => !known.Contains(Anchor.Folded(note.Exact)))],
        };
    }

    private static IEnumerable<FieldChange> Head(Article before, Article after)
    {
        FieldChange[] fields =
        [
            new("title", before.Title, after.Title),
            new("outlet", before.Outlet, after.Outlet),
            new("byline", Joined(before.Byline), Joined(after.Byline)),
            new("published", before.Published?.Value, after.Published?.Value),
            new("modified", before.Modified?.Value, after.Modified?.Value),
        ];
        return fields.Where(field => field.Before != field.After);
    }

    private static string? Joined(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(", ", names);

    private static List<ClaimChange> Claims(Reading before, Reading after)
    {
        var (old, fresh) = (Shown(before), Shown(after));
        var pairs = ClaimPairs.Find(before, after);
        var changes = new List<ClaimChange>();
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i] is not { } other)
            {
                changes.Add(new ClaimChange(null, fresh[i], []));
            }
            else if (Fields(old[other], before.Article.Text, fresh[i], after.Article.Text) is { Count: > 0 } fields)
            {
                changes.Add(new ClaimChange(old[other], fresh[i], fields));
            }
        }

        var kept = pairs.OfType<int>().ToHashSet();
        changes.AddRange(old.Where((_, i) => !kept.Contains(i)).Select(gone => new ClaimChange(gone, null, [])));
        return changes;
    }

    private static List<ChangedClaim> Shown(Reading reading)
    {
        var ids = ClaimIds.Of(reading);
        return [.. reading.Claims.Select((claim, i) => new ChangedClaim(ids[i], claim, Anchor.WordsOf(claim, reading.Article.Text)))];
    }

    private static List<FieldChange> Fields(ChangedClaim before, string oldText, ChangedClaim after, string freshText)
    {
        var (old, fresh) = (before.Claim, after.Claim);
        var fields = new List<FieldChange>();
        Add("stance", WireNames.Of(old.Stance), WireNames.Of(fresh.Stance));
        for (var i = 1; i <= Math.Max(old.Speakers.Count, fresh.Speakers.Count); i++)
        {
            foreach (var name in (string[])["name", "role", "party", "type"]) AddField(new ClaimField(ClaimPart.Speaker, i, name));
        }

        AddField(new ClaimField(ClaimPart.Claim, 0, "said_on"));
        Add("via", Joined(old), Joined(fresh));
        fields.AddRange(FigureChanges.Find(old, oldText, fresh, freshText));
        if (Anchor.Folded(before.Words) != Anchor.Folded(after.Words)) fields.Add(new FieldChange("words", before.Words, after.Words));
        return fields;

        void AddField(ClaimField field) => Add(field.ToString(), Correction.ValueOf(old, field), Correction.ValueOf(fresh, field));

        void Add(string name, string? was, string? isNow)
        {
            if (was != isNow) fields.Add(new FieldChange(name, was, isNow));
        }
    }

    private static string? Joined(Claim claim) => claim.Via.Count == 0 ? null : string.Join(", ", claim.Via.Select(relay => relay.Name));

    private static List<string> Missing(Reading among, Reading from)
    {
        var known = from.Claims.SelectMany(claim => claim.Speakers).Select(SpeakerKey.Of).ToHashSet(StringComparer.Ordinal);
        return [.. among.Claims.SelectMany(claim => claim.Speakers)
            .Where(speaker => known.Add(SpeakerKey.Of(speaker)))
            .Select(speaker => speaker.Name)];
    }
}
