using System.Globalization;

namespace Konon.Benchmarks.Lineage;

/// <summary>Runs of the lineage stage from the command line.</summary>
internal static class LineageRuns
{
    private const int Stories = 300;
    private const int TextsInPart = 20_000;

    /// <summary><c>lineage-stories [COUNT [log]]</c> scores generated stories, <c>lineage-speed [TEXTS]</c> measures the stream.</summary>
    public static int Run(string mode, string[] rest)
    {
        var count = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 0;
        switch (mode)
        {
            case "lineage-stories":
                Console.WriteLine("| stories | origins exact | by de-duplication | interval holds | mean width | directions right | copies told |");
                Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
                var stories = count > 0 ? count : Stories;
                var log = rest.Contains("log") ? Console.Error : null;
                // The second row is of stories that nothing was set by.
                Console.WriteLine(LineageScore.Of(0, stories, log));
                Console.WriteLine(LineageScore.Of(stories, stories));
                return 0;
            case "lineage-speed":
                CopySpeed.Print(Console.Out, count > 0 ? count : TextsInPart);
                return 0;
            default:
                Console.Error.WriteLine("lineage-stories or lineage-speed");
                return 2;
        }
    }
}
