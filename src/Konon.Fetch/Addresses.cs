namespace Konon.Fetch;

/// <summary>Reads web addresses as users, pages and redirects write them.</summary>
internal static class Addresses
{
    // Beyond what any browser or server takes.
    private const int MaxLength = 8192;

    /// <summary>Reads an address; its fragment and whatever name and password stand in it are left out.</summary>
    /// <param name="written">The address, absolute, or relative to <paramref name="from"/>.</param>
    /// <param name="from">The address of the page it stands on; null where it stands alone.</param>
    /// <param name="url">The address; null when refused.</param>
    public static FetchRefusal? Read(string written, Uri? from, out Uri? url)
    {
        url = null;
        written = written.Trim();
        if (written.Length is 0 or > MaxLength) return Refusal(from);
        var readable = from is null ? Uri.TryCreate(written, UriKind.Absolute, out var read) : Uri.TryCreate(from, written, out read);
        if (!readable) return Refusal(from);
        if (read!.Scheme != Uri.UriSchemeHttp && read.Scheme != Uri.UriSchemeHttps) return FetchRefusal.NotHttp;
        if (read.IdnHost.Length == 0) return Refusal(from);
        var parts = read.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped);
        return Uri.TryCreate(parts, UriKind.Absolute, out url) ? null : Refusal(from);
    }

    private static FetchRefusal Refusal(Uri? from) => from is null ? FetchRefusal.NotAnAddress : FetchRefusal.RedirectNowhere;
}
