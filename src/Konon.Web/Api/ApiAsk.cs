using System.Globalization;
using Konon.Ledger.Search;
using Konon.Store;
using Konon.Text;
using Konon.Web.Telling;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace Konon.Web.Api;

/// <summary>A request to the API, read strictly: what cannot be understood is a <see cref="FormatException"/> that says so.</summary>
internal sealed class ApiAsk(HttpContext context, LedgerStore store, ApiOperation operation)
{
    // Longer words find nothing and cost their length.
    private const int LongestValue = 2000;
    private const int MostFields = 50;

    public HttpContext Context { get; } = context;

    public LedgerStore Store { get; } = store;

    public ApiOperation Operation { get; } = operation;

    public string? Cursor => Text("cursor");

    public int Limit => Number("limit");

    /// <summary>Stories as they were built last.</summary>
    public StoryCache Stories => Context.RequestServices.GetRequiredService<StoryCache>();

    /// <summary>What takes long to count, counted once for each state of the ledger and each question: under the ETag of the
    /// answer.</summary>
    public T Kept<T>(Func<T> count) => Context.RequestServices.GetRequiredService<IMemoryCache>()
        .GetOrCreate(Context.Response.Headers.ETag.ToString(), entry =>
    {
        entry.Size = 1;
        return count();
    })!;

    /// <summary>A part of the path.</summary>
    public string Name(string name) => Context.GetRouteValue(name)?.ToString() ?? "";

    /// <summary>Checks all fields of the query: a slip in a filter's name must not give all that there is.</summary>
    /// <exception cref="FormatException">One is unknown, stands twice where it may not, or has a value that it cannot have.</exception>
    public void Check()
    {
        if (Context.Request.Query.Count > MostFields) throw new FormatException("the address has too many parameters");
        foreach (var (name, values) in Context.Request.Query)
        {
            if (Operation.Parameters.FirstOrDefault(known => known.Name == name) is not { } parameter)
            {
                var all = Operation.Parameters.Count == 0 ? "none" : string.Join(", ", Operation.Parameters.Select(known => known.Name));
                throw new FormatException($"there is no parameter {name}; there are: {all}");
            }

            if (values.Count > 1 && !ApiParameters.FilterNames.Contains(name)) throw new FormatException(name + " stands more than once");
            foreach (var value in values) Check(parameter, value ?? "");
        }
    }

    /// <summary>A text, trimmed; the parameter's default where it is not given or empty.</summary>
    public string? Text(string name)
    {
        var value = Context.Request.Query[name].ToString().Trim();
        return value.Length == 0 ? Parameter(name).Default : value;
    }

    public DateOnly? Day(string name) => IsoDay.TryRead(Text(name));

    public int Number(string name) => int.Parse(Text(name)!, NumberStyles.None, CultureInfo.InvariantCulture);

    public int? NumberOrNull(string name) => Text(name) is null ? null : Number(name);

    public bool Truth(string name) => Text(name) == "true";

    /// <summary>The query's words, and its filters with those of the parameters.</summary>
    public (SearchNode? Words, LedgerFilter Filter) Search()
    {
        if (Text("q") is not { } text) return (null, Filter(LedgerFilter.None));
        if (SearchQuery.TryParse(text, out var query) is { } fault) throw new FormatException(fault.ToString());
        return (query!.Words, Filter(query.Filter));
    }

    /// <summary>The filters of the parameters.</summary>
    public LedgerFilter Filter() => Filter(LedgerFilter.None);

    private LedgerFilter Filter(LedgerFilter filter)
    {
        foreach (var parameter in Operation.Parameters.Where(one => ApiParameters.FilterNames.Contains(one.Name)))
        {
            foreach (var value in Context.Request.Query[parameter.Name])
            {
                if (string.IsNullOrWhiteSpace(value)) continue;
                var wrong = SearchFilters.TryAdd(parameter.Name, value, ref filter);
                if (wrong is not null) throw new FormatException(parameter.Name + ": " + wrong);
            }
        }

        return Operation.Parameters.Contains(ApiParameters.Rejected) ? filter with { WithRejected = Truth("rejected") } : filter;
    }

    private ApiParameter Parameter(string name) => Operation.Parameters.Single(known => known.Name == name);

    private static void Check(ApiParameter parameter, string value)
    {
        value = value.Trim();
        if (value.Length == 0) return;
        if (value.Length > LongestValue) throw new FormatException($"{parameter.Name} is longer than {LongestValue}");
        var isWrong = parameter.Value switch
        {
            ApiValue.Day => IsoDay.TryRead(value) is null,
            ApiValue.Number => !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number < parameter.Least || number > parameter.Most,
            ApiValue.Truth => value is not ("true" or "false"),
            _ => parameter.Choices.Count > 0 && !parameter.Choices.Contains(value, StringComparer.Ordinal),
        };
        if (isWrong) throw new FormatException(parameter.Name + ": " + Allowed(parameter));
    }

    private static string Allowed(ApiParameter parameter) => parameter.Value switch
    {
        ApiValue.Day => "a day such as 2025-03-01",
        ApiValue.Number => string.Create(CultureInfo.InvariantCulture, $"a whole number from {parameter.Least} to {parameter.Most}"),
        ApiValue.Truth => "true or false",
        _ => "one of " + string.Join(", ", parameter.Choices),
    };
}
