using System.Text.Json;
using Xunit;

namespace Konon.Journeys.Browser;

/// <summary>A ledger, made by the program, of one article that an outlet reworded, and one of another outlet.</summary>
internal sealed class Revised : IDisposable
{
    private const string First =
        "Sedikitnya 7 orang luka dalam ambruknya jembatan, kata Kepala BPBD Rina Astuti, Senin (3/3/2025).\n"
        + "\"Jembatan itu ditutup sejak pekan lalu,\" ujar Rina.";

    private const string Later =
        "Sedikitnya 9 orang luka dalam ambruknya jembatan, kata Kepala BPBD Rina Astuti, Senin (3/3/2025).\n"
        + "\"Jembatan itu belum pernah ditutup,\" ujar Rina.\nKontraktor Doni Prakoso membantah jembatan itu rapuh.";

    private readonly Desk _desk = new();

    public Revised()
    {
        Add("first.jsonl", Line("1", "Jembatan Kali Wening Ambruk, 7 Orang Luka", First));
        Add("later.jsonl", Line("1", "Jembatan Kali Wening Ambruk, 9 Orang Luka", Later));
        Add("other.jsonl", Line("2", "Warga Kali Wening: Jembatan Sudah Lama Retak", First.Replace('7', '8')));
    }

    public string Folder => _desk.Folder;

    /// <summary>The article with its versions, the two side by side, and its story's revisions.</summary>
    public static async Task<IReadOnlyList<string>> Paths(Uri home)
    {
        using var client = new HttpClient { BaseAddress = home };
        var story = await Places.Link(client, "/", "/stories/[0-9a-z]+");
        var diff = await Places.Link(client, story + "/revisions", "/articles/[0-9a-f]+/diff");
        return [diff[..^"/diff".Length], diff, diff + "?from=1&to=2", story, story + "/revisions"];
    }

    public void Dispose() => _desk.Dispose();

    private void Add(string name, string line)
    {
        _desk.Write(name, line);
        Assert.Equal(0, _desk.Run("add", name).Code);
    }

    private static string Line(string number, string title, string text) => JsonSerializer.Serialize(new
    {
        url = "https://kabar.example/berita/" + number,
        outlet = "Kabar Uji " + number,
        published = "2025-03-03",
        title,
        text,
    }) + "\n";
}
