using FsCheck;
using FsCheck.Fluent;

namespace Konon.Tests;

/// <summary>Texts that a property may be given: any Unicode at all, and what looks like news and is none.</summary>
internal static class AnyText
{
    private static readonly string[] News =
    [
        "kata ", "ujar ", "katanya", "menurut ", "Menurutnya, ", "mengatakan ", "menyebut ", "bahwa ", "membantah ", "membantahnya", "diduga ",
        "disebut ", "dikutip ", "dilansir ", "seperti ", "tidak ", "belum ", "mengomentari ", "menolak ", "meminta ", "agar ", "yang ", "dan ",
        "namun ", "setelah ", "dia ", "ia ", "mereka ", "menteri itu ", "Seno ", "Seno Wirawan ", "Ani Putri ", "Menteri ", "Ketua ",
        "juru bicara ", "Kementerian Air (KA) ", "Badan Air ", "Antara ", "Reuters ", "Rusia ", "AS-Rusia ", "Jakarta ", "KOTA, contoh.id – ",
        "warga ", "air naik ", "pergi ", "3.000 orang ", "1,5 ", "persen ", "Senin (9/6/2025) ", "hari ini ", "\"", "\"", "“", "”", "'", "‘", "’",
        "(", ")", "[", "]", ", ", ". ", ".", "; ", ": ", "? ", "! ", "…", "-", "–", "/", "&", "*", "%", "°", "\n", "\n", " ", "Rp", "dr. ", "M. ",
        "\ud83d\ude00", "\ud83d", "\ude00", "e\u0301", "\u0301", "\u200b", "\u202e", "\0", "\u0007", "\ufeff", "\u00a0", "İ", "ß", "𝐀𝐢𝐫 ", "北京", "العربية",
    ];

    /// <summary>Mixes of cue words, names, marks, brackets and odd characters.</summary>
    public static Gen<string> LikeNews { get; } = Gen.Elements(News).ListOf().Select(string.Concat);

    /// <summary>Mixes of any code units at all, halves of pairs too.</summary>
    public static Gen<string> Unicode { get; } = Gen.OneOf(
        Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString()),
        Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32),
        Gen.Choose(0, 127).Select(unit => ((char)unit).ToString()),
        Gen.Elements(News)).ListOf().Select(string.Concat);

    /// <summary>Both, mixed.</summary>
    public static Arbitrary<string> Texts { get; } = Gen.OneOf(LikeNews, LikeNews, Unicode).ToArbitrary();
}
