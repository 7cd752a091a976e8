using System.Net;
using System.Text.RegularExpressions;
using Konon.Ledger.Review;
using Konon.Store.Review;
using Xunit;

namespace Konon.Journeys.Web;

public sealed class ReviewPagesTests(ReviewSite site) : IClassFixture<ReviewSite>
{
    private Uri Address => site.Client.BaseAddress!;

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_for_a_name_and_decides_nothing()
    {
        using var nobody = new Reviewer(Address);
        var page = await nobody.Page("/review");
        Assert.Contains("<h1>Sign in</h1>", page, StringComparison.Ordinal);
        var claim = Waiting()[0].Id;
        using var answer = await nobody.Send(
            "/review/decide", page, ("action", "confirm"), ("target", claim), ("seen", "none"), ("why", "half written"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("half written", await Reviewer.Text(answer), StringComparison.Ordinal);
        Assert.Equal(ReviewState.Suggested, State(claim));
    }

    [Fact]
    public async Task The_cookies_go_to_no_other_site_and_no_script_reads_them()
    {
        using var someone = new Reviewer(Address);
        using var first = await someone.Get("/review");
        using var signed = await someone.Send("/review/sign-in", await Reviewer.Text(first), ("name", "Rani"), ("back", "/review"));
        var cookies = first.Headers.GetValues("Set-Cookie").Concat(signed.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task A_claim_is_confirmed_with_a_reason_and_undone()
    {
        using var rani = await Reviewer.SignedIn(Address, "Rani");
        var claim = Waiting()[1].Id;
        using var answer = await rani.Send(
            "/review/decide", await rani.Page("/review"),
            ("action", "confirm"), ("target", claim), ("seen", "none"), ("why", "heard it"), ("back", "/review"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(ReviewState.Confirmed, State(claim));
        var after = await rani.Page(answer.Headers.Location!.ToString());
        Assert.DoesNotContain("id=\"r-" + claim, after, StringComparison.Ordinal);
        const string Flash = "<form class=\"flash\".*?name=\"target\" value=\"(?<id>[0-9a-f]+)\"";
        var undo = Regex.Match(after, Flash, RegexOptions.Singleline).Groups["id"].Value;
        Assert.Contains("heard it", await rani.Page("/review/log"), StringComparison.Ordinal);
        using var undone = await rani.Send("/review/decide", after, ("action", "undo"), ("target", undo), ("back", "/review"));
        Assert.Equal(HttpStatusCode.SeeOther, undone.StatusCode);
        Assert.Equal(ReviewState.Suggested, State(claim));
    }

    [Fact]
    public async Task The_second_to_save_is_told_with_both_versions_and_may_decide_all_the_same()
    {
        using var rani = await Reviewer.SignedIn(Address, "Rani");
        using var budi = await Reviewer.SignedIn(Address, "Budi");
        var claim = Waiting()[2].Id;
        // Both look at the claim before either saves.
        var (hers, his) = (await rani.Page("/claims/" + claim), await budi.Page("/claims/" + claim));
        Assert.Equal("none", Seen(his));
        using var first = await rani.Send("/review/decide", hers, Correction(claim, Seen(hers), "doubts", "she wavers"));
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        using var second = await budi.Send("/review/decide", his, Correction(claim, Seen(his), "urges", "a demand"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var both = await Reviewer.Text(second);
        string[] parts = ["Rani", "doubts", "she wavers", "value=\"urges\"", "value=\"a demand\""];
        Assert.All(parts, part => Assert.Contains(part, both, StringComparison.Ordinal));
        Assert.Equal("doubts", Stance(claim));
        using var again = await budi.Send("/review/decide", both, Correction(claim, Seen(both), "urges", "a demand"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal("urges", Stance(claim));
        Assert.Equal(2, site.Store.Decisions(new DecisionQuery { Target = claim }).Count);
    }

    [Fact]
    public async Task A_value_that_cannot_be_is_refused_and_what_was_written_stays()
    {
        using var rani = await Reviewer.SignedIn(Address, "Rani");
        var claim = Waiting()[3].Id;
        var page = await rani.Page("/review");
        using var answer = await rani.Send("/review/decide", page, Correction(claim, "none", "shouts", "my long reason"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        page = await Reviewer.Text(answer);
        Assert.Contains("The field cannot have that value", page, StringComparison.Ordinal);
        Assert.Contains("value=\"my long reason\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(null, "made-up")]
    [InlineData("https://attacker.example", null)]
    public async Task A_form_that_is_not_ours_decides_nothing(string? origin, string? token)
    {
        using var rani = await Reviewer.SignedIn(Address, "Rani");
        var claim = Waiting()[4].Id;
        var own = WebUtility.HtmlDecode(Regex.Match(await rani.Page("/review"), "name=\"token\" value=\"([^\"]+)\"").Groups[1].Value);
        using var answer = await rani.Post(
            "/review/decide", origin, ("token", token ?? own), ("action", "reject"), ("target", claim), ("seen", "none"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(ReviewState.Suggested, State(claim));
    }

    [Theory]
    [InlineData("https://attacker.example/")]
    [InlineData("//attacker.example/")]
    [InlineData("/\\attacker.example")]
    public async Task A_form_leads_to_no_other_host(string back)
    {
        using var someone = new Reviewer(Address);
        using var answer = await someone.Send("/review/sign-in", await someone.Page("/review"), ("name", "Rani"), ("back", back));
        Assert.Equal("/review", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task A_name_is_needed(string name)
    {
        using var someone = new Reviewer(Address);
        using var answer = await someone.Send("/review/sign-in", await someone.Page("/review"), ("name", name));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_signs_out_decides_no_more()
    {
        using var rani = await Reviewer.SignedIn(Address, "Rani");
        using var answer = await rani.Send("/review/sign-out", await rani.Page("/review"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("<h1>Sign in</h1>", await rani.Page("/review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_speakers_are_made_one_by_a_form()
    {
        using var rani = await Reviewer.SignedIn(Address, "Rani");
        using var answer = await rani.Send(
            "/review/decide", await rani.Page("/review/merge"),
            ("action", "merge"), ("on", "speaker"), ("target", "Laila Norin"), ("other", "Sapto Wirana"), ("why", "a test"),
            ("back", "/review/merge"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var page = await rani.Page(answer.Headers.Location!.ToString());
        Assert.Contains("Decided: merge (speakers)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keys_stand_where_the_script_finds_them()
    {
        using var rani = await Reviewer.SignedIn(Address, "Rani");
        var page = await rani.Page("/review");
        string[] parts = ["data-key=\"y\"", "data-key=\"x\"", "data-key=\"e\"", "data-key=\"o\"", "id=\"keys\""];
        Assert.All(parts, part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page), 1, 100_000);
    }

    private static (string Name, string Value)[] Correction(string claim, string seen, string stance, string why) =>
    [
        ("action", "correct"), ("target", claim), ("field", "stance"), ("value", stance), ("seen", seen), ("why", why),
        ("back", "/claims/" + claim),
    ];

    private static string Seen(string page) => Regex.Match(page, "name=\"seen\" value=\"([^\"]+)\"").Groups[1].Value;

    private IReadOnlyList<ReviewRow> Waiting() => site.Store.ReviewQueue(new ReviewQuery { Limit = 10 });

    private ReviewState State(string claim) => Enum.Parse<ReviewState>(Row(claim).State, ignoreCase: true);

    private string Stance(string claim) => Row(claim).Stance;

    private ReviewRow Row(string claim) =>
        site.Store.ReviewQueue(new ReviewQuery { State = null, Limit = 500 }).Single(row => row.Id == claim);
}
