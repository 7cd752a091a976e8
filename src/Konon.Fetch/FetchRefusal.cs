namespace Konon.Fetch;

/// <summary>Why an address gave no page: how far it got, and on whose side it stopped.</summary>
public enum FetchRefusal
{
    /// <summary>The words are no web address.</summary>
    NotAnAddress,

    /// <summary>The address, or one it redirects to, is neither http nor https.</summary>
    NotHttp,

    /// <summary>The name does not resolve.</summary>
    UnknownHost,

    /// <summary>The host is, or resolves to, an address of a private network, of this machine, or of no one.</summary>
    PrivateAddress,

    /// <summary>No connection came about, or it broke before the answer's headers.</summary>
    NoConnection,

    /// <summary>The server's certificate is not valid for it.</summary>
    NotSecure,

    /// <summary>The outlet's robots.txt forbids the page.</summary>
    RobotsForbid,

    /// <summary>The outlet's robots.txt cannot be had for a fault of its server, which forbids all.</summary>
    RobotsUnreachable,

    /// <summary>The outlet asks for a longer pause between pages than is waited for.</summary>
    CrawlDelayTooLong,

    /// <summary>More redirects than are followed.</summary>
    TooManyRedirects,

    /// <summary>The redirects come back to where they were.</summary>
    RedirectLoop,

    /// <summary>A redirect that does not say where to, or to no address.</summary>
    RedirectNowhere,

    /// <summary>The server took longer than the time allowed.</summary>
    TimedOut,

    /// <summary>The body comes more slowly than is waited for.</summary>
    TooSlow,

    /// <summary>The body is larger than the limit as it is sent.</summary>
    TooLarge,

    /// <summary>The body unpacks to more than the limit.</summary>
    UnpacksTooLarge,

    /// <summary>The body is not compressed as it says.</summary>
    BrokenEncoding,

    /// <summary>The body is compressed in a way that was not asked for.</summary>
    UnknownEncoding,

    /// <summary>The body ended before its end.</summary>
    CutOff,

    /// <summary>The answer is not HTTP.</summary>
    BrokenAnswer,

    /// <summary>The body is a picture, a film, a font, a PDF.</summary>
    NotText,

    /// <summary>401, 402, 403 or 451: the server does not give it to this reader.</summary>
    Forbidden,

    /// <summary>404: nothing is at the address.</summary>
    NotFound,

    /// <summary>410: what was at the address was taken away.</summary>
    Gone,

    /// <summary>429: the server wants fewer requests.</summary>
    TooManyRequests,

    /// <summary>500 to 599.</summary>
    ServerFault,

    /// <summary>Any other answer that is no page.</summary>
    UnexpectedStatus,

    /// <summary>A message was to go on to another address, which is not done: 300 to 399.</summary>
    Redirected,

    /// <summary>A message was not taken: 400 to 499.</summary>
    NotTaken,
}

/// <summary>The words for each reason.</summary>
public static class FetchRefusals
{
    /// <summary>One line without a full stop, fit to stand after the address and a colon.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reason"/> is no reason.</exception>
    public static string Message(this FetchRefusal reason) => reason switch
    {
        FetchRefusal.NotAnAddress => "not a web address",
        FetchRefusal.NotHttp => "neither http nor https",
        FetchRefusal.UnknownHost => "no such host",
        FetchRefusal.PrivateAddress => "on a private network or this machine (allow it with --allow-private)",
        FetchRefusal.NoConnection => "no connection to the server",
        FetchRefusal.NotSecure => "the server's certificate is not valid",
        FetchRefusal.RobotsForbid => "the outlet's robots.txt forbids it",
        FetchRefusal.RobotsUnreachable => "the outlet's robots.txt cannot be had, so nothing is taken",
        FetchRefusal.CrawlDelayTooLong => "the outlet's robots.txt asks for a longer pause than is waited for",
        FetchRefusal.TooManyRedirects => "too many redirects",
        FetchRefusal.RedirectLoop => "redirects in a circle",
        FetchRefusal.RedirectNowhere => "redirects to no address",
        FetchRefusal.TimedOut => "the server took too long",
        FetchRefusal.TooSlow => "the page came too slowly",
        FetchRefusal.TooLarge => "larger than the limit for one page",
        FetchRefusal.UnpacksTooLarge => "unpacks to more than the limit for one page",
        FetchRefusal.BrokenEncoding => "not compressed as it says",
        FetchRefusal.UnknownEncoding => "compressed in an unknown way",
        FetchRefusal.CutOff => "cut off before its end",
        FetchRefusal.BrokenAnswer => "the server's answer is not HTTP",
        FetchRefusal.NotText => "not a page (a picture, film, font or PDF)",
        FetchRefusal.Forbidden => "the server does not give it out",
        FetchRefusal.NotFound => "no such page",
        FetchRefusal.Gone => "taken away by the outlet",
        FetchRefusal.TooManyRequests => "the server wants fewer requests",
        FetchRefusal.ServerFault => "the server has a fault",
        FetchRefusal.UnexpectedStatus => "the server's answer is no page",
        FetchRefusal.Redirected => "redirects elsewhere, where messages are not sent on",
        FetchRefusal.NotTaken => "the receiver did not take it",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason of refusal."),
    };
}
