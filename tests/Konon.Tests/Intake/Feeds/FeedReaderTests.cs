using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Konon.Intake;
using Konon.Intake.Feeds;
using Xunit;

namespace Konon.Tests.Intake.Feeds;

public sealed class FeedReaderTests
{
    public static TheoryData<string, string> Feeds => new()
    {
        {
            "RSS 2.0",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel>
            <title>Warta Bahari</title><link>https://warta.example/</link><atom:link rel="self" href="https://warta.example/feed"/>
            <item><media:title>Foto</media:title><title><![CDATA[Feri <b>tenggelam</b> &amp; hilang]]></title><link>https://warta.example/1</link>
            <guid isPermaLink="false">w1</guid><pubDate>Mon, 03 Mar 2025 10:00:00 +0700</pubDate><author><name>x</name></author></item>
            </channel></rss>
            """
        },
        {
            "RSS 1.0",
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://warta.example/"><title>Warta Bahari</title><link>https://warta.example/</link></channel>
            <item rdf:about="w1"><title>Feri tenggelam &amp; hilang</title><link>https://warta.example/1</link>
            <dc:date>Mon, 03 Mar 2025 10:00:00 +0700</dc:date></item></rdf:RDF>
            """
        },
        {
            "RSS 0.91 with its document type",
            """
            <?xml version="1.0"?>
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.example/publish/formats/rss-0.91.dtd">
            <rss version="0.91"><channel><title>Warta Bahari</title><item><title>Feri tenggelam &amp; hilang</title>
            <link> https://warta.example/1 </link><guid isPermaLink="false">w1</guid><pubDate>Mon, 03 Mar 2025 10:00:00 +0700</pubDate></item></channel></rss>
            """
        },
        {
            "Atom",
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://warta.example/"><title>Warta Bahari</title>
            <link rel="hub" href="https://hub.example/"/><entry><id>w1</id><title type="html">Feri tenggelam &amp;amp; hilang</title>
            <link rel="enclosure" href="https://warta.example/1.mp3"/><link rel="alternate" type="text/html" href="1"/>
            <source><id>other</id><title>Other</title></source>
            <published>Mon, 03 Mar 2025 10:00:00 +0700</published><updated>2025-03-04T00:00:00Z</updated></entry></feed>
            """
        },
        {
            "JSON Feed",
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Warta Bahari", "feed_url": "https://warta.example/feed.json", "items": [
            {"id": "w1", "url": "/1", "title": "Feri tenggelam & hilang", "date_published": "Mon, 03 Mar 2025 10:00:00 +0700"}, 7, {"id": 3}]}
            """
        },
        {
            "signs and characters that XML has not",
            "\n <rss><channel><title>Warta&nbsp;Bahari</title><item><title>Feri tenggelam & hilang\u0008</title><link>https://warta.example/1</link>"
            + "<guid isPermaLink='false'>w1</guid><pubDate>Mon, 03 Mar 2025 10:00:00 +0700</pubDate></item></channel></rss>"
        },
    };

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Reads_every_kind_of_feed(string kind, string text)
    {
        Assert.NotNull(kind);
        var refusal = FeedReader.TryRead(Encoding.UTF8.GetBytes(text), null, 100, out var feed);
        Assert.Null(refusal);
        Assert.Equal((FeedKind.Articles, "Warta Bahari"), (feed!.Kind, feed.Title));
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(
            ("https://warta.example/1", "w1", "Feri tenggelam & hilang", "Mon, 03 Mar 2025 10:00:00 +0700"),
            (entry.Link, entry.Id, entry.Title, entry.Published));
        Assert.Contains(Tell(text), (ContentKind[])[ContentKind.Feed]);
    }

    [Fact]
    public void Reads_a_news_sitemap()
    {
        var feed = Read("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
            xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><image:image><image:loc>https://a.example/foto.jpg</image:loc></image:image>
            <loc>https://a.example/1</loc><lastmod>2025-03-04</lastmod><news:news><news:publication><news:name>A</news:name></news:publication>
            <news:publication_date>2025-03-03T10:00:00+07:00</news:publication_date><news:title>Satu</news:title></news:news></url>
            <url><loc>https://a.example/2</loc></url></urlset>
            """);
        Assert.Equal(FeedKind.Sitemap, feed.Kind);
        Assert.Equal(
            [new FeedEntry("https://a.example/1", null, "Satu", "2025-03-03T10:00:00+07:00", "2025-03-04"), new FeedEntry("https://a.example/2", null, null, null, null)],
            feed.Entries);
    }

    [Fact]
    public void Reads_an_index_of_sitemaps() => Assert.Equal(
        (FeedKind.SitemapIndex, "https://a.example/s1.xml.gz"),
        Read("<sitemapindex><sitemap><loc>https://a.example/s1.xml.gz</loc></sitemap></sitemapindex>") is var feed ? (feed.Kind, feed.Entries[0].Link) : default);

    [Fact]
    public void Reads_a_list_of_feeds_and_its_folders()
    {
        var feed = Read("""
            <opml version="2.0"><head><title>Langganan</title></head><body><outline text="Nasional"><outline type="rss" text="A" xmlUrl="https://a.example/feed"/>
            <outline text="tanpa alamat"/></outline><outline title="B" xmlUrl="https://b.example/feed"/></body></opml>
            """);
        Assert.Equal((FeedKind.FeedList, "Langganan"), (feed.Kind, feed.Title));
        Assert.Equal(["https://a.example/feed", "https://b.example/feed"], feed.Entries.Select(entry => entry.Link));
    }

    public static TheoryData<string, IntakeRefusal> Refused => new()
    {
        { "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel><item><title>&a;</title><link>https://a.example/</link></item></channel></rss>", IntakeRefusal.FeedWithEntities },
        { "<?xml version='1.0'?><!-- x --><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss>&x;</rss>", IntakeRefusal.FeedWithEntities },
        { "<!DOCTYPE rss SYSTEM 'http://a.example/x.dtd' [", IntakeRefusal.FeedWithEntities },
        { "<rss", IntakeRefusal.FeedBroken },
        { "<html><body>Bukan umpan</body></html>", IntakeRefusal.FeedBroken },
        { "<rss><channel></channel></rss>", IntakeRefusal.FeedEmpty },
        { "<rss><channel><item><title>tanpa alamat</title></item></channel></rss>", IntakeRefusal.FeedEmpty },
        { "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": 7}", IntakeRefusal.FeedBroken },
        { "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": []}", IntakeRefusal.FeedEmpty },
        { "{\"items\": [{\"id\": \"\\ud800\"}]}", IntakeRefusal.FeedBroken },
        { "{\"items\": [", IntakeRefusal.FeedBroken },
        { "", IntakeRefusal.FeedBroken },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Says_what_is_wrong_with_a_feed(string text, IntakeRefusal reason) =>
        Assert.Equal(reason, FeedReader.TryRead(Encoding.UTF8.GetBytes(text), null, 100, out _));

    [Fact]
    public void A_laugh_a_billion_times_over_is_refused_at_once()
    {
        var lol = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"lol\">");
        for (var i = 1; i < 10; i++) lol.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">");
        lol.Append("]><rss><channel><title>&l9;</title></channel></rss>");
        Assert.Equal(IntakeRefusal.FeedWithEntities, FeedReader.TryRead(Encoding.UTF8.GetBytes(lol.ToString()), null, 100, out _));
    }

    [Fact]
    public void Entries_before_a_fault_are_kept()
    {
        var text = "<rss><channel><item><link>https://a.example/1</link></item><item><link>https://a.example/2</li";
        Assert.Equal(IntakeRefusal.FeedBroken, FeedReader.TryRead(Encoding.UTF8.GetBytes(text), null, 100, out var feed));
        Assert.Equal("https://a.example/1", Assert.Single(feed!.Entries).Link);
    }

    [Fact]
    public void Relative_links_are_those_of_the_address_it_came_from()
    {
        var bytes = "<rss><channel><item><link>/1</link></item></channel></rss>"u8.ToArray();
        Assert.Null(FeedReader.TryRead(bytes, "https://a.example/feed", 100, out var feed));
        Assert.Equal("https://a.example/1", feed!.Entries[0].Link);
        Assert.Equal(IntakeRefusal.FeedEmpty, FeedReader.TryRead(bytes, null, 100, out _));
    }

    [Theory]
    [InlineData("windows-1251", "Паром")]
    [InlineData("iso-8859-1", "Café")]
    [InlineData("shift_jis", "フェリー")]
    [InlineData("utf-16", "Feri")]
    public void Reads_the_charset_that_it_declares(string charset, string title)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        var text = $"<?xml version='1.0' encoding='{charset}'?><rss><channel><title>{title}</title><item><link>https://a.example/</link></item></channel></rss>";
        Assert.Null(FeedReader.TryRead([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], null, 100, out var feed));
        Assert.Equal(title, feed!.Title);
    }

    [Fact]
    public void Reads_no_more_entries_than_asked_for()
    {
        var text = "<rss><channel>" + string.Concat(Enumerable.Range(0, 500).Select(i => $"<item><link>https://a.example/{i}</link></item>")) + "broken";
        Assert.Null(FeedReader.TryRead(Encoding.UTF8.GetBytes(text), null, 7, out var feed));
        Assert.Equal(7, feed!.Entries.Count);
    }

    [Fact]
    public void Depth_costs_nothing()
    {
        var deep = "<rss><channel><item>" + string.Concat(Enumerable.Repeat("<a>", 200_000));
        Assert.Equal(IntakeRefusal.FeedBroken, FeedReader.TryRead(Encoding.UTF8.GetBytes(deep), null, 100, out _));
        Assert.Equal(IntakeRefusal.FeedBroken, FeedReader.TryRead(Encoding.UTF8.GetBytes("{\"items\":" + new string('[', 200_000)), null, 100, out _));
    }

    [Fact]
    public void Any_change_to_a_feed_gives_a_feed_or_a_refusal()
    {
        var feeds = Feeds.Select(row => Encoding.UTF8.GetBytes(row.Data.Item2)).ToArray();
        var changes = Gen.Choose(0, feeds.Length - 1).SelectMany(feed => Gen.Choose(0, feeds[feed].Length - 1).SelectMany(at =>
            Gen.Elements<byte>([0, (byte)'<', (byte)'>', (byte)'&', (byte)'"', (byte)'!', 0xFF, (byte)'x', (byte)'{']).Select(sign => (feed, at, sign))));
        Prop.ForAll(changes.ToArbitrary(), change =>
        {
            byte[] bytes = [.. feeds[change.feed]];
            bytes[change.at] = change.sign;
            return FeedReader.TryRead(bytes, null, 100, out var feed) is not null || feed!.Entries.Count > 0;
        }).Check(Fixed.Seed.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("<html><head><title>rss</title></head></html>", ContentKind.Page)]
    [InlineData("<!doctype html><p>feed", ContentKind.Page)]
    [InlineData("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", ContentKind.Page)]
    [InlineData("<p>text,title</p>", ContentKind.Page)]
    [InlineData("<3 ribu tentara", ContentKind.Text)]
    [InlineData("<?xml version='1.0'?>\n<!-- dibuat --><atom:feed xmlns:atom='http://www.w3.org/2005/Atom'/>", ContentKind.Feed)]
    [InlineData("<!DOCTYPE rss [<!ENTITY a 'b'>]>&a;", ContentKind.Feed)]
    [InlineData("{\"text\": \"jsonfeed\"}", ContentKind.JsonLines)]
    [InlineData("WARC/1.0\r\n", ContentKind.Archive)]
    public void Tells_feeds_from_pages(string text, object kind) => Assert.Equal(kind, Tell(text));

    private static Feed Read(string text)
    {
        Assert.Null(FeedReader.TryRead(Encoding.UTF8.GetBytes(text), null, 100, out var feed));
        return feed!;
    }

    private static ContentKind Tell(string text) =>
        ContentKinds.Tell(string.Empty, new PeekStream(new MemoryStream(Encoding.UTF8.GetBytes(text))), ColumnMap.Default);
}
