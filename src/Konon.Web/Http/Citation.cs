using System.Globalization;
using Konon.Ledger;
using Konon.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Konon.Web.Http;

/// <summary>How something of the ledger is cited, as plain text to be copied: what it is, where it stands, what pins it.</summary>
public sealed record Citation
{
    private Citation(IReadOnlyList<(string Key, string Value)> lines) => Lines = lines;

    /// <summary>What is said, by the key of its name in the words of the pages; values are on one line each.</summary>
    public IReadOnlyList<(string Key, string Value)> Lines { get; }

    /// <summary>Makes one.</summary>
    /// <param name="context">The request: the address is where the reader reached this server.</param>
    /// <param name="what">What is cited: a headline, a name, words.</param>
    /// <param name="path">Its stable path here.</param>
    /// <param name="lines">What else is said; lines without a value are left out.</param>
    public static Citation Of(HttpContext context, string what, string path, params (string Key, string? Value)[] lines)
    {
        ArgumentNullException.ThrowIfNull(context);
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return new Citation([
            ("cite.what", PlainText.OneLine(what)),
            ("cite.address", context.Request.Scheme + "://" + context.Request.Host.ToUriComponent() + path),
            .. lines.Where(line => !string.IsNullOrEmpty(line.Value)).Select(line => (line.Key, PlainText.OneLine(line.Value!))),
            ("cite.retrieved", now.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) + ", " + Reader.Name),
        ]);
    }
}
