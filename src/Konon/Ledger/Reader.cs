using System.Reflection;

namespace Konon.Ledger;

/// <summary>Which version of Konon reads: part of every record, so that a better reader is never taken for an edit.</summary>
public static class Reader
{
    /// <summary><c>konon</c> and the release's number: <c>konon 0.1.0</c>.</summary>
    public static string Name { get; } = "konon " + Version;

    private static string Version =>
        typeof(Reader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
