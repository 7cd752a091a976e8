using System.Runtime.CompilerServices;
using Xunit;

namespace Konon.Tests;

/// <summary>Compares what is printed with a text that somebody looked at and approved.</summary>
/// <remarks>
/// On a difference the received text lies beside the approved one. To approve anew, look at it, then run the test with
/// <c>KONON_APPROVE=1</c>.
/// </remarks>
internal static class Approved
{
    public static void Match(string received, string name, [CallerFilePath] string source = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(source)!, "Approved");
        var approved = Path.Combine(folder, name);
        if (Environment.GetEnvironmentVariable("KONON_APPROVE") == "1") File.WriteAllText(approved, received);
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (expected != received)
        {
            var dot = name.LastIndexOf('.');
            File.WriteAllText(Path.Combine(folder, name[..dot] + ".received" + name[dot..]), received);
        }

        Assert.Equal(expected, received);
    }
}
