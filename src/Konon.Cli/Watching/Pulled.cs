using System.Text.Json;
using Konon.Store.Watching;

namespace Konon.Cli.Watching;

/// <summary>What came of a pull.</summary>
internal sealed class Pulled(RunReport report)
{
    private readonly List<WatchEvent> _givenUp = [];
    private int _feedsFailed;

    /// <summary>The articles that the ledger did not have, in the order in which they were committed.</summary>
    public List<WatchEvent> Added { get; } = [];

    /// <summary>How many entries gave an article that the ledger had.</summary>
    public int Known { get; private set; }

    /// <summary>How many feeds answered.</summary>
    public int Feeds { get; private set; }

    /// <summary>How many feeds and articles were refused.</summary>
    public int Refused => report.Refused.Count;

    /// <summary>What the program returns: without news all is read all the same, as long as some feed answered.</summary>
    public int Code => Refused == 0 ? ExitCode.AllRead : Feeds + Added.Count + Known == 0 ? ExitCode.NothingRead : ExitCode.SomeRefused;

    /// <summary>Takes note of what happened, and says what was refused.</summary>
    public void Take(WatchEvent happened)
    {
        switch (happened.Kind)
        {
            case WatchEventKind.Added: Added.Add(happened); report.Count(); break;
            case WatchEventKind.FeedNews or WatchEventKind.FeedQuiet: Feeds++; break;
            case WatchEventKind.Failed: Refuse(happened, happened.Why + "; to be tried again"); break;
            case WatchEventKind.Forgotten: Refuse(happened, "forgotten: a person had it erased"); break;
            case WatchEventKind.FeedFailed: _feedsFailed++; Refuse(happened, happened.Why!); break;
            case WatchEventKind.GivenUp: _givenUp.Add(happened); Refuse(happened, happened.Why + "; tried too often, given up"); break;
            default: Known++; report.Count(); break;
        }
    }

    /// <summary>Writes it as one JSON object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="waiting">How many entries are to be tried again.</param>
    public void Write(Utf8JsonWriter json, int waiting)
    {
        json.WriteStartObject();
        json.WriteNumber("feeds", Feeds);
        json.WriteNumber("feeds_failed", _feedsFailed);
        json.WriteStartArray("articles");
        foreach (var article in Added)
        {
            json.WriteStartObject();
            json.WriteString("id", article.Article);
            json.WriteString("url", article.Address);
            json.WriteString("outlet", article.Outlet);
            json.WriteString("title", article.Title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("known", Known);
        json.WriteNumber("waiting", waiting);
        json.WriteStartArray("given_up");
        foreach (var entry in _givenUp) json.WriteStringValue(entry.Address);
        json.WriteEndArray();
        json.WriteNumber("refused", Refused);
        json.WriteEndObject();
    }

    private void Refuse(WatchEvent happened, string why) => report.Refuse(new Outcome(happened.Address, null, why));
}
