using System.Text.Json;
using Konon.Store;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Konon.Web.Mcp;

/// <summary>A tool whose every fault is an answer with a line that helps, and costs nothing but the call.</summary>
internal sealed partial class GuardedTool(McpServerTool inner, ILogger? log) : DelegatingMcpServerTool(inner)
{
    // Longer arguments are no question.
    private const int LongestArgument = 2000;

    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            Check(request.Params?.Arguments);
            return await base.InvokeAsync(request, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault) when (Line(fault) is { } line)
        {
            return ToolAnswer.Fault(line);
        }
        catch (Exception fault)
        {
            // The words of an unforeseen fault may hold anything; whoever runs the server has them in the log.
            if (log is not null) Failed(log, ProtocolTool.Name, fault);
            return ToolAnswer.Fault(ProtocolTool.Name + ": a fault of Konon; the call gave nothing");
        }
    }

    // A name that is misspelt would be passed over, and the answer be one to another question.
    private void Check(IEnumerable<KeyValuePair<string, JsonElement>>? arguments)
    {
        var known = ProtocolTool.InputSchema.GetProperty("properties");
        foreach (var (name, value) in arguments ?? [])
        {
            if (!known.TryGetProperty(name, out var schema))
            {
                var names = string.Join(", ", known.EnumerateObject().Select(one => one.Name));
                throw new ToolFault($"there is no argument {name}; there are {names}");
            }

            var isLong = value.ValueKind == JsonValueKind.String && value.GetString()!.Length > LongestArgument;
            if (isLong) throw new ToolFault($"{name} is too long");
            if (!Fits(schema, value.ValueKind)) throw new ToolFault($"{name} must be {schema.GetProperty("type")}");
        }

        if (!ProtocolTool.InputSchema.TryGetProperty("required", out var required)) return;
        var given = (arguments ?? []).Select(argument => argument.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var name in required.EnumerateArray().Select(name => name.GetString()!))
        {
            if (!given.Contains(name)) throw new ToolFault($"{name} is missing");
        }
    }

    private static bool Fits(JsonElement schema, JsonValueKind kind)
    {
        if (!schema.TryGetProperty("type", out var type)) return true;
        var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()) : [type.GetString()];
        return types.Any(name => name switch
        {
            "string" => kind == JsonValueKind.String,
            "integer" or "number" => kind == JsonValueKind.Number,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "null" => kind == JsonValueKind.Null,
            _ => true,
        });
    }

    private static string? Line(Exception fault) => fault switch
    {
        ToolFault => fault.Message,
        FormatException => "cursor: " + fault.Message,
        LedgerException ledger => "the ledger: " + ledger.Fault.ToString().ToLowerInvariant(),
        JsonException => "the arguments are not as the tool's schema has them",
        _ when fault.InnerException is { } inner => Line(inner),
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "the tool {Tool} failed")]
    private static partial void Failed(ILogger logger, string tool, Exception fault);
}
