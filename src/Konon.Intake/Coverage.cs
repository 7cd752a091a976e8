using System.Security.Cryptography;
using Konon.Bytes;

namespace Konon.Intake;

/// <summary>Reads paths as coverage: texts, pages of HTML, folders, tables of rows, standard input, each plain or gzipped.</summary>
/// <remarks>
/// <para>
/// Lazy: a table is read row by row, and no more than one document is held. The order is that of the paths; within a
/// folder the files are sorted by path, ordinally; files and folders whose name starts with a dot are passed over.
/// </para>
/// <para>What cannot be read is one refused item, and the others are read all the same.</para>
/// </remarks>
public sealed class Coverage
{
    /// <summary>The path that means standard input.</summary>
    public const string StandardInput = "-";

    private readonly CoverageOptions _options;
    private readonly Stream? _standardInput;

    /// <summary>Coverage under the given limits.</summary>
    /// <param name="options">Limits and columns.</param>
    /// <param name="standardInput">What <c>-</c> reads from; null where there is none.</param>
    public Coverage(CoverageOptions options, Stream? standardInput = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _standardInput = standardInput;
    }

    /// <summary>The documents at <paramref name="paths"/>, and what was refused, in order.</summary>
    public IEnumerable<CoverageItem> Read(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return paths.SelectMany(ReadPath);
    }

    private IEnumerable<CoverageItem> ReadPath(string path)
    {
        if (path == StandardInput)
        {
            return _standardInput is null ? [CoverageItem.Of(path, IntakeRefusal.Unreadable)] : ReadStream(path, _standardInput);
        }

        if (Directory.Exists(path)) return ReadFolder(path);
        return File.Exists(path) ? ReadFile(path) : [CoverageItem.Of(path, IntakeRefusal.Missing)];
    }

    private IEnumerable<CoverageItem> ReadFolder(string path)
    {
        List<string> files;
        try
        {
            var all = new EnumerationOptions
            {
                RecurseSubdirectories = true,
                IgnoreInaccessible = true,
                // A link back to its own parent would never end.
                AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
            };
            files = [.. Directory.EnumerateFiles(path, "*", all).Where(file => !IsHidden(path, file))];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [CoverageItem.Of(path, IntakeRefusal.Unreadable)];
        }

        files.Sort(StringComparer.Ordinal);
        return files.Count == 0 ? [CoverageItem.Of(path, IntakeRefusal.EmptyFolder)] : files.SelectMany(ReadFile);
    }

    private static bool IsHidden(string folder, string file) =>
        Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar)
            .Any(part => part.StartsWith('.'));

    private IEnumerable<CoverageItem> ReadFile(string path)
    {
        FileStream stream;
        IntakeRefusal refusal;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
            return ReadStream(path, stream);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            refusal = IntakeRefusal.Missing;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            refusal = IntakeRefusal.Unreadable;
        }

        return [CoverageItem.Of(path, refusal)];
    }

    /// <summary>Reads one stream, closing it; whatever breaks on the way becomes the last item.</summary>
    private IEnumerable<CoverageItem> ReadStream(string input, Stream stream)
    {
        using var items = ReadContent(input, stream).GetEnumerator();
        using (stream)
        {
            while (true)
            {
                CoverageItem item;
                try
                {
                    if (!items.MoveNext()) yield break;
                    item = items.Current;
                }
                catch (InvalidDataException)
                {
                    item = CoverageItem.Of(input, IntakeRefusal.BrokenArchive);
                }
                catch (LimitExceededException)
                {
                    item = CoverageItem.Of(input, IntakeRefusal.UnpacksAboveLimit);
                }
                catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ObjectDisposedException)
                {
                    item = CoverageItem.Of(input, IntakeRefusal.Unreadable);
                }

                yield return item;
                if (item.Refused is { } refused && refused.Input == input) yield break;
            }
        }
    }

    private IEnumerable<CoverageItem> ReadContent(string input, Stream stream)
    {
        var head = new PeekStream(stream);
        var name = input;
        if (head.Peek(2) is [0x1F, 0x8B])
        {
            if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
            var unpacked = new BoundedStream(new GzipSource(head), _options.MaxContainerBytes);
            head = new PeekStream(unpacked);
        }

        var items = ContentKinds.Tell(name, head, _options.Columns) switch
        {
            ContentKind.Empty => [CoverageItem.Of(input, IntakeRefusal.Empty)],
            ContentKind.JsonLines => new JsonRows(_options).ReadLines(input, head),
            ContentKind.Json => new JsonRows(_options).ReadWhole(input, head),
            ContentKind.Csv => new CsvRows(_options).Read(input, head),
            ContentKind.Page => ReadWhole(input, head, new PageFields()),
            _ => ReadWhole(input, head, null),
        };
        foreach (var item in items) yield return item;
    }

    private IEnumerable<CoverageItem> ReadWhole(string input, Stream stream, PageFields? page)
    {
        var bytes = Whole.Read(stream, _options.MaxDocumentBytes);
        yield return bytes is null
            ? CoverageItem.Of(input, IntakeRefusal.AboveLimit)
            : CoverageItem.Of(new Document { Input = input, Bytes = bytes, Sha256 = Digest(bytes), Page = page });
    }

    internal static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
