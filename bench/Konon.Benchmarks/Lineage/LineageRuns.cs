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
                Console.WriteLine(LineageScore.Of(count > 0 ? count : Stories, rest.Length > 1 ? Console.Error : null));
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
