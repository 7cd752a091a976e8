using System.Globalization;
using System.Text.Json;

namespace Konon.Journeys;

/// <summary>Any number of short made-up reports as JSON Lines; some are later versions of one address, some are the same line again.</summary>
internal static class Reports
{
    private static readonly string[] Places = ["Kali Wening", "Desa Wonorejo", "Kampung Baru", "Tanjung Elok"];
    private static readonly string[] People = ["Rina Astuti", "Doni Prakoso", "Bambang Wirawan", "Siti Maryam", "Agus Salampessy"];

    public static string JsonLines(int count, int seed)
    {
        var chance = new System.Random(seed);
        var lines = new List<string>(count);
        for (var i = 0; i < count; i++) lines.Add(i % 50 == 49 ? lines[chance.Next(lines.Count)] : Line(i, chance));
        return string.Join('\n', lines) + "\n";
    }

    private static string Line(int number, System.Random chance)
    {
        var culture = CultureInfo.InvariantCulture;
        var day = 1 + chance.Next(28);
        var who = People[chance.Next(People.Length)];
        var address = chance.Next(10) == 0 ? chance.Next(1 + (number / 5)) : 100_000 + number;
        return JsonSerializer.Serialize(new
        {
            id = number.ToString(culture),
            url = string.Create(culture, $"https://kabar.example/berita/{address}"),
            published = new DateOnly(2025, 3, day).ToString("yyyy-MM-dd", culture),
            title = string.Create(culture, $"Banjir di {Places[chance.Next(Places.Length)]}"),
            text = string.Create(
                culture,
                $"Banjir merendam {chance.Next(40, 900)} rumah, kata Kepala BPBD {who}, Selasa ({day}/3/2025). ")
                + string.Create(culture, $"\"Sedikitnya {chance.Next(2, 60)} orang mengungsi,\" ujar {who}. Laporan {number}."),
        });
    }
}
