using System.Text;

namespace Konon.Journeys;

/// <summary>A folder of coverage for one test, removed afterwards.</summary>
internal sealed class Desk : IDisposable
{
    public const string First =
        "Jembatan Kali Wening Ambruk, 7 Orang Luka\n\nKALI WENING, Warta Bahari – \"Sedikitnya 7 orang luka,\" kata Kepala BPBD "
        + "Rina Astuti, Senin (3/3/2025).\nMenurut Rina, jembatan itu ditutup sejak pekan lalu.\n";

    public const string Second =
        "Kontraktor Bantah Jembatan Rapuh\n\nDirektur PT Baja Wening, Doni Prakoso, membantah jembatan itu rapuh.\n"
        + "\"Tidak ada retakan,\" ujar Doni, Selasa (4/3/2025).\n";

    public const string Third = "Jembatan Ambruk\n\nGubernur belum mengomentari laporan itu. Diduga tiang jembatan retak.\n";

    public Desk()
    {
        Folder = Directory.CreateTempSubdirectory("konon-journey-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, "coverage"));
        Write("coverage/a.txt", First);
        Write("coverage/b.txt", Second);
        Write("coverage/c.txt", Third);
    }

    public string Folder { get; }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Folder, name), bytes);
        return name;
    }

    public Run Run(params IEnumerable<string> arguments) => Program.Run(Folder, arguments);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
