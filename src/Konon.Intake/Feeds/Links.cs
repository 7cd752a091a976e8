namespace Konon.Intake.Feeds;

/// <summary>Addresses as feeds write them.</summary>
internal static class Links
{
    /// <summary>The absolute address; null where there is none, or a relative one without a home.</summary>
    public static string? Absolute(string? written, string? home)
    {
        written = written?.Trim();
        if (string.IsNullOrEmpty(written)) return null;
        // On Unix a path from the root is an absolute file address by .NET's reading, and a relative one on the web.
        if (!written.StartsWith('/') && Uri.TryCreate(written, UriKind.Absolute, out var absolute)) return absolute.OriginalString;
        return Uri.TryCreate(home, UriKind.Absolute, out var from) && Uri.TryCreate(from, written, out var joined)
            ? joined.AbsoluteUri
            : null;
    }
}
