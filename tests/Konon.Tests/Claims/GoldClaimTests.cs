using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Konon.Claims;
using Konon.Intake;
using Konon.Views;
using Xunit;

namespace Konon.Tests.Claims;

/// <summary>The claims against the annotated articles beside the repository, by the measure that lies there.</summary>
public sealed class GoldClaimTests
{
    // The floors, the only place where they stand. To move one up: run the test with KONON_SHARED set, read the figures that it
    // prints, and set the floor 0.02 below; a claim of 201 moves F1 by 0.005, so less is noise. To move one down: say in the
    // commit which articles got worse and why that is right.
    private static readonly string[] Floors =
    [
        "claims=0.93", "whole=0.80", "exact=0.85", "positions=0.80", "speaker=0.92", "stance=0.94", "cue=0.93", "text=0.99",
    ];

    [Fact]
    public void Claims_agree_with_the_gold()
    {
        var gold = SharedData.Require("gold", "dev");
        var measure = SharedData.Require("gold", "score.py");
        var output = Path.Combine(Path.GetTempPath(), $"konon-gold-{Environment.ProcessId}.jsonl");
        try
        {
            var rows = Write(SharedData.Require("gold", "dev.jsonl"), output);
            Assert.True(rows >= 20, $"only {rows} articles were read");
            var (code, report) = Score(measure, gold, output);
            TestContext.Current.TestOutputHelper?.WriteLine(report);
            Assert.True(code == 0, report);
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static int Write(string input, string output)
    {
        using var file = File.Create(output);
        using var json = new Utf8JsonWriter(file, ArticleJson.WriterOptions);
        var rows = 0;
        foreach (var item in new Coverage(CoverageOptions.Default).Read([input]))
        {
            json.Reset();
            ArticleJson.Write(json, ClaimFinder.Read(Given.Article(item.Document!)));
            json.Flush();
            file.WriteByte((byte)'\n');
            rows++;
        }

        return rows;
    }

    private static (int Code, string Report) Score(string measure, string gold, string output)
    {
        var start = new ProcessStartInfo("python3", [measure, gold, output, "--min", .. Floors])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Assert.Skip("python3 is not here.");
        }

        using (process!)
        {
            var error = process!.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var report = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, report + error.GetAwaiter().GetResult());
        }
    }
}
