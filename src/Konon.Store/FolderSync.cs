using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Konon.Store;

/// <summary>Brings a folder's names to the disk, without which a file that was renamed into it may be gone after a power cut.</summary>
/// <remarks>.NET opens no folders; POSIX systems do (<c>fsync</c> on the folder). NTFS journals its names itself.</remarks>
internal static class FolderSync
{
    private const int NotPermittedHere = 22; // EINVAL: a file system that knows no such thing, as some network drives.

    /// <summary>Returns when the names in the folder are on the disk.</summary>
    /// <exception cref="IOException">The disk is failing or full.</exception>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = Open(folder, 0);
        if (descriptor < 0) throw Fault(folder);
        try
        {
            if (Fsync(descriptor) != 0 && Marshal.GetLastPInvokeError() != NotPermittedHere) throw Fault(folder);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Fault(string folder)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException(folder + ": " + new Win32Exception(error).Message, error);
    }

    [DllImport(
        "libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
