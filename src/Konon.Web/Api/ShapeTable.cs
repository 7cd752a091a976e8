using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Konon.Web.Api;

/// <summary>The shapes of bodies and answers, as <c>shapes.txt</c> lists them.</summary>
/// <remarks>
/// A line that begins at its start names a shape and says what it is; the lines below it, each behind a tab, are its members: name, type,
/// meaning, parted by tabs. A name with <c>?</c> may be missing; a type with <c>?</c> may be null, with <c>[]</c> is a list of such;
/// words with
/// <c>|</c> between are the values that there are, one behind <c>=</c> the only one; <c>...</c> is a shape whose members are taken
/// over. Types are string, integer, number,
/// boolean, day, time, any, and the names of shapes.
/// </remarks>
internal static class ShapeTable
{
    /// <summary>All shapes by name.</summary>
    public static IReadOnlyDictionary<string, OpenApiSchema> Read(OpenApiDocument document)
    {
        var shapes = new Dictionary<string, OpenApiSchema>(StringComparer.Ordinal);
        OpenApiSchema? shape = null;
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("api/shapes")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells[0].Length > 0)
            {
                shape = new OpenApiSchema { Type = JsonSchemaType.Object, Description = cells[1], Properties = NewMembers(),
                    Required = NewNames() };
                shapes.Add(cells[0], shape);
            }
            else if (cells[1] == "...")
            {
                foreach (var (name, member) in shapes[cells[2]].Properties!) shape!.Properties!.Add(name, member);
                shape!.Required!.UnionWith(shapes[cells[2]].Required!);
            }
            else
            {
                Add(shape!, cells[1], cells[2], cells[3], document);
            }
        }

        return shapes;
    }

    /// <summary>The schema of a shape's name, in brackets for a list.</summary>
    public static IOpenApiSchema Of(string name, OpenApiDocument document) => name[0] == '['
        ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference(name[1..^1], document) }
        : new OpenApiSchemaReference(name, document);

    private static Dictionary<string, IOpenApiSchema> NewMembers() => new(StringComparer.Ordinal);

    private static HashSet<string> NewNames() => new(StringComparer.Ordinal);

    private static void Add(OpenApiSchema shape, string name, string type, string meaning, OpenApiDocument document)
    {
        var plain = name.TrimEnd('?');
        shape.Properties!.Add(plain, Member(type, meaning, document));
        if (plain == name) shape.Required!.Add(name);
    }

    private static IOpenApiSchema Member(string type, string? meaning, OpenApiDocument document)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            return new OpenApiSchema { Type = JsonSchemaType.Array, Items = Member(type[..^2], null, document), Description = meaning };
        }

        var isNullable = type[^1] == '?';
        var name = type.TrimEnd('?');
        var nothing = isNullable ? JsonSchemaType.Null : default;
        if (name.Contains('|', StringComparison.Ordinal) || name[0] == '=')
        {
            List<JsonNode> values = [.. name.TrimStart('=').Split('|').Select(value => JsonValue.Create(value)!)];
            if (isNullable) values.Add(JsonNullSentinel.JsonNull);
            return new OpenApiSchema { Type = JsonSchemaType.String | nothing, Enum = values, Description = meaning };
        }

        return name switch
        {
            "string" => new OpenApiSchema { Type = JsonSchemaType.String | nothing, Description = meaning },
            "day" => new OpenApiSchema { Type = JsonSchemaType.String | nothing, Format = "date", Description = meaning },
            "time" => new OpenApiSchema { Type = JsonSchemaType.String | nothing, Format = "date-time", Description = meaning },
            "integer" => new OpenApiSchema { Type = JsonSchemaType.Integer | nothing, Description = meaning },
            "number" => new OpenApiSchema { Type = JsonSchemaType.Number | nothing, Description = meaning },
            "boolean" => new OpenApiSchema { Type = JsonSchemaType.Boolean | nothing, Description = meaning },
            "any" => new OpenApiSchema { Description = meaning },
            _ when isNullable => new OpenApiSchema
            {
                AnyOf = [new OpenApiSchemaReference(name, document), new OpenApiSchema { Type = JsonSchemaType.Null }],
                Description = meaning,
            },
            _ => new OpenApiSchemaReference(name, document) { Description = meaning },
        };
    }
}
