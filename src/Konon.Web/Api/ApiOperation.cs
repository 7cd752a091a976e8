using Konon.Web.Access;

namespace Konon.Web.Api;

/// <summary>What one address of the API does; the description of the API is made of it, and requests are checked against it.</summary>
/// <param name="Id">Its name for generators of clients.</param>
/// <param name="Tag">The group that it stands in.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Answer">The shape of the answer, a name in <c>shapes.txt</c>; in brackets for a list of such.</param>
internal sealed record ApiOperation(string Id, string Tag, string Summary, string Answer)
{
    /// <summary>What more there is to know; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The parameters of the address's query.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>What the token must allow.</summary>
    public TokenScope Scope { get; init; }

    /// <summary>The shape of the body; null where none is read.</summary>
    public string? Body { get; init; }

    /// <summary>What the parameters in the path stand for, by name.</summary>
    public string? Names { get; init; }

    /// <summary>What is answered besides the usual, by status.</summary>
    public IReadOnlyList<(int Status, string Meaning)> Besides { get; init; } = [];
}
