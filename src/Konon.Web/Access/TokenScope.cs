namespace Konon.Web.Access;

/// <summary>What the bearer of a token may do.</summary>
public enum TokenScope
{
    /// <summary>Read everything.</summary>
    Read,

    /// <summary>Read everything, and decide on what the machine found.</summary>
    Review,
}
