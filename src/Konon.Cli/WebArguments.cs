using System.CommandLine;
using Konon.Fetch;

namespace Konon.Cli;

/// <summary>The options for inputs that are fetched: addresses, and the articles behind feeds.</summary>
internal sealed class WebArguments
{
    private readonly Option<int> _maxEntries = new("--max-entries")
    {
        Description = "Read at most this many articles of one feed or sitemap",
        HelpName = "n",
        DefaultValueFactory = _ => Intake.CoverageOptions.Default.MaxEntries,
    };

    private readonly Option<double> _timeout = new("--timeout")
    {
        Description = "Give up on a page after this many seconds",
        HelpName = "seconds",
        DefaultValueFactory = _ => FetchOptions.Default.WholeTimeout.TotalSeconds,
    };

    private readonly Option<string?> _contact = new("--contact")
    {
        Description = "How outlets reach you: an address or mail address, sent with every request",
        HelpName = "address",
    };

    private readonly Option<string?> _userAgent = new("--user-agent")
    {
        Description = "The whole User-Agent to send; robots.txt is read as for Konon all the same",
        HelpName = "name",
    };

    private readonly Option<bool> _allowPrivate = new("--allow-private")
    {
        Description = "Fetch from private networks and from this machine too",
    };

    public WebArguments()
    {
        InputArguments.RequireOneOrMore(_maxEntries);
        _timeout.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 1 and <= 3600)) result.AddError("--timeout: from 1 to 3600 seconds");
        });
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_maxEntries);
        command.Options.Add(_timeout);
        command.Options.Add(_contact);
        command.Options.Add(_userAgent);
        command.Options.Add(_allowPrivate);
    }

    public int MaxEntriesOf(ParseResult result) => result.GetValue(_maxEntries);

    public FetchOptions Of(ParseResult result)
    {
        var whole = TimeSpan.FromSeconds(result.GetValue(_timeout));
        var defaults = FetchOptions.Default;
        return defaults with
        {
            WholeTimeout = whole,
            HeadersTimeout = whole < defaults.HeadersTimeout ? whole : defaults.HeadersTimeout,
            Contact = result.GetValue(_contact),
            UserAgent = result.GetValue(_userAgent),
            AllowPrivate = result.GetValue(_allowPrivate),
        };
    }
}
