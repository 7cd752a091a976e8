using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Konon.Journeys.Web;

public sealed class ApiReviewTests : IAsyncLifetime
{
    private const string Decisions = "/api/v1/decisions";
    private ApiSite _site = null!;
    private string _claim = "";

    public async ValueTask InitializeAsync()
    {
        _site = await ApiSite.StartAsync();
        _claim = (string)(await _site.Json("/api/v1/claims?limit=1"))["claims"]![0]!["id"]!;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Deciding_takes_a_token_of_the_scope_review()
    {
        var body = Ask("confirm");
        using var nobody = await _site.Post(Decisions, null, body, ("If-Match", "*"));
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal("Bearer", nobody.Headers.WwwAuthenticate.Single().Scheme);
        using var reader = await _site.Post(Decisions, _site.Read, body, ("If-Match", "*"));
        Assert.Equal(HttpStatusCode.Forbidden, reader.StatusCode);
        using var guess = await _site.Post(Decisions, "konon_guess", body, ("If-Match", "*"));
        Assert.Equal(HttpStatusCode.Unauthorized, guess.StatusCode);
        using var cookie = await _site.Post(Decisions, null, body, ("If-Match", "*"), ("Cookie", "konon-access=" + _site.Review));
        Assert.Equal(HttpStatusCode.Unauthorized, cookie.StatusCode);
        Assert.Empty((await _site.Json(Decisions))["decisions"]!.AsArray());
    }

    [Fact]
    public async Task A_decision_is_kept_under_the_name_of_the_token_and_can_be_undone()
    {
        using var made = await _site.Post(Decisions, _site.Review, Ask("reject", ",\"why\":\"another minister\""),
            ("If-Match", await Tag()));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var decision = await _site.Json(made.Headers.Location!.ToString());
        Assert.Equal("Rani", (string)decision["by"]!);
        Assert.Equal("another minister", (string)decision["why"]!);
        Assert.Equal("rejected", (string)(await _site.Json("/api/v1/claims/" + _claim))["review"]!["state"]!);
        using var undone = await _site.Post(Decisions, _site.Review, $$"""{"action":"undo","target":"{{decision["decision"]}}"}""");
        Assert.Equal(HttpStatusCode.Created, undone.StatusCode);
        Assert.True((bool)(await _site.Json(made.Headers.Location!.ToString()))["undone"]!);
        Assert.Equal("suggested", (string)(await _site.Json("/api/v1/claims/" + _claim))["review"]!["state"]!);
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_the_second_is_told_both_versions()
    {
        _site.Book.TryAdd("Doni", Konon.Web.Access.TokenScope.Review, out var other);
        var seen = await Tag();
        using var first = await _site.Post(Decisions, _site.Review, Ask("confirm"), ("If-Match", seen));
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        using var second = await _site.Post(Decisions, other, Ask("reject"), ("If-Match", seen));
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
        var problem = JsonNode.Parse(await ApiSite.Text(second))!;
        Assert.Equal(("Doni", "reject"), ((string)problem["asked"]!["by"]!, (string)problem["asked"]!["action"]!));
        Assert.Equal(("Rani", "confirm"), ((string)problem["standing"]!["by"]!, (string)problem["standing"]!["action"]!));
        // Who has seen it may decide otherwise.
        using var third = await _site.Post(Decisions, other, Ask("reject"), ("If-Match", second.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.Created, third.StatusCode);
    }

    [Fact]
    public async Task Of_many_at_once_who_saw_the_same_one_decides()
    {
        var seen = await Tag();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            _site.Post(Decisions, _site.Review, Ask("correct", $",\"field\":\"speaker.role\",\"value\":\"role {i}\""),
                ("If-Match", seen))));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
        Assert.Single((await _site.Json(Decisions))["decisions"]!.AsArray());
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task A_decision_without_If_Match_is_asked_for_it()
    {
        using var answer = await _site.Post(Decisions, _site.Review, Ask("confirm"));
        Assert.Equal(HttpStatusCode.PreconditionRequired, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"action":"confirm"}""", 400)]
    [InlineData("""{"action":"judge","target":"0123456789abcdef"}""", 400)]
    [InlineData("""{"action":"confirm","target":"0123456789abcdef","by":"somebody else"}""", 400)]
    [InlineData("""{"action":"confirm","target":"0123456789abcdef","target":"x"}""", 400)]
    [InlineData("""{"action":"confirm","target":7}""", 400)]
    [InlineData("[[[[[[[[[[", 400)]
    [InlineData("", 400)]
    [InlineData("null", 400)]
    [InlineData("""{"action":"confirm","target":"0123456789abcdef"}""", 404)]
    [InlineData("""{"action":"correct","target":"CLAIM","field":"verdict","value":"true"}""", 422)]
    [InlineData("""{"action":"correct","target":"CLAIM","field":"stance","value":"lies"}""", 422)]
    [InlineData("""{"action":"split","on":"speaker","target":"0123456789abcdef"}""", 404)]
    public async Task A_body_that_decides_nothing_is_refused(string body, int status)
    {
        using var answer = await _site.Post(Decisions, _site.Review, body.Replace("CLAIM", _claim, StringComparison.Ordinal),
            ("If-Match", "*"));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_form_and_a_large_body_are_refused()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("action", "confirm")]);
        using var answer = await _site.Send(HttpMethod.Post, Decisions, _site.Review, form);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        using var large = await _site.Post(Decisions, _site.Review, Ask("confirm", ",\"why\":\"" + new string('a', 70_000) + "\""),
            ("If-Match", "*"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    [Fact]
    public async Task The_log_goes_on_by_cursor()
    {
        foreach (var action in (string[])["confirm", "reject", "reset"])
        {
            using var answer = await _site.Post(Decisions, _site.Review, Ask(action), ("If-Match", "*"));
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }

        var first = await _site.Json(Decisions + "?limit=2");
        var rest = await _site.Json(Decisions + "?limit=2&cursor=" + first["next"]);
        Assert.Equal(
            ["reset", "reject", "confirm"],
            first["decisions"]!.AsArray().Concat(rest["decisions"]!.AsArray()).Select(row => (string)row!["action"]!));
        Assert.Null(rest["next"]);
    }

    private string Ask(string action, string more = "") => $$"""{"action":"{{action}}","target":"{{_claim}}"{{more}}}""";

    private async Task<string> Tag()
    {
        using var answer = await _site.Get("/api/v1/claims/" + _claim);
        return answer.Headers.ETag!.ToString();
    }
}
