using System.Security.Cryptography;
using System.Text;
using Konon.Articles;
using Konon.Claims;

namespace Konon.Cli;

/// <summary>What came of one input: a reading, or why there is none.</summary>
/// <param name="Input">The input as the user named it.</param>
/// <param name="Reading">What was read; null when it was refused.</param>
/// <param name="Refusal">Why it was refused; null when it was read.</param>
internal readonly record struct Outcome(string Input, Reading? Reading, string? Refusal);

/// <summary>Which inputs, and how to take them.</summary>
internal sealed record InputOptions(IReadOnlyList<string> Paths, IReadOnlyList<string> Map, long MaxTextSize, int Jobs);

/// <summary>Reads the inputs that the user named.</summary>
internal static class Inputs
{
    public static IEnumerable<Outcome> Read(InputOptions options) =>
        InOrder.Select(options.Paths, ReadOne, options.Jobs);

    private static Outcome ReadOne(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var article = new Article
        {
            Input = path,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Language = "id",
            Text = Encoding.UTF8.GetString(bytes),
        };
        return new Outcome(path, ClaimFinder.Read(article), null);
    }
}
