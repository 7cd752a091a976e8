using System.Text.Json.Nodes;
using Konon.Ledger.Review;

namespace Konon.Web.Api;

/// <summary>How a claim stands after what people decided.</summary>
internal static class ClaimReviewJson
{
    public static JsonObject Node(ClaimReview review) => new()
    {
        ["claim"] = review.Id,
        ["state"] = DecisionNames.Of(review.State),
        ["corrected"] = new JsonArray([.. review.Corrected.Select(field => JsonValue.Create(field))]),
        ["decisions"] = new JsonArray([.. review.Decisions.Select(decision => JsonValue.Create(decision.Id))]),
    };
}
