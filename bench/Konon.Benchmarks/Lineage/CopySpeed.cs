using System.Globalization;
using Konon.Stories.Lineage;

namespace Konon.Benchmarks.Lineage;

/// <summary>How fast copies are looked for in a stream of short texts, from its first part to its tenth.</summary>
public static class CopySpeed
{
    private const int Parts = 10;

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

    // About sixty words of one event's wordings; one in five is another's with a few words changed.
    private static List<string> Texts(int part, int count)
    {
        var chance = new Chance((ulong)part + 1);
        var texts = new List<string>(count);
        FakeEvent? told = null;
        for (var i = 0; i < count; i++)
        {
            if (i % 8 == 0) told = new FakeEvent(chance.Of(FakeEvent.Files), chance);
            texts.Add(i > 0 && chance.In100(20)
                ? texts[^1].Replace(" dan ", " serta ", StringComparison.Ordinal)
                : string.Join(' ', chance.Shuffled(FakeEvent.Slots).Take(4).Select(slot => Sentence(told!, slot, chance))));
        }

        return texts;
    }

    private static string Sentence(FakeEvent told, string slot, Chance chance)
    {
        var wording = chance.Of(told.Of(slot));
        return told.Fill(wording.Say([.. Enumerable.Range(0, wording.Places).Select(_ => chance.Next(60))]));
    }
}
