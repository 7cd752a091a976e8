using System.Text.Json.Nodes;
using Konon.Ledger.Review;
using Konon.Store.Review;
using Microsoft.AspNetCore.Http;

namespace Konon.Web.Api;

/// <summary>What is answered to somebody who decides.</summary>
internal static class DecisionAnswer
{
    public static IResult Of(HttpContext context, DecisionRequest request, DecisionOutcome outcome)
    {
        if (outcome.Made is { } made)
        {
            context.Response.Headers.Location = ApiRoutes.Root + "/decisions/" + made.Id;
            var node = DecisionJson.Node(made);
            return new ApiJson(json => node.WriteTo(json)) { Status = StatusCodes.Status201Created };
        }

        // With this tag in If-Match one decides all the same, having seen what stands there.
        if (outcome.Standing is { } other) context.Response.Headers.ETag = "\"" + other.Id + "\"";
        if (outcome is { Refusal: DecisionRefusal.AlreadySo, Standing: { } same }) return ApiItems.Json(DecisionJson.Node(same));
        var (status, detail) = Words(outcome.Refusal!.Value);
        return outcome.Refusal == DecisionRefusal.Changed
            ? ApiProblem.Of(status, detail, ("asked", Asked(request)),
                ("standing", outcome.Standing is { } standing ? DecisionJson.Node(standing) : null))
            : ApiProblem.Of(status, detail);
    }

    private static JsonObject Asked(DecisionRequest request) => new()
    {
        ["by"] = request.By,
        ["action"] = DecisionNames.Of(request.Action),
        ["on"] = DecisionNames.Of(request.On),
        ["target"] = request.Target,
        ["other"] = request.Other,
        ["field"] = request.Field,
        ["value"] = request.Value,
        ["why"] = request.Why,
    };

    private static (int Status, string Detail) Words(DecisionRefusal refusal) => refusal switch
    {
        DecisionRefusal.NoSuchTarget => (StatusCodes.Status404NotFound, "The ledger has nothing of that id."),
        DecisionRefusal.Ambiguous => (StatusCodes.Status409Conflict, "More than one id starts so, or more than one is called so."),
        DecisionRefusal.NoSuchField => (StatusCodes.Status422UnprocessableEntity, "No such field; one of "
            + string.Join(", ", ClaimField.All) + "."),
        DecisionRefusal.NoSuchPart => (StatusCodes.Status422UnprocessableEntity, "The claim has no such speaker or figure."),
        DecisionRefusal.BadValue => (StatusCodes.Status422UnprocessableEntity, "The field cannot have that value."),
        DecisionRefusal.NotMerged => (StatusCodes.Status409Conflict, "It was not merged with anything."),
        DecisionRefusal.AlreadySo => (StatusCodes.Status409Conflict, "It stands so already."),
        _ => (StatusCodes.Status412PreconditionFailed, "Somebody decided otherwise in the meantime."),
    };
}
