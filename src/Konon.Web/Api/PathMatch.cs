using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace Konon.Web.Api;

/// <summary>Whether an address is one of a pattern's, whatever the method.</summary>
internal static class PathMatch
{
    public static bool Fits(RoutePattern pattern, PathString path) =>
        new TemplateMatcher(new RouteTemplate(pattern), []).TryMatch(path, []);
}
