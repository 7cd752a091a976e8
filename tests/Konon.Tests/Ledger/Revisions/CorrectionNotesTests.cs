using Konon.Ledger.Revisions;
using Xunit;

namespace Konon.Tests.Ledger.Revisions;

public sealed class CorrectionNotesTests
{
    [Theory]
    [InlineData("Ralat: Jumlah korban luka 7 orang, bukan 17 orang.")]
    [InlineData("RALAT")]
    [InlineData("*Koreksi (5/3/2025): Sebelumnya tertulis Desa Sukamaju.")]
    [InlineData("Catatan Redaksi: Judul diganti setelah ada keterangan baru.")]
    [InlineData("Artikel ini telah diperbarui dengan keterangan Dinas Kesehatan.")]
    [InlineData("Berita ini sudah diralat pada pukul 14.00 WIB karena ada kesalahan nama.")]
    [InlineData("Dalam versi sebelumnya terdapat kesalahan penulisan jabatan narasumber.")]
    [InlineData("Redaksi mohon maaf atas kekeliruan itu.")]
    public void Finds_the_note_of_an_indonesian_outlet(string note) => Assert.Equal(note, Found("id", note));

    [Theory]
    [InlineData("Correction: The bridge closed on Monday, not Tuesday.")]
    [InlineData("Correction, March 5, 2025:  The bridge closed on Monday.")]
    [InlineData("Editor’s note: The headline was changed.")]
    [InlineData("This article was amended on 5 March 2025 to add a comment.")]
    [InlineData("An earlier version of this story misstated the number of the injured.")]
    public void Finds_the_note_of_an_english_outlet(string note) => Assert.Equal(note, Found("en", note));

    [Theory]
    [InlineData("id", "Ia mengatakan data penduduk telah diperbarui pekan lalu.")]
    [InlineData("id", "Koreksi harga minyak berlanjut hingga sore hari.")]
    [InlineData("id", "Pemerintah meralat angka kemiskinan.")]
    [InlineData("en", "The minister said the report was late.")]
    [InlineData("en", "Correction officers found the door open.")]
    [InlineData("en", "The software has been updated.")]
    public void Takes_news_for_no_note(string language, string news) => Assert.Null(Found(language, news));

    [Fact]
    public void Finds_a_note_that_was_taken_off_as_furniture()
    {
        var article = Given.Article("Banjir merendam 120 rumah.") with { Removed = [new("Ralat: bukan 130 rumah.", "tail")] };
        Assert.Equal("Ralat: bukan 130 rumah.", Assert.Single(CorrectionNotes.Find(article)).Exact);
    }

    private static string? Found(string language, string line)
    {
        var article = Given.Article("Banjir merendam 120 rumah.") with { Language = language, Text = "Banjir merendam 120 rumah.\n" + line };
        return CorrectionNotes.Find(article).Select(note => note.Exact).SingleOrDefault();
    }
}
