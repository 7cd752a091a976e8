using System.Security.Cryptography;

namespace Konon.Store.Alerts;

/// <summary>The secrets of alerts: a file each, in a folder beside the ledger that only its owner reads.</summary>
/// <remarks>They are in no table, so that no export, backup or copy of the database carries them: a copied ledger signs
/// and sends nothing.</remarks>
public sealed class AlertSecrets
{
    private const int IdBytes = 8;
    private const int SecretBytes = 32;
    private readonly string _folder;

    internal AlertSecrets(string folder) => _folder = folder;

    /// <summary>The secret of an alert; null where it is not here.</summary>
    public string? Find(string alert)
    {
        try
        {
            return File.ReadAllText(PathOf(alert)).Trim();
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    internal static string NewId() => RandomNumberGenerator.GetHexString(IdBytes * 2, lowercase: true);

    /// <summary>Makes a secret and keeps it: 64 hexadecimal digits.</summary>
    internal string Make(string alert)
    {
        var secret = RandomNumberGenerator.GetHexString(SecretBytes * 2, lowercase: true);
        var owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(_folder);
        else Directory.CreateDirectory(_folder, owner | UnixFileMode.UserExecute);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = owner;
        using var file = new StreamWriter(PathOf(alert), options);
        file.WriteLine(secret);
        return secret;
    }

    internal void Erase(string alert)
    {
        if (Directory.Exists(_folder)) File.Delete(PathOf(alert));
    }

    private string PathOf(string alert) => Path.Combine(_folder, alert);
}
