using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Konon.Web.Access;

/// <summary>The tokens of a ledger: a file beside it with a line for each that was added and each that was revoked.</summary>
/// <remarks>
/// A token is 256 bits of chance, so its plain SHA-256 tells nobody what it was. Lines are only ever added; what another process adds or
/// revokes counts from the next question on. Thread-safe.
/// </remarks>
public sealed class TokenBook
{
    private const int TokenBytes = 32;
    private const int LongestName = 100;
    // Whoever leaks one is found: scanners of published code look for such prefixes.
    private const string Prefix = "konon_";

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private (DateTime Changed, long Length) _mark;
    private Dictionary<string, KnownToken> _known = new(StringComparer.Ordinal);

    /// <summary>The tokens in a file, which need not be there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="time">The clock, for when a token was made.</param>
    public TokenBook(string path, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(time);
        Path = path;
        _time = time;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Where the tokens of a ledger lie that was opened at a path: beside it; null for one on a server, which has no
    /// beside.</summary>
    public static string? PathOf(string ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.Contains("Host=", StringComparison.OrdinalIgnoreCase) ? null : ledger + ".tokens";
    }

    /// <summary>The tokens that count, by name.</summary>
    public IReadOnlyList<KnownToken> All() => [.. Known().Values.OrderBy(token => token.Name, StringComparer.Ordinal)];

    /// <summary>Whose a token is; null where it is nobody's. Looks at the file's time, and reads it only where that changed.</summary>
    public KnownToken? Find(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        // What is sought is a digest of a secret: how long the search takes tells nothing of the secret.
        return token.StartsWith(Prefix, StringComparison.Ordinal) ? Known().GetValueOrDefault(DigestOf(token)) : null;
    }

    /// <summary>Makes a token.</summary>
    /// <param name="name">Whose it is to be.</param>
    /// <param name="scope">What its bearer may do.</param>
    /// <param name="token">The token, which can be had here and never again.</param>
    /// <returns>Why none was made; null where one was.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public TokenRefusal? TryAdd(string name, TokenScope scope, out string token)
    {
        ArgumentNullException.ThrowIfNull(name);
        token = "";
        name = name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) return TokenRefusal.BadName;
        if (Known().Values.Any(known => known.Name == name)) return TokenRefusal.NameTaken;
        var made = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        Append(new TokenLine { Sha256 = DigestOf(made), Name = name, Scope = scope, AddedAt = _time.GetUtcNow() });
        token = made;
        return null;
    }

    /// <summary>Takes a token out; requests with it are refused from now on, by servers that run as well.</summary>
    /// <returns>Why not; null where it was done.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public TokenRefusal? TryRevoke(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Known().Values.FirstOrDefault(known => known.Name == name.Trim()) is not { } token) return TokenRefusal.NoSuchToken;
        Append(new TokenLine { Sha256 = token.Sha256, RevokedAt = _time.GetUtcNow() });
        return null;
    }

    private static string DigestOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private void Append(TokenLine line)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read };
        // Names of people and what they may do are not for everybody on the machine.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(Path, options);
        // In one write, behind a line end of its own: a line that was cut off must not swallow the next one.
        file.Write(Encoding.UTF8.GetBytes((file.Position > 0 ? "\n" : "") + line.Write() + "\n"));
        file.Flush(flushToDisk: true);
    }

    private Dictionary<string, KnownToken> Known()
    {
        var file = new FileInfo(Path);
        var mark = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        lock (_lock)
        {
            if (mark != _mark) (_known, _mark) = (Read(), mark);
            return _known;
        }
    }

    private Dictionary<string, KnownToken> Read()
    {
        var known = new Dictionary<string, KnownToken>(StringComparer.Ordinal);
        if (!File.Exists(Path)) return known;
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } text)
        {
            if (TokenLine.TryRead(text) is not { } line) continue;
            if (line is not { Name: { } name, Scope: { } scope, AddedAt: { } at }) known.Remove(line.Sha256);
            else known[line.Sha256] = new KnownToken(name, scope, line.Sha256, at);
        }

        return known;
    }
}
