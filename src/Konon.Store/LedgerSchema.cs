using System.Globalization;
using System.Reflection;

namespace Konon.Store;

/// <summary>The scripts that make a ledger's tables, the oldest first; its version is the number of those that it has seen.</summary>
/// <remarks>A released script is never edited: what changes is a further script, which the ledgers that are there run once.</remarks>
internal sealed class LedgerSchema(params IReadOnlyList<string> scripts)
{
    /// <summary>The schema of this version of Konon.</summary>
    public static LedgerSchema Newest { get; } = new(Script(1));

    /// <summary>The version that a ledger has after the last script.</summary>
    public int Version => scripts.Count;

    /// <summary>The script that leads from the version before to this one, from 1.</summary>
    public string this[int version] => scripts[version - 1];

    private static string Script(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"schema/{number:000}");
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
