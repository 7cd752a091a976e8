using System.Text.Json.Nodes;
using Konon.Ledger.Review;
using Konon.Store;
using Konon.Store.Review;
using Konon.Store.Search;
using Konon.Web.Access;
using Konon.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Api;

/// <summary>What people decide: the claims that wait, the log, and deciding itself, which takes a token of the scope review.</summary>
internal static class ApiReview
{
    private const string Tag = "review";
    private const int LargestBody = 64 * 1024;
    private const int MostRows = 1000;

    private static readonly ApiParameter Limit = ApiParameters.Limit with { Most = MostRows };

    private static readonly IReadOnlyList<ApiParameter> Queue =
    [
        new("state", "How the claims stand") { Choices = ["suggested", "confirmed", "rejected", "all"], Default = "suggested" },
        new("speaker", "Part of the speaker's name, or the id"),
        new("party", "The speaker's party"),
        new("stance", "The stance") { Choices = ["asserts", "confirms", "denies", "doubts", "declines", "urges"] },
        new("outlet", "The outlet"),
        new("since", "The first day", ApiValue.Day),
        Limit,
    ];

    private static readonly IReadOnlyList<ApiParameter> Log =
    [
        new("by", "Of this person alone"),
        new("on", "On this claim, speaker or figure alone"),
        new("detached", "Only those whose words are gone from what the article says now", ApiValue.Truth) { Default = "false" },
        Limit,
        new("cursor", "Those before this decision: the last one of the page before"),
    ];

    private static readonly ApiOperation Decide = new("decide", Tag, "Confirms, rejects, resets, corrects, merges, splits or undoes",
        "Decision")
    {
        Scope = TokenScope.Review,
        Body = "DecisionAsk",
        Description = """
            Decided in the name of the token. On a claim If-Match says what was seen: the claim's ETag, or * for whatever stands there, which
            still replaces nothing of another person's. Where another decision came since, nothing is decided, and both versions are told.
            """,
        Besides =
        [
            (StatusCodes.Status200OK, "It stands so already"),
            (StatusCodes.Status409Conflict, "More than one thing is called so, or the thing was never merged"),
            (StatusCodes.Status412PreconditionFailed, "Somebody else decided in the meantime; asked and standing tell both"),
            (StatusCodes.Status413PayloadTooLarge, "The body is longer than 64 kB"),
            (StatusCodes.Status415UnsupportedMediaType, "The body is no application/json"),
            (StatusCodes.Status422UnprocessableEntity, "The claim has no such field or part, or it cannot have that value"),
            (StatusCodes.Status428PreconditionRequired, "A decision on a claim without If-Match"),
        ],
    };

    public static void MapApiReview(this IEndpointRouteBuilder api)
    {
        var claim = new ApiOperation("getClaim", "items", "A claim with its spans, and what people made of it", "Claim")
        {
            Names = "The claim's id",
            Description = "The ETag is what If-Match of a decision takes: it begins with the last decision on the claim, or none.",
        };
        api.MapGet("/claims/{id}", (HttpContext context, LedgerStore store) =>
            ApiEndpoint.Guarded(() => Claim(new ApiAsk(context, store, claim)))).WithMetadata(claim);
        api.MapAsk("/review", new ApiOperation("listReview", Tag, "The claims that wait for a person, the least sure first",
            "[ReviewRow]") { Parameters = Queue }, Waiting);
        api.MapAsk("/decisions", new ApiOperation("listDecisions", Tag, "What people decided, the latest first",
            "DecisionPage") { Parameters = Log }, Decisions);
        api.MapAsk("/decisions/{id}", new ApiOperation("getDecision", Tag, "One decision", "Decision") { Names = "The decision's id" },
            ask =>
            ask.Store.DecisionOf(ask.Name("id")) is { } found ? ApiItems.Json(DecisionJson.Node(found)) : ApiItems.Missing(ask));
        api.MapPost("/decisions", DecideAsync).WithMetadata(Decide, new SizeLimit());
    }

    private static IResult Claim(ApiAsk ask)
    {
        ask.Check();
        if (ask.Store.Find(ask.Name("id")) is not ClaimItem item) return ApiItems.Missing(ask);
        var node = Konon.Store.Out.ItemJson.Node(item);
        var review = ask.Store.Effective(item.Stored).Claims[item.Ordinal];
        node["review"] = ClaimReviewJson.Node(review);
        var tag = ClaimTag.Of(review, node);
        return EntityTag.IsKnown(ask.Context, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : ApiItems.Json(node);
    }

    private static IResult Waiting(ApiAsk ask) => ApiItems.Json(new JsonArray([.. ask.Store.ReviewQueue(new ReviewQuery
    {
        State = Enum.TryParse<ReviewState>(ask.Text("state"), ignoreCase: true, out var state) ? state : null,
        Speaker = ask.Text("speaker"),
        Party = ask.Text("party"),
        Stance = ask.Text("stance"),
        Outlet = ask.Text("outlet"),
        Since = ask.Text("since"),
        Limit = ask.Limit,
    }).Select(Row)]));

    private static JsonObject Row(ReviewRow row) => new()
    {
        ["claim"] = row.Id,
        ["article"] = row.Article,
        ["outlet"] = row.Outlet,
        ["day"] = row.Day,
        ["state"] = row.State,
        ["corrected"] = row.Corrected,
        ["confidence"] = row.Confidence,
        ["stance"] = row.Stance,
        ["speakers"] = row.Speakers,
        ["words"] = row.Words,
    };

    private static IResult Decisions(ApiAsk ask)
    {
        var rows = ask.Store.Decisions(new DecisionQuery
        {
            By = ask.Text("by"),
            Target = ask.Text("on"),
            Detached = ask.Truth("detached"),
            Before = ask.Cursor,
            Limit = ask.Limit + 1,
        });
        var page = rows.Take(ask.Limit).ToList();
        var next = rows.Count > ask.Limit ? page[^1].Decision.Id : null;
        return ApiPage.Of(ask.Context, "decisions", new LedgerPage<LoggedDecision>(page, next, IsPartial: false), (json, row) =>
            DecisionJson.Node(row).WriteTo(json));
    }

    private static async Task<IResult> DecideAsync(HttpContext context, LedgerStore store)
    {
        if (!context.Request.HasJsonContentType()) return ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType,
            "Send application/json.");
        DecisionRequest request;
        try
        {
            var body = await DecisionBody.ReadAsync(context.Request.Body, context.RequestAborted);
            request = body.ToRequest(Visitor.Of(context).Token!.Name, ClaimTag.SeenBy(context.Request));
        }
        catch (FormatException wrong)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, wrong.Message);
        }
        catch (BadHttpRequestException wrong)
        {
            return ApiProblem.Of(wrong.StatusCode, wrong.Message);
        }

        var isOnClaim = request is { On: DecisionTarget.Claim, Action: not DecisionAction.Undo };
        if (isOnClaim && context.Request.Headers.IfMatch.Count == 0)
        {
            return ApiProblem.Of(StatusCodes.Status428PreconditionRequired,
                "Say with If-Match what was seen of the claim: its ETag, or *.");
        }

        return ApiEndpoint.Guarded(() => DecisionAnswer.Of(context, request, store.Decide(request)));
    }

    /// <summary>Decisions are short; the server's own limit is for forms.</summary>
    private sealed class SizeLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => LargestBody;
    }
}
