namespace Konon.Store;

/// <summary>Adds rows of evidence in one transaction. Not thread-safe.</summary>
public interface IEvidenceWriter : IDisposable
{
    /// <summary>Adds a claim.</summary>
    /// <param name="values">The values in the order of the table's columns.</param>
    /// <returns>The claim's number; higher than that of every claim before.</returns>
    long AddClaim(params ReadOnlySpan<object?> values);

    /// <summary>Adds a row of another table.</summary>
    /// <param name="table">Which.</param>
    /// <param name="values">The values in the order of the table's columns.</param>
    void Add(EvidenceTable table, params ReadOnlySpan<object?> values);

    /// <summary>Writes what is held back; to be done before any of it is asked for. A commit does it, too.</summary>
    void Flush();
}
