using Microsoft.AspNetCore.Http;

namespace Konon.Web.Api;

/// <summary>What is wrong, as <c>application/problem+json</c> (RFC 9457).</summary>
internal static class ApiProblem
{
    /// <summary>A problem with the standard's title for its status.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="detail">What is wrong with this request, in a sentence; its words may be the caller's own.</param>
    /// <param name="more">Further members by name.</param>
    public static IResult Of(int status, string detail, params (string Name, object? Value)[] more) => Results.Problem(
        detail, statusCode: status, extensions: more.Select(member => KeyValuePair.Create(member.Name, member.Value)));

    /// <summary>There is nothing at that address.</summary>
    public static IResult Missing(string detail) => Of(StatusCodes.Status404NotFound, detail);
}
