using System.Text.Json.Nodes;
using Konon.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Konon.Web.Api;

/// <summary>Describes the API in OpenAPI 3.1, out of the operations and shapes by which it answers.</summary>
internal static class ApiDescription
{
    private const string Scheme = "token";
    private const string Json = "application/json";
    private static readonly string[] Tags = ["ledger", "listings", "items", "stories", "review"];

    private const string ProblemJson = "application/problem+json";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = one => one.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any();
        options.AddOperationTransformer((operation, context, _) =>
        {
            var own = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Single();
            Describe(operation, own, context.Description.RelativePath ?? "", context.Document!);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Konon",
            Version = "1",
            Description = "Who said what, when, through whom, with which figures. Never says who is right.",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        // Where it stands is where it was asked for.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas = new Dictionary<string, IOpenApiSchema>(
            ShapeTable.Read(document).Select(shape => KeyValuePair.Create(shape.Key, (IOpenApiSchema)shape.Value)), StringComparer.Ordinal);
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A token of konon token add. Reading from the machine itself needs none, unless all are asked.",
            },
        };
        document.Tags = new HashSet<OpenApiTag>(Tags.Select(name => new OpenApiTag { Name = name }));
    }

    private static void Describe(OpenApiOperation operation, ApiOperation own, string path, OpenApiDocument document)
    {
        operation.OperationId = own.Id;
        operation.Summary = own.Summary;
        operation.Description = own.Description;
        operation.Tags = new HashSet<OpenApiTagReference> { new(own.Tag, document) };
        operation.Parameters = [.. Parameters(own, path)];
        operation.Responses = Responses(own, document);
        if (own.Body is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = Content(Json, body, document),
            };
        }

        var withToken = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] };
        operation.Security = own.Scope == TokenScope.Review ? [withToken] : [new OpenApiSecurityRequirement(), withToken];
    }

    private static IEnumerable<IOpenApiParameter> Parameters(ApiOperation own, string path)
    {
        if (own.Names is { } meaning)
        {
            var name = path[(path.IndexOf('{', StringComparison.Ordinal) + 1)..path.IndexOf('}', StringComparison.Ordinal)];
            yield return new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Description = meaning,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }

        foreach (var parameter in own.Parameters)
        {
            yield return new OpenApiParameter
            {
                Name = parameter.Name, In = ParameterLocation.Query, Description = parameter.Summary, Schema = Schema(parameter),
            };
        }

        if (own.Scope != TokenScope.Review) yield break;
        yield return new OpenApiParameter
        {
            Name = "If-Match",
            In = ParameterLocation.Header,
            Description = "The ETag of the claim as it was seen, or *; needed for decisions on claims",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
    }

    private static OpenApiSchema Schema(ApiParameter parameter) => parameter.Value switch
    {
        ApiValue.Number => new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = parameter.Least.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Maximum = parameter.Most == int.MaxValue ? null : parameter.Most.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Default = parameter.Default is { } number ? JsonValue.Create(int.Parse(number,
                System.Globalization.CultureInfo.InvariantCulture)) : null,
        },
        ApiValue.Truth => new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(parameter.Default == "true") },
        ApiValue.Day => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        _ => new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = parameter.Choices.Count == 0 ? null : [.. parameter.Choices.Select(choice => JsonValue.Create(choice)!)],
            Default = parameter.Default is { } text ? JsonValue.Create(text) : null,
        },
    };

    private static OpenApiResponses Responses(ApiOperation own, OpenApiDocument document)
    {
        var decides = own.Scope == TokenScope.Review;
        var responses = new OpenApiResponses
        {
            [decides ? "201" : "200"] = new OpenApiResponse { Description = own.Summary, Content = Content(Json, own.Answer, document) },
        };
        if (!decides) responses["304"] = new OpenApiResponse { Description = "If-None-Match has the mark of the answer" };
        IEnumerable<(int Status, string Meaning)> problems =
        [
            (StatusCodes.Status400BadRequest, "The request cannot be understood"),
            (StatusCodes.Status401Unauthorized, "A token is needed, or the one that was sent is nobody's"),
            (StatusCodes.Status429TooManyRequests, "Too many requests; Retry-After says when to go on"),
            (StatusCodes.Status503ServiceUnavailable, "The ledger cannot be read or written now"),
        ];
        if (own.Names is not null || decides) problems = problems.Append((StatusCodes.Status404NotFound,
            "The ledger has nothing of that id"));
        if (decides) problems = problems.Append((StatusCodes.Status403Forbidden, "The token may only read"));
        foreach (var (status, meaning) in problems.Concat(own.Besides))
        {
            var key = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            responses[key] = status switch
            {
                >= 400 => new OpenApiResponse { Description = meaning, Content = Content(ProblemJson, "Problem", document) },
                >= 300 => new OpenApiResponse { Description = meaning },
                _ => new OpenApiResponse { Description = meaning, Content = Content(Json, own.Answer, document) },
            };
        }

        return responses;
    }

    private static Dictionary<string, OpenApiMediaType> Content(string type, string shape, OpenApiDocument document) =>
        new(StringComparer.Ordinal) { [type] = new OpenApiMediaType { Schema = ShapeTable.Of(shape, document) } };
}
