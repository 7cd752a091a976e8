using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Konon.Journeys;

public sealed class OutputTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Extract_prints_one_json_object_a_line_in_the_order_of_the_input()
    {
        var run = _desk.Run("extract", "coverage/b.txt", "coverage/a.txt");
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["coverage/b.txt", "coverage/a.txt"], lines.Select(line => line.GetProperty("input").GetString()));
        Assert.Equal((byte)'{', run.Bytes[0]);
        Assert.EndsWith("}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_claims_words_stand_at_their_offsets()
    {
        _desk.Write("emoji.txt", "Kabar 😀\n\n\"Ada 12 orang 😀 luka di sana,\" kata Budi Santoso di Jakarta.\n");
        foreach (var line in _desk.Run("extract", "coverage", "emoji.txt").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var article = JsonDocument.Parse(line).RootElement;
            var text = article.GetProperty("text").GetString()!.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
            foreach (var part in article.GetProperty("claims").EnumerateArray().SelectMany(claim => claim.GetProperty("content").EnumerateArray()))
            {
                var (start, end) = (part.GetProperty("start").GetInt32(), part.GetProperty("end").GetInt32());
                Assert.Equal(part.GetProperty("exact").GetString(), string.Concat(text[start..end]));
            }
        }
    }

    [Theory]
    [InlineData("brief")]
    [InlineData("extract")]
    [InlineData("explain")]
    public void The_same_bytes_give_the_same_output_for_any_number_of_jobs(string command)
    {
        for (var i = 0; i < 40; i++) _desk.Write($"coverage/n{i}.txt", Desk.First.Replace("7 orang", $"{i} orang", StringComparison.Ordinal));
        var one = _desk.Run(command, "--jobs", "1", "coverage");
        Assert.Equal(one.Bytes, _desk.Run(command, "--jobs", "4", "coverage").Bytes);
        Assert.Equal(one.Bytes, _desk.Run(command, "coverage").Bytes);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    public void A_brief_is_the_same_in_whatever_order_the_files_come(string format)
    {
        var one = _desk.Run("brief", "--format", format, "coverage/a.txt", "coverage/b.txt", "coverage/c.txt");
        var other = _desk.Run("brief", "--format", format, "coverage/c.txt", "coverage/a.txt", "coverage/b.txt");
        Assert.Equal(0, one.Code);
        Assert.Equal(one.Output, other.Output);
    }

    [Fact]
    public void A_brief_as_json_counts_what_was_read()
    {
        var brief = JsonDocument.Parse(_desk.Run("brief", "--format", "json", "coverage", "nowhere").Output).RootElement;
        Assert.Equal(3, brief.GetProperty("counts").GetProperty("reports").GetInt32());
        Assert.Equal("nowhere", brief.GetProperty("refused")[0].GetProperty("input").GetString());
    }

    [Fact]
    public void Extract_as_json_is_one_array() =>
        Assert.Equal(3, JsonDocument.Parse(_desk.Run("extract", "--format", "json", "coverage").Output).RootElement.GetArrayLength());

    [Theory]
    [InlineData("brief")]
    [InlineData("explain")]
    public void A_pipe_has_no_colours_unless_asked(string command)
    {
        Assert.DoesNotContain('\u001b', _desk.Run(command, "coverage").Output);
        Assert.DoesNotContain('\u001b', _desk.Run(command, "--color", "never", "coverage").Output);
        Assert.Contains('\u001b', _desk.Run(command, "--color", "always", "coverage").Output);
    }

    [Fact]
    public void Headings_speak_the_language_that_is_asked_for()
    {
        Assert.Contains("\nFIGURES", _desk.Run("brief", "coverage").Output, StringComparison.Ordinal);
        Assert.Contains("\nANGKA", _desk.Run("brief", "--ui", "id", "coverage").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_read_as_rows_with_other_names()
    {
        var row = "{\"kode\":\"x1\",\"isi\":\"Ani Lestari mengatakan jembatan itu aman.\"}\n";
        var run = Program.Pipe(_desk.Folder, row, "extract", "--map", "id=kode", "--map", "text=isi", "-");
        Assert.Equal("x1", JsonDocument.Parse(run.Output).RootElement.GetProperty("external_id").GetString());
    }

    [Fact]
    public void What_is_odd_and_no_fault_is_read_all_the_same()
    {
        _desk.Write("latin.txt", [.. "Ani mengatakan kafe itu tutup sejak kemarin. Caf"u8, 0xE9, .. " itu ramai.\n"u8]);
        _desk.Write("line.txt", string.Concat(Enumerable.Repeat("Ani mengatakan hujan turun lagi. ", 60_000)));
        _desk.Write("nested.txt", "Ani mengatakan hujan. " + new string('“', 10_000) + "x" + new string('”', 10_000));
        var run = _desk.Run("extract", "latin.txt", "line.txt", "nested.txt");
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Fact]
    public void Words_of_an_article_do_not_act_on_the_terminal()
    {
        var path = _desk.Write("evil.txt", "Judul \u001b[2J berita\n\n\"Kami \u202edatang \u001b]0;x\u0007 besok pagi,\" kata Ani Lestari di Jakarta.\n");
        foreach (var command in (string[])["brief", "explain"])
        {
            var output = _desk.Run(command, path).Output;
            Assert.DoesNotContain('\u001b', output);
            Assert.DoesNotContain('\u202e', output);
            Assert.DoesNotContain('\u0007', output);
        }
    }

    [Fact]
    public void Who_stops_reading_stops_the_program_quietly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a closed pipe is passed over by the console there");
        var rows = new StringBuilder();
        for (var i = 0; i < 3000; i++) rows.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"{i}\",\"text\":\"Ani mengatakan jembatan nomor {i} ditutup.\"}}\n");
        _desk.Write("rows.jsonl", rows.ToString());
        using var process = Program.Start(_desk.Folder, "extract", "rows.jsonl");
        process.StandardInput.Close();
        Assert.NotNull(process.StandardOutput.ReadLine());
        process.StandardOutput.Close();
        var error = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal((0, ""), (process.ExitCode, error));
    }

    [Fact]
    public void Interrupted_it_ends_with_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no signals there");
        using var process = Program.Start(_desk.Folder, "extract", "-", "coverage/a.txt");
        // It waits for standard input; a row out and in again shows that it has started.
        process.StandardInput.Write("{\"id\":\"1\",\"text\":\"Ani mengatakan hujan turun.\"}\n");
        process.StandardInput.Flush();
        Thread.Sleep(1500);
        using (var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal(130, process.ExitCode);
    }
}
