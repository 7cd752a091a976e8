using Konon.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Konon.Web.Http;

/// <summary>Makes answers of pages.</summary>
internal static class WebPages
{
    /// <summary>A page, sent whole.</summary>
    public static RazorComponentResult<T> Page<T>(object parameters)
        where T : IComponent =>
        new(parameters) { PreventStreamingRendering = true };

    /// <summary>The page that says that there is none, with 404.</summary>
    public static RazorComponentResult<MissingPage> Missing(HttpContext context)
    {
        var page = Page<MissingPage>(new { Words = WebWords.Of(context) });
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
