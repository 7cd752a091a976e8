using System.Globalization;
using System.Text.Json;
using Konon.Views.Exports;
using Konon.Views;

namespace Konon.Cli.Watching;

/// <summary>Feeds for programs: JSON, JSON Lines, CSV. Times are UTC.</summary>
internal static class FeedTable
{
    private static readonly (string Name, Func<FeedLine, object?> Value)[] Columns =
    [
        ("address", feed => feed.Address),
        ("kind", feed => feed.Kind),
        ("title", feed => feed.Title),
        ("state", feed => feed.State),
        ("articles", feed => feed.Articles),
        ("waiting", feed => feed.Waiting),
        ("given_up", feed => feed.GivenUp),
        ("asked_at", feed => Time(feed.AskedAt)),
        ("answered_at", feed => Time(feed.AnsweredAt)),
        ("next_at", feed => Time(feed.NextAt)),
        ("failures", feed => feed.Failures),
        ("fault", feed => feed.Fault),
    ];

    public static void WriteCsv(IReadOnlyList<FeedLine> feeds, TextWriter output)
    {
        Csv.Write(output, Columns.Select(column => column.Name), "\r\n");
        foreach (var feed in feeds) Csv.Write(output, Columns.Select(column => Cell(column.Value(feed))), "\r\n");
    }

    public static void WriteJson(IReadOnlyList<FeedLine> feeds, Stream output, bool asArray)
    {
        using var json = new Utf8JsonWriter(output, ArticleJson.WriterOptions with { Indented = asArray });
        if (asArray) json.WriteStartArray();
        foreach (var feed in feeds)
        {
            if (!asArray) json.Reset();
            Write(json, feed);
            json.Flush();
            if (!asArray) output.WriteByte((byte)'\n');
        }

        if (!asArray) return;
        json.WriteEndArray();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, FeedLine feed)
    {
        json.WriteStartObject();
        foreach (var (name, value) in Columns)
        {
            if (value(feed) is int number) json.WriteNumber(name, number);
            else json.WriteString(name, (string?)value(feed));
        }

        json.WriteEndObject();
    }

    // Strangers name feeds.
    private static string? Cell(object? value) => Csv.Defused(PlainText.OneLine(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
