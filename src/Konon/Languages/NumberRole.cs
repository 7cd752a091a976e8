namespace Konon.Languages;

/// <summary>What a word can be in or beside a number; a word may be several things.</summary>
[Flags]
internal enum NumberRole : ulong
{
    None = 0,

    /// <summary>"tiga".</summary>
    Digit = 1 << 0,

    /// <summary>"sepuluh": complete, nothing smaller follows.</summary>
    Fixed = 1 << 1,

    /// <summary>"twenty": a digit may follow.</summary>
    Tens = 1 << 2,

    /// <summary>"belas", behind a digit.</summary>
    Teen = 1 << 3,

    /// <summary>"puluh", behind a digit.</summary>
    Ten = 1 << 4,

    /// <summary>"ratus", behind a digit.</summary>
    Hundred = 1 << 5,

    /// <summary>"seratus".</summary>
    HundredOne = 1 << 6,

    /// <summary>"juta": multiplies what stands before.</summary>
    Scale = 1 << 7,

    /// <summary>"sejuta".</summary>
    ScaleOne = 1 << 8,

    /// <summary>"M" and "T", only behind money.</summary>
    MoneyScale = 1 << 9,

    /// <summary>"ratusan".</summary>
    Order = 1 << 10,

    /// <summary>"setengah", alone or behind a digit.</summary>
    Half = 1 << 11,

    /// <summary>"sepertiga".</summary>
    Fraction = 1 << 12,

    /// <summary>"pertiga", behind a digit.</summary>
    Part = 1 << 13,

    /// <summary>"nihil".</summary>
    Nil = 1 << 14,

    /// <summary>"sebanyak": between a bound and its number.</summary>
    Lead = 1 << 15,

    /// <summary>"hingga" between two numbers.</summary>
    To = 1 << 16,

    /// <summary>"antara" before two numbers joined by "dan".</summary>
    Between = 1 << 17,

    /// <summary>"dari" or "antara" before a range, part of its span.</summary>
    RangeStart = 1 << 18,

    /// <summary>"dan", "atau".</summary>
    And = 1 << 19,

    /// <summary>"dari" in "8.000 dari pasukan".</summary>
    Of = 1 << 20,

    /// <summary>"persen".</summary>
    Percent = 1 << 21,

    /// <summary>"meter", "hari".</summary>
    Unit = 1 << 22,

    /// <summary>"ton": a unit behind which the thing measured follows.</summary>
    Extend = 1 << 23,

    /// <summary>"persegi", behind a unit.</summary>
    UnitTail = 1 << 24,

    /// <summary>"Rp", before the number.</summary>
    CurrencyBefore = 1 << 25,

    /// <summary>"rupiah", behind the number.</summary>
    Currency = 1 << 26,

    /// <summary>"unit" in "2 unit mobil".</summary>
    Classifier = 1 << 27,

    /// <summary>Behind "satu" it makes a count on purpose.</summary>
    Person = 1 << 28,

    /// <summary>"hanya": before "satu" it makes a count on purpose.</summary>
    Sole = 1 << 29,

    /// <summary>"pasal": the number behind it is a name.</summary>
    Designator = 1 << 30,

    /// <summary>The same, for digits alone: "abad 21", but "abad dua".</summary>
    DesignatorOfDigits = 1UL << 31,

    /// <summary>"pukul".</summary>
    Clock = 1UL << 32,

    /// <summary>"WIB".</summary>
    ClockAfter = 1UL << 33,

    /// <summary>"tahun", "sejak": four digits behind it are a year.</summary>
    Year = 1UL << 34,

    /// <summary>"H", "Masehi": the number before it is a year.</summary>
    Era = 1UL << 35,

    /// <summary>A month, of this calendar or another.</summary>
    Month = 1UL << 36,

    /// <summary>"skor", "menang": two numbers behind it are a score.</summary>
    Score = 1UL << 37,

    /// <summary>Ends the counted noun.</summary>
    Stop = 1UL << 38,

    /// <summary>A noun that looks like a verb.</summary>
    Noun = 1UL << 39,

    /// <summary>"tewas".</summary>
    Status = 1UL << 40,

    /// <summary>"timur" behind a place.</summary>
    Direction = 1UL << 41,

    /// <summary>A lead that belongs to the figure: "sebanyak".</summary>
    LeadOwn = 1UL << 42,

    /// <summary>Behind the noun of "satu" it makes a count on purpose: "satu laga lagi".</summary>
    Lasting = 1UL << 43,

    /// <summary>"menewaskan": the status of its object.</summary>
    StatusOfObject = 1UL << 44,

    /// <summary>"mengalami": the status may stand behind it.</summary>
    Undergo = 1UL << 45,

    /// <summary>"dalam": what stands before it is not said of the number behind.</summary>
    Aside = 1UL << 46,

    /// <summary>"ke": makes an ordinal where nothing counted follows, "penulis ke 4", but "ke dua kecamatan".</summary>
    DesignatorAlone = 1UL << 47,

    /// <summary>Any word that a number can start with.</summary>
    Starts = Digit | Fixed | Tens | HundredOne | ScaleOne | Order | Half | Fraction | Nil,
}
