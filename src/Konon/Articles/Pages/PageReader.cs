using AngleSharp.Html.Dom;
using Konon.Bytes;

namespace Konon.Articles.Pages;

/// <summary>Makes an article of a page: its text without furniture, and what the page says of it.</summary>
/// <remarks>Linear in the page; the same bytes give the same article. Never throws for what a page holds. Thread-safe.</remarks>
internal static class PageReader
{
    internal const PageMarks Strict = PageMarks.Furniture | PageMarks.Never | PageMarks.Hidden | PageMarks.Comments;

    // Outlets in Indonesian keep Jakarta's time unless they say WITA or WIT.
    private static readonly TimeSpan Jakarta = TimeSpan.FromHours(7);

    // From the strictest on; what is left at the end nobody would call the article.
    private static readonly PageMarks[] Looser =
        [PageMarks.Never | PageMarks.Hidden | PageMarks.Comments, PageMarks.Hidden | PageMarks.Comments];

    // Less text than this and the pruning may have taken the article with it; the second look prunes less.
    private const int TooLittle = 250;
    private const int Enough = 800;
    private const int LeastAtAll = 100;

    // A lead has a sentence or more; a page with many such lines between headline and text shows something else there.
    private const int ShortestLead = 30;
    private const int ShortestUnmarkedLead = 80;
    private const int ShortestNextLead = 50;
    private const int MostLeads = 4;
    private const int LongestDateline = 60;

    /// <summary>Reads one page.</summary>
    /// <param name="document">The page; <see cref="Document.Page"/> says where from.</param>
    /// <param name="options">The limits.</param>
    /// <param name="article">The article; null when refused.</param>
    /// <returns>Why there is none; null when there is one.</returns>
    public static ArticleRefusal? TryRead(Document document, ArticleOptions options, out Article? article)
    {
        article = null;
        if (document.Bytes.Length > options.MaxTextBytes) return ArticleRefusal.AboveLimit;
        switch (PageDecoder.TryDecode(document.Bytes.Span, document.Page?.Charset, out var decoded))
        {
            case DecodeRefusal.Empty: return ArticleRefusal.Empty;
            case DecodeRefusal.Binary: return ArticleRefusal.Binary;
        }

        var notes = new List<string>();
        ArticleReader.NoteReplaced(decoded!.Replaced, notes);
        using var page = PageParser.Parse(decoded.Text);
        return TryRead(document, page, notes, out article);
    }

    private static ArticleRefusal? TryRead(Document document, IHtmlDocument page, List<string> notes, out Article? article)
    {
        article = null;
        if (page.DocumentElement is not { } root) return ArticleRefusal.NoArticle;
        var facts = PageFacts.Of(page);
        var linked = LinkedDataReader.Read(facts.LinkedData);
        var tree = PageTree.Of(root);
        var blocks = BlockReader.Read(tree);
        var content = PageContent.Find(tree, blocks, facts, linked, out var title, out var heading, out var lines);
        var url = PageAddress.Find(document.Page?.Url, facts, linked);
        if (lines.Count == 0 && title is null) return ArticleRefusal.NoArticle;

        var byline = PageBylines.Find(tree, blocks, facts, linked, content, heading, facts.Meta("og:site_name") ?? linked.Publisher);
        DropNames(lines, byline);
        var body = string.Join('\n', lines);
        var sheet = Sheet.Read(body);
        var language = PageLanguage.Of(body, facts, linked);
        var times = PageTimes.Find(tree, blocks, facts, linked, content, heading, url, language == "id" ? Jakarta : null);
        Clean(sheet, language, byline);
        var composed = sheet.Compose(title, 0);
        var bodyStart = title is null ? 0 : Math.Min(composed.Length, title.Length + 2);
        var (dateline, aside) = ArticleReader.FindDateline(composed, bodyStart);
        var removed = sheet.Removed();
        var outlet = PageOutlet.Find(facts, linked, url) ?? OutletFinder.Find(url, dateline, removed);
        notes.AddRange(times.Notes);
        article = new Article
        {
            Input = document.Input,
            Sha256 = document.Sha256,
            Url = url,
            Outlet = outlet,
            Title = title,
            Byline = byline,
            Dateline = dateline?.PlaceFor(outlet),
            Published = times.Published ?? PublishedFinder.Find(composed, bodyStart, language),
            Modified = times.Modified,
            Language = language,
            BodyStart = bodyStart,
            Text = composed,
            Asides = aside is { } span ? [span] : [],
            OtherPages = OtherPagesFinder.Find(tree, facts, Uri.TryCreate(url, UriKind.Absolute, out var here) ? here : null, document.Page?.Url),
            Removed = removed,
            Notes = notes,
        };
        return null;
    }

    /// <summary>A line of the writer's name alone, above or below the text, signs it.</summary>
    private static void DropNames(List<string> lines, List<string> byline)
    {
        foreach (var name in byline)
        {
            foreach (var at in (ReadOnlySpan<int>)[lines.Count - 1, lines.Count - 2, 1, 0])
            {
                if (at >= 0 && at < lines.Count && lines.Count > 1 && lines[at].AsSpan().Trim("()[]*-–— .").Equals(name, StringComparison.OrdinalIgnoreCase)) lines.RemoveAt(at);
            }
        }
    }

    /// <summary>What the words of the article's own languages give away, as in a plain text.</summary>
    internal static void Clean(Sheet sheet, string language, List<string> byline)
    {
        if (sheet.Lines.Count == 0 || language is not ("id" or "ms" or "en")) return;
        var ruler = new HeadlineRuler(new NeighbourWords(sheet.Lines.Select(line => line.Text)));
        PhrasePass.Run(sheet, FurnitureTable.For(language), ruler);
        var credited = new List<string>();
        CreditPass.Run(sheet, 0, credited);
        if (byline.Count == 0) byline.AddRange(credited);
    }

    /// <summary>Where the article is looked for first, and where when that gives too little.</summary>
    private static class PageContent
    {
        public static int Find(
            PageTree tree,
            List<PageBlock> blocks,
            PageFacts facts,
            LinkedArticle linked,
            out string? title,
            out int heading,
            out List<string> lines)
        {
            var content = ContentFinder.Find(tree, blocks, Strict);
            title = PageTitles.Find(tree, facts, linked, content, out heading);
            lines = Lines(tree, blocks, content, Strict, title, heading, out var length);
            foreach (var refused in Looser)
            {
                if (length >= Enough) return content;
                var second = ContentFinder.Find(tree, blocks, refused);
                var looser = Lines(tree, blocks, second, refused, title, heading, out var more);
                if (more > length * Gain(tree, content, length) && more > 100) (content, lines, length) = (second, looser, more);
            }

            foreach (var refused in (ReadOnlySpan<PageMarks>)[Strict, .. Looser])
            {
                if (length > 0) break;
                content = ContentFinder.Find(tree, blocks, refused, generous: true);
                lines = Lines(tree, blocks, content, refused, title, heading, out length);
            }

            if (length < TooLittle && linked.Body is { } stated && stated.Length > Math.Max(TooLittle, length * 2))
            {
                lines = [.. stated.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            }

            if (length < LeastAtAll && lines.Count < 2 && linked.Body is null)
            {
                // Nothing but what its classes call hidden or furniture: then these words mislead on this page.
                var blind = ContentFinder.Find(tree, blocks, PageMarks.None);
                var last = Lines(tree, blocks, blind, PageMarks.None, title, heading, out var more);
                if (more > TooLittle && more > length * 2) (content, lines) = (blind, last);
            }

            return content;
        }

        /// <summary>How many times the text a looser look must give: more where the first found a box that is called a body.</summary>
        private static int Gain(PageTree tree, int content, int length)
        {
            if (content >= 0 && length > 0 && (tree.Nodes[content].Marks & PageMarks.Body) != 0) return 8;
            return length < TooLittle ? 2 : 4;
        }

        /// <summary>The paragraphs between the headline and the text's box: what the article says first.</summary>
        private static List<PageBlock> Lead(PageTree tree, List<PageBlock> blocks, int content, int heading)
        {
            var lead = new List<PageBlock>();
            if (heading < 0 || content <= heading) return lead;
            var (end, next) = (tree.Nodes[heading].End, true);
            foreach (var block in blocks)
            {
                if (block.First < end || block.First >= content) continue;
                if (IsLead(block, next)) lead.Add(block);
                next = false;
            }

            return lead.Count > MostLeads ? [] : lead;
        }

        private static bool IsLead(PageBlock block, bool next)
        {
            const PageMarks others = PageMarks.Never | PageMarks.Hidden | PageMarks.Comments | PageMarks.Caption | PageMarks.Byline | PageMarks.Date | PageMarks.Furniture;
            if ((block.Marks & others) != 0 || block.LinkShare > 0.3 || block.Kind is BlockKind.Caption or BlockKind.Item) return false;
            var length = block.Text.Length;
            if ((block.Marks & PageMarks.Lead) != 0) return length > ShortestLead;
            // What calls out to readers there is a slogan.
            if (next && block.EndsAsSentence && block.Text[^1] != '!') return length > ShortestNextLead;
            return length > ShortestUnmarkedLead && (block.EndsAsSentence || block.Kind == BlockKind.Heading);
        }

        /// <summary>The paragraphs; a dateline in a box of its own ("Jakarta -", "contoh.id -") goes with the paragraph after it.</summary>
        private static List<string> Joined(List<PageBlock> kept)
        {
            var lines = new List<string>(kept.Count);
            for (var i = 0; i < kept.Count; i++)
            {
                var text = kept[i].Text;
                var dangling = text.Length < LongestDateline && text.Length > 3 && text[^1] is '-' or '–' or '—'
                    && (char.IsUpper(text[0]) || Dateline.IsDomain(text.AsSpan().TrimEnd("-–— ")));
                if (dangling && i + 1 < kept.Count && kept[i + 1].Kind == BlockKind.Paragraph) lines.Add(text + " " + kept[++i].Text);
                else lines.Add(text);
            }

            return lines;
        }

        private static List<string> Lines(
            PageTree tree, List<PageBlock> blocks, int content, PageMarks refused, string? title, int heading, out int length)
        {
            length = 0;
            if (content < 0) return [];
            var end = tree.Nodes[content].End;
            var inside = blocks.Where(block => block.First >= content && block.First < end && block.First > heading).ToList();
            if (heading >= content && heading < end && inside.Count == 0)
            {
                inside = [.. blocks.Where(block => block.First >= content && block.First < end)];
            }

            inside.InsertRange(0, Lead(tree, blocks, content, heading));
            var kept = BlockFilter.Run(tree, inside, refused, title);
            foreach (var block in kept) length += block.Text.Length;
            return Joined(kept);
        }
    }
}
