using System.Diagnostics;
using System.Globalization;

namespace Konon.Store;

/// <summary>The moments at which losing the process would hurt most, by name, so that a test can end it there.</summary>
/// <remarks>
/// Inert unless <see cref="Variable"/> is set when the program starts: <c>commit.before:3</c> ends the process, as SIGKILL does, when
/// the third commit is about to be made. docs/ledger.md lists the same names and says why nothing is lost at each.
/// </remarks>
internal static class CrashPoints
{
    public const string Variable = "KONON_TEST_CRASH_AT";

    /// <summary>Every name, in the order in which an addition reaches them, then those of other commands.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "schema.before-commit", "schema.after-commit",
        "document.before-write", "document.before-sync", "document.after-sync", "document.after-rename",
        "folder.before-sync", "folder.after-sync",
        "commit.before", "commit.after",
        "file.before-rename", "file.after-rename",
        "backup.before-copy", "backup.after-copy",
    ];

    private static readonly (string Point, int Times)? Wanted = Parse(Environment.GetEnvironmentVariable(Variable));
    private static int _reached;

    /// <summary>Says that a moment is reached.</summary>
    public static void Reach(string point)
    {
        if (Wanted is not { } wanted || wanted.Point != point || Interlocked.Increment(ref _reached) != wanted.Times) return;
        using var own = Process.GetCurrentProcess();
        own.Kill();
        // The signal may take a moment to arrive; nothing must happen in it.
        Thread.Sleep(Timeout.Infinite);
    }

    private static (string Point, int Times)? Parse(string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        var colon = value.LastIndexOf(':');
        var isNumbered = int.TryParse(value.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var times);
        return colon > 0 && isNumbered ? (value[..colon], times) : (value, 1);
    }
}
