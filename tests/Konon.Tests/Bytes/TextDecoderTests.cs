using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Konon.Bytes;
using Xunit;

namespace Konon.Tests.Bytes;

public sealed class TextDecoderTests
{
    private const string Sample = "“Tiga orang selamat,” kata José di Ende – 12°C.";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Sample) },
        { "utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample)] },
        { "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample)] },
        { "utf-16BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sample)] },
        { "utf-16", Encoding.Unicode.GetBytes(Sample) },
        { "utf-16BE", Encoding.BigEndianUnicode.GetBytes(Sample) },
        { "utf-32", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Sample)] },
        { "windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Sample) },
    };

    public static TheoryData<string, byte[]> Binaries => new()
    {
        { "a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] },
        { "an archive", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0] },
        { "a document", "%PDF-1.7 dan seterusnya"u8.ToArray() },
        { "zeros", [65, 0, 0, 0, 66, 0, 0, 0, 67, 1, 2, 3] },
        { "control characters", [1, 2, 3, 4, 5, 6, 7, 8, 65, 66] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Reads_the_same_words_in_every_encoding(string charset, byte[] bytes)
    {
        Assert.Null(TextDecoder.TryDecode(bytes, out var decoded));
        Assert.Equal(Sample, decoded!.Text);
        Assert.Equal(charset, decoded.Charset);
        Assert.Equal(0, decoded.Replaced);
    }

    [Theory]
    [MemberData(nameof(Binaries))]
    public void Refuses_what_is_no_text(string what, byte[] bytes)
    {
        Assert.NotEmpty(what);
        Assert.Equal(DecodeRefusal.Binary, TextDecoder.TryDecode(bytes, out var decoded));
        Assert.Null(decoded);
    }

    [Fact]
    public void Refuses_nothing_at_all()
    {
        Assert.Equal(DecodeRefusal.Empty, TextDecoder.TryDecode([], out _));
        Assert.Equal(DecodeRefusal.Empty, TextDecoder.TryDecode([0xEF, 0xBB, 0xBF], out _));
        Assert.Equal(DecodeRefusal.Empty, TextDecoder.TryDecode([0xFF, 0xFE], out _));
    }

    [Fact]
    public void Counts_the_characters_that_stand_for_broken_bytes()
    {
        byte[] bytes = [.. "Kata “Budi” "u8, 0xFF, 0xFE, .. " selesai"u8];
        Assert.Null(TextDecoder.TryDecode(bytes, out var decoded));
        Assert.Equal("Kata “Budi” \uFFFD\uFFFD selesai", decoded!.Text);
        Assert.Equal(2, decoded.Replaced);
    }

    [Fact]
    public void Takes_a_cut_off_text_for_broken_and_not_for_another_encoding()
    {
        byte[] bytes = [.. "Warga mengungsi. "u8, 0xE2, 0x80];
        Assert.Null(TextDecoder.TryDecode(bytes, out var decoded));
        Assert.Equal("utf-8", decoded!.Charset);
        Assert.StartsWith("Warga mengungsi. \uFFFD", decoded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Never_throws_whatever_the_bytes() =>
        Prop.ForAll<byte[]>(bytes => TextDecoder.TryDecode(bytes ?? [], out var decoded) is null == decoded is not null)
            .Check(Fixed.Seed);

    [Fact]
    public void Gives_back_any_valid_text() =>
        Prop.ForAll<NonEmptyString>(text =>
        {
            var bytes = Encoding.UTF8.GetBytes("Kabar: " + text.Get);
            var refusal = TextDecoder.TryDecode(bytes, out var decoded);
            return refusal == DecodeRefusal.Binary || decoded!.Text == Encoding.UTF8.GetString(bytes);
        }).Check(Fixed.Seed);
}
