using Konon.Store;
using Konon.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Api;

/// <summary>Puts an operation at an address.</summary>
internal static class ApiEndpoint
{
    /// <summary>An operation that reads; the answer holds as long as the ledger stands as it does.</summary>
    public static void MapAsk(this IEndpointRouteBuilder api, string path, ApiOperation operation, Func<ApiAsk, IResult> answer) =>
        api.MapGet(path, (HttpContext context, LedgerStore store) => Guarded(() =>
        {
            var ask = new ApiAsk(context, store, operation);
            ask.Check();
            // The mark is taken before the rows are: what is written in between gives a mark too old, never one too new.
            if (EntityTag.IsKnown(context, EntityTag.Of(context, store))) return Results.StatusCode(StatusCodes.Status304NotModified);
            return answer(ask);
        })).WithMetadata(operation);

    /// <summary>Turns what is wrong with a question, and what is wrong with the ledger, into problems.</summary>
    public static IResult Guarded(Func<IResult> answer)
    {
        try
        {
            return answer();
        }
        catch (FormatException wrong)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, wrong.Message);
        }
        catch (LedgerException fault)
        {
            return OfLedger(fault);
        }
    }

    // Where the ledger lies is nobody's business over HTTP.
    private static IResult OfLedger(LedgerException fault) => ApiProblem.Of(
        StatusCodes.Status503ServiceUnavailable,
        fault.Fault == LedgerFault.Busy ? "Somebody else is writing to the ledger; try again."
            : "The ledger cannot be read or written now.");
}
