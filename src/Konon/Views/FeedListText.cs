using System.Globalization;

namespace Konon.Views;

/// <summary>Writes a list of feeds to read: one line each, and why one fails below it.</summary>
public static class FeedListText
{
    private const int StateWidth = 10;
    private const int CountWidth = 9;
    private const int TimeWidth = 18;

    /// <summary>Writes the list; a line on there being none where there is none.</summary>
    /// <param name="feeds">The feeds, in order.</param>
    /// <param name="options">Width, words, colours.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IReadOnlyList<FeedLine> feeds, BriefOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        ArgumentNullException.ThrowIfNull(options);
        var page = new Page(output, options.Width, options.Colours);
        var words = options.Words;
        if (feeds.Count == 0)
        {
            page.Line(new Run(words["feeds.none"]));
            return;
        }

        page.Line(new Run(
            Columns.Pad(words["column.state"], StateWidth) + Count(words["column.articles"]) + Count(words["column.waiting"]) + "  "
            + Columns.Pad(words["column.asked"], TimeWidth) + words["column.feed"], Ink.Faint));
        foreach (var feed in feeds) Write(feed, words, page);
    }

    private static void Write(FeedLine feed, UiWords words, Page page)
    {
        page.Line(
            new Run(Columns.Pad(words["feed." + feed.State], StateWidth), feed.State == "failing" ? Ink.Denial : Ink.Plain),
            new Run(Count(words.Number(feed.Articles)) + Count(words.Number(feed.Waiting)) + "  "),
            new Run(Columns.Pad(Time(feed.AskedAt), TimeWidth), Ink.Faint),
            new Run(PlainText.OneLine(feed.Address)),
            new Run(feed.Title is { } title ? "  " + PlainText.OneLine(title) : "", Ink.Faint));
        if (feed.Fault is { } fault) page.Line(new Run(new string(' ', StateWidth)), new Run(PlainText.OneLine(fault), Ink.Denial));
    }

    private static string Count(string text) => Columns.Of(text) < CountWidth ? new string(' ', CountWidth - Columns.Of(text)) + text : " " + text;

    private static string Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "–";
}
