namespace Konon.Web.Api;

/// <summary>What the value of a parameter is.</summary>
internal enum ApiValue
{
    /// <summary>Words; of a filter several values are parted by commas, or the parameter stands several times.</summary>
    Text,

    /// <summary>A calendar day, <c>2025-06-10</c>.</summary>
    Day,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Truth,
}

/// <summary>A parameter of an operation; what is not listed is refused.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Value">What its value is.</param>
internal sealed record ApiParameter(string Name, string Summary, ApiValue Value = ApiValue.Text)
{
    /// <summary>The values that it can have; empty where it can have others.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Of a number the least.</summary>
    public int Least { get; init; } = 1;

    /// <summary>Of a number the greatest.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>What it is where it is not given, as it stands in an address; null where nothing is.</summary>
    public string? Default { get; init; }
}
