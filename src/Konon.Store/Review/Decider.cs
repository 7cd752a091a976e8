using System.Data.Common;
using Konon.Ledger.Review;
using Konon.Store.Grouping;

namespace Konon.Store.Review;

/// <summary>
/// Decides in one transaction: looks at how things stand, refuses or writes the decision down, and brings the rows in step.
/// </summary>
internal sealed class Decider(ILedgerDatabase database, DbTransaction transaction, DateTimeOffset now)
{
    // As many digits as tell claims apart in practice; fewer are a slip of the hand.
    private const int ShortestId = 4;

    private readonly DbConnection _connection = transaction.Connection!;

    public DecisionOutcome Decide(DecisionRequest request) => (request.Action, request.On) switch
    {
        _ when request.Target.Length < ShortestId => DecisionOutcome.No(DecisionRefusal.NoSuchTarget),
        (DecisionAction.Undo, _) => Undo(request),
        (DecisionAction.Merge or DecisionAction.Split, DecisionTarget.Speaker) => JoinSpeakers(request),
        (DecisionAction.Merge or DecisionAction.Split, DecisionTarget.Figure) => JoinFigures(request),
        (DecisionAction.Merge, DecisionTarget.Story) => JoinStories(request),
        (DecisionAction.Split, DecisionTarget.Story) => PartStory(request),
        (not DecisionAction.Merge, DecisionTarget.Claim) => OnClaim(request),
        _ => DecisionOutcome.No(DecisionRefusal.NoSuchTarget),
    };

    private DecisionOutcome OnClaim(DecisionRequest request)
    {
        if (Claim(request.Target, out var row) is { } refusal) return DecisionOutcome.No(refusal);
        var raw = row!.Read();
        var at = (int)row.Ordinal;
        var reviewed = ReviewedReading.Of(raw, DecisionTable.OfArticle(_connection, transaction, row.ArticleRow));
        var decision = New(request) with { Target = row.PublicId, Article = row.Article, Anchor = Anchor.Of(raw, at) };
        var standing = reviewed.Claims[at];
        var field = default(ClaimField);
        if (request.Action is DecisionAction.Correct or DecisionAction.Split)
        {
            if (!ClaimField.TryParse(request.Field ?? "", out field)) return DecisionOutcome.No(DecisionRefusal.NoSuchField);
            decision = decision with { Field = field.ToString(), Value = string.IsNullOrWhiteSpace(request.Value) ? null : request.Value.Trim() };
        }

        if (InTheWay(request, standing, field) is { } other) return DecisionOutcome.No(DecisionRefusal.Changed, other);
        if (request.Action is DecisionAction.Correct or DecisionAction.Split)
        {
            if (TryCorrect(ref decision, raw, reviewed, at, field) is { } problem) return DecisionOutcome.No(problem);
        }
        else if (IsSo(request.Action, standing))
        {
            return DecisionOutcome.No(DecisionRefusal.AlreadySo, standing.Decisions.Count > 0 ? standing.Decisions[^1] : null);
        }
        else
        {
            decision = decision with { Before = DecisionNames.Of(standing.State) };
        }

        return Add(request, decision, row.ArticleRow, null);
    }

    private static bool IsSo(DecisionAction action, ClaimReview standing) => action switch
    {
        DecisionAction.Confirm => standing.State == ReviewState.Confirmed,
        DecisionAction.Reject => standing.State == ReviewState.Rejected,
        _ => standing.State == ReviewState.Suggested && standing.Corrected.Count == 0,
    };

    private static DecisionRefusal? TryCorrect(
        ref Decision decision, Claims.Reading raw, ReviewedReading reviewed, int at, ClaimField field)
    {
        var claim = reviewed.Reading.Claims[at];
        if (Correction.TryApply(claim, field, decision.Value, out var corrected) is { } refusal)
        {
            return refusal == CorrectionRefusal.NoSuchPart ? DecisionRefusal.NoSuchPart : DecisionRefusal.BadValue;
        }

        if (corrected.Figures.Any(figure => figure.Max < figure.Value)) return DecisionRefusal.BadValue;
        var before = Correction.ValueOf(claim, field);
        if (before == Correction.ValueOf(corrected, field) && before is not null) return DecisionRefusal.AlreadySo;
        if (before is null && decision.Value is null) return DecisionRefusal.AlreadySo;
        var anchor = field.Part == ClaimPart.Figure
            ? Anchor.OfFigure(raw, at, field.Ordinal)
            : decision.Anchor! with { Ordinal = field.Ordinal };
        decision = decision with { Before = before, Anchor = anchor };
        return null;
    }

    // What the person did not see: with a last one seen whatever came since, else what somebody else decided on the same.
    private static Decision? InTheWay(DecisionRequest request, ClaimReview standing, ClaimField field)
    {
        var last = standing.Decisions.Count > 0 ? standing.Decisions[^1] : null;
        if (request.Seen is { } seen)
        {
            var same = last is null ? seen == DecisionRequest.NobodyYet : seen.Length >= ShortestId && last.Id.StartsWith(
                seen, StringComparison.OrdinalIgnoreCase);
            return same ? null : last;
        }

        var isCorrection = request.Action is DecisionAction.Correct or DecisionAction.Split;
        return standing.Decisions.LastOrDefault(one => one.Action != DecisionAction.Reset && one.By != request.By && Touches(one));

        bool Touches(Decision one) => request.Action == DecisionAction.Reset
            || (isCorrection ? one.Field == field.ToString() : one.Field is null && DecisionNames.Of(one.Action) != DecisionNames.Of(request.Action));
    }

    private DecisionOutcome JoinSpeakers(DecisionRequest request)
    {
        if (Speaker(request.Target, out var target) is { } refusal) return DecisionOutcome.No(refusal);
        var decision = New(request) with { Target = target!.PublicId };
        if (request.Action == DecisionAction.Split)
        {
            var isHead = SpeakerMerges.Members(_connection, transaction, target.Id) > 0;
            return target.MergedInto is null && !isHead ? DecisionOutcome.No(DecisionRefusal.NotMerged) : Add(
                request, decision, null, null);
        }

        if (Speaker(request.Other ?? "", out var other) is { } problem) return DecisionOutcome.No(problem);
        if (Head(target) == Head(other!)) return DecisionOutcome.No(DecisionRefusal.AlreadySo);
        return Add(request, decision with { Other = other!.PublicId }, null, null);

        static long Head(SpeakerRow row) => row.MergedInto ?? row.Id;
    }

    private DecisionOutcome JoinFigures(DecisionRequest request)
    {
        if (Figure(request.Target, out var target, out var anchor) is { } refusal) return DecisionOutcome.No(refusal);
        var decision = New(request) with { Target = Name(target!, anchor!), Article = target!.Article, Anchor = anchor };
        var heads = MergeGroups.Of(Decision.Standing(DecisionTable.OfKind(_connection, transaction, DecisionTarget.Figure)));
        if (request.Action == DecisionAction.Split)
        {
            return heads.ContainsKey(decision.Target) || heads.Values.Contains(decision.Target, StringComparer.Ordinal)
                ? Add(request, decision, target.ArticleRow, null)
                : DecisionOutcome.No(DecisionRefusal.NotMerged);
        }

        if (Figure(request.Other ?? "", out var other, out var otherAnchor) is { } problem) return DecisionOutcome.No(problem);
        decision = decision with { Other = Name(other!, otherAnchor!), OtherAnchor = otherAnchor };
        return Head(decision.Target) == Head(decision.Other)
            ? DecisionOutcome.No(DecisionRefusal.AlreadySo)
            : Add(request, decision, target.ArticleRow, other!.ArticleRow);

        string Head(string figure) => heads.GetValueOrDefault(figure, figure);

        static string Name(ClaimRow claim, Anchor anchor) =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{claim.PublicId}#{anchor.Ordinal}");
    }

    // A story is named by its articles; whichever of them stays, the two stay one.
    private DecisionOutcome JoinStories(DecisionRequest request)
    {
        if (Story(request.Target, out var target) is { } refusal) return DecisionOutcome.No(refusal);
        if (Story(request.Other ?? "", out var other) is { } problem) return DecisionOutcome.No(problem);
        if (target == other) return DecisionOutcome.No(DecisionRefusal.AlreadySo);
        var articles = ArticlesOf(target!).Concat(ArticlesOf(other!));
        return Add(request, New(request) with { Target = target!, Other = other, Value = StoryDecisions.Write(articles) }, null, null);

        IReadOnlyList<string> ArticlesOf(string story) => StoryFinder.Articles(_connection, transaction, story, StoryDecisions.MostOfAStory);
    }

    private DecisionOutcome PartStory(DecisionRequest request)
    {
        var articles = new List<string>();
        foreach (var name in request.Together.Prepend(request.Target))
        {
            if (ArticleFinder.Find(_connection, transaction, name) is not { } row) return DecisionOutcome.No(DecisionRefusal.NoSuchTarget);
            articles.Add(StoryFinder.PublicId(_connection, transaction, row));
        }

        var standing = StoryFinder.Articles(
            _connection, transaction, StoryFinder.Find(_connection, transaction, articles[0]).FirstOrDefault(""), articles.Count + 1);
        if (standing.ToHashSet(StringComparer.Ordinal).SetEquals(articles)) return DecisionOutcome.No(DecisionRefusal.AlreadySo);
        return Add(request, New(request) with { Target = articles[0], Value = StoryDecisions.Write(articles) }, null, null);
    }

    private DecisionOutcome Undo(DecisionRequest request)
    {
        var found = DecisionTable.StartingWith(_connection, transaction, request.Target.ToLowerInvariant());
        if (found.Count != 1) return DecisionOutcome.No(found.Count == 0 ? DecisionRefusal.NoSuchTarget : DecisionRefusal.Ambiguous);
        var undone = found[0];
        var row = DecisionTable.Row(_connection, transaction, undone.Id);
        var around = row.Article is { } article
            ? DecisionTable.OfArticle(_connection, transaction, article)
            : DecisionTable.OfKind(_connection, transaction, undone.On);
        if (Decision.Undone(around).Contains(undone.Id))
        {
            return DecisionOutcome.No(DecisionRefusal.AlreadySo, around.LastOrDefault(one => one.Undoes == undone.Id));
        }
        var decision = New(request) with
        {
            On = undone.On,
            Target = undone.Target,
            Article = undone.Article,
            Undoes = undone.Id,
            Before = DecisionNames.Of(undone.Action),
        };
        return Add(request with { On = undone.On }, decision, row.Article, row.Other);
    }

    private DecisionOutcome Add(DecisionRequest request, Decision decision, long? article, long? other)
    {
        var made = DecisionTable.Add(transaction, decision, article, other);
        switch (request.On)
        {
            case DecisionTarget.Claim: new Projection(database, transaction).Article(article!.Value); break;
            case DecisionTarget.Speaker: SpeakerMerges.Settle(transaction); break;
            case DecisionTarget.Figure: new FigureMerges(transaction).Settle(); break;
            case DecisionTarget.Story: StoryKeeper.Unsettle(_connection, transaction); break;
        }

        return new DecisionOutcome { Made = made };
    }

    private Decision New(DecisionRequest request) => new()
    {
        // To the millisecond, as it is written.
        At = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
        By = request.By,
        Why = string.IsNullOrWhiteSpace(request.Why) ? null : request.Why.Trim(),
        Action = request.Action,
        On = request.On,
        Target = request.Target,
        Other = request.Other,
    };

    private DecisionRefusal? Claim(string id, out ClaimRow? row)
    {
        var found = ClaimRow.Find(_connection, transaction, id);
        row = found.Count == 1 ? found[0] : null;
        return found.Count switch { 0 => DecisionRefusal.NoSuchTarget, 1 => null, _ => DecisionRefusal.Ambiguous };
    }

    private DecisionRefusal? Speaker(string idOrName, out SpeakerRow? row)
    {
        var found = idOrName.Length < ShortestId ? [] : SpeakerMerges.Find(_connection, transaction, idOrName);
        row = found.Count == 1 ? found[0] : null;
        return found.Count switch { 0 => DecisionRefusal.NoSuchTarget, 1 => null, _ => DecisionRefusal.Ambiguous };
    }

    private DecisionRefusal? Story(string name, out string? story)
    {
        var found = name.Length < ShortestId ? [] : StoryFinder.Find(_connection, transaction, name);
        story = found.Count == 1 ? found[0] : null;
        return found.Count switch { 0 => DecisionRefusal.NoSuchTarget, 1 => null, _ => DecisionRefusal.Ambiguous };
    }

    private DecisionRefusal? Figure(string target, out ClaimRow? row, out Anchor? anchor)
    {
        (row, anchor) = (null, null);
        if (!FigureMerges.TryParse(target, out var claim, out var ordinal)) return DecisionRefusal.NoSuchTarget;
        if (Claim(claim, out row) is { } refusal) return refusal;
        var reading = row!.Read();
        if (ordinal > reading.Claims[(int)row.Ordinal].Figures.Count) return DecisionRefusal.NoSuchPart;
        anchor = Anchor.OfFigure(reading, (int)row.Ordinal, ordinal);
        return null;
    }
}
