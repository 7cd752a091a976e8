using System.Text.Json.Nodes;
using Konon.Store.Grouping;
using Konon.Web.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Konon.Journeys.Web;

public sealed class OpenApiTests : IAsyncLifetime
{
    private ApiSite _site = null!;
    private JsonNode _api = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await ApiSite.StartAsync();
        _api = await _site.Json("/openapi/v1.json");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public void The_description_is_OpenAPI_3_1() => Assert.StartsWith("3.1.", (string)_api["openapi"]!, StringComparison.Ordinal);

    [Fact]
    public void Every_address_of_the_API_is_described_and_nothing_else()
    {
        var mapped = _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ApiOperation>() is not null)
            .Select(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single().ToLowerInvariant()
                + " " + endpoint.RoutePattern.RawText!.TrimEnd('/'))
            .Order(StringComparer.Ordinal);
        var described = Operations().Select(one => one.Method + " " + one.Path.TrimEnd('/')).Order(StringComparer.Ordinal);
        Assert.Equal(mapped, described);
        // No address of the API is mapped without an operation.
        var bare = _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.GetMetadata<ApiOperation>() is null);
        Assert.Empty(bare);
    }

    [Fact]
    public void Every_operation_says_what_it_does_takes_and_gives()
    {
        Assert.All(Operations(), one =>
        {
            Assert.NotEmpty((string)one.Operation["summary"]!);
            Assert.NotEmpty((string)one.Operation["operationId"]!);
            Assert.NotEmpty(one.Operation["security"]!.AsArray());
            Assert.All(one.Operation["parameters"]?.AsArray() ?? [], parameter => Assert.NotEmpty((string)parameter!["description"]!));
            var named = one.Path.Split('{').Skip(1).Select(part => part.Split('}')[0]);
            Assert.Equal(named, (one.Operation["parameters"]?.AsArray() ?? []).Where(parameter => (string)parameter!["in"]! == "path")
                .Select(parameter => (string)parameter!["name"]!));
            Assert.All(one.Operation["responses"]!.AsObject(), response => Assert.NotEmpty((string)response.Value!["description"]!));
        });
        Assert.Distinct(Operations().Select(one => (string)one.Operation["operationId"]!));
        var post = Operations().Single(one => one.Method == "post").Operation;
        Assert.Equal("token", Assert.Single(post["security"]!.AsArray())!.AsObject().Single().Key);
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var references = new List<string>();
        Collect(_api, references);
        Assert.True(references.Count > 50);
        Assert.All(references, reference => Assert.NotNull(Resolve(reference)));
    }

    [Fact]
    public async Task Real_answers_have_the_members_that_their_schemas_name()
    {
        var story = _site.Store.Stories(new StoryQuery { Least = 2 }).Rows[0].Id;
        var article = _site.Store.StoryArticles(story)[0].Id;
        var claim = (string)(await _site.Json("/api/v1/claims?limit=1"))["claims"]![0]!["id"]!;
        var figure = (string)(await _site.Json("/api/v1/figures?limit=1"))["figures"]![0]!["id"]!;
        var speaker = (string)(await _site.Json("/api/v1/speakers?limit=1"))["speakers"]![0]!["id"]!;
        var outlet = (string)(await _site.Json("/api/v1/outlets?limit=1"))["outlets"]![0]!["name"]!;
        using var made = await _site.Post("/api/v1/decisions", _site.Review, $$"""{"action":"confirm","target":"{{claim}}"}""", ("If-Match", "*"));
        AssertFits(JsonNode.Parse(await ApiSite.Text(made)), Schema(Operations().Single(one => one.Method == "post").Operation, "201"),
            "decide");
        using var wrong = await _site.Get("/api/v1/claims?x=y");
        AssertFits(JsonNode.Parse(await ApiSite.Text(wrong)), Schema(Operations().First().Operation, "400", "application/problem+json"),
            "problem");
        var ids = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["stories"] = story,
            ["articles"] = article,
            ["claims"] = claim,
            ["figures"] = figure,
            ["speakers"] = speaker,
            ["outlets"] = outlet,
            ["decisions"] = made.Headers.Location!.ToString().Split('/')[^1],
        };
        foreach (var (path, method, operation) in Operations().Where(one => one.Method == "get"))
        {
            var kind = path.Split('/')[3..] is [var first, ..] ? first : "";
            var address = path.Replace("{id}", ids.GetValueOrDefault(kind), StringComparison.Ordinal)
                .Replace("{name}", Uri.EscapeDataString(ids.GetValueOrDefault(kind, "")), StringComparison.Ordinal);
            if (path.EndsWith("/figures", StringComparison.Ordinal) && kind == "stories") address += "?all=true";
            AssertFits(await _site.Json(address), Schema(operation, "200"), address);
        }

        AssertFits(await _site.Json("/api/v1/claims?q=feri&rejected=true"),
            Schema(Operations().Single(one => one.Path == "/api/v1/claims").Operation, "200"), "search");
    }

    private IEnumerable<(string Path, string Method, JsonObject Operation)> Operations() =>
        _api["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject(), (path, operation) =>
            (path.Key, operation.Key, operation.Value!.AsObject()));

    private static JsonNode Schema(JsonObject operation, string status, string type = "application/json") =>
        operation["responses"]![status]!["content"]![type]!["schema"]!;

    private JsonNode? Resolve(string reference)
    {
        var node = _api;
        foreach (var part in reference.TrimStart('#', '/').Split('/')) node = node?[part];
        return node;
    }

    private static void Collect(JsonNode? node, List<string> references)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Collect(item, references);
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields)
            {
                if (name == "$ref") references.Add((string)value!);
                else Collect(value, references);
            }
        }
    }

    private void AssertFits(JsonNode? value, JsonNode schema, string where)
    {
        if (schema["$ref"] is { } reference)
        {
            AssertFits(value, Resolve((string)reference!)!, where);
            return;
        }

        if (schema["anyOf"] is JsonArray choices)
        {
            if (value is not null) AssertFits(value, choices[0]!, where);
            return;
        }

        if (schema["enum"] is JsonArray known) Assert.True(known.Any(one => JsonNode.DeepEquals(one, value)),
            $"{where}: {value} is none of {known.ToJsonString()}");
        if (schema["type"] is { } type)
        {
            var allowed = type is JsonArray several ? several.Select(one => (string)one!).ToList() : [(string)type!];
            Assert.True(allowed.Contains(TypeOf(value)) || (TypeOf(value) == "integer" && allowed.Contains("number")),
                $"{where}: {TypeOf(value)} is none of {string.Join(", ", allowed)}");
        }

        if (value is JsonArray items && schema["items"] is { } item)
        {
            for (var i = 0; i < items.Count; i++) AssertFits(items[i], item, $"{where}[{i}]");
        }

        if (value is not JsonObject fields || schema["properties"] is not JsonObject members) return;
        Assert.All(schema["required"]?.AsArray() ?? [], name => Assert.True(fields.ContainsKey((string)name!), $"{where} has no {name}"));
        foreach (var (name, own) in fields)
        {
            Assert.True(members.ContainsKey(name), $"{where}: {name} is not described");
            AssertFits(own, members[name]!, where + "." + name);
        }
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => value.ToJsonString().AsSpan().IndexOfAny('.', 'e') < 0 ? "integer" : "number",
        _ => "boolean",
    };
}
