using System.Net;
using Xunit;

namespace Konon.Journeys.Web;

public sealed class ReadOnlyTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Review_is_off_by_default_and_nothing_on_a_page_asks_for_it()
    {
        Assert.DoesNotContain("/review", await site.Page("/"), StringComparison.Ordinal);
        using var answer = await site.Client.GetAsync(new Uri("/review", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("action", "confirm")]);
        var decide = new Uri("/review/decide", UriKind.Relative);
        using var posted = await site.Client.PostAsync(decide, form, TestContext.Current.CancellationToken);
        Assert.False(posted.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_page_that_only_reads_sets_no_cookie()
    {
        using var answer = await site.Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
