using System.Globalization;
using Konon.Articles.Pages;
using Konon.Bytes;
using Konon.Text;

namespace Konon.Articles;

/// <summary>Makes an article of a document: its text without furniture, and whatever stands about it.</summary>
/// <remarks>Linear in the document; the same bytes give the same article. Never throws for what a document holds. Thread-safe.</remarks>
public static class ArticleReader
{
    private const int DatelineLines = 3;
    private const int DatelineHead = 200;

    /// <summary>Reads one document.</summary>
    /// <param name="document">The bytes, with the row's fields where it is a row.</param>
    /// <param name="options">The limits.</param>
    /// <param name="article">The article; null when refused.</param>
    /// <returns>Why there is no article; null when there is one.</returns>
    public static ArticleRefusal? TryRead(Document document, ArticleOptions options, out Article? article)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        var refusal = document.Page is null ? TryReadText(document, options, out article) : PageReader.TryRead(document, options, out article);
        if (article is not null && document.Delivery is { } delivery) article = Delivered(article, delivery);
        return refusal;
    }

    /// <summary>What the article itself leaves open, its carrier may say.</summary>
    private static Article Delivered(Article article, Delivery delivery) => article with
    {
        Url = article.Url ?? delivery.Url,
        Outlet = article.Outlet ?? OutletFinder.Find(delivery.Url, null, []),
        // A day in the text is a guess at the time of publication; the feed states it.
        Published = article.Published is null or { From: TimeOrigin.Text }
            ? TimestampReader.Read(delivery.Feed?.Published, TimeOrigin.Feed) ?? article.Published
            : article.Published,
    };

    private static ArticleRefusal? TryReadText(Document document, ArticleOptions options, out Article? article)
    {
        article = null;
        var notes = new List<string>();
        if (ReadText(document, options, notes, out var text) is { } refusal) return refusal;

        var row = document.Row;
        var sheet = Sheet.Read(text);
        if (sheet.Lines.Count == 0) return row is null ? ArticleRefusal.Empty : ArticleRefusal.RowWithoutText;
        var language = LanguageIdentifier.Identify(text);
        var ruler = new HeadlineRuler(new NeighbourWords(sheet.Lines.Select(line => line.Text)));
        PhrasePass.Run(sheet, FurnitureTable.For(language), ruler);
        var head = HeadReader.Read(sheet, Clean(row?.Title), language);
        var byline = head.Byline.ToList();
        CreditPass.Run(sheet, head.BodyFrom, byline);
        TagPass.Run(sheet, head.BodyFrom);
        RelatedPass.Run(sheet, head.BodyFrom, ruler);
        CreditPass.Run(sheet, head.BodyFrom, byline);

        var composed = sheet.Compose(head.Title, head.BodyFrom);
        var bodyStart = head.Title is null ? 0 : Math.Min(composed.Length, head.Title.Length + 2);
        if (bodyStart >= composed.Length && head.Title is null) return ArticleRefusal.OnlyFurniture;
        var removed = sheet.Removed();
        var (dateline, aside) = FindDateline(composed, bodyStart);
        var published = Published(row, head, composed, bodyStart, language, notes);
        var outlet = Clean(row?.Outlet) ?? OutletFinder.Find(row?.Url, dateline, removed);
        article = new Article
        {
            Input = document.Input,
            ExternalId = row?.Id,
            Sha256 = document.Sha256,
            Url = row?.Url,
            Outlet = outlet,
            Title = head.Title,
            Byline = byline,
            Dateline = dateline?.PlaceFor(outlet),
            Published = published,
            Language = language,
            BodyStart = bodyStart,
            Text = composed,
            Asides = aside is { } span ? [span] : [],
            Removed = removed,
            Notes = notes,
        };
        return null;
    }

    private static ArticleRefusal? ReadText(Document document, ArticleOptions options, List<string> notes, out string text)
    {
        text = string.Empty;
        if (document.Row is { } row)
        {
            if (string.IsNullOrWhiteSpace(row.Text)) return ArticleRefusal.RowWithoutText;
            if (row.Text.Length > options.MaxTextBytes) return ArticleRefusal.AboveLimit;
            text = row.Text;
            NoteReplaced(text.AsSpan().Count('\uFFFD'), notes);
            return null;
        }

        if (document.Bytes.Length > options.MaxTextBytes) return ArticleRefusal.AboveLimit;
        switch (TextDecoder.TryDecode(document.Bytes.Span, out var decoded))
        {
            case DecodeRefusal.Empty:
                return ArticleRefusal.Empty;
            case DecodeRefusal.Binary:
                return ArticleRefusal.Binary;
            default:
                text = decoded!.Text;
                if (decoded.Charset == "windows-1252") notes.Add("read as Windows-1252");
                NoteReplaced(decoded.Replaced, notes);
                return null;
        }
    }

    internal static void NoteReplaced(int count, List<string> notes)
    {
        if (count == 0) return;
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"invalid bytes: {count} characters stand replaced"));
    }

    private static string? Clean(string? field)
    {
        if (string.IsNullOrWhiteSpace(field)) return null;
        var lines = Sheet.Read(field).Lines;
        return lines.Count == 0 ? null : string.Join(' ', lines.Select(line => line.Text));
    }

    /// <summary>The dateline of the first paragraph; a caption may stand before that.</summary>
    internal static (Dateline? Found, TextSpan? Aside) FindDateline(string text, int start)
    {
        for (var number = 0; number < DatelineLines && start < text.Length; number++)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (Dateline.Read(text.AsSpan(start, Math.Min(end - start, DatelineHead)).ToString()) is { } found)
            {
                return (found, new TextSpan(start + found.Span.Start, start + found.Span.End));
            }

            start = end + 1;
        }

        return (null, null);
    }

    private static Timestamp? Published(RowFields? row, Head head, string text, int bodyStart, string language, List<string> notes)
    {
        if (TimestampReader.Read(row?.Published, TimeOrigin.Row) is { } stated) return stated;
        if (!string.IsNullOrWhiteSpace(row?.Published)) notes.Add("the row's time of publication is not understood");
        return head.Published ?? PublishedFinder.Find(text, bodyStart, language);
    }
}
