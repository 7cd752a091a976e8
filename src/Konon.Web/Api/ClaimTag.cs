using System.Text;
using System.Text.Json.Nodes;
using Konon.Ledger.Review;
using Konon.Store.Review;
using Konon.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Konon.Web.Api;

/// <summary>The ETag of a claim: the last decision on it, a point, and a digest of the answer.</summary>
internal static class ClaimTag
{
    public static string Of(ClaimReview review, JsonObject answer)
    {
        var last = review.Decisions.Count == 0 ? DecisionRequest.NobodyYet : review.Decisions[^1].Id;
        return $"\"{last}.{EntityTag.Of(Encoding.UTF8.GetBytes(answer.ToJsonString())).Trim('"')}\"";
    }

    /// <summary>The last decision that was seen, as If-Match has it; null for <c>*</c>, and where there is none.</summary>
    /// <exception cref="FormatException">It names more than one, or what is no ETag of a claim.</exception>
    public static string? SeenBy(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0) return null;
        var tags = request.GetTypedHeaders().IfMatch;
        if (tags is not [var tag] || tag.IsWeak) throw new FormatException("If-Match: one ETag of a claim, or *");
        return tag.Tag == "*" ? null : tag.Tag.ToString().Trim('"').Split('.')[0];
    }
}
