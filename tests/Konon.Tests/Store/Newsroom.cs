using System.Globalization;
using Konon.Bytes;

namespace Konon.Tests.Store;

/// <summary>Coverage made up of parts: any number of articles, revisions among them, the same for the same seed.</summary>
internal static class Newsroom
{
    private static readonly string[] Places = ["Desa Wonorejo", "Kali Wening", "Kampung Baru", "Tanjung Elok", "Lembah Suci"];
    private static readonly string[] People = ["Rina Astuti", "Doni Prakoso", "Bambang Wirawan", "Siti Maryam", "Agus Salampessy"];
    private static readonly string[] Roles = ["Kepala BPBD", "Gubernur", "Juru bicara polisi", "Direktur rumah sakit", "Bupati"];
    private static readonly string[] Cues = ["kata", "ujar", "menurut", "tegas"];

    /// <summary>Documents: files, rows with an address, later versions of these, and the same bytes under another label.</summary>
    public static IReadOnlyList<Document> Documents(int count, int seed)
    {
        var chance = new System.Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Document(i, chance))];
    }

    private static Document Document(int number, System.Random chance)
    {
        var culture = CultureInfo.InvariantCulture;
        var day = 1 + chance.Next(20);
        var (place, who, role) = (Places[chance.Next(Places.Length)], People[chance.Next(People.Length)], Roles[chance.Next(Roles.Length)]);
        var text = string.Create(
            culture,
            $"Banjir merendam {chance.Next(40, 900)} rumah di {place}, {Cues[chance.Next(2)]} {role} {who}, Selasa ({day}/3/2025). ")
            + string.Create(culture, $"\"Sedikitnya {chance.Next(2, 60)} orang mengungsi,\" ujar {who}. Laporan nomor {number}.");
        var name = string.Create(culture, $"laporan-{number}.txt");
        return chance.Next(4) switch
        {
            0 => TemporaryLedger.Document(name, text),
            // Few addresses, so that many are later versions of one article.
            1 => TemporaryLedger.Row(name, string.Create(culture, $"https://kabar.example/{chance.Next(1 + (number / 3))}"), text, Day(day)),
            2 => Fetched(name, string.Create(culture, $"https://warta.example/{chance.Next(1 + (number / 2))}"), text, day, chance.Next(3)),
            _ => TemporaryLedger.Row(name, string.Create(culture, $"https://kabar.example/sendiri/{number}"), text, Day(day)),
        };
    }

    // Fetched at a known time, as an archive's record is.
    private static Document Fetched(string name, string url, string text, int day, int hour) => TemporaryLedger.Document(name, text) with
    {
        Delivery = new Delivery { Url = url, FetchedAt = new DateTimeOffset(2025, 3, day, hour, 0, 0, TimeSpan.Zero), FromArchive = true },
    };

    private static string Day(int day) => new DateOnly(2025, 3, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
