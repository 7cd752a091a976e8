#pragma warning disable CA1716 // What Visual Basic reserves may be called by its name here.
namespace Konon.Store;

/// <summary>The kept documents, by their digest: in a folder, or in a database that several machines share.</summary>
/// <remarks>
/// Thread-safe, and safe beside other processes: two that keep the same bytes keep them once. What is kept is packed; every digest is the
/// SHA-256 of the unpacked bytes in 64 small hexadecimal digits, and anything else is an <see cref="ArgumentException"/>.
/// </remarks>
public interface IDocumentVault
{
    /// <summary>Where the documents are, for messages.</summary>
    string Place { get; }

    /// <summary>Keeps bytes under their digest; nothing happens where they are kept already.</summary>
    /// <param name="sha256">SHA-256 of the bytes.</param>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="IOException">The disk is full or failing.</exception>
    void Keep(string sha256, ReadOnlySpan<byte> bytes);

    /// <summary>Makes sure that all that was kept so far outlives a power cut; to be done before a row that needs it is committed.</summary>
    /// <exception cref="IOException">The disk is failing.</exception>
    void Sync();

    /// <summary>The kept bytes; null where they are not there.</summary>
    /// <exception cref="InvalidDataException">They are damaged: they unpack to other bytes.</exception>
    byte[]? Get(string sha256);

    /// <summary>Whether the bytes are kept.</summary>
    bool Has(string sha256);

    /// <summary>Those of the digests whose bytes are not kept; one question for all of them where it can be.</summary>
    IReadOnlyCollection<string> Missing(IReadOnlyCollection<string> digests);

    /// <summary>Erases the bytes; nothing happens where they are not kept.</summary>
    void Erase(string sha256);

    /// <summary>When the bytes were kept; null where they are not.</summary>
    DateTimeOffset? KeptAt(string sha256);

    /// <summary>The digests of all that is kept, in no order.</summary>
    IEnumerable<string> All();

    /// <summary>What interrupted writers left half written, by path.</summary>
    IEnumerable<string> Unfinished();

    /// <summary>Erases what an interrupted writer left half written.</summary>
    /// <param name="before">Only what was written before; a younger one may still be at work.</param>
    void Tidy(DateTimeOffset before);

    /// <summary>How many bytes everything takes, packed.</summary>
    long Size();
}
