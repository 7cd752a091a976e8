using FsCheck;
using FsCheck.Fluent;
using Konon.Fetch;
using Xunit;

namespace Konon.Tests.Fetch;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\r\nDisallow: /a\r\n", "/abc", false)]
    [InlineData("User-agent: *\rDisallow: /a\r", "/b", true)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("user-AGENT : * # all\n disallow : /a # not a", "/a", false)]
    [InlineData("Disallow: /a\nUser-agent: *\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: *\nDisallow: a", "/a", false)]
    // The reader's own group alone counts, however it is written and wherever it stands.
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: konon\nDisallow: /x", "/a", true)]
    [InlineData("User-agent: Konon/0.1 (+https://a.example)\nDisallow: /", "/a", false)]
    [InlineData("User-agent: KononBot\nDisallow: /", "/a", true)]
    [InlineData("User-agent: Konon\nUser-agent: Other\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: Konon\nDisallow: /a\nUser-agent: Other\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: Konon\nDisallow: /a\nUser-agent: Other\nDisallow: /\nUser-agent: Konon\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: Konon", "/a", true)]
    [InlineData("User-agent: Konon\nSitemap: https://a.example/s.xml\nUser-agent: Other\nDisallow: /a", "/a", false)]
    // The longest rule wins, and of two as long the one that allows.
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nAllow: /page\nDisallow: /*.htm", "/page.htm", false)]
    [InlineData("User-agent: *\nAllow: /$\nDisallow: /", "/", true)]
    [InlineData("User-agent: *\nAllow: /$\nDisallow: /", "/a", false)]
    // Stars and the dollar sign.
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /*/print/*x", "/a/print/b/cx/d", false)]
    [InlineData("User-agent: *\nDisallow: /*/print/*x", "/print/x", true)]
    [InlineData("User-agent: *\nDisallow: *?page=", "/a?page=2", false)]
    [InlineData("User-agent: *\nDisallow: /a*a$", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /fish*", "/fish", false)]
    [InlineData("User-agent: *\nDisallow: /a$b", "/a$bc", false)]
    // One spelling for what is escaped.
    [InlineData("User-agent: *\nDisallow: /~joe", "/%7Ejoe/x", false)]
    [InlineData("User-agent: *\nDisallow: /%7ejoe", "/~joe/x", false)]
    [InlineData("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", false)]
    [InlineData("User-agent: *\nDisallow: /a%2fb", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /é", "/%C3%A9", false)]
    public void Allows_and_forbids(string file, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(file, "Konon").Allows(path));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 5", 5.0)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5\nDisallow: /x", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 5\nUser-agent: Konon\nDisallow: /x", null)]
    [InlineData("User-agent: *\nCrawl-delay: -5", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: 999999999999", 86400.0)]
    public void Reads_the_crawl_delay(string file, double? seconds) =>
        Assert.Equal(seconds, RobotsRules.Parse(file, "Konon").CrawlDelay?.TotalSeconds);

    [Fact]
    public void A_file_made_to_cost_time_costs_little()
    {
        var stars = string.Concat(Enumerable.Repeat("*a", 900));
        var rules = RobotsRules.Parse("User-agent: *\n" + string.Concat(Enumerable.Repeat($"Disallow: /{stars}b\n", 250)), "Konon");
        Assert.True(rules.Allows("/" + new string('a', 8000)));
    }

    [Fact]
    public void Any_text_gives_rules() => Prop.ForAll<string>(text =>
    {
        var rules = RobotsRules.Parse("User-agent: *\nDisallow: " + text, "Konon");
        return rules.Allows("/robots.txt") && (rules.Allows("/" + text) || true);
    }).Check(Fixed.Seed);
}
