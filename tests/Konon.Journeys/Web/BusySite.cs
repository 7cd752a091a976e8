using System.Globalization;
using Konon.Store;

namespace Konon.Journeys.Web;

/// <summary>A server with a story of many reports, long words and two articles that were reworded.</summary>
public sealed class BusySite : Site
{
    public const int Reports = 260;

    protected override void Fill(LedgerStore store)
    {
        Rows.Add(store, Enumerable.Range(0, Reports).Select(Flood));
        Rows.Add(store, [Road(8, "4 orang luka"), Market(8, "9 kios hangus", "")]);
        Rows.Add(store, [Road(9, "7 orang luka"), Market(9, "5 kios hangus", "\nRalat: Berita ini telah diralat, jumlah kios keliru.")]);
    }

    private static (string Id, string Outlet, string Title, string Published, string Text) Road(int hour, string hurt) =>
        ("silent", "warta.example", "Jalan Ambles di Kota Renda", $"2025-05-02T0{hour}:00:00+07:00",
            $"Sebuah jalan ambles. \"Ada {hurt},\" kata Kepala Polsek Renda Tono Wirya, Jumat (2/5/2025).");

    private static (string Id, string Outlet, string Title, string Published, string Text) Market(int hour, string burnt, string note) =>
        ("noted", "kabar.example", "Pasar Renda Terbakar", $"2025-05-03T0{hour}:00:00+07:00",
            $"Pasar Renda terbakar. \"Ada {burnt},\" kata Camat Renda Lilis Ayu, Sabtu (3/5/2025).{note}");

    private static (string Id, string Outlet, string Title, string Published, string Text) Flood(int i)
    {
        var day = 1 + (i / 30);
        var dead = 3 + day;
        var published = string.Create(CultureInfo.InvariantCulture, $"2025-04-{day:00}T{i % 24:00}:15:00+07:00");
        var date = string.Create(CultureInfo.InvariantCulture, $"({day}/4/2025)");
        var text = $"Banjir bandang menerjang Kabupaten Wanasari dan Kecamatan Lurah Dalam. Wartawan {i} menulis dari posko nomor {i}. "
            + $"\"Sedikitnya {dead} warga tewas dan {(i % 17) + 20} warga hilang akibat banjir,\" "
            + $"kata Kepala BPBD Wanasari Hasan Muktar {date}. "
            + $"Menurut Bupati Wanasari Ratna Kirana, {400 + i} rumah rusak. "
            + $"Relawan Nomor{i} Sutarno mengatakan bantuan ke posko {i} datang terlambat karena jembatan putus. "
            + $"\"Ada {200 + i} orang mengungsi,\" kata Relawan Nomor{i} Sutarno {date}. "
            + $"Perusahaan Sawit Lestari membantah penebangan menyebabkan banjir. "
            + $"{new string('a', 400)}{i} kata warga bernama Kusno{i} Hadi {date}.";
        var title = $"Banjir Bandang Wanasari, {dead} Warga Tewas, Laporan {i}";
        return ("banjir-" + i.ToString(CultureInfo.InvariantCulture), $"media{i % 70}.example", title, published, text);
    }
}
