namespace Konon.Views;

/// <summary>An input that was not read.</summary>
/// <param name="Input">The input as the user named it.</param>
/// <param name="Reason">Why, in a few words.</param>
public readonly record struct BriefRefusal(string Input, string Reason);
