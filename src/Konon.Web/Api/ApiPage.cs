using System.Text.Json;
using Konon.Store.Search;
using Konon.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Konon.Web.Api;

/// <summary>A page of a listing as the program prints it with <c>--format json</c>: the rows, where it goes on, whether it broke
/// off.</summary>
internal static class ApiPage
{
    /// <summary>The page, with the address of the next one in the header <c>Link</c>, too.</summary>
    /// <param name="context">The request.</param>
    /// <param name="kind">What the rows are called.</param>
    /// <param name="page">The rows.</param>
    /// <param name="write">Writes a row.</param>
    public static IResult Of<T>(HttpContext context, string kind, LedgerPage<T> page, Action<Utf8JsonWriter, T> write)
    {
        if (page.Next is { } next) context.Response.Headers.Link = $"<{Ask.With(context, "cursor", next)}>; rel=\"next\"";
        return new ApiJson(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray(kind);
            foreach (var row in page.Rows) write(json, row);
            json.WriteEndArray();
            json.WriteString("next"u8, page.Next);
            json.WriteBoolean("partial"u8, page.IsPartial);
            json.WriteEndObject();
        });
    }
}
