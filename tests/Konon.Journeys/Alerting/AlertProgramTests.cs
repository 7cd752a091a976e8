using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Konon.Journeys.Alerting;

/// <summary>The built program makes alerts, runs them once, and runs them while it serves.</summary>
public sealed class AlertProgramTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task An_alert_is_made_tried_run_logged_and_removed()
    {
        await using var receiver = await Receiver.OpenAsync();
        Report("first.txt", "Tiga Orang Tewas dalam Banjir Bandang Kali Wening", "tiga");
        Assert.Equal(0, _desk.Run("add", "first.txt").Code);
        var made = _desk.Run("alerts", "add", "--story", "banjir", "--to", receiver.Address, "--on", "figure");
        Assert.Equal(0, made.Code);
        Assert.Matches("^alert   [0-9a-f]{16}\nsecret  [0-9a-f]{64}\n$", made.Output);
        var id = Regex.Match(made.Output, "[0-9a-f]{16}").Value;
        Assert.DoesNotContain(
            Regex.Match(made.Output, "[0-9a-f]{64}").Value, _desk.Run("alerts", "list", "--format", "json").Output,
            StringComparison.Ordinal);

        Assert.Equal(1, _desk.Run("alerts", "test", id).Code);
        Assert.Equal(0, _desk.Run("alerts", "test", id, "--allow-private").Code);
        Assert.Single(receiver.Messages);

        Report("second.txt", "Korban Tewas Banjir Bandang Kali Wening Jadi Tujuh Orang", "tujuh");
        Assert.Equal(0, _desk.Run("add", "second.txt").Code);
        var run = _desk.Run("alerts", "run", "--allow-private");
        Assert.Equal((0, "1 found, 1 sent, 0 not taken\n"), (run.Code, run.Output));
        Assert.Equal("0 found, 0 sent, 0 not taken\n", _desk.Run("alerts", "run", "--allow-private").Output);
        var log = JsonDocument.Parse(_desk.Run("alerts", "log", "--format", "json").Output).RootElement;
        Assert.Equal(["figure", "test", "test"], log.EnumerateArray().Select(line => line.GetProperty("kind").GetString()));

        Assert.Equal(0, _desk.Run("alerts", "remove", id[..6]).Code);
        Assert.Equal(3, _desk.Run("alerts", "remove", id).Code);
    }

    [Theory]
    [InlineData("alerts", "add", "--to", "https://desk.example/hook")]
    [InlineData("alerts", "add", "--story", "x", "--search", "y", "--to", "https://desk.example/hook")]
    [InlineData("alerts", "add", "--story", "x", "--to", "ftp://desk.example/hook")]
    [InlineData("alerts", "add", "--story", "x", "--on", "gossip", "--to", "https://desk.example/hook")]
    public void A_wrong_alert_is_wrong_usage(params string[] arguments)
    {
        Assert.Equal(0, _desk.Run("add", "coverage").Code);
        var run = _desk.Run(arguments);
        Assert.Equal(2, run.Code);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task While_the_ledger_is_served_alerts_are_sent()
    {
        await using var receiver = await Receiver.OpenAsync();
        Report("first.txt", "Tiga Orang Tewas dalam Banjir Bandang Kali Wening", "tiga");
        Assert.Equal(0, _desk.Run("add", "first.txt").Code);
        Assert.Equal(0, _desk.Run("alerts", "add", "--story", "banjir", "--to", receiver.Address).Code);
        Report("second.txt", "Korban Tewas Banjir Bandang Kali Wening Jadi Tujuh Orang", "tujuh");
        Assert.Equal(0, _desk.Run("add", "second.txt").Code);
        using var serving = Program.Start(_desk.Folder, "serve", "--allow-private", "--urls", "http://127.0.0.1:0");
        try
        {
            for (var i = 0; i < 600 && receiver.Messages.IsEmpty; i++) await Task.Delay(100, TestContext.Current.CancellationToken);
            Assert.NotEmpty(receiver.Messages);
        }
        finally
        {
            serving.Kill();
        }
    }

    private void Report(string name, string title, string count) => _desk.Write(
        name,
        $"{title}\n\nKALI WENING, Warta Bahari – Sebanyak {count} orang tewas diterjang banjir bandang di Kali Wening, kata Kepala BPBD Kali Wening Rina Astuti, "
        + (count == "tiga" ? "Senin (3/3/2025) pagi" : "Selasa (4/3/2025) sore")
            + $".\n\"Kami menemukan {count} orang tewas di Kali Wening,\" ujar Rina.\n");
}
