using Konon.Articles;
using Konon.Claims;
using Konon.Intake;

namespace Konon.Cli;

/// <summary>What came of one input: a reading, or why there is none.</summary>
/// <param name="Input">The input as the user named it.</param>
/// <param name="Reading">What was read; null when it was refused.</param>
/// <param name="Refusal">Why it was refused; null when it was read.</param>
internal readonly record struct Outcome(string Input, Reading? Reading, string? Refusal);

/// <summary>Which inputs, and how to take them.</summary>
/// <param name="Paths">Files, folders, or <c>-</c>.</param>
/// <param name="Columns">How a table calls Konon's fields.</param>
/// <param name="MaxTextSize">The most bytes of text that one article may have.</param>
/// <param name="Jobs">How many articles to read at a time.</param>
internal sealed record InputOptions(IReadOnlyList<string> Paths, ColumnMap Columns, int MaxTextSize, int Jobs);

/// <summary>Reads the inputs that the user named.</summary>
internal static class Inputs
{
    /// <summary>The outcomes, in the order of the inputs for any number of jobs.</summary>
    public static IEnumerable<Outcome> Read(InputOptions options)
    {
        var coverage = new Coverage(
            CoverageOptions.Default with { MaxDocumentBytes = options.MaxTextSize, Columns = options.Columns },
            Console.OpenStandardInput());
        var limits = ArticleOptions.Default with { MaxTextBytes = options.MaxTextSize };
        return InOrder.Select(Items(coverage, options.Paths), item => ReadOne(item, limits), options.Jobs);
    }

    // A device or a network drive may fail at any byte: that costs the path that it happens in.
    private static IEnumerable<CoverageItem> Items(Coverage coverage, IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            using var items = coverage.Read([path]).GetEnumerator();
            while (true)
            {
                CoverageItem item;
                try
                {
                    if (!items.MoveNext()) break;
                    item = items.Current;
                }
                catch (IOException)
                {
                    item = new CoverageItem(null, new RefusedInput(path, IntakeRefusal.Unreadable));
                }

                yield return item;
                if (item.Refused?.Input == path) break;
            }
        }
    }

    private static Outcome ReadOne(CoverageItem item, ArticleOptions limits)
    {
        if (item.Refused is { } refused) return new Outcome(refused.Input, null, RefusedInput.Message(refused.Reason));
        var document = item.Document!;
        try
        {
            var refusal = ArticleReader.TryRead(document, limits, out var article);
            return refusal is { } reason
                ? new Outcome(document.Input, null, reason.Message())
                : new Outcome(document.Input, ClaimFinder.Read(article!), null);
        }
#pragma warning disable CA1031 // The last resort: a fault of the program on one article costs that article, and says which.
        catch (Exception fault) when (fault is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return new Outcome(document.Input, null, $"a fault in konon, please report it: {fault.GetType().Name}: {fault.Message}");
        }
    }
}
