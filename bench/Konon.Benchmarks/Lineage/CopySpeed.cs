using System.Globalization;
using Konon.Stories.Lineage;

namespace Konon.Benchmarks.Lineage;

/// <summary>How fast copies are looked for in a stream of short texts, from its first part to its tenth.</summary>
public static class CopySpeed
{
    private const int Parts = 10;
    private const int Words = 60;
    private const int MostWords = 20_000;

    /// <summary>Streams ten parts of so many texts and tells the texts a second of each.</summary>
    /// <returns>Of each part the texts a second, in processor time.</returns>
    public static IReadOnlyList<double> Measure(int textsInPart)
    {
        var finder = new CopyFinder(CopyOptions.Default with { Window = 20_000, MostShingles = 1 << 20 });
        var speeds = new List<double>();
        for (var part = 0; part < Parts; part++)
        {
            var texts = Texts(part, textsInPart);
            var from = Environment.CpuUsage.TotalTime;
            foreach (var text in texts) finder.Add(text);
            speeds.Add(textsInPart / (Environment.CpuUsage.TotalTime - from).TotalSeconds);
        }

        return speeds;
    }

    /// <summary>Prints the speed of the second part and of the tenth, and the time of the tenth as a multiple of the second's.</summary>
    public static void Print(TextWriter output, int textsInPart)
    {
        ArgumentNullException.ThrowIfNull(output);
        var speeds = Measure(textsInPart);
        output.WriteLine("| short texts in a part | texts/s, second part | tenth | time of the tenth |");
        output.WriteLine("| ---: | ---: | ---: | ---: |");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {textsInPart} | {speeds[1]:0} | {speeds[^1]:0} | {speeds[1] / speeds[^1]:0.00} |"));
    }

    // Sixty words each, drawn as words of news are, a few often and most seldom; one in five is another's with words changed.
    private static List<string> Texts(int part, int count)
    {
        var chance = new Chance((ulong)part + 1);
        var texts = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            var copied = i > 0 && chance.In100(20) ? chance.Of(texts).Split(' ') : null;
            texts.Add(string.Join(' ', Enumerable.Range(0, Words).Select(k => copied is null || chance.In100(10) ? Word(chance) : copied[k])));
        }

        return texts;
    }

    // The product of two even draws favours small numbers about as Zipf's law does.
    private static string Word(Chance chance)
    {
        var number = (int)((long)chance.Next(MostWords) * chance.Next(MostWords) / MostWords);
        return string.Create(CultureInfo.InvariantCulture, $"kata{number:x}");
    }
}
