using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Konon.Store;

/// <summary>The kept documents: a folder in which each is a gzip file named by the SHA-256 of what it unpacks to.</summary>
/// <remarks>
/// <c>ab/abcdef….gz</c>. A file is written under another name, brought to the disk and then renamed, so that a file under its own name is
/// whole. Thread-safe, and safe beside other processes: two that keep the same bytes write the same file.
/// </remarks>
public sealed class DocumentVault
{
    private const string Suffix = ".gz";
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");
    private readonly string _folder;

    /// <summary>The documents in a folder; it is made when the first is kept.</summary>
    public DocumentVault(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = folder;
    }

    /// <summary>Keeps bytes under their digest; nothing happens where they are kept already.</summary>
    /// <param name="sha256">SHA-256 of the bytes, 64 hexadecimal digits.</param>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="IOException">The disk is full or failing.</exception>
    public void Keep(string sha256, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(sha256);
        if (File.Exists(path)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var fresh = string.Concat(path, ".", Guid.NewGuid().ToString("N"), ".part");
        try
        {
            using (var file = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                using (var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true)) packed.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
        }
        catch
        {
            File.Delete(fresh);
            throw;
        }
    }

    /// <summary>The kept bytes; null where they are not there.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or unpacks to other bytes.</exception>
    public byte[]? Get(string sha256)
    {
        try
        {
            using var packed = new GZipStream(File.OpenRead(PathOf(sha256)), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            packed.CopyTo(bytes);
            var kept = bytes.ToArray();
            return Convert.ToHexStringLower(SHA256.HashData(kept)) == sha256
                ? kept
                : throw new InvalidDataException("the kept document has another digest than its name");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether the bytes are kept.</summary>
    public bool Has(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>Erases the bytes; nothing happens where they are not kept.</summary>
    public void Erase(string sha256) => File.Delete(PathOf(sha256));

    /// <summary>The digests of all that is kept, in no order.</summary>
    public IEnumerable<string> All() => !Directory.Exists(_folder)
        ? []
        : Directory.EnumerateFiles(_folder, "*" + Suffix, SearchOption.AllDirectories).Select(path => Path.GetFileName(path)[..^Suffix.Length]);

    /// <summary>Erases what an interrupted writer left half written.</summary>
    /// <param name="before">Only what was written before; a younger one may still be at work.</param>
    public void Tidy(DateTimeOffset before)
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var part in Directory.EnumerateFiles(_folder, "*.part", SearchOption.AllDirectories))
        {
            if (File.GetLastWriteTimeUtc(part) < before.UtcDateTime) File.Delete(part);
        }
    }

    /// <summary>How many bytes the folder's files have together.</summary>
    public long Size() => !Directory.Exists(_folder)
        ? 0
        : new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private string PathOf(string sha256)
    {
        // A digest out of a stranger's file must not lead out of the folder.
        if (sha256.Length != 64 || sha256.AsSpan().IndexOfAnyExcept(Hexadecimal) >= 0)
        {
            throw new ArgumentException("not a SHA-256 in small hexadecimal digits", nameof(sha256));
        }

        return Path.Combine(_folder, sha256[..2], sha256 + Suffix);
    }
}
