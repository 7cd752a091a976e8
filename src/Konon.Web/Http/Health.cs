using Konon.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Http;

/// <summary>Tells whoever watches the server how it is.</summary>
internal static class Health
{
    /// <summary><c>/alive</c>: the server answers; <c>/health</c>: it reads its ledger.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/alive", () => Results.Text("alive\n"));
        app.MapGet("/health", (LedgerStore store) =>
        {
            try
            {
                store.ChangeMark();
                return Results.Text("healthy\n");
            }
            catch (LedgerException)
            {
                return Results.Text("the ledger cannot be read\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
