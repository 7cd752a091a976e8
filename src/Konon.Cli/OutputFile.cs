using System.IO.Compression;
using Konon.Store;

namespace Konon.Cli;

/// <summary>A file that gets its name when it is whole; until then, and where it never is, what stood there before stays.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _fresh;
    private readonly FileStream _file;

    /// <summary>Begins a file; it is compressed where its name ends in <c>.gz</c>.</summary>
    /// <exception cref="IOException">It cannot be made there.</exception>
    public OutputFile(string path)
    {
        _path = path;
        _fresh = path + ".part";
        _file = new FileStream(_fresh, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        var isPacked = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        Stream = isPacked ? new GZipStream(_file, CompressionLevel.Optimal, leaveOpen: true) : _file;
    }

    public Stream Stream { get; }

    /// <summary>Brings the file to the disk and gives it its name.</summary>
    public void Commit()
    {
        if (Stream != _file) Stream.Dispose();
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        CrashPoints.Reach("file.before-rename");
        File.Move(_fresh, _path, overwrite: true);
        FolderSync.Sync(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        CrashPoints.Reach("file.after-rename");
    }

    public void Dispose()
    {
        try
        {
            // Writes what it still holds, which fails again on a disk that is full.
            if (Stream != _file) Stream.Dispose();
            _file.Dispose();
        }
        catch (IOException)
        {
            // Told already by whoever could not write.
        }
        finally
        {
            File.Delete(_fresh);
        }
    }
}
