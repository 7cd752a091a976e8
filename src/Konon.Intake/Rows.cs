using System.Globalization;

namespace Konon.Intake;

/// <summary>How rows are named.</summary>
internal static class Rows
{
    /// <summary>The container's path, a number sign and the row's number, counted from 1.</summary>
    public static string Name(string input, int number) => input + "#" + number.ToString(CultureInfo.InvariantCulture);
}
