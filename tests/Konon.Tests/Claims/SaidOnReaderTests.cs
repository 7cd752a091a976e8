using Konon.Claims;
using Konon.Languages;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Claims;

public sealed class SaidOnReaderTests
{
    // {content}, [cue]; the article is of Tuesday, 10 June 2025.
    [Theory]
    [InlineData("{\"Air sudah surut,\"} [kata] Rina, Senin (9/6).", "2025-06-09")]
    [InlineData("Rina pada Senin (9/6/2025) [mengatakan] {air sudah surut}.", "2025-06-09")]
    [InlineData("{\"Air sudah surut,\"} [kata] Rina di gedung dewan, Kamis (5/6).", "2025-06-05")]
    [InlineData("{\"Air sudah surut,\"} [ujar] Rina saat ditemui wartawan, Sabtu (7/6/2025).", "2025-06-07")]
    [InlineData("Dalam keterangannya, Senin (9/6/2025), Rina [menilai] {air sudah surut}.", "2025-06-09")]
    [InlineData("{\"Air sudah surut,\"} [kata] Rina, dikutip dari keterangan resmi, Senin (9/6/2025).", "2025-06-09")]
    [InlineData("{\"Air sudah surut,\"} [kata] Rina, Senin (9/6), dikutip Kabar Desa.", "2025-06-09")]
    [InlineData("{\"Air sudah surut,\"} [kata] Rina dalam siaran pers yang diterima redaksi, Senin (9/6/2025).", "2025-06-09")]
    [InlineData("Rina, yang pekan lalu [menuduh] {air dibendung}.", "2025-06-02/2025-06-08")]
    [InlineData("Pada Senin, setelah rapat warga, Rina [mengatakan] {air sudah surut}.", "2025-06-09")]
    [InlineData("Direktur itu [mengatakan] bulan lalu bahwa {air sudah surut}.", "2025-05-01/2025-05-31")]
    // The day of quoting.
    [InlineData("{\"Air sudah surut,\"} [kata] Rina, dikutip dari Kabar Desa, Senin (9/6/2025).", null)]
    [InlineData("Dilansir Kabar Desa, Senin (9/6/2025), Rina [mengatakan] {air sudah surut}.", null)]
    [InlineData("[Mengutip] Kabar Desa, Senin (9/6/2025), {air sudah surut}.", null)]
    // Inside the content.
    [InlineData("Rina [mengatakan] {air surut sejak Senin (9/6/2025)}.", null)]
    // Another event's.
    [InlineData("Harga naik pada Senin setelah Rina [menyerukan] {penutupan jalan}.", null)]
    [InlineData("Setelah banjir pada Minggu (8/6), Rina [menegaskan] {air sudah surut}.", null)]
    [InlineData("Rina [menegaskan] {air sudah surut}. Senin (9/6) warga pulang.", null)]
    [InlineData("Terkait aturan tahun 2023, Rina [menegaskan] {air sudah surut}.", null)]
    public void Decides_when_it_was_said(string marked, string? expected)
    {
        var text = string.Concat(marked.Where(c => c is not ('{' or '}' or '[' or ']')));
        var content = new TextSpan(At(marked, '{'), At(marked, '}'));
        var cue = new TextSpan(At(marked, '['), At(marked, ']'));
        var language = Language.Of("id")!;
        var tokens = Tokenizer.Read(text, language.Vocabulary);
        var first = Array.FindIndex(tokens, t => t.Start >= cue.Start);
        var end = Array.FindIndex(tokens, t => t.Start >= cue.End);
        var said = SaidOnReader.Read(
            text, tokens, 0, tokens.Length, [content], first, end, null, language, new DateOnly(2025, 6, 10), []);
        Assert.Equal(expected, said?.Days.ToString());
    }

    // Where a mark stands once the marks before it are gone.
    private static int At(string marked, char mark) =>
        marked[..marked.IndexOf(mark, StringComparison.Ordinal)].Count(c => c is not ('{' or '}' or '[' or ']'));
}
