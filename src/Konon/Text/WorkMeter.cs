using System.Diagnostics;

namespace Konon.Text;

/// <summary>Counts the steps that reading takes, so that a test can compare work and not seconds.</summary>
/// <remarks>Counts in debug builds only; in a release build the calls are not there.</remarks>
internal static class WorkMeter
{
    [ThreadStatic]
    private static long steps;

    /// <summary>The steps of this thread so far.</summary>
    public static long Steps => steps;

    /// <summary>Counts one look at a token, or at a table.</summary>
    [Conditional("DEBUG")]
    public static void Step() => steps++;
}
