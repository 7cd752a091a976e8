using Konon.Claims;

namespace Konon.Tests;

/// <summary>Five reports on one event that never happened, by outlets that do not exist.</summary>
internal static class Ferry
{
    private static readonly DateOnly Monday = new(2025, 3, 3);

    public static IReadOnlyList<Reading> Reports => [Relay(), First(), Copy(), Update(), Undated()];

    /// <summary>The first report: twelve missing, an overload denied.</summary>
    public static Reading First()
    {
        var told = new Told(
            "Feri KM Sinar Rawa Tenggelam, Belasan Hilang",
            "SELAT RAWA, Warta Bahari – Feri KM Sinar Rawa tenggelam di Selat Rawa pada Senin malam ketika ombak naik dan "
            + "dermaga sudah ditutup bagi kapal kecil. “Sedikitnya 12 penumpang hilang,” kata Kepala Kantor SAR Arif Suryana, "
            + "Senin (3/3/2025). Nelayan Kampung Lama turun lebih dulu dengan perahu mereka sebelum regu penolong tiba. "
            + "Menurut Arif, kapal membawa 80 orang melebihi kapasitas. Perusahaan Laut Jaya membantah kapal membawa orang melebihi kapasitas.")
        { Input = "coverage/a.txt", Outlet = "Warta Bahari", Day = Monday, Aside = "SELAT RAWA, Warta Bahari –" };
        var arif = Told.Person("Arif Suryana", "ID", "Kepala Kantor SAR");
        return told
            .Claims(arif, "“Sedikitnya 12 penumpang hilang,”", cue: "kata", on: Monday,
                figures: told.Figure("Sedikitnya 12 penumpang", 12, "penumpang", Bound.AtLeast, status: "hilang"))
            .Claims(arif, "kapal membawa 80 orang melebihi kapasitas", cue: "Menurut", figures: told.Figure("80 orang", 80, "orang"))
            .Claims(Told.Body("Laut Jaya", "Laut Jaya"), "kapal membawa orang melebihi kapasitas", Stance.Denies, "membantah")
            .Read();
    }

    /// <summary>Another outlet's rewording of the first.</summary>
    public static Reading Copy()
    {
        var told = new Told(
            "Kapal Feri Karam di Selat Rawa",
            "Feri KM Sinar Rawa tenggelam di Selat Rawa pada Senin malam ketika ombak naik dan dermaga sudah ditutup bagi kapal "
            + "kecil. “Sedikitnya 12 penumpang hilang,” kata Arif. Nelayan Kampung Lama turun lebih dulu dengan perahu mereka "
            + "sebelum regu penolong tiba.")
        { Input = "coverage/b.txt", Outlet = "kabarpesisir.id", Day = Monday.AddDays(1) };
        return told
            .Claims(Told.Person("Arif", "ID"), "“Sedikitnya 12 penumpang hilang,”", cue: "kata",
                figures: told.Figure("Sedikitnya 12 penumpang", 12, "penumpang", Bound.AtLeast, status: "hilang"))
            .Read();
    }

    /// <summary>A relay of a neighbour state's words.</summary>
    public static Reading Relay()
    {
        var told = new Told(
            null,
            "Malaysia menyatakan lima penumpang hilang adalah warganya, seperti dikutip kantor berita Nusa. Kementerian "
            + "Perhubungan belum mengomentari laporan itu.")
        { Input = "coverage/c.txt", Outlet = "Lensa Utara", Day = Monday.AddDays(1) };
        return told
            .Claims(Told.State("Malaysia", "MY"), "lima penumpang hilang adalah warganya", cue: "menyatakan", via: "Nusa",
                figures: told.Figure("lima penumpang", 5, "penumpang", status: "hilang", scope: "warga Malaysia"))
            .Claims(Told.Body("Kementerian Perhubungan", "ID"), "laporan itu", Stance.Declines, "belum mengomentari")
            .Read();
    }

    /// <summary>The count goes up, and the shipping company gives another one.</summary>
    public static Reading Update()
    {
        var told = new Told(
            "Korban Feri Bertambah",
            "Arif Suryana mengatakan jumlah penumpang hilang menjadi 17 orang. Laut Jaya menyebut hanya 9 penumpang hilang dan "
            + "meminta keluarga menunggu di posko.")
        { Input = "coverage/d.txt", Outlet = "Suara Niaga", Day = Monday.AddDays(2) };
        var company = Told.Body("Laut Jaya", "Laut Jaya");
        return told
            .Claims(Told.Person("Arif Suryana", "ID"), "jumlah penumpang hilang menjadi 17 orang", cue: "mengatakan",
                figures: told.Figure("17 orang", 17, "orang", status: "hilang"))
            .Claims(company, "hanya 9 penumpang hilang", cue: "menyebut", figures: told.Figure("9 penumpang", 9, "penumpang", status: "hilang"))
            .Claims(company, "keluarga menunggu di posko", Stance.Urges, "meminta")
            .Read();
    }

    /// <summary>Hearsay without a date, and words that would act on a terminal.</summary>
    public static Reading Undated() => new Told(
            "Diduga\u001b[31m Mesin Mati",
            "Mesin feri diduga \u202emati sebelum kapal karam.")
    { Input = "coverage/e.txt", Notes = ["2 bytes were replaced"] }
        .Claims(null, "Mesin feri|\u202emati sebelum kapal karam", cue: "diduga")
        .Read();
}
