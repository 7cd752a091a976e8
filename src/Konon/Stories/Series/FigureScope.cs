namespace Konon.Stories.Series;

/// <summary>Of what a figure is the number: figures of different scopes are never compared.</summary>
public enum FigureScope
{
    /// <summary>Of all of them, as far as the words say.</summary>
    Total,

    /// <summary>Of a part of those counted beside it: "di antaranya 3 anak".</summary>
    Part,

    /// <summary>Of those out of whom others are counted: the 104 of "20 dari 104 bus".</summary>
    OutOf,

    /// <summary>Of those who came on top: "bertambah 12", "an additional 500".</summary>
    Added,

    /// <summary>Of a day, a night, a month: "dalam 24 jam terakhir".</summary>
    Period,

    /// <summary>Of everything since some day: "sejak Oktober".</summary>
    Since,

    /// <summary>Of those ordered, planned or announced, not yet there.</summary>
    Planned,

    /// <summary>Of those who are said to be there.</summary>
    Present,

    /// <summary>Of those for whom there is room.</summary>
    Capacity,

    /// <summary>The most that the law or a forecast allows: "terancam 15 tahun".</summary>
    Most,
}
