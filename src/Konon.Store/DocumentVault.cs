using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Compression;
using Konon.Bytes;

namespace Konon.Store;

/// <summary>The kept documents: a folder in which each is a gzip file named by the SHA-256 of what it unpacks to.</summary>
/// <remarks>
/// <c>ab/abcdef….gz</c>. A file is written under another name, brought to the disk and then renamed, so that a file under its own name is
/// whole; <see cref="Sync"/> then brings its name to the disk. Thread-safe, and safe beside other processes: two that keep the same
/// bytes write the same file.
/// </remarks>
public sealed class DocumentVault : IDocumentVault
{
    private const string Suffix = ".gz";
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");
    private readonly string _folder;

    // Folders whose list of names may not be on the disk yet.
    private readonly ConcurrentDictionary<string, bool> _unsynced = new(StringComparer.Ordinal);

    /// <summary>The documents in a folder; it is made when the first is kept.</summary>
    public DocumentVault(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = folder;
    }

    /// <inheritdoc/>
    public string Place => _folder;

    /// <inheritdoc/>
    public void Keep(string sha256, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(sha256);
        var folder = Path.GetDirectoryName(path)!;
        if (File.Exists(path))
        {
            // Another process may have renamed it a moment ago and not have come to its folder yet.
            _unsynced.TryAdd(folder, true);
            return;
        }

        MakeFolder(folder);
        var fresh = string.Concat(path, ".", Guid.NewGuid().ToString("N"), ".part");
        try
        {
            using (var file = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                CrashPoints.Reach("document.before-write");
                using (var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true)) packed.Write(bytes);
                CrashPoints.Reach("document.before-sync");
                file.Flush(flushToDisk: true);
            }

            CrashPoints.Reach("document.after-sync");
            File.Move(fresh, path, overwrite: true);
            _unsynced.TryAdd(folder, true);
            CrashPoints.Reach("document.after-rename");
        }
        catch
        {
            File.Delete(fresh);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Sync()
    {
        foreach (var folder in _unsynced.Keys)
        {
            // Taken out first: a document that is kept in the meantime puts its folder in again.
            if (!_unsynced.TryRemove(folder, out _)) continue;
            try
            {
                CrashPoints.Reach("folder.before-sync");
                FolderSync.Sync(folder);
                CrashPoints.Reach("folder.after-sync");
            }
            catch
            {
                _unsynced.TryAdd(folder, true);
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public byte[]? Get(string sha256)
    {
        try
        {
            using var packed = new GZipStream(File.OpenRead(PathOf(sha256)), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            packed.CopyTo(bytes);
            var kept = bytes.ToArray();
            return DocumentDigest.Of(kept) == sha256
                ? kept
                : throw new InvalidDataException("the kept document has another digest than its name");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public bool Has(string sha256) => File.Exists(PathOf(sha256));

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Missing(IReadOnlyCollection<string> digests) => [.. digests.Where(sha256 => !Has(sha256))];

    /// <inheritdoc/>
    public void Erase(string sha256) => File.Delete(PathOf(sha256));

    /// <inheritdoc/>
    public IEnumerable<string> All() => !Directory.Exists(_folder)
        ? []
        : Directory.EnumerateFiles(_folder, "*" + Suffix, SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path)[..^Suffix.Length])
            .Where(IsDigest);

    /// <inheritdoc/>
    public IEnumerable<string> Unfinished() => !Directory.Exists(_folder)
        ? []
        : Directory.EnumerateFiles(_folder, "*.part", SearchOption.AllDirectories);

    /// <inheritdoc/>
    public void Tidy(DateTimeOffset before)
    {
        foreach (var part in Unfinished())
        {
            if (File.GetLastWriteTimeUtc(part) < before.UtcDateTime) File.Delete(part);
        }
    }

    /// <inheritdoc/>
    public long Size() => !Directory.Exists(_folder)
        ? 0
        : new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    // A new folder is itself a name in the one above it.
    private void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        var isFirst = !Directory.Exists(_folder);
        Directory.CreateDirectory(folder);
        _unsynced.TryAdd(_folder, true);
        if (isFirst) _unsynced.TryAdd(Path.GetDirectoryName(Path.GetFullPath(_folder))!, true);
    }

    private string PathOf(string sha256)
    {
        // A digest out of a stranger's file must not lead out of the folder.
        if (!IsDigest(sha256))
        {
            throw new ArgumentException("not a SHA-256 in small hexadecimal digits", nameof(sha256));
        }

        return Path.Combine(_folder, sha256[..2], sha256 + Suffix);
    }

    /// <inheritdoc/>
    public DateTimeOffset? KeptAt(string sha256) =>
        new FileInfo(PathOf(sha256)) is { Exists: true } file ? new DateTimeOffset(file.LastWriteTimeUtc) : null;

    private static bool IsDigest(string name) => name.Length == 64 && name.AsSpan().IndexOfAnyExcept(Hexadecimal) < 0;
}
