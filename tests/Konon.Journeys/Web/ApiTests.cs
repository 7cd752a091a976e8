using System.Net;
using System.Text.Json.Nodes;
using Konon.Store.Grouping;
using Xunit;

namespace Konon.Journeys.Web;

public sealed class ApiTests : IAsyncLifetime
{
    private ApiSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ApiSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_API_answers_what_the_program_prints()
    {
        var story = _site.Store.Stories(new StoryQuery { Least = 2 }).Rows[0].Id;
        var article = _site.Store.StoryArticles(story)[0].Id;
        (string Path, string Command)[] same =
        [
            ("/claims?limit=7", "claims --limit 7"),
            ("/claims?stance=denies&limit=5", "claims --stance denies --limit 5"),
            ("/claims?q=feri&limit=5", "search feri --limit 5"),
            ("/articles?q=feri", "search feri --in articles"),
            ("/figures?counted=orang&limit=5", "figures --counted orang --limit 5"),
            ("/speakers?limit=5", "speakers --limit 5"),
            ("/stories", "stories"),
            ("/stories/" + story, "story " + story),
            ($"/stories/{story}/figures?all=true", $"figures --story {story} --all"),
            ($"/stories/{story}/positions", "positions " + story),
            ($"/stories/{story}/lineage", "lineage " + story),
            ($"/articles/{article}/versions", "versions " + article),
            ($"/articles/{article}/diff?from=1&to=1", $"diff {article} --from 1 --to 1"),
            ("/review?limit=5", "review list --limit 5"),
        ];
        foreach (var (path, command) in same)
        {
            var run = Program.Run(Path.GetTempPath(), [.. command.Split(' '), "--format", "json", "--ledger", _site.Store.Location]);
            Assert.Equal(0, run.Code);
            var answer = await _site.Json("/api/v1" + path);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(run.Output), answer), $"{path}\n{run.Output}\n{answer}");
        }

        var shown = await _site.Json("/api/v1/articles/" + article);
        var printed = JsonNode.Parse(Program.Run(Path.GetTempPath(), "show", article, "--format", "json", "--ledger",
            _site.Store.Location).Output)!.AsObject();
        Assert.All(printed, member => Assert.True(JsonNode.DeepEquals(member.Value, shown[member.Key]), member.Key));
        Assert.Equal(story, (string?)shown["story"]);
    }

    [Fact]
    public async Task Pages_follow_each_other_by_cursor_and_by_link()
    {
        var all = (await _site.Json("/api/v1/claims?limit=1000"))["claims"]!.AsArray().Select(Id).ToList();
        var found = new List<string>();
        for (var next = "/api/v1/claims?limit=7"; next is not null;)
        {
            using var answer = await _site.Get(next);
            var page = JsonNode.Parse(await ApiSite.Text(answer))!;
            found.AddRange(page["claims"]!.AsArray().Select(Id));
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
            Assert.Equal(next is null, page["next"] is null);
        }

        Assert.Equal(all, found);
        Assert.True(found.Count > 14);

        static string Id(JsonNode? claim) => (string)claim!["id"]!;
    }

    [Fact]
    public async Task Who_has_the_answer_already_is_told_so_until_the_ledger_changes()
    {
        using var first = await _site.Get("/api/v1/claims?limit=3");
        var tag = first.Headers.ETag!.ToString();
        using var again = await _site.Get("/api/v1/claims?limit=3", null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await ApiSite.Text(again));
        using var other = await _site.Get("/api/v1/claims?limit=4", null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        var claim = (string)(await _site.Json("/api/v1/claims?limit=1"))["claims"]![0]!["id"]!;
        using var decided = await _site.Post("/api/v1/decisions", _site.Review, $$"""{"action":"confirm","target":"{{claim}}"}""", ("If-Match", "*"));
        Assert.Equal(HttpStatusCode.Created, decided.StatusCode);
        using var changed = await _site.Get("/api/v1/claims?limit=3", null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/claims?speeker=rina", 400, "there is no parameter speeker")]
    [InlineData("/api/v1/claims?limit=0", 400, "limit: a whole number from 1 to 1000")]
    [InlineData("/api/v1/claims?limit=1001", 400, "limit: a whole number from 1 to 1000")]
    [InlineData("/api/v1/claims?limit=5&limit=6", 400, "limit stands more than once")]
    [InlineData("/api/v1/claims?stance=lies", 400, "stance: ")]
    [InlineData("/api/v1/claims?cursor=x", 400, "the cursor does not belong")]
    [InlineData("/api/v1/claims?q=%22open", 400, "the query, at character 1")]
    [InlineData("/api/v1/stories?since=yesterday", 400, "since: a day such as 2025-03-01")]
    [InlineData("/api/v1/stories?cursor=x", 400, "the cursor does not belong")]
    [InlineData("/api/v1/facets?in=verdicts", 400, "in: one of claims, articles")]
    [InlineData("/api/v1/claims?rejected=perhaps", 400, "rejected: true or false")]
    [InlineData("/api/v1/claims/0000000000000000", 404, "nothing of that id")]
    [InlineData("/api/v1/articles/0000000000000000", 404, "nothing of that id")]
    [InlineData("/api/v1/stories/0000000000000000/lineage", 404, "nothing of that id")]
    [InlineData("/api/v1/outlets/nobody.example", 404, "nothing of that id")]
    [InlineData("/api/v1/verdicts", 404, "Nothing answers at this address")]
    [InlineData("/api/v2/claims", 404, "Nothing answers at this address")]
    public async Task What_is_wrong_is_told_as_a_problem(string path, int status, string detail)
    {
        using var answer = await _site.Get(path);
        await AssertProblem(answer, status, detail);
    }

    [Fact]
    public async Task A_value_that_is_too_long_is_refused_and_not_left_out()
    {
        using var answer = await _site.Get("/api/v1/claims?speaker=" + new string('a', 2001));
        await AssertProblem(answer, 400, "speaker is longer than 2000");
    }

    [Fact]
    public async Task An_address_that_answers_another_method_names_it()
    {
        using var answer = await _site.Post("/api/v1/claims", _site.Review, "{}");
        await AssertProblem(answer, 405, "answers GET");
        Assert.Equal(["GET"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_speaker_who_was_merged_leads_to_the_other()
    {
        var speakers = (await _site.Json("/api/v1/speakers?limit=2"))["speakers"]!.AsArray().Select(row => (string)row!["id"]!).ToList();
        using var merged = await _site.Post(
            "/api/v1/decisions", _site.Review, $$"""{"action":"merge","on":"speaker","target":"{{speakers[1]}}","other":"{{speakers[0]}}"}""");
        Assert.Equal(HttpStatusCode.Created, merged.StatusCode);
        using var answer = await _site.Get("/api/v1/speakers/" + speakers[1]);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.Equal("/api/v1/speakers/" + speakers[0], answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Outlets_are_listed_by_name_and_counted()
    {
        var first = await _site.Json("/api/v1/outlets?limit=2");
        var rest = await _site.Json("/api/v1/outlets?cursor=" + Uri.EscapeDataString((string)first["next"]!));
        var names = first["outlets"]!.AsArray().Concat(rest["outlets"]!.AsArray()).Select(row => (string)row!["name"]!).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), names);
        var one = await _site.Json("/api/v1/outlets/" + Uri.EscapeDataString(names[0]));
        var articles = (await _site.Json("/api/v1/articles?limit=1000"))["articles"]!.AsArray()
            .Count(row => (string?)row!["outlet"] == names[0]);
        Assert.Equal(articles, (int)one["articles"]!);
    }

    private static async Task AssertProblem(HttpResponseMessage answer, int status, string detail)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await ApiSite.Text(answer))!;
        Assert.Equal(status, (int)problem["status"]!);
        Assert.Contains(detail, (string)problem["detail"]!, StringComparison.Ordinal);
    }
}
